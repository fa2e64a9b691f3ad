import { DEEPEST, writtenLine } from '../wording/typedLines.ts';
import type { CleanLine } from './cleanLines.ts';
import { goesOn, joinLines, tidy } from './paragraphs.ts';

const bulletMark = /^(?:[•·▪●◦*\u2022\uf0b7\u25aa]\s*|[–-]\s+)(?=\S)/u;
/** "a. godkender": a list is numbered so only where it begins with "a." ("d. 6. marts" is a date). */
const letterMark = /^[a-h]\.\s+(?=\p{L})/u;
const firstLetterMark = /^a\.\s+(?=\p{L})/u;
const subBulletMark = /^(?:o|◦|▪)\s+(?=\p{L})/u;
const numberMark = /^(?:\(?\d{1,2}[.)]\s*|\(?[a-z]\)\s*)(?=\D)/u;
const atMark = /^at\s*(?:\d{1,2}\s*\)|:)?\s/iu;

/** "godkender planen" on a line of its own below "at rådet": what bullets leave behind when they are lost. */
const verbFirst =
  /^(?:godkender|drøfter|tager|beslutter|anbefaler|tiltræder|giver|udpeger|vedtager|prioriterer|orienteres|bemyndiger|indstiller|afsætter|tilslutter|udarbejder|sender|nedsætter|orienterer)(?!\p{L})/u;

/** A sentence that is over; "bl.a." and "m.v." end none. */
const isWhole = (text: string): boolean => /\p{L}{3}[.!?]$/u.test(text) && !/(?:^|\s)at[.:]$/iu.test(text);
const laterLetter = /^\(?[b-h]\)\s/u;

const isSentence = (text: string): boolean => /\.$/.test(text) && text.split(' ').length >= 4;

/** "at udvalget over for Byrådet anbefaler," above "at … godkendes,": who recommends it to whom, and nothing to decide. */
const leadingOn =
  /^at\s.{3,120}(?<!\p{L})(?:anbefaler|indstiller|foreslår|beslutter|indstilles|anbefales)[,:]?$/iu;

export interface Points {
  readonly points: string[];
  /** Sub-points belong to the point above; text behind the list is handed back. */
  readonly after: readonly CleanLine[];
  readonly set: 'bullets' | 'numbers' | null;
  /** "… indstiller, at det besluttes" above a list: it only leads into the points. */
  readonly lead: readonly CleanLine[];
}

/** "Ad 1-2: Godkendt.": decided for these points; the words stay. */
const adMark = /^ad\.?\s*\d{1,2}(?:\s*(?:[-–,]|og)\s*\d{1,2})*\.?\s*[:)]\s*(?=\S)/iu;

/** "Bilag 2: Notat", where every attachment opens so. */
const attachmentMark = /^bilag\s*(?:nr\.?\s*)?[\dIVX]{1,4}(?:\.\d{1,2}){0,3}[a-z]?(?![\p{L}\d])/iu;

const markOf = (text: string): 'bullets' | 'numbers' | null =>
  bulletMark.test(text) ? 'bullets' : numberMark.test(text) || adMark.test(text) ? 'numbers' : null;

const strippedOf = (text: string, lettered: boolean): string =>
  tidy(
    text
      .replace(bulletMark, '')
      .replace(numberMark, '')
      .replace(lettered ? letterMark : /^$/u, '')
      .replace(/^at\s*\d{1,2}\s*\)\s*/iu, 'At ')
      .replace(/^at:\s*/iu, 'At '),
  );

/** Entries of a list that is nested in the item's own ("o at …") are bullets where there are no others. */
function withOwnBullets(lines: readonly CleanLine[]): readonly CleanLine[] {
  if (lines.some((line) => markOf(line.text) !== null)) return lines;
  return lines.map((line) => ({ ...line, text: line.text.replace(/^o\s+(?=\p{L})/u, '• ') }));
}

/**
 * Cuts a section into its points: by bullets or numbers where it has them, else by "at …" or by paragraphs
 * (`how` "lines": every line is one, unless it goes on with the one above). A new paragraph behind a list ends it.
 */
