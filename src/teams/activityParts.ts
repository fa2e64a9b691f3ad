import { z } from 'zod';

/**
 * What comes in from Teams is read leniently: unknown properties are dropped, an optional one of the wrong kind counts
 * as missing.
 */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

export const id = z.string().min(1).max(1000);

export const account = z.object({
  id,
  name: optional(z.string().max(1000)),
  /** Missing: anonymous, or a bot. */
  aadObjectId: optional(z.string().max(100)),
});
