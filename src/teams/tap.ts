import { hash } from 'node:crypto';
import { z } from 'zod';
import { GrantableRole } from '../meeting/events.ts';
import { Outcome } from '../meeting/outcome.ts';
import type { Identity } from '../meeting/people.ts';
import type { InvokeActivity } from './activity.ts';

const id = z.string().min(1).max(200);
/** An input that somebody left empty is missing. */
const input = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** What a button of ours hands back, with the inputs of its form; see `ActionData` of views/cardView.ts. */
export const TapData = z.object({
  m: id,
  /** Which card of the outbox it stands on; see `markOf`. */
  k: z.string().max(20).optional(),
  t: z.string().max(40).default('0'),
  i: id.optional(),
  p: id.optional(),
  d: id.optional(),
  n: id.optional(),
  a: z.string().max(20).optional(),
  c: id.optional(),
  /** Of a chat message: when it was written, by whom, and their account. */
  said: z.iso.datetime().optional().catch(undefined),
  author: z.string().max(1000).optional().catch(undefined),
  authorKey: id.optional().catch(undefined),
  who: id.optional(),
  role: GrantableRole.optional(),
  outcome: Outcome.optional(),
  page: z.coerce.number().int().min(0).max(10_000).default(0),
  kind: z.enum(['minutes', 'package']).default('minutes'),
  format: z.enum(['docx', 'pdf', 'md']).optional(),
  edition: z.enum(['full', 'public']).default('full'),
  anyway: z.coerce.boolean().default(false),
  // Inputs
  text: input,
  points: input,
  decision: input,
  organisations: input,
  person: input,
  others: input,
  due: input,
  until: input,
  item: input,
  version: input,
  entry: z
    .enum(['note', 'decision', 'remark'])
    .nullish()
    .catch(undefined)
    .transform((kind) => kind ?? 'note'),
  behalf: input,
  behalfName: input,
});
export type TapData = z.infer<typeof TapData>;

export interface Tap {
  readonly verb: string;
  readonly data: TapData;
}

/** A tap that is answered by a message, which all in the chat read: its client knows no Action.Execute. */
export const isSubmitted = ({ value }: InvokeActivity): boolean => value.action.type === 'Action.Submit';

/** The trace in the log and who carries it out ask for the same tap. */
const read = new WeakMap<InvokeActivity, Tap | null>();

/** Null for a tap on something that is not ours or not whole. */
export function readTap(activity: InvokeActivity): Tap | null {
  const known = read.get(activity);
  if (known !== undefined) return known;
  const data = TapData.safeParse(activity.value.action.data);
  const tap = data.success ? { verb: activity.value.action.verb, data: data.data } : null;
  read.set(activity, tap);
  return tap;
}

/**
 * The same tap has the same id, however often and under whatever activity id it comes: what the card showed (`t`),
 * who, the verb, and all that was handed over. Other text from the same card is a new command.
 */
export function commandIdOf(tap: Tap, identity: Identity): string {
  const { page: _, k: __, t, ...rest } = tap.data;
  return `tap:${hash('sha256', JSON.stringify([t, identity.key, tap.verb, rest]), 'base64url')}`;
}

/** A line is the same when Teams resends it under its activity id. */
export function lineCommandId(conversationId: string, activityId: string): string {
  return `line:${conversationId}:${activityId}`;
}
