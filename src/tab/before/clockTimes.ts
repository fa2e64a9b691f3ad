import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { CorrectedItem } from './correction.ts';

/** "9.30", "kl. 9:30", "0930", "9" → "09:30"; empty → null; undefined: no clock time. */
export function readClock(typed: string): string | null | undefined {
  const text = typed.replace(/^\s*kl\.?\s*/iu, '').trim();
  if (text === '') return null;
  const found = /^(\d{1,2})(?:\s*[.:]\s*(\d{2})|(\d{2}))?$/u.exec(text);
  const [, hours = '', parted, together] = found ?? [];
  const minutes = parted ?? together ?? '00';
  if (!found || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** "10", "10 min." → 10; empty → null; undefined: no number of minutes. */
export function readMinutes(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const found = /^(\d{1,4})\s*(?:m(?:in(?:ut(?:ter|es)?)?)?\.?)?$/iu.exec(text);
  return found ? Number(found[1]) : undefined;
}

const DAY = 24 * 60;
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const clockOf = (minutes: number): string =>
  [Math.floor((minutes % DAY) / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Minutes that an item has: as printed, else from its times; null: nobody said. */
export function lengthOf({ durationMinutes, start, end }: CorrectedItem): number | null {
  if (durationMinutes !== null) return durationMinutes;
  if (start === null || end === null) return null;
  return (minutesOf(end) - minutesOf(start) + DAY) % DAY;
}

export type ItemTimes = Pick<CorrectedItem, 'start' | 'end' | 'durationMinutes'>;

/** Times of an item of which one is corrected: where it has all three, the one that follows from it is counted anew. */
export function withTimes(before: ItemTimes, fields: Partial<ItemTimes>): ItemTimes {
  const { start, end, durationMinutes } = { ...before, ...fields };
  const times = { start, end, durationMinutes };
  if (start === null || end === null || durationMinutes === null) return times;
  if (fields.durationMinutes !== undefined)
    return { ...times, end: clockOf(minutesOf(start) + durationMinutes) };
  const length = (minutesOf(end) - minutesOf(start) + DAY) % DAY;
  if (length < DAY / 2) return { ...times, durationMinutes: length };
  // It begins after its end now, which goes along.
  return fields.start === undefined ? times : { ...times, end: clockOf(minutesOf(start) + durationMinutes) };
}

/** Half a day or more backwards is the day after. */
const earlier = (clock: string, than: string): boolean => {
  const back = minutesOf(than) - minutesOf(clock);
  return back > 0 && back < DAY / 2;
};

/** An item that begins before one above it does, or before the one above it ends: the times do not follow the order. */
export function timesOutOfOrder({ items }: CorrectedAgenda): boolean {
  const timed = items.flatMap(({ start, end }) => (start === null ? [] : [{ start, end }]));
  return timed.some(({ start }, index) => {
    const above = timed[index - 1];
    return above !== undefined && (earlier(start, above.start) || earlier(start, above.end ?? start));
  });
}

/** Minutes that the items have beyond the time of the meeting; 0: it fits, or nobody knows. */
export function minutesTooMany({ items, start, end }: CorrectedAgenda): number {
  if (start === null || end === null) return 0;
  const lengths = items.map(lengthOf);
  const sum = lengths.reduce<number>((total, one) => total + (one ?? 0), 0);
  return Math.max(0, sum - ((minutesOf(end) - minutesOf(start) + DAY) % DAY));
}

/**
 * The items one after another from the start of the meeting, each as long as before. From the first whose length is
 * not known there is nothing to count by: those after it lose a time only if it contradicts the order.
 */
export function timesFollowOrder(agenda: CorrectedAgenda): CorrectedAgenda {
  const first = agenda.start ?? agenda.items.map(({ start }) => start).find((start) => start !== null);
  if (!first) return agenda;
  let now: number | null = minutesOf(first);
  let latest = first;
  return {
    ...agenda,
    items: agenda.items.map((item) => {
      const length = lengthOf(item);
      if (now === null) {
        if (item.start !== null && earlier(item.start, latest)) return { ...item, start: null, end: null };
        latest = item.start ?? latest;
        return item;
      }
      const start = clockOf(now);
      latest = start;
      now = length === null ? null : now + length;
      return { ...item, start, end: now === null ? null : clockOf(now) };
    }),
  };
}
