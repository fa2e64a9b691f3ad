import type { People } from '../meeting/people.ts';
import { holders, LEADING } from '../meeting/roles.ts';
import type { Meeting } from '../meeting/state.ts';
import type { ActionData, CardView } from './cardView.ts';

/** For whom a client draws a card anew by itself, and what it sends for that. */
export interface Refresh {
  readonly userIds: readonly string[];
  readonly data: ActionData;
}

/** Teams takes no more (platform.md 1). */
const MOST = 60;
/** Of a card that is too large with all of them. */
const FEW = 6;

/** Ids by which Teams knows those who lead and write, the chair first; of whom was not seen none. */
export function leadersIds(meeting: Meeting, people: People): string[] {
  const persons = LEADING.flatMap((role) => holders(meeting, role));
  const ids = persons.flatMap((personId) => people[personId]?.teams?.userId ?? []);
  return [...new Set(ids)].slice(0, MOST);
}

/**
 * The card of an item that clients of who leads and writes draw anew, for what only they see of it. `few`: only for the
 * first of them, since what all read goes before a comfort of some.
 */
export function refreshed(
  view: CardView,
  meeting: Meeting,
  people: People,
  itemId: string,
  few = false,
): CardView {
  const userIds = leadersIds(meeting, people).slice(0, few ? FEW : MOST);
  if (userIds.length === 0) return view;
  const data = { verb: 'refresh', m: meeting.meetingId, t: String(meeting.version), i: itemId };
  return { ...view, refresh: { userIds, data } };
}
