import { agendaJsonSchema } from '../agendaImport/jsonSchema.ts';
import { cliProblemTexts } from '../wording/cliProblemTexts.ts';
import { CliRefusal, printJson } from './output.ts';

/** `punkt schema agenda`: the contract of `punkt import` as JSON Schema. */
export function schemaCommand(name: string): void {
  if (name !== 'agenda') throw new CliRefusal(cliProblemTexts.unknownSchema(name));
  printJson(agendaJsonSchema());
}
