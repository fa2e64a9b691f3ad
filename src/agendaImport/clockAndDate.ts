import { danishMonths } from '../wording/dates.ts';

const monthWord =
  'jan(?:uary?)?|feb(?:ruary?)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** Months that English begins otherwise than Danish does. */
const englishStems: Readonly<Record<string, string>> = { may: 'maj', oct: 'okt' };
const inWords = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s*(?:of\\s+)?(${monthWord})(?!\\p{L})\\.?,?\\s*(\\d{4})(?!\\d)`,
  'iu',
);
/** "March 5, 2027". */
const monthFirst = new RegExp(
  `(?<!\\p{L})(${monthWord})(?!\\p{L})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s*(\\d{4})(?!\\d)`,
  'iu',
);
const monthOf = (word: string): number => {
  const stem = word.toLowerCase().slice(0, 3);
  const danish = englishStems[stem] ?? stem;
  return danishMonths.findIndex((month) => month.startsWith(danish)) + 1;
};
const dayFirst =
  /(?<![\d.])(\d{1,2})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(?:\d{4}|\d{2})|\.?\s+\d{4})(?![\d.]?\d)/u;
const yearFirst = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u;

/** "YYYY-MM-DD" of a real calendar day, else null. */
export function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 2199)
    return null;
  return date.toISOString().slice(0, 10);
}

export interface FoundDate {
  readonly date: string;
  readonly text: string;
  readonly index: number;
}

/** The first full date written in a text ("16. december 2022", "12.05.2023", "2023-05-12"). */
export function findDate(text: string): FoundDate | null {
  const found: FoundDate[] = [];
  const add = (match: RegExpExecArray | null, year: number, month: number, day: number) => {
    const date = match && calendarDate(year < 100 ? 2000 + year : year, month, day);
    if (match && date) found.push({ date, text: match[0], index: match.index });
  };
  const words = inWords.exec(text);
  if (words) add(words, Number(words[3]), monthOf(words[2] ?? ''), Number(words[1]));
  const american = monthFirst.exec(text);
  if (american) add(american, Number(american[3]), monthOf(american[1] ?? ''), Number(american[2]));
  const day = dayFirst.exec(text);
  if (day) add(day, Number(/\d+$/.exec(day[0])?.[0]), Number(day[2]), Number(day[1]));
  const year = yearFirst.exec(text);
  if (year) add(year, Number(year[1]), Number(year[2]), Number(year[3]));
  return found.sort((a, b) => a.index - b.index)[0] ?? null;
}

const clock = '(?:[01]?\\d|2[0-3])[.:][0-5]\\d';
const looseClock = '(?:[01]?\\d|2[0-3])(?:[.:][0-5]\\d)?';
const between = '\\s*(?:[-–—]|til|to)\\s*(?:kl\\.?\\s*)?';
const notBefore = '(?<![\\d.:/])';
const notAfter = '(?![\\d]|[.:/]\\d)';
const range = new RegExp(`${notBefore}(${clock})${between}(${clock})${notAfter}`, 'iu');
const rangeAfterKl = new RegExp(
  `(?<!\\p{L})kl\\.?\\s*(${looseClock})${between}(${looseClock})${notAfter}`,
  'iu',
);
const single = new RegExp(`(?<!\\p{L})kl\\.?\\s*(${looseClock})${notAfter}`, 'iu');
const minutes = /(?<![\d.:])(?:ca\.?\s*)?(\d{1,3})\s*(?:min(?:utter|\.)?|m\.)(?!\p{L})/iu;

/** "8.55" → "08:55", "9" → "09:00". */
function clockTime(written: string): string {
  const [hours = '0', mins = '00'] = written.split(/[.:]/);
  return `${hours.padStart(2, '0')}:${mins}`;
}

export interface FoundTimes {
  readonly start: string | null;
  readonly end: string | null;
  readonly text: string;
  readonly index: number;
}

const halfDay = '\\s?([ap])\\.?m(?![-–]?\\p{L})\\.?';
const englishClock = '(1[0-2]|0?[1-9])';
const englishMinutes = '[.:]([0-5]\\d)';
/** "2.00 pm – 4.30 pm", "2-4.30 pm". */
const englishRange = new RegExp(
  `${notBefore}${englishClock}(?:${englishMinutes})?(?:${halfDay})?${between}${englishClock}(?:${englishMinutes})?${halfDay}`,
  'iu',
);
/** "9.30 am"; in capitals "AM" is Danish for the working environment. */
const englishSingle = new RegExp(
  `${notBefore}${englishClock}${englishMinutes}\\s?(?:(?!AM)([apAP])\\.?[mM](?![-–]?\\p{L}))`,
  'u',
);

/** English hours on the clock of twenty-four; where the first bears no "am" or "pm" it is that of the second. */
function englishTimes(text: string): FoundTimes | null {
  const time = (hour = '', minute = '00', half = 'a') =>
    `${String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)).padStart(2, '0')}:${minute}`;
  const hit = englishRange.exec(text);
  if (hit === null) {
    const one = englishSingle.exec(text);
    return one && { start: time(one[1], one[2], one[3]), end: null, text: one[0], index: one.index };
  }
  const [whole, hours, minute, half, toHours, toMinute, toHalf] = hit;
  const end = time(toHours, toMinute, toHalf);
  const alike = time(hours, minute, half ?? toHalf);
  // "11-1 pm" begins in the morning.
  const start = half === undefined && alike > end ? time(hours, minute, 'a') : alike;
  return { start, end, text: whole, index: hit.index };
}

/** The first clock range, or a single time behind "kl." or before "am" or "pm". */
export function findTimes(text: string): FoundTimes | null {
  const inEnglish = englishTimes(text);
  if (inEnglish) return inEnglish;
  const hit = range.exec(text) ?? rangeAfterKl.exec(text);
  if (hit?.[1] && hit[2]) {
    return { start: clockTime(hit[1]), end: clockTime(hit[2]), text: hit[0], index: hit.index };
  }
  const one = single.exec(text);
  if (one?.[1]) return { start: clockTime(one[1]), end: null, text: one[0], index: one.index };
  return null;
}

/** "– 30 min", "(10 min.)", "ca. 5 minutter" → minutes. */
export function findMinutes(
  text: string,
): { readonly minutes: number; readonly text: string; readonly index: number } | null {
  const hit = minutes.exec(text);
  return hit?.[1] ? { minutes: Number(hit[1]), text: hit[0], index: hit.index } : null;
}

/** Minutes between two clock times; an end before its start is the next day. */
export function minutesBetween(start: string, end: string): number {
  const of = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (of(end) - of(start) + 1440) % 1440;
}
