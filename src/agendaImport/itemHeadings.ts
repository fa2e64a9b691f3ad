import type { CleanLine } from './cleanLines.ts';
import { findMinutes, findTimes } from './clockAndDate.ts';
import { carriesTime, endsWithTime, headingLikeness, lookOf } from './headingLikeness.ts';
import { isMetaLine } from './itemMeta.ts';
import { numberPrefixOf } from './namedNumbers.ts';
import { type NumberStyle, numberedForms, numberedLine } from './numberedLine.ts';
import { joinWrapped, tidy } from './paragraphs.ts';
import { recommendingClauseOf, sectionLabelOf } from './sectionLabels.ts';

/** A line that might open an agenda item, with what speaks for and against it. */
export interface HeadingCandidate {
  readonly index: number;
  readonly style: NumberStyle;
  /** As printed: "4", "4a", "2.1", "IV"; "" where it has none. */
  readonly number: string;
  readonly order: number;
  /** Sub-number ("2.1", "4a"); 0 for none. */
  readonly minor: number;
  /** The heading's text without number, joined over its lines. */
  readonly text: string;
  /** Lines that the heading takes. */
  readonly span: number;
  readonly evidence: number;
  /** How style, tag or letters set it off from running text; null where they do not. */
  readonly look: string | null;
  /** Stands in a list of contents (dot leaders, page number). */
  readonly contents: boolean;
  /** The number stood alone on its line ("Ad 3."); `text` is the line below. */
  readonly numberAlone: boolean;
  /** What of the heading's line belongs to the item's text, where the title is known from a list of contents. */
  readonly lead?: string;
}

const contentsTail = /(?:\.{3,}|…|(?:\s\.){3,}|_{3,})\s*\d{0,4}$/;
const bulletStart = /^(?:[•·▪*–-]\s|o\s(?=\p{L}))/u;

const isHeadline = (line: CleanLine | undefined): boolean =>
  line !== undefined && (sectionLabelOf(line.text) !== null || recommendingClauseOf(line.text) !== null);

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
    !numberedLine(line.text);
  if (text === '' && next() && !isHeadline(next()) && !numberedLine(next()?.text ?? '')) {
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

/** All lines that might be item headings, in order, each with its evidence; a line counts in every style it may mean. */
export function headingCandidates(lines: readonly CleanLine[]): HeadingCandidate[] {
  const candidates: HeadingCandidate[] = [];
  let section: string | null = null;
  const listed = new Map<string, number>();
  const latest = new Map<NumberStyle, HeadingCandidate>();
  const prefix = numberPrefixOf(lines);
  lines.forEach((line, index) => {
    const forms = numberedForms(line.text, prefix);
    if (forms.length === 0 || isHeadline(line)) {
      const label =
        sectionLabelOf(line.text)?.kind ?? (recommendingClauseOf(line.text) ? 'recommendation' : null);
      if (label !== null && label !== 'aside' && label !== 'subheading') {
        section = label;
        listed.clear();
      }
      return;
    }
    for (const hit of forms) {
      // "1. At …" is a point of a recommendation wherever it stands
      if (/^at(?!\p{L})/iu.test(hit.rest) || hit.order === 0) {
        listed.set(hit.style, hit.order);
        continue;
      }
      const contents = line.evidence?.contents ?? contentsTail.test(line.text);
      const { text, span } = headingText(lines, index, hit.rest);
      if (text === '' && hit.style !== 'ad') continue;
      const following = lines[index + span];
      const above = latest.get(hit.style);
      const continuesList =
        section === 'recommendation' &&
        (listed.get(hit.style) === hit.order - 1 || (hit.order === 1 && !listed.has(hit.style)));
      if (continuesList) listed.set(hit.style, hit.order);
      const neighbour = following
        ? numberedForms(following.text).find((one) => one.style === hit.style)
        : null;
      const evidence = headingLikeness(line, text, {
        style: hit.style,
        minor: hit.minor,
        labelBelow: isHeadline(following) ? 'next' : isHeadline(lines[index + span + 1]) ? 'second' : 'none',
        inRun:
          above !== undefined &&
          above.order === hit.order - 1 &&
          above.index + above.span === index &&
          line.gap < 2,
        followed: neighbour?.order === hit.order + 1 && (following?.gap ?? 0) < 2,
        continuesList,
        contents,
      });
      const candidate: HeadingCandidate = {
        index,
        style: hit.style,
        number: hit.number,
        order: hit.order,
        minor: hit.minor,
        text: contents ? tidy(text.replace(contentsTail, '')) : text,
        span,
        evidence,
        look: lookOf(line),
        contents,
        numberAlone: hit.rest === '',
      };
      latest.set(hit.style, candidate);
      candidates.push(candidate);
    }
  });
  return candidates;
}
