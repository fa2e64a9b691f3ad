import type { Commit } from '../meeting/commit.ts';
import type { Meeting } from '../meeting/state.ts';
import { plannedStart } from '../views/plannedStart.ts';

/** So long before its planned start nothing of a meeting stands in the chat by itself (ms). */
const BEFORE_START_MS = 15 * 60_000;

/** When the cards of a meeting may stand in the chat (ms since the epoch); null: whenever they are there. */
export function cardsFrom(meeting: Meeting): number | null {
  const start = meeting.status === 'planned' ? plannedStart(meeting) : null;
  return start === null ? null : start - BEFORE_START_MS;
}

/** How a command is called whose cards are to stand in the chat at once: the operator said so. */
export const AT_ONCE = 'import-now';

/**
 * Somebody in the chat did it, who is answered there at once. What was imported or prepared elsewhere waits until
 * shortly before the meeting, or until somebody in the chat turns to Punkt.
 */
export const isAnsweredInChat = ({ commandId }: Pick<Commit, 'commandId'>): boolean =>
  /^(?:tap|line|import-now):/u.test(commandId);
