import type { CleanLine } from './cleanLines.ts';
import { findMinutes, findTimes } from './clockAndDate.ts';
import { isMetaLine } from './itemMeta.ts';
import { joinWrapped, tidy } from './paragraphs.ts';
import { recommendingClauseOf, sectionLabelOf } from './sectionLabels.ts';

/** How a heading carries its number; one document keeps to one way. */
export type NumberStyle = 'dot' | 'paren' | 'bare' | 'word' | 'ad';

/** A line that might open an agenda item, with what speaks for and against it. */
export interface HeadingCandidate {
  readonly index: number;
  readonly style: NumberStyle;
  /** As printed: "4", "4a". */
  readonly number: string;
  readonly order: number;
  readonly suffix: string;
  /** The heading's text without number, joined over its lines. */
  readonly text: string;
  /** Lines that the heading takes. */
  readonly span: number;
  readonly evidence: number;
  /** How style, tag or letters set it off from running text; null where they do not. */
  readonly look: string | null;
  /** Stands in a list of contents (dot leaders, page number). */
  readonly contents: boolean;
}

const forms: readonly (readonly [NumberStyle, RegExp])[] = [
  [
    'word',
    /^(?:dagsordens?punkt|punkt|pkt\.?|sag(?: nr\.?)?)\s*(?:nr\.?\s*)?(\d{1,3})\s?([a-z](?![\p{L}]))?\s*[.:)–—-]*\s*(.*)$/iu,
  ],
  ['ad', /^ad\.?\s*(\d{1,3})\s?([a-z](?![\p{L}]))?\s*[.:)–—-]*\s*(.*)$/iu],
  ['dot', /^(\d{1,3})([a-z])?\.(?!\d)\s*(.*)$/iu],
  ['paren', /^\(?(\d{1,3})([a-z])?\)\s*(.*)$/iu],
  ['bare', /^(\d{1,3})([a-z])?(?:\s+|\s*[:–—|]\s*|\s+-\s+)(\(?[\p{Lu}\d"'”“«].*)$/u],
];
const contentsTail = /(?:\.{3,}|…|(?:\s\.){3,}|_{3,})\s*\d{0,4}$/;
export const presenterMark = /(?:^|[\s(,])(?:v\s?\/|v\.\s?(?=\p{L})|ved\s)/iu;
const bulletStart = /^(?:[•·▪*–-]\s|o\s(?=\p{L}))/u;

const isHeadline = (line: CleanLine | undefined): boolean =>
  line !== undefined && (sectionLabelOf(line.text) !== null || recommendingClauseOf(line.text) !== null);

const numbered = (text: string) => {
  for (const [style, form] of forms) {
    const hit = form.exec(text);
    if (hit)
      return { style, digits: hit[1] ?? '', suffix: (hit[2] ?? '').toLowerCase(), rest: tidy(hit[3] ?? '') };
  }
  return null;
};

const endsWithTime = /(?:\d{1,2}[.:]\d{2}\s*\)?|min(?:utter|\.)?\s*\)?|(?<!\p{L})m\.\s*\)?)\.?$/iu;
const carriesTime = (text: string): boolean => findTimes(text) !== null || findMinutes(text) !== null;
const unfinished =
  /(?:[,/&–-]|(?<!\p{L})(?:og|samt|ved|v\/|af|for|til|i|på|om|med|fra|vedr\.?|vedrørende|mellem))$/iu;

/** How many lines a heading takes: on to its time where it has one, over a broken word, or as far as its block reaches. */
function headingText(
  lines: readonly CleanLine[],
  index: number,
  rest: string,
): { text: string; span: number } {
  let text = rest;
  let span = 1;
  const next = () => lines[index + span];
  const free = (line: CleanLine | undefined): line is CleanLine =>
    line !== undefined &&
    line.gap < 2 &&
    !isMetaLine(line.text) &&
    !isHeadline(line) &&
    !bulletStart.test(line.text.replace(/^[–-]\s*\d/, '')) &&
    !numbered(line.text);
  if (text === '' && next() && !isHeadline(next())) {
    text = next()?.text ?? '';
    span = 2;
  }
  // a time within the next lines closes the heading
  if (!carriesTime(text)) {
    let joined = text;
    for (let ahead = span; ahead < span + 3; ahead++) {
      const line = lines[index + ahead];
      if (!free(line)) break;
      joined = joinWrapped(joined, line.text);
      const time = findTimes(line.text) ?? findMinutes(line.text);
      const opensLine = time !== null && time.index <= 8;
      if (carriesTime(line.text) && (opensLine || endsWithTime.test(line.text)) && joined.length < 320) {
        text = joined;
        span = ahead + 1;
        break;
      }
    }
  }
  // a broken word, an open list of names or a lower-case line goes on
  for (let more = 0; more < 3; more++) {
    const line = next();
    const hyphen = /\p{L}[-‐]$/u.test(text) && line !== undefined && /^\p{Ll}/u.test(line.text);
    if (line === undefined || text.length > 240 || (!hyphen && !free(line))) break;
    const closed = endsWithTime.test(text) || /[.?!]$/.test(text);
    if (
      !hyphen &&
      !goesOnAlike(lines[index], line) &&
      (closed ||
        !(unfinished.test(text) || /^\p{Ll}/u.test(line.text) || endsBlock(lines, index + span, text)))
    )
      break;
    text = joinWrapped(text, line.text);
    span++;
  }
  return { text: tidy(text), span };
}

/** Headings of one document share their look. */
const lookOf = ({ evidence }: CleanLine): string | null =>
  evidence?.heading !== undefined
    ? `h${evidence.heading}`
    : evidence?.bold || (evidence?.size ?? 1) > 1.1
      ? `${evidence?.bold ? 'bold' : ''}${evidence?.size ?? 1}`
      : null;

/** What style, tag and look say for a heading; list entries are set like running text. */
const lookEvidence = ({ evidence }: CleanLine): number =>
  evidence?.heading !== undefined ? 3 : evidence?.bold ? 2 : (evidence?.size ?? 1) > 1.1 ? 1.5 : 0;

/** The source says that the line above wraps, and looks like a heading in both. */
const goesOnAlike = (first: CleanLine | undefined, line: CleanLine): boolean =>
  line.evidence?.wraps === true &&
  first?.evidence !== undefined &&
  (first.evidence.bold === true || first.evidence.heading !== undefined) &&
  first.evidence.bold === line.evidence.bold &&
  first.evidence.heading === line.evidence.heading;

/** The second line of a long title: nothing but a gap or a heading follows it. */
function endsBlock(lines: readonly CleanLine[], at: number, before: string): boolean {
  const line = lines[at];
  const after = lines[at + 1];
  if (!line || before.length < 60 || line.text.length > 90 || /[.:;]$/.test(line.text)) return false;
  return after === undefined || isHeadline(after);
}

/** All lines that might be item headings, in order, each with its evidence. */
export function headingCandidates(lines: readonly CleanLine[]): HeadingCandidate[] {
  const candidates: HeadingCandidate[] = [];
  let section: string | null = null;
  const listed = new Map<string, number>();
  lines.forEach((line, index) => {
    const hit = numbered(line.text);
    if (!hit) {
      const label =
        sectionLabelOf(line.text)?.kind ?? (recommendingClauseOf(line.text) ? 'recommendation' : null);
      if (label !== null && label !== 'aside' && label !== 'subheading') {
        section = label;
        listed.clear();
      }
      return;
    }
    const order = Number(hit.digits);
    // "1. At …" is a point of a recommendation wherever it stands
    if (/^at(?!\p{L})/iu.test(hit.rest) || order === 0) {
      listed.set(hit.style, order);
      return;
    }
    const contents = line.evidence?.contents ?? contentsTail.test(line.text);
    const { text, span } = headingText(lines, index, hit.rest);
    if (text === '') return;
    const following = lines[index + span];
    const second = lines[index + span + 1];
    const continuesList =
      section === 'recommendation' &&
      (listed.get(hit.style) === order - 1 || (order === 1 && !listed.has(hit.style)));
    let evidence = 1;
    if (carriesTime(text)) evidence += 3;
    if (presenterMark.test(text)) evidence += 1.5;
    const above = candidates.at(-1);
    const inRun =
      above?.style === hit.style &&
      above.order === order - 1 &&
      above.index + above.span === index &&
      line.gap < 2;
    if (isHeadline(following)) evidence += inRun ? 0 : 3;
    else if (isHeadline(second)) evidence += inRun ? 0 : 1.5;
    if (line.gap > 0) evidence += 1;
    if (hit.style === 'word' || hit.style === 'ad') evidence += 2;
    if (hit.style === 'bare') evidence -= 0.3;
    evidence += lookEvidence(line);
    if (/[.;,]$/.test(text) && !endsWithTime.test(text) && !/^evt\.$/i.test(text)) evidence -= 1;
    if (/^\p{Ll}/u.test(text)) evidence -= 2;
    if (text.length > 220) evidence -= 2;
    if (continuesList) {
      evidence -= 4;
      listed.set(hit.style, order);
    }
    if (contents) evidence -= 4;
    if (
      /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?!\p{L})/iu.test(
        hit.rest,
      )
    )
      evidence -= 6;
    const neighbour = following && numbered(following.text);
    const followed = neighbour && Number(neighbour.digits) === order + 1 && following.gap < 2;
    // one of several numbered lines on end: mostly a list, unless nothing better is found
    const doubt = (followed ? 1.5 : 0) + (inRun ? 2.5 : 0);
    if (evidence > 0.2) evidence = Math.max(0.2, evidence - doubt);
    candidates.push({
      index,
      style: hit.style,
      number: hit.digits.replace(/^0+(?=\d)/, '') + hit.suffix,
      order,
      suffix: hit.suffix,
      text: contents ? tidy(text.replace(contentsTail, '')) : text,
      span,
      evidence,
      look: lookOf(line),
      contents,
    });
  });
  return candidates;
}
