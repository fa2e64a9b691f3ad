import { agendaJsonSchema } from '../agendaImport/jsonSchema.ts';
import { minutesJsonSchema } from '../views/draftSchema.ts';
import { cliProblemTexts } from '../wording/cliProblemTexts.ts';
import { CliRefusal, cliLanguage, printJson } from './output.ts';

const problems = () => cliProblemTexts[cliLanguage(process.env)];

/** By the name that `punkt schema` knows them by. */
const schemas = new Map([
  ['agenda', agendaJsonSchema],
  ['minutes', minutesJsonSchema],
]);

/** `punkt schema agenda|minutes`: what `punkt import` takes, and what the drafts in the store look like. */
export function schemaCommand(name: string): void {
  const schema = schemas.get(name);
  if (!schema) throw new CliRefusal(problems().unknownSchema(name));
  printJson(schema());
}
