import { remembering } from '../wording/remember.ts';
import { tidy } from './paragraphs.ts';

/** How a heading carries its number; one document keeps to one way. */
export type NumberStyle =
  | 'word'
  | 'ad'
  | 'section'
  | 'dot'
  | 'paren'
  | 'bare'
  | 'roman'
  | 'lowerLetter'
  | 'upperLetter';

/** In the order in which they are tried where two runs are equally good. */
export const numberStyles: readonly NumberStyle[] = [
  'word',
  'ad',
  'section',
  'dot',
  'paren',
  'bare',
  'roman',
  'upperLetter',
  'lowerLetter',
];

export interface NumberedLine {
  readonly style: NumberStyle;
  /** As printed, without mark: "4", "4a", "2.1", "IV". */
  readonly number: string;
  readonly order: number;
  /** Sub-number: "2.1" → 1, "4b" → 2; 0 for none. */
  readonly minor: number;
  readonly rest: string;
}

const digits = '(?<order>\\d{1,3})(?:\\.(?<sub>[1-9]\\d?)(?![\\d]))?\\s?(?<letter>[a-z](?![\\p{L}]))?';
// "Ad 1-2" and "§§ 3-5" speak of several at once
const several = '(?!\\s*(?:[-–/,]|og)\\s*\\d)';
const mark = '\\s*[.:)–—-]*\\s*';

const forms: readonly (readonly [NumberStyle, RegExp])[] = [
  [
    'word',
    new RegExp(
      `^(?:dagsordens?punkt|punkt|pkt\\.?|sag(?: nr\\.?)?|(?:agenda )?item)\\s*(?:nr\\.?\\s*)?${digits}${several}${mark}(?<rest>.*)$`,
      'iu',
    ),
  ],
  [
    'ad',
    new RegExp(
      `^(?:ad|til|vedr\\.?)\\.?\\s*(?:punkt|pkt\\.?|dagsordens?punkt)\\s*${digits}${several}${mark}(?<rest>.*)$`,
      'iu',
    ),
  ],
  ['ad', new RegExp(`^ad\\.?\\s*${digits}${several}${mark}(?<rest>.*)$`, 'iu')],
  ['section', new RegExp(`^§\\s*${digits}${several}${mark}(?<rest>.*)$`, 'iu')],
  ['dot', /^(?<order>\d{1,3})\.(?<sub>[1-9]\d?)[.)]?\s+(?<rest>\D.*)$/iu],
  ['dot', /^(?<order>\d{1,3})(?<letter>[a-z])?\.(?!\d)\s*(?<rest>.*)$/iu],
  ['paren', /^\(?(?<order>\d{1,3})(?<letter>[a-z])?\)\s*(?<rest>.*)$/iu],
  ['bare', /^(?<order>\d{1,3})(?<letter>[a-z])?(?:\s+|\s*[:–—|]\s*|\s+-\s+)(?<rest>\(?[\p{Lu}\d"'”“«].*)$/u],
  ['roman', /^(?<roman>[IVX]{1,6})(?:\s*[.):]\s*|\t+|\s{2,}|\s+[–-]\s+)(?<rest>\S.*)$/u],
  ['upperLetter', /^\(?(?<alpha>[A-Z])[.)]\s*(?<rest>\p{Lu}.*)$/u],
  ['lowerLetter', /^\(?(?<alpha>[a-z])[.)]\s*(?<rest>\S.*)$/u],
];

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** "XIV" → 14; null for letters in an order that no number has. */
function romanNumber(written: string): number | null {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(written) || written === '') return null;
  const values = [...written].map((letter) => romanDigits[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Looked at before anything else: a digit near the front, or one to six letters and a mark. */
const mayBeNumbered = /^(?:[(§]?\s?\d|\D{2,34}\d|\(?\p{L}[.)]|[IVX]{1,6}[\s.):])/u;
const none: readonly NumberedLine[] = [];

/** "Åben 4 Budget", "Lukket punkt 5": the mark in front of the number goes behind the title, where it is read. */
const markedFirst =
  /^(?<mark>(?:åben|lukket|fortrolig)t?(?:\s+(?:punkt|sag))?)\s+(?<rest>\d{1,3}\.?\s+\p{Lu}.*)$/iu;

/** "Kl. 10.05   2. Budget", from a column of times: the time goes behind the title, where it is read. */
const timedFirst =
  /^\(?(?<time>(?:[Kk]l\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?)\)?\s*[:|–-]?\s+(?<rest>\d{1,3}(?:\.(?:\d{1,2}[.)]?)?|[):])\s+["”(]?\p{Lu}.*)$/u;

function timeBehind(written: string): string {
  const { time, rest } = timedFirst.exec(written)?.groups ?? {};
  return time && rest ? `${rest} (${/^kl/iu.test(time) ? time : `kl. ${time}`})` : written;
}

/**
 * Reads the number at the front of a line in every style that it may be meant in ("V." is a letter and a numeral);
 * `prefix` is what this document writes before its item numbers, in small letters.
 */
export const numberedForms = (written: string, prefix: string | null = null): readonly NumberedLine[] =>
  prefix === null ? plainForms(written) : formsOf(written, prefix);

const plainForms = remembering((written: string): readonly NumberedLine[] => formsOf(written, null));

function formsOf(written: string, prefix: string | null): readonly NumberedLine[] {
  if (!mayBeNumbered.test(written) && (prefix === null || !written.toLowerCase().startsWith(prefix)))
    return none;
  const found: NumberedLine[] = [];
  const marked = markedFirst.exec(written)?.groups;
  const turned = marked ? `${marked.rest ?? ''} (${marked.mark ?? ''})` : timeBehind(written);
  const ours = prefix !== null && turned.toLowerCase().startsWith(prefix);
  const text = ours ? `Punkt ${turned.slice(prefix.length).trim()}` : turned;
  for (const [style, form] of forms) {
    if (found.some((one) => one.style !== 'roman')) break;
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const rest = tidy(groups.rest ?? '');
    if (groups.roman !== undefined) {
      const order = romanNumber(groups.roman);
      if (order !== null) found.push({ style, number: groups.roman, order, minor: 0, rest });
    } else if (groups.alpha !== undefined) {
      const order = groups.alpha.toLowerCase().charCodeAt(0) - 96;
      found.push({ style, number: groups.alpha, order, minor: 0, rest });
    } else {
      const letter = (groups.letter ?? '').toLowerCase();
      const major = (groups.order ?? '').replace(/^0+(?=\d)/, '');
      const minor = groups.sub ? Number(groups.sub) : letter ? letter.charCodeAt(0) - 96 : 0;
      const number = groups.sub ? `${major}.${groups.sub}` : `${major}${letter}`;
      found.push({ style, number, order: Number(major), minor, rest });
    }
  }
  return found;
}

/** The line's number in the likeliest style; null where it has none. */
export const numberedLine = (text: string): NumberedLine | null => numberedForms(text)[0] ?? null;
