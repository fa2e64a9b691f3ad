import type { Due } from '../meeting/agenda.ts';
import { danishMonths, writeDate, writeDay } from './dates.ts';

const dayLength = 86_400_000;
const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'];

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);
const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`);

function calendarDate(year: number, month: number, day: number): string | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(time) : null;
}

/** Monday of an ISO week (ISO 8601: week 1 holds 4 January); null where that year has no such week. */
function isoMonday(year: number, week: number): number | null {
  const fourth = Date.UTC(year, 0, 4);
  const first = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayLength;
  const monday = first + (week - 1) * 7 * dayLength;
  return new Date(monday + 3 * dayLength).getUTCFullYear() === year ? monday : null;
}

function monthNumber(word: string): number {
  const start = word.toLocaleLowerCase('da').slice(0, 3);
  return danishMonths.findIndex((month) => month.startsWith(start)) + 1;
}

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** The day of that date; without a year the first one on or after the meeting. Null: not certain. */
function dayOf(
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

type Groups = Record<string, string | undefined>;
interface Form {
  readonly pattern: string;
  /** Inside a sentence only behind a word that makes it a deadline ("senest", "den", "d."): "1/2" may be a half. */
  readonly needsCue?: true;
  readonly date?: (groups: Groups, meetingDate: string | null) => string | null;
}

const month =
  '(?<month>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(?:jan|feb|mar|apr|aug|sept|sep|okt|nov|dec)\\.?)';
const plainMonth = '(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)';
const year = '(?:[,]?\\s+(?<year>\\d{4}))?';
const part =
  '(?:primo|medio|ultimo|start(?:en)?(?:\\s+af)?|midt(?:en)?(?:\\s+af|\\s+i)?|slutningen\\s+af|udgangen\\s+af|begyndelsen\\s+af|løbet\\s+af)';
const season = '(?:forår|sommer|efterår|vinter)(?:en|et)?';
const article = '(?:(?:den|d\\.)\\s*)?';
const ahead = '(?:(?:senest|inden|før|i|ved)\\s+)?';

function inDays(groups: Groups, meetingDate: string | null): string | null {
  return meetingDate === null ? null : isoDay(timeOf(meetingDate) + Number(groups.days) * dayLength);
}

function onWeekday(groups: Groups, meetingDate: string | null): string | null {
  if (meetingDate === null) return null;
  const wanted = weekdays.findIndex(
    (day) => day.slice(0, 2) === groups.weekday?.toLocaleLowerCase('da').slice(0, 2),
  );
  const ahead = (wanted - new Date(timeOf(meetingDate)).getUTCDay() + 7) % 7 || 7;
  return isoDay(timeOf(meetingDate) + ahead * dayLength);
}

const weekday = `(?:${weekdays.join('|')})`;
const forms: readonly Form[] = [
  {
    pattern: `${ahead}(?:på\\s+)?(?:${weekday}\\s+)?${article}(?<day>\\d{1,2})\\.?\\s*${month}(?:\\s+(?<year>\\d{4}))?`,
    date: ({ day = '', month: word = '', year: written }, meetingDate) =>
      dayOf(day, monthNumber(word), written, meetingDate),
  },
  { pattern: `${ahead}${article}(?<iso>\\d{4}-\\d{2}-\\d{2})`, date: ({ iso = '' }) => validDay(iso) },
  {
    pattern: `${ahead}(?:${weekday}\\s+)?${article}(?<day>\\d{1,2})[./]\\s?(?<number>\\d{1,2})[./-]\\s?(?<year>20\\d{2}|\\d{2}(?!\\d))`,
    date: ({ day = '', number = '', year: written }, meetingDate) =>
      dayOf(day, Number(number), written, meetingDate),
  },
  {
    pattern: `${ahead}(?:${weekday}\\s+)?${article}(?<day>\\d{1,2})(?:/(?<number>\\d{1,2})|\\.\\s?(?<dotted>\\d{1,2})\\.?)`,
    needsCue: true,
    date: ({ day = '', number, dotted = '' }, meetingDate) =>
      dayOf(day, Number(number ?? dotted), undefined, meetingDate),
  },
  {
    pattern: `${ahead}(?:uge|ugen|ugerne)\\s+(?<week>\\d{1,2})(?:\\s*(?:-|–|/|og|eller)\\s*(?<lastWeek>\\d{1,2}))?${year}`,
  },
  { pattern: `${ahead}${part}(?:\\s*/\\s*${part})?\\s+(?:${plainMonth}${year}|\\d{4}|året|ugen|måneden)` },
  { pattern: `${ahead}(?:(?<quarter>[1-4])\\.|første|andet|tredje|fjerde)\\s*kvartal${year}` },
  { pattern: `${ahead}(?:(?<half>[12])\\.|første|andet)\\s*halvår${year}` },
  { pattern: `(?:inden|før|senest|i|til|efter)\\s+${season}(?:\\s*/\\s*${season})?${year}` },
  { pattern: `${season}(?:\\s*/\\s*${season})?\\s+(?<year>\\d{4})` },
  { pattern: `(?:inden|før|senest|i)\\s+${plainMonth}${year}` },
  {
    pattern: `(?:inden|efter|før)\\s+(?:sommer|jule|påske|efterårs|vinter)?(?:ferien|jul|påske|pinse|nytår|årsskiftet|weekenden)`,
  },
  {
    pattern: `(?:(?:til|på|inden|senest|før|ved)\\s+)?(?:det\\s+)?(?:næste|kommende|førstkommende)\\s+\\p{L}*møde`,
  },
  { pattern: `(?:sammen\\s+)?med\\s+referatet` },
  {
    pattern: `(?:i|senest|inden)\\s+(?:næste|denne|indeværende)\\s+(?:uge|måned|år)|næste\\s+(?:uge|måned|år)`,
  },
  { pattern: `(?:på|senest|inden)\\s+(?:på\\s+)?(?<weekday>${weekday})`, date: onWeekday },
  {
    pattern: `(?:(?:inden|senest)\\s+)?i\\s+(?:dag|morgen|overmorgen)`,
    date: (_, meetingDate) => meetingDate,
  },
  { pattern: `(?:om|inden(?:\\s+for)?|senest\\s+om)\\s+(?<days>\\d{1,3})\\s+dage`, date: inDays },
  { pattern: `(?:om|inden(?:\\s+for)?)\\s+\\S+\\s+(?:uger|måneder|år)` },
  { pattern: `(?:snarest|hurtigst)(?:\\s+muligt)?|hurtigst\\s+muligt` },
];

function validDay(text: string): string | null {
  const [yearText = '', monthText = '', dayText = ''] = text.split('-');
  return calendarDate(Number(yearText), Number(monthText), Number(dayText));
}

/** Phones and foreign keyboards write ae, oe, aa. */
const tolerant = (pattern: string) =>
  pattern.replaceAll('æ', '(?:æ|ae)').replaceAll('ø', '(?:ø|oe)').replaceAll('å', '(?:å|aa)');
const compiled = forms.map((form) => ({
  form,
  whole: new RegExp(`^(?:(?:til|pr\\.?|på)\\s+)?(?:${tolerant(form.pattern)})$`, 'iu'),
  inside: new RegExp(`(?<![\\p{L}\\p{N}.,/-])(?:${tolerant(form.pattern)})(?![\\p{L}\\p{N}/-])`, 'giu'),
}));

function certainDate(form: Form, match: RegExpExecArray, meetingDate: string | null): string | null {
  const day = /(?<!\p{L})i\s+(morgen|overmorgen)$/iu.exec(match[0])?.[1]?.toLocaleLowerCase('da');
  if (day !== undefined && meetingDate !== null) {
    return isoDay(timeOf(meetingDate) + (day === 'morgen' ? 1 : 2) * dayLength);
  }
  return form.date?.(match.groups ?? {}, meetingDate) ?? null;
}

/** A whole due phrase ("senest den 1.3.", "uge 5"), without or with "frist" before it; null: no known form of a deadline. */
export function readDue(text: string, meetingDate: string | null): Due | null {
  const typed = text.trim().replace(/^(?:med\s+)?(?:frist(?:en)?|deadline)(?:\s+er)?\s*:?\s+/iu, '');
  for (const phrase of [typed, typed.replace(/[\s.,;!]+$/u, '')]) {
    for (const { form, whole } of compiled) {
      const match = whole.exec(phrase);
      if (match !== null) return { text: phrase, date: certainDate(form, match, meetingDate) };
    }
  }
  return null;
}

const cue = /(?:^|[\s(,:])(?:den|d\.|senest|inden|før|frist(?:en)?:?|deadline:?|pr\.)\s*$/iu;
const opensWithCue = /^(?:senest|inden|før|den|d\.)/iu;
/** "fra 1. marts", "BEK nr. 7 af 5/9-2022": a beginning or an origin. */
const notDue = /(?<!\p{L})(?:fra|siden|efter|af|dateret|referat(?:et)?\s+fra)\s*$/iu;

/** A due phrase inside a sentence; `start` and `end` are its place in UTF-16 units. */
export interface FoundDue {
  readonly due: Due;
  readonly start: number;
  readonly end: number;
}

/** Every due phrase of a sentence in its order, as typed. Days before the meeting are no deadlines. */
export function findDues(sentence: string, meetingDate: string | null): FoundDue[] {
  const hits: FoundDue[] = [];
  for (const { form, inside } of compiled) {
    for (const match of sentence.matchAll(inside)) {
      const before = sentence.slice(Math.max(0, match.index - 24), match.index);
      const cued = cue.test(before) || opensWithCue.test(match[0]);
      if (notDue.test(before) || (form.needsCue && !cued)) continue;
      const date = certainDate(form, match, meetingDate);
      const writtenYear = match.groups?.year;
      const past =
        meetingDate !== null &&
        (date === null
          ? writtenYear !== undefined && fullYear(writtenYear) < Number(meetingDate.slice(0, 4))
          : date < meetingDate);
      if (!past)
        hits.push({ due: { text: match[0], date }, start: match.index, end: match.index + match[0].length });
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundDue[] = [];
  for (const hit of hits) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}

/** "30. januar-3. februar 2023": what both ends share is written once. */
function writeSpan(first: string, last: string): string {
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}.-${writeDay(last)}`;
  if (first.slice(0, 4) === last.slice(0, 4)) return `${writeDay(first).slice(0, -5)}-${writeDay(last)}`;
  return `${writeDay(first)}-${writeDay(last)}`;
}

