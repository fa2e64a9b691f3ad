import type { PageHead, PageItem } from '../../views/page/pageView.ts';
import { localClock, localDate } from '../../wording/dates.ts';

const DAY = 24 * 60;

/** How an item stands against its plan, in whole minutes. */
export interface TimeLeft {
  /** Negative: over the time. */
  readonly minutes: number;
  /** Of the planned time, from 0 to 1. */
  readonly used: number;
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** From one clock time to the next of the other's, within half a day either way: a meeting may pass midnight. */
const between = (from: number, to: number): number => {
  const forward = (((to - from) % DAY) + DAY) % DAY;
  return forward > DAY / 2 ? forward - DAY : forward;
};

/** A room that came to an item so long before or after its planned start does not hold the meeting by the agenda's clock. */
const OFF_PLAN = 60;

/**
 * Minutes until the planned end of the item where the room is. Where the meeting is held on another day or at another
 * hour than planned, the agenda's clock times say nothing: then the item's length counts from when the room came to it.
 * Null: nothing is planned.
 * @param now milliseconds since the epoch
 */
export function timeLeft(
  { date, position }: Pick<PageHead, 'date' | 'position'>,
  item: Pick<PageItem, 'start' | 'end' | 'durationMinutes'>,
  now: number,
): TimeLeft | null {
  if (!position) return null;
  const { start, end, durationMinutes } = item;
  const planned = start && end ? (minutesOf(end) - minutesOf(start) + DAY) % DAY : durationMinutes;
  const spent = Math.max(0, Math.floor((now - Date.parse(position.since)) / 60_000));
  const iso = new Date(now).toISOString();
  const came = minutesOf(localClock(position.since));
  const byTheClock =
    date === localDate(iso) && Math.abs(between(minutesOf(start ?? end ?? '00:00'), came)) <= OFF_PLAN;
  if (end && byTheClock) {
    const minutes = between(minutesOf(localClock(iso)), minutesOf(end));
    const whole = planned || spent + Math.max(0, minutes);
    return { minutes, used: share(whole - minutes, whole) };
  }
  return planned === null ? null : { minutes: planned - spent, used: share(spent, planned) };
}

const share = (part: number, whole: number): number =>
  whole <= 0 ? 1 : Math.min(1, Math.max(0, part / whole));
