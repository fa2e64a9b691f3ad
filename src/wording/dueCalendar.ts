/** Days as due phrases mean them: "YYYY-MM-DD", reckoned in UTC. */

/** Milliseconds. */
export const dayLength = 86_400_000;

export const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);
export const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Null where there is no such day. */
export function calendarDate(year: number, month: number, day: number): string | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(time) : null;
}

/** Monday of an ISO week (ISO 8601: week 1 holds 4 January); null where that year has no such week. */
export function isoMonday(year: number, week: number): number | null {
  const fourth = Date.UTC(year, 0, 4);
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayLength;
  const monday = first + (week - 1) * 7 * dayLength;
  return new Date(monday + 3 * dayLength).getUTCFullYear() === year ? monday : null;
}

/** "31" is 2031. */
export const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** The day of that date; without a year the first one on or after the meeting. Null: not certain. */
export function dayOf(
  day: string,
  month: number,
  year: string | undefined,
  meetingDate: string | null,
): string | null {
  if (year !== undefined) return calendarDate(fullYear(year), month, Number(day));
  if (meetingDate === null) return null;
  const meetingYear = Number(meetingDate.slice(0, 4));
  const days = [
    calendarDate(meetingYear, month, Number(day)),
    calendarDate(meetingYear + 1, month, Number(day)),
  ];
  return days.find((date) => date !== null && date >= meetingDate) ?? null;
}

/** The named groups of a match. */
export type Groups = Record<string, string | undefined>;
/** One way to write a deadline. */
export interface Form {
  readonly pattern: string;
  /** Inside a sentence only behind a word that makes it a deadline ("senest", "den", "d."): "1/2" may be a half. */
  readonly needsCue?: true;
  readonly date?: (groups: Groups, meetingDate: string | null) => string | null;
}

/** So many days after the meeting. */
export function inDays(groups: Groups, meetingDate: string | null): string | null {
  return meetingDate === null ? null : isoDay(timeOf(meetingDate) + Number(groups.days) * dayLength);
}

/** The next such day after the meeting; Sunday is 0. */
export function nextWeekday(weekday: number, meetingDate: string | null): string | null {
  if (meetingDate === null) return null;
  const ahead = (weekday - new Date(timeOf(meetingDate)).getUTCDay() + 7) % 7 || 7;
  return isoDay(timeOf(meetingDate) + ahead * dayLength);
}

/** A written "YYYY-MM-DD", if there is such a day. */
export function validDay(text: string): string | null {
  const [yearText = '', monthText = '', dayText = ''] = text.split('-');
  return calendarDate(Number(yearText), Number(monthText), Number(dayText));
}
