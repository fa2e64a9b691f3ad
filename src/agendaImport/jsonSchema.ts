import { z } from 'zod';
import { ImportedAgenda } from './contract.ts';

/**
 * The contract as JSON Schema (draft 2020-12), for programs that hand agendas to `punkt import` or read what
 * `--json` prints. It is that of what comes in: what goes out fits it too, and has `layout` always.
 */
export const agendaJsonSchema = (): Record<string, unknown> => {
  const { $schema, ...schema } = z.toJSONSchema(ImportedAgenda, { io: 'input' });
  return { $schema, title: 'Punkt agenda', ...schema };
};
