import type { AgendaItem } from '../meeting/agenda.ts';
import { findItem, hasBegun, hasEnded, type Meeting, recordOf, stops } from '../meeting/state.ts';
import { isAnyOtherBusiness, isForReading } from '../wording/quietTitles.ts';

/** Written information and *Eventuelt* ask for nothing: they get a card only once something stands under them. */
export const isQuietByNature = (item: AgendaItem): boolean =>
  item.kind === 'item' &&
  !item.closed &&
  item.points.length === 0 &&
  (isForReading(item.title) || isAnyOtherBusiness(item.title));

/** The same, and nothing was ever registered under it. */
export function isQuiet(meeting: Meeting, itemId: string): boolean {
  const item = findItem(meeting, itemId);
  const record = recordOf(meeting, itemId);
  const empty =
    record.lastSequence === 0 && record.notes.length === 0 && !record.discussion && !record.postponed;
  return item !== undefined && isQuietByNature(item) && empty;
}

/**
 * The item whose card bears the buttons of a quiet one: the nearest before it at which the room has been. Null: none,
 * then the agenda's card alone bears them.
 */
export function carrierOf(meeting: Meeting, quietItemId: string): string | null {
  const list = stops(meeting);
  const at = list.findIndex((item) => item.id === quietItemId);
  const before = list.slice(0, Math.max(0, at));
  return before.findLast(({ id }) => recordOf(meeting, id).visited && !isQuiet(meeting, id))?.id ?? null;
}

/** The present item, where it is quiet and this item's card bears its buttons. */
export function carriedBy(meeting: Meeting, itemId: string): string | null {
  if (!hasBegun(meeting) || hasEnded(meeting) || !isQuiet(meeting, meeting.currentItemId)) return null;
  return carrierOf(meeting, meeting.currentItemId) === itemId ? meeting.currentItemId : null;
}
