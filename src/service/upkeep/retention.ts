import type { Clock } from '../clock.ts';
import { closedMeetings } from './erasable.ts';
import { eraseMeeting, unfinishedErasures } from './eraseMeeting.ts';
import type { StoreParts } from './storeParts.ts';

const DAY_MS = 24 * 3_600_000;

/** What a day's erasing came to. */
export interface Kept {
  readonly erased: readonly string[];
  /** Past their time, but without an export of their minutes as they are. */
  readonly notExported: readonly string[];
}

/** Ends what was cut off; `forget` is told of each meeting before it goes, and again when it is gone. */
export async function finishErasures(
  store: StoreParts,
  now: number,
  forget: (meetingId: string) => Promise<void>,
): Promise<string[]> {
  const unfinished = await unfinishedErasures(store, now);
  for (const { meetingId, forced } of unfinished) {
    await forget(meetingId);
    await eraseMeeting(store, meetingId, new Date(now).toISOString(), forced);
    await forget(meetingId);
  }
  return unfinished.map(({ meetingId }) => meetingId);
}

/** Erases the meetings that were ended more than `days` ago and whose minutes were exported. */
export async function keepFor(
  days: number,
  store: StoreParts,
  clock: Pick<Clock, 'now'>,
  forget: (meetingId: string) => Promise<void>,
): Promise<Kept> {
  const now = clock.now();
  const erased = await finishErasures(store, now, forget);
  const past = await closedMeetings(store, (closedAt) => Date.parse(closedAt) < now - days * DAY_MS);
  const notExported = past.filter(({ exported }) => !exported).map(({ meetingId }) => meetingId);
  for (const { meetingId, exported } of past) {
    if (!exported) continue;
    await forget(meetingId);
    await eraseMeeting(store, meetingId, new Date(now).toISOString(), false);
    // Whoever looked on meanwhile has read it again.
    await forget(meetingId);
    erased.push(meetingId);
  }
  if (erased.length > 0) await store.scrub?.();
  return { erased, notExported };
}
