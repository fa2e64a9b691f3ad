import { isAnyOtherBusiness } from '../wording/quietTitles.ts';
import type { CleanLine } from './cleanLines.ts';
import { findDate } from './clockAndDate.ts';
import { headerLabelOf } from './headerFields.ts';
import { headingLikeness } from './headingLikeness.ts';
import type { HeadingCandidate } from './itemHeadings.ts';
import { numberedLine } from './numberedLine.ts';
import { isPersonName } from './personNames.ts';
import { recommendingClauseOf, sectionLabelOf } from './sectionLabels.ts';
import { standingTitle } from './standingItems.ts';

const longestTitle = 120;
const least = 3.4;
const bullet = /^(?:[•·▪●*–-]\s*|o\s+)(?=\p{Lu})/u;

const heading = (index: number, text: string, evidence: number): HeadingCandidate => ({
  index,
  style: 'bare',
  number: '',
  order: 0,
  minor: 0,
  text,
  span: 1,
  evidence,
  contents: false,
  look: null,
  numberAlone: false,
});

/** Short, begins with a capital, ends as no sentence does, and is nobody's label. */
function couldBeTitle(line: CleanLine, labels: 'no labels' | 'usual labels' = 'no labels'): boolean {
  const { text } = line;
  return (
    text.length <= longestTitle &&
    /^["”(]?[\p{Lu}\d]/u.test(text) &&
    !/[.,;:!]$/.test(text.replace(/(?<!\p{L})evt\.$/iu, '')) &&
    (sectionLabelOf(text) === null || (labels === 'usual labels' && standingTitle(text) > 0)) &&
    recommendingClauseOf(text) === null &&
    (headerLabelOf(text) === null || standingTitle(text) > 0) &&
    numberedLine(text) === null &&
    findDate(text) === null &&
    !isPersonName(text)
  );
}

const isCapitals = (text: string): boolean => /^[\p{Lu}\d\s&/,.:–-]+$/u.test(text) && /\p{Lu}{3}/u.test(text);

/** Where the head of the document ends: below its last line that names people, place or time. */
function headOfDocument(lines: readonly CleanLine[]): number {
  let from = 0;
  lines.slice(0, 40).forEach((line, index) => {
    const field = headerLabelOf(line.text)?.field;
    const next = lines[index + 1];
    if (
      field &&
      ['participants', 'guests', 'apologies', 'when', 'place', 'chair', 'minuteTaker'].includes(field)
    )
      from =
        next && /:?\s*$/.test(line.text) && headerLabelOf(line.text)?.value === '' ? index + 2 : index + 1;
  });
  return from;
}

/**
 * Items of an agenda without numbers: titles that stand on their own with section labels below them. A label that
 * begins anew (a second "Baggrund") says that an item began above it.
 */
export function plainHeadings(lines: readonly CleanLine[]): HeadingCandidate[] {
  const found: HeadingCandidate[] = [];
  let seen = new Set<string>();
  let inList = false;
  const from = headOfDocument(lines);
  const capitals = lines.filter(
    (line, index) => index >= from && isCapitals(line.text) && couldBeTitle(line),
  );
  const inCapitals = capitals.length >= 3 && capitals.length < lines.length / 2;
  lines.forEach((line, index) => {
    if (index < from) return;
    const label = sectionLabelOf(line.text);
    if (label !== null) {
      seen.add(label.kind);
      inList = label.kind === 'attachments' || label.kind === 'recommendation';
      return;
    }
    if (!couldBeTitle(line)) return;
    const next = lines[index + 1];
    const below = next ? sectionLabelOf(next.text) : null;
    const clause = next ? recommendingClauseOf(next.text) !== null : false;
    const first = found.length === 0;
    let evidence = headingLikeness(line, line.text, {
      style: 'none',
      minor: 0,
      labelBelow: (below !== null && below.kind !== 'subheading') || clause ? 'next' : 'none',
      inRun: false,
      followed: false,
      continuesList: false,
      contents: false,
    });
    if (line.gap === 2) evidence += 0.5;
    if (isAnyOtherBusiness(line.text)) evidence += 1;
    if (below !== null && (first || seen.has(below.kind))) evidence += 1;
    if (isCapitals(line.text)) evidence += inCapitals ? 3 : 1;
    if (inList && line.gap === 0) evidence -= 3;
    if (standingTitle(line.text) === 0 && next !== undefined && next.gap === 0 && below === null && !clause)
      evidence -= 1;
    // a list of titles right below one another is a list of contents or of attachments
    if (evidence < least) return;
    found.push(heading(index, line.text, evidence));
    seen = new Set();
    inList = false;
  });
  const labelled = found.filter((one) => {
    const below = lines[one.index + 1];
    return below !== undefined && sectionLabelOf(below.text) !== null;
  });
  const outstanding = found.filter((one) => {
    const line = lines[one.index];
    return (
      line !== undefined &&
      (isCapitals(line.text) || line.evidence?.heading !== undefined || line.evidence?.bold)
    );
  });
  return labelled.length >= 2 || outstanding.length >= 3 ? found : [];
}

const labelledTitle =
  /^(?:emne|punkt|sag|tema|dagsordens?punkt|overskrift|topic|item)\s*:\s*(?<title>\S.*)$/iu;

/** Items that all begin with one label ("EMNE: Vagtplan"); one such line alone is a field of the head. */
export function labelledHeadings(lines: readonly CleanLine[]): HeadingCandidate[] {
  const found = lines.flatMap((line, index) => {
    const title = line.text.length < 300 ? labelledTitle.exec(line.text)?.groups?.title : undefined;
    return title === undefined ? [] : [heading(index, title, 4)];
  });
  return found.length >= 3 ? found : [];
}

/** Last resort: the entries under "Dagsorden", bulleted or one a line, when the usual items are among them. */
export function listedItems(lines: readonly CleanLine[]): HeadingCandidate[] {
  const at = lines.findIndex((line) => headerLabelOf(line.text)?.field === 'agenda');
  if (at < 0) return [];
  const found: HeadingCandidate[] = [];
  const bulleted = bullet.test(lines[at + 1]?.text ?? '');
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line) break;
    const text = line.text.replace(bullet, '');
    const entry = bulleted ? bullet.test(line.text) : line.text.length <= longestTitle;
    if (!entry && bulleted) continue;
    if (!entry || /[^.]\.$/.test(text.replace(/evt\.$/iu, ''))) break;
    found.push(heading(index, text, 1 + standingTitle(text)));
    if (isAnyOtherBusiness(text)) break;
  }
  const usual = found.filter((one) => standingTitle(one.text) > 0).length;
  const blocks = titledBlocks(lines, at + 1);
  if (blocks.length > found.length) return blocks;
  return found.length >= 2 && usual >= 1 ? found : [];
}

/** Blank lines part the items, each begins with its title, and the last is the usual one: "Eventuelt". */
function titledBlocks(lines: readonly CleanLine[], from: number): HeadingCandidate[] {
  const found: HeadingCandidate[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < from || (index > from && line.gap === 0) || !couldBeTitle(line, 'usual labels')) continue;
    found.push(heading(index, line.text, 1 + standingTitle(line.text)));
    if (isAnyOtherBusiness(line.text))
      return found.filter((one) => standingTitle(one.text) > 0).length >= 2 ? found : [];
  }
  return [];
}
