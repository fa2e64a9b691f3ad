import type { Due } from '../meeting/agenda.ts';
import { danishForms } from './danishDue.ts';
import { danishMonths, englishMonths, writeDate, writeDay } from './dates.ts';
import { dayLength, type Form, fullYear, isoDay, isoMonday, timeOf } from './dueCalendar.ts';
import { englishForms } from './englishDue.ts';
import type { Language } from './outcome.ts';

/** Phones and foreign keyboards write ae, oe, aa. */
const tolerant = (pattern: string) =>
  pattern.replaceAll('æ', '(?:æ|ae)').replaceAll('ø', '(?:ø|oe)').replaceAll('å', '(?:å|aa)');
const compiled = [...danishForms, ...englishForms].map((form) => ({
  form,
  whole: new RegExp(`^(?:(?:til|pr\\.?|på|to)\\s+)?(?:${tolerant(form.pattern)})$`, 'iu'),
  inside: new RegExp(`(?<![\\p{L}\\p{N}.,/-])(?:${tolerant(form.pattern)})(?![\\p{L}\\p{N}/-])`, 'giu'),
}));

/** Any form at all: most sentences hold none, and are asked once instead of for each form. */
const unnamed = (pattern: string) => pattern.replaceAll(/\(\?<[a-zA-Z]+>/gu, '(?:');
const anyForm = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(?:${compiled.map(({ form }) => unnamed(tolerant(form.pattern))).join('|')})(?![\\p{L}\\p{N}/-])`,
  'iu',
);

function certainDate(form: Form, match: RegExpExecArray, meetingDate: string | null): string | null {
  const day = /(?<!\p{L})i\s+(morgen|overmorgen)$/iu.exec(match[0])?.[1]?.toLocaleLowerCase('da');
  if (day !== undefined && meetingDate !== null) {
    return isoDay(timeOf(meetingDate) + (day === 'morgen' ? 1 : 2) * dayLength);
  }
  return form.date?.(match.groups ?? {}, meetingDate) ?? null;
}

/** A whole due phrase ("senest den 1.3.", "uge 5"), without or with "frist" or "due" before it; null: no known form of a deadline. */
export function readDue(text: string, meetingDate: string | null): Due | null {
  const typed = text
    .trim()
    .replace(/^(?:med\s+)?(?:frist(?:en)?|deadline|due)(?:\s+er|\s+is)?\s*:?\s+/iu, '');
  for (const phrase of [typed, typed.replace(/[\s.,;!]+$/u, '')]) {
    for (const { form, whole } of compiled) {
      const match = whole.exec(phrase);
      if (match !== null) return { text: phrase, date: certainDate(form, match, meetingDate) };
    }
  }
  return null;
}

const cue = /(?:^|[\s(,:])(?:den|d\.|senest|inden|før|frist(?:en)?:?|deadline:?|pr\.|by|before|due:?)\s*$/iu;
const opensWithCue = /^(?:senest|inden|før|den|d\.|by\s|before\s|no\s+later)/iu;
/** "fra 1. marts", "BEK nr. 7 af 5/9-2022": a beginning or an origin. */
const notDue =
  /(?<!\p{L})(?:fra|siden|efter|af|dateret|referat(?:et)?\s+fra|from|since|after|of|dated)\s*$/iu;

/** A due phrase inside a sentence; `start` and `end` are its place in UTF-16 units. */
export interface FoundDue {
  readonly due: Due;
  readonly start: number;
  readonly end: number;
}

/** Every due phrase of a sentence in its order, as typed. Days before the meeting are no deadlines. */
export function findDues(sentence: string, meetingDate: string | null): FoundDue[] {
  if (!anyForm.test(sentence)) return [];
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

/** "30. januar-3. februar 2023", "30 January–3 February 2023": what both ends share is written once. */
function writeSpan(first: string, last: string, language: Language): string {
  const between = language === 'da' ? '-' : '–';
  const end = writeDay(last, language);
  if (first.slice(0, 7) === last.slice(0, 7))
    return `${Number(first.slice(8))}${language === 'da' ? '.' : ''}${between}${end}`;
  const start = writeDay(first, language);
  return `${first.slice(0, 4) === last.slice(0, 4) ? start.slice(0, -5) : start}${between}${end}`;
}

function writeWeeks(
  [from, to]: readonly [number, number],
  written: string | undefined,
  meetingDate: string | null,
  language: Language,
): string | null {
  const first = written ?? meetingDate?.slice(0, 4);
  if (first === undefined) return null;
  for (const tried of written === undefined ? [Number(first), Number(first) + 1] : [Number(first)]) {
    const monday = isoMonday(tried, from);
    const lastMonday = isoMonday(tried, to);
    if (monday === null || lastMonday === null || lastMonday < monday) continue;
    const friday = isoDay(lastMonday + 4 * dayLength);
    if (written !== undefined || meetingDate === null || friday >= meetingDate)
      return writeSpan(isoDay(monday), friday, language);
  }
  return null;
}

/** `count` months from `start` (1-12), as "januar-marts 2023"; without a year the first that has not ended. */
function writeMonths(
  [start, count]: readonly [number, number],
  written: string | undefined,
  meetingDate: string | null,
  language: Language,
): string | null {
  const last = start + count - 1;
  const over = Number(meetingDate?.slice(5, 7) ?? 0) > last ? 1 : 0;
  const spanYear = written ?? (meetingDate === null ? null : String(Number(meetingDate.slice(0, 4)) + over));
  if (spanYear === null) return null;
  return language === 'da'
    ? `${danishMonths[start - 1]}-${danishMonths[last - 1]} ${spanYear}`
    : `${englishMonths[start - 1]}–${englishMonths[last - 1]} ${spanYear}`;
}

const ordinals = ['første', 'andet', 'tredje', 'fjerde'];
const englishOrdinals = ['first', 'second', 'third', 'fourth'];

const bare = (text: string) => text.replace(/\s/gu, '').toLocaleLowerCase('da');

/** As minutes say it: a day that is certain by its date ("på fredag" means nothing a week later), else as it was said. */
export function writeDue(due: Due, language: Language): string {
  if (due.date === null || readDue(due.text, null) === null) return due.text;
  const ahead = /^(?:senest|inden|før|by|before|no\s+later\s+than)(?=\s)/iu.exec(due.text)?.[0];
  const day = writeDate(due.date, language);
  if (ahead === undefined) return day;
  // The day is written in the language of the reader, so what leads to it is too.
  const said = ahead.toLocaleLowerCase('da').replaceAll(/\s+/gu, ' ');
  return `${aheadOf[language][said] ?? ahead} ${day}`;
}

const aheadOf: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  da: { by: 'senest', before: 'inden', 'no later than': 'senest' },
  en: { senest: 'by', inden: 'before', før: 'before' },
};

/** What the words mean in days ("uge 5" → "30. januar-3. februar 2023"); null where that is unsure or already said. */
export function meaning(due: Due, meetingDate: string | null, language: Language = 'da'): string | null {
  if (due.date !== null) {
    const said = (['da', 'en'] as const).some((one) =>
      bare(due.text).includes(bare(writeDay(due.date ?? '', one))),
    );
    return said ? null : writeDate(due.date, language);
  }
  for (const { whole } of compiled) {
    const groups = whole.exec(due.text)?.groups ?? {};
    if (groups.week !== undefined) {
      const weeks = [Number(groups.week), Number(groups.lastWeek ?? groups.week)] as const;
      return writeWeeks(weeks, groups.year, meetingDate, language);
    }
    const kind = /(\S+)\s+(kvartal|halvår|quarter|half)/iu.exec(due.text);
    const word = kind?.[1]?.toLocaleLowerCase('da') ?? '';
    const ordinal = Math.max(ordinals.indexOf(word), englishOrdinals.indexOf(word));
    const number = ordinal + 1 || Number.parseInt(word, 10);
    if (kind === null || !whole.test(due.text) || Number.isNaN(number)) continue;
    const length = /^(?:kvartal|quarter)$/iu.test(kind[2] ?? '') ? 3 : 6;
    return writeMonths([(number - 1) * length + 1, length], groups.year, meetingDate, language);
  }
  return null;
}

/** The same for a card that is short of room: null also where only the meeting's own year would be added. */
export function newMeaning(due: Due, meetingDate: string | null, language: Language = 'da'): string | null {
  const { date } = due;
  const sameYear = date !== null && date.slice(0, 4) === meetingDate?.slice(0, 4);
  const dayAndMonth = (one: Language) => bare(writeDay(date ?? '', one).replace(/\s\d{4}$/u, ''));
  if (sameYear && (['da', 'en'] as const).some((one) => bare(due.text).includes(dayAndMonth(one))))
    return null;
  return meaning(due, meetingDate, language);
}
