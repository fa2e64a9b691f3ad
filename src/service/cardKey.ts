import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The cards that stand in a conversation. Stored with each posting, so old kinds must stay readable. */
export const CardRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preview'), proposalId: z.string() }),
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('agenda') }),
  z.object({ kind: z.literal('item'), itemId: z.string() }),
  z.object({
    kind: z.literal('role'),
    personId: z.string(),
    role: z.enum(['chair', 'coChair', 'minuteTaker']),
  }),
  z.object({ kind: z.literal('summary') }),
  z.object({ kind: z.literal('unanswered') }),
  // Asked of persons alone.
  z.object({ kind: z.literal('offer'), what: z.enum(['start', 'end']) }),
  z.object({ kind: z.literal('movedOn'), itemId: z.string() }),
  z.object({ kind: z.literal('samePerson'), personId: z.string(), accountId: z.string() }),
]);
export type CardRef = z.infer<typeof CardRef>;

/** The name under which the outbox keeps a card: the same card of a meeting always has the same. */
export function cardKey(meetingId: string, card: CardRef): string {
  switch (card.kind) {
    case 'preview':
      return `${meetingId}:preview:${card.proposalId}`;
    case 'item':
      return `${meetingId}:item:${card.itemId}`;
    case 'role':
      return `${meetingId}:role:${card.personId}:${card.role}`;
    case 'offer':
      return `${meetingId}:offer:${card.what}`;
    case 'samePerson':
      return `${meetingId}:samePerson:${card.accountId}:${card.personId}`;
    case 'movedOn':
      return `${meetingId}:movedOn:${card.itemId}`;
    case 'ready':
    case 'agenda':
    case 'summary':
    case 'unanswered':
      return `${meetingId}:${card.kind}`;
    default:
      return card satisfies never;
  }
}

/** Stands for a card's key on its buttons, so that a tap tells which card of the outbox it was made on. */
export const markOf = (key: string): string =>
  createHash('sha256').update(key).digest('base64url').slice(0, 6);

const PERSONAL = 'person:';

/** Where a card goes that is for one person alone: their chat with the bot, found or opened when it is sent. */
export const personalPlace = (meetingId: string, personId: string): string =>
  `${PERSONAL}${meetingId}:${personId}`;

/** The meeting and person of a personal place; undefined for a Teams conversation id. */
export function readPersonalPlace(place: string): { meetingId: string; personId: string } | undefined {
  if (!place.startsWith(PERSONAL)) return undefined;
  const [meetingId, personId] = place.slice(PERSONAL.length).split(':');
  return meetingId && personId ? { meetingId, personId } : undefined;
}