function writeWeeks(
  from: number,
  to: number,
  written: string | undefined,
  meetingDate: string | null,
): string | null {
  const first = written ?? meetingDate?.slice(0, 4);
  if (first === undefined) return null;
  for (const tried of written === undefined ? [Number(first), Number(first) + 1] : [Number(first)]) {
    const monday = isoMonday(tried, from);
    const lastMonday = isoMonday(tried, to);
    if (monday === null || lastMonday === null || lastMonday < monday) continue;
    const friday = isoDay(lastMonday + 4 * dayLength);
    if (written !== undefined || meetingDate === null || friday >= meetingDate)
      return writeSpan(isoDay(monday), friday);
  }
  return null;
}

/** `count` months from `start` (1-12), as "januar-marts 2023"; without a year the first that has not ended. */
function writeMonths(start: number, count: number, written: string | undefined, meetingDate: string | null) {
  const last = start + count - 1;
  const over = Number(meetingDate?.slice(5, 7) ?? 0) > last ? 1 : 0;
  const spanYear = written ?? (meetingDate === null ? null : String(Number(meetingDate.slice(0, 4)) + over));
  return spanYear === null ? null : `${danishMonths[start - 1]}-${danishMonths[last - 1]} ${spanYear}`;
}

const ordinals = ['første', 'andet', 'tredje', 'fjerde'];

const bare = (text: string) => text.replace(/\s/gu, '').toLocaleLowerCase('da');

/** What the words mean in days ("uge 5" → "30. januar-3. februar 2023"); null where that is unsure or already said. */
export function meaning(due: Due, meetingDate: string | null): string | null {
  if (due.date !== null)
    return bare(due.text).includes(bare(writeDay(due.date))) ? null : writeDate(due.date);
  for (const { whole } of compiled) {
    const groups = whole.exec(due.text)?.groups ?? {};
    if (groups.week !== undefined) {
      return writeWeeks(
        Number(groups.week),
        Number(groups.lastWeek ?? groups.week),
        groups.year,
        meetingDate,
      );
    }
    const kind = /(\S+)\s+(kvartal|halvår)/iu.exec(due.text);
    const word = kind?.[1]?.toLocaleLowerCase('da') ?? '';
    const number = ordinals.indexOf(word) + 1 || Number.parseInt(word, 10);
    if (kind === null || !whole.test(due.text) || Number.isNaN(number)) continue;
    const length = kind[2]?.toLocaleLowerCase('da') === 'kvartal' ? 3 : 6;
    return writeMonths((number - 1) * length + 1, length, groups.year, meetingDate);
  }
  return null;
}
