import type { Language } from './outcome.ts';

/** Month names as written in running Danish text. */
export const danishMonths = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** Month names in English. */
export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function parts(date: string): { year: string; month: number; day: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  return Number(month) >= 1 && Number(month) <= 12 ? { year, month: Number(month), day: Number(day) } : null;
}

/** "2023-03-06" → "6. marts 2023", without the article; what is no calendar date comes back as it is. */
export function writeDay(date: string, language: Language = 'da'): string {
  const read = parts(date);
  if (read === null) return date;
  if (language === 'en') return `${read.day} ${englishMonths[read.month - 1]} ${read.year}`;
  return `${read.day}. ${danishMonths[read.month - 1]} ${read.year}`;
}

/** "2023-03-06" → "den 6. marts 2023" (EU interinstitutional style guide, da-4100200). */
export function writeDate(date: string, language: Language = 'da'): string {
  const day = writeDay(date, language);
  return language === 'da' && day !== date ? `den ${day}` : day;
}

/** "09:20" → "9.20" in Danish, "9:20" in English. */
export function writeClock(time: string, language: Language = 'da'): string {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  if (found === null) return time;
  const [, hours = '', minutes = ''] = found;
  return `${Number(hours)}${language === 'da' ? '.' : ':'}${minutes}`;
}

/** "09:20" → "kl. 9.20"; English "9:20". */
export function writeTime(time: string, language: Language = 'da'): string {
  return language === 'da' ? `kl. ${writeClock(time)}` : writeClock(time, 'en');
}

/** "09:20", "09:55" → "kl. 9.20-9.55"; a missing end leaves the start alone. */
export function writeTimeRange(start: string, end: string | null, language: Language = 'da'): string {
  return end === null
    ? writeTime(start, language)
    : `${writeTime(start, language)}${language === 'da' ? '-' : '–'}${writeClock(end, language)}`;
}

/** "den 6. marts 2023 kl. 9.20-9.55", "6 March 2023, 9:20–9:55": what is missing is left out. */
export function writeWhen(
  date: string | null,
  start: string | null,
  end: string | null,
  language: Language,
): string {
  return dayAndTime(date && writeDate(date, language), start, end, language);
}

/** The same standing alone, as in a heading: "6. marts 2023 kl. 9.20-9.55". */
export const writeWhenAlone = (
  date: string | null,
  start: string | null,
  end: string | null,
  language: Language,
): string => dayAndTime(date && writeDay(date, language), start, end, language);

const dayAndTime = (
  day: string | null,
  start: string | null,
  end: string | null,
  language: Language,
): string =>
  [...(day === null ? [] : [day]), ...(start === null ? [] : [writeTimeRange(start, end, language)])].join(
    language === 'da' ? ' ' : ', ',
  );

/** The same text with no line break inside: a time, a span or a number with its noun stays together on a card. */
export const unbroken = (text: string): string =>
  text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011').replaceAll('–', '\u2060–\u2060');

const copenhagen = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Local dates and clocks of the hours seen lately: Intl is slow, and an hour of UTC has one offset. */
const hours = new Map<number, { readonly date: string; readonly hour: string; readonly minutes: number }>();
const HOUR_MS = 3_600_000;
const HOURS_REMEMBERED = 1000;

function localHour(isoUtc: string) {
  const instant = Date.parse(isoUtc);
  if (Number.isNaN(instant)) throw new RangeError('not an instant');
  const hour = Math.floor(instant / HOUR_MS);
  const known = hours.get(hour);
  if (known) return { ...known, instant };
  const parts = copenhagen.formatToParts(new Date(hour * HOUR_MS));
  const part = (wanted: Intl.DateTimeFormatPartTypes) =>
    parts.find(({ type }) => type === wanted)?.value ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const made = { date, hour: part('hour'), minutes: Number(part('minute')) };
  if (hours.size >= HOURS_REMEMBERED) hours.clear();
  hours.set(hour, made);
  return { ...made, instant };
}

/** The clock in Denmark, "HH:MM", at an instant (ISO 8601 in UTC). Throws RangeError on what is no instant. */
export function localClock(isoUtc: string): string {
  const { hour, minutes, instant } = localHour(isoUtc);
  const minute = minutes + (Math.floor(instant / 60_000) % 60);
  return `${hour}:${String(minute).padStart(2, '0')}`;
}

/**
 * The instant (ms since the epoch) at which Denmark's clock shows that date and time; of two the earlier, and where the
 * clock skips it, an hour later.
 */
export function instantOf(date: string, time: string): number {
  const written = Date.parse(`${date}T${time}:00.000Z`);
  const summer = written - 2 * HOUR_MS;
  return localClock(new Date(summer).toISOString()) === time ? summer : written - HOUR_MS;
}

/** The calendar date in Denmark, "YYYY-MM-DD", at an instant (ISO 8601 in UTC). Throws RangeError on what is no instant. */
export const localDate = (isoUtc: string): string => localHour(isoUtc).date;

/** "6. marts 2023 kl. 9.20", "6 March 2023, 9:20": an instant (ISO 8601 in UTC) as Denmark's calendar and clock have it. */
export const writeInstant = (isoUtc: string, language: Language = 'da'): string =>
  [writeDay(localDate(isoUtc), language), writeTime(localClock(isoUtc), language)].join(
    language === 'da' ? ' ' : ', ',
  );
