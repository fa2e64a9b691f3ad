import type { Posting } from '../service/outbox.ts';

/** Attempts after which a new card that fails no longer keeps the others waiting (about half a minute). */
const HOLDS_OTHERS_FOR = 5;
/** And no longer at a time than this (ms), whatever Teams says: where it refuses the conversation, nothing is let through. */
const HOLDS_OTHERS_MS = 60_000;
/** No card waits as long as this for its last edit to be long enough ago (ms): the clock was set back since. */
const EDIT_NEVER_WAITS_MS = 60_000;

/**
 * Which of a conversation's waiting postings (by their order) is sent next; undefined: none may be now. While Teams
 * refuses a new one for now, all wait, so that cards stand in their order; an edit that it refuses holds up nobody. New
 * cards go before edits.
 */
export function nextPosting(waiting: readonly Posting[], now: number): Posting | undefined {
  const refused = ({ activityId, attempts, notBefore }: Posting) =>
    activityId === null &&
    attempts > 0 &&
    attempts <= HOLDS_OTHERS_FOR &&
    notBefore > now &&
    notBefore <= now + HOLDS_OTHERS_MS;
  if (waiting.some(refused)) return undefined;
  const due = waiting.filter((posting) => isDue(posting, now));
  return due.find(({ activityId }) => activityId === null) ?? due[0];
}

const isDue = ({ activityId, attempts, notBefore }: Posting, now: number): boolean =>
  notBefore <= now || (activityId !== null && attempts === 0 && notBefore > now + EDIT_NEVER_WAITS_MS);

/** When the first of those is due that wait for nothing but their card's last edit to be long enough ago (ms). */
export const nextDue = (waiting: readonly Posting[], now: number): number =>
  Math.min(
    ...waiting.flatMap(({ attempts, notBefore }) => (attempts === 0 && notBefore > now ? [notBefore] : [])),
  );
