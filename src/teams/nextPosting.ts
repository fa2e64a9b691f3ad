import type { Posting } from '../service/outbox.ts';

/** Attempts after which a card that fails no longer keeps the others waiting (about half a minute). */
const HOLDS_OTHERS_FOR = 5;

/**
 * Which of a conversation's waiting postings (by their order) is sent next; undefined: none may be now. While Teams
 * refuses one for now, all wait, so that cards stand in their order. New cards go before edits.
 */
export function nextPosting(waiting: readonly Posting[], now: number): Posting | undefined {
  const refused = ({ attempts, notBefore }: Posting) =>
    notBefore > now && attempts > 0 && attempts <= HOLDS_OTHERS_FOR;
  if (waiting.some(refused)) return undefined;
  const due = waiting.filter(({ notBefore }) => notBefore <= now);
  return due.find(({ activityId }) => activityId === null) ?? due[0];
}

/** When the first of those is due that wait for nothing but their card's last edit to be long enough ago (ms). */
export const nextDue = (waiting: readonly Posting[], now: number): number =>
  Math.min(
    ...waiting.flatMap(({ attempts, notBefore }) => (attempts === 0 && notBefore > now ? [notBefore] : [])),
  );
