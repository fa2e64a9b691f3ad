import { z } from 'zod';
import { DraftDocument } from './draft.ts';

/** The documents of a draft as JSON Schema (draft 2020-12), for programs that read them from the store. */
export const minutesJsonSchema = (): Record<string, unknown> => {
  const { $schema, ...schema } = z.toJSONSchema(DraftDocument);
  return { $schema, title: 'Punkt minutes', ...schema };
};
