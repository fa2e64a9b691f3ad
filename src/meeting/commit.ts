import { z } from 'zod';
import { MeetingEvent } from './events.ts';

/** Who did it: a person of the meeting, or somebody at Punkt's command line. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.string() }),
  z.object({ kind: z.literal('operator') }),
]);
export type Actor = z.infer<typeof Actor>;

/** All that one accepted command did. `at` is ISO 8601 in UTC; `version` counts from 1 within the meeting. */
export const Commit = z.object({
  meetingId: z.string(),
  version: z.int().positive(),
  commandId: z.string(),
  at: z.iso.datetime(),
  by: Actor,
  events: z.array(MeetingEvent).min(1),
});
export type Commit = z.infer<typeof Commit>;
