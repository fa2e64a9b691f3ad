import type { AgendaItem, RecommendationPoint } from './agenda.ts';
import { inSection } from './discussion.ts';
import { type Decision, isOpen, type Note } from './record.ts';
import { decisionsIn } from './standingDecisions.ts';
import { handledBefore, hasBegun, type Meeting, recordOf, stops } from './state.ts';

/** What of an item nobody has answered or confirmed: the minutes show it so, and whoever approves them is told. */
export interface PendingItem {
  readonly item: AgendaItem;
  readonly points: readonly RecommendationPoint[];
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
}

/** The items of which something is unanswered or unconfirmed, in the order of the agenda. */
export function pendingIn(meeting: Meeting): readonly PendingItem[] {
  return stops(meeting).flatMap((item) => {
    const record = recordOf(meeting, item.id);
    const before = hasBegun(meeting) && handledBefore(meeting, item.id);
    const points = before ? [] : item.points.filter((point) => isOpen(record, point.id));
    const decisions = decisionsIn(record).unconfirmed;
    const notes = record.notes.filter(
      (note) => !note.confirmed && !note.struck && !inSection(record, note.id),
    );
    return points.length + decisions.length + notes.length > 0 ? [{ item, points, decisions, notes }] : [];
  });
}