export function pointsOf(source: readonly CleanLine[], how: 'paragraphs' | 'lines'): Points {
  const lines = withOwnBullets(source);
  const listed = how === 'lines' && attachmentMark.test(lines[0]?.text ?? '');
  const lettered = lines.some((line) => firstLetterMark.test(line.text));
  const stripped = (text: string) => strippedOf(text, lettered);
  const opens = (text: string) =>
    markOf(text) !== null || (lettered && letterMark.test(text)) || (listed && attachmentMark.test(text));
  // bullets below numbers are part of the point above
  const marks = lines.map((line) => markOf(line.text)).filter((mark) => mark !== null);
  const numbered = marks[0] === 'numbers' && marks.filter((mark) => mark === 'numbers').length > 1;
  const marked = listed || lettered || marks.length > 0;
  const byVerb =
    !marked &&
    lines.filter((line) => atMark.test(line.text)).length < 2 &&
    lines.filter((line) => verbFirst.test(line.text)).length >= 2;
  const byAt = !marked && !byVerb && lines.some((line) => atMark.test(line.text));
  const parted = marked || byAt || byVerb;
  const set = marks[0] ?? (lettered ? 'numbers' : null);
  const width = Math.max(60, ...lines.slice(0, 200).map((line) => Math.min(line.text.length, 120)));
  // "Indstilling: Regnskabet godkendes." and below it "b) Budget": a sentence of its own, and a list that is another's
  const whole = isWhole(lines[0]?.text ?? '') && !opens(lines[0]?.text ?? '');
  const firstOpen = lines.findIndex((line) => opens(line.text));
  if (whole && laterLetter.test(lines[firstOpen]?.text ?? '')) {
    const own = pointsOf(lines.slice(0, firstOpen), how);
    return { ...own, after: [...own.after, ...lines.slice(firstOpen)] };
  }
  const points: string[][] = [];
  let after: readonly CleanLine[] = [];
  for (const [index, line] of lines.entries()) {
    const point = points.at(-1);
    const last = point?.at(-1) ?? '';
    const sub = subBulletMark.test(line.text) || (numbered && bulletMark.test(line.text));
    const starts = byVerb
      ? verbFirst.test(line.text)
      : marked
        ? opens(line.text)
        : byAt && atMark.test(line.text);
    if (point === undefined || (starts && !sub)) {
      points.push([stripped(line.text)]);
      continue;
    }
    // running text right below a list whose last entry is far shorter than the lines of this text
    const beside =
      marked &&
      !sub &&
      last.length < width * 0.6 &&
      /^\p{Lu}/u.test(line.text) &&
      line.text.length > last.length;
    const breaks =
      beside || ((parted || how === 'paragraphs' ? line.gap === 2 : true) && !goesOn(last, line.text));
    // the running text below a list of titles
    if (
      listed &&
      !starts &&
      /^\p{Lu}/u.test(line.text) &&
      (/[.!?]$/.test(line.text) || line.text.length > 70)
    ) {
      after = lines.slice(index);
      break;
    }
    if (how === 'lines' && !marked && breaks && isSentence(line.text) && !isSentence(points[0]?.[0] ?? '')) {
      after = lines.slice(index);
      break;
    }
    if (!breaks) point.push(line.text);
    else if (!parted) points.push([stripped(line.text)]);
    else if (!sub && (/[.?!]$/.test(last) || /^\p{Lu}/u.test(line.text))) {
      after = lines.slice(index);
      break;
    } else point.push(line.text);
  }
  // "… indstiller, at det besluttes" above a list only leads into it
  const led =
    (marked || byVerb) &&
    points.length > 1 &&
    !opens(lines[0]?.text ?? '') &&
    !verbFirst.test(lines[0]?.text ?? '') &&
    !whole &&
    (points[0]?.join(' ').length ?? 0) < 120;
  const leadsOn = byAt && points.length > 2 && points[0]?.length === 1 && leadingOn.test(points[0][0] ?? '');
  const firstMarked = lines.findIndex((line) => (byVerb ? verbFirst.test(line.text) : opens(line.text)));
  const lead = led ? lines.slice(0, Math.max(0, firstMarked)) : leadsOn ? lines.slice(0, 1) : [];
  const texts = (led || leadsOn ? points.slice(1) : points).map((point) => tidy(joinLines(point)));
  return { points: texts.filter((text) => /[\p{L}\p{N}]/u.test(text)), after, set, lead };
}

/**
 * Running text of some lines: wraps joined, paragraphs and list entries on lines of their own. `bullets`: entries of a
 * list of the source as they are typed ("- ", two blanks before it for each further level).
 */
export function proseOf(lines: readonly CleanLine[], bullets: 'asShown' | 'asTyped' = 'asShown'): string {
  const paragraphs: string[][] = [];
  const opened: CleanLine[] = [];
  let count = Number.NaN;
  const width = lines.reduce((most, line) => Math.max(most, Math.min(line.text.length, 120)), 50);
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    const last = paragraph?.at(-1) ?? '';
    const bare = Number(/^(\d{1,2}) \p{Lu}/u.exec(line.text)?.[1] ?? Number.NaN);
    const counted = bare === 1 || bare === count + 1;
    if (counted) count = bare;
    const listed =
      counted ||
      markOf(line.text) !== null ||
      subBulletMark.test(line.text) ||
      /^[A-Za-z][.)]\s+\p{Lu}/u.test(line.text);
    // a short line that ends its sentence, or a short entry of a list, is not wrapped
    const ended =
      last.length < width * 0.7 &&
      /^\p{Lu}/u.test(line.text) &&
      (/[.?!:]$/.test(last) || (paragraph?.length === 1 && markOf(last) !== null));
    const breaks =
      listed ||
      ended ||
      (line.gap === 2 && !goesOn(last, line.text)) ||
      (line.gap === 1 && /[.:?!]$/.test(last));
    if (paragraph === undefined || breaks) {
      paragraphs.push([line.text]);
      opened.push(line);
    } else paragraph.push(line.text);
  }
  return paragraphs
    .map((paragraph, at) => {
      const text = tidy(joinLines(paragraph));
      const list = opened[at]?.evidence?.list;
      if (bullets === 'asShown' || !list || list.value !== null) return text;
      const mark = `${list.label} `;
      return text.startsWith(mark)
        ? writtenLine({ level: Math.min(DEEPEST, list.level + 1), text: text.slice(mark.length) })
        : text;
    })
    .join('\n');
}
