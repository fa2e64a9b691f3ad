import { findDate } from './clockAndDate.ts';
import { sectionLabelOf } from './sectionLabels.ts';
import type { Anchor, Line, LineEvidence } from './source.ts';

/** A line that carries text of the document. */
export interface CleanLine {
  /** Trimmed; runs of spaces inside are kept, they part columns. */
  readonly text: string;
  /** What stood before it: 0 the line above, 1 a seam where something was dropped, 2 a paragraph break. */
  readonly gap: 0 | 1 | 2;
  readonly anchor: Anchor;
  readonly evidence?: LineEvidence;
}

export interface CleanDocument {
  readonly lines: readonly CleanLine[];
  /** Every line is followed by an empty one; paragraphs are told by lines of spaces or by several empty ones. */
  readonly doubleSpaced: boolean;
  /** What only belongs to the pages: page numbers, running heads, lists of link targets (paths on a machine left out). */
  readonly furniture: readonly string[];
  /** Lines that held a path on somebody's own machine (dropped, never shown). */
  readonly localPaths: readonly Anchor[];
}

const linkDump = /^(?:https?:\/\/|file:\/\/|mailto:|www\.)\S*$/i;
const pageNumber =
  /^(?:[-–—]\s*)?(?:\d{1,3}(?:\s*\/\s*\d{1,3})?|(?:side|page|s\.)\s*\d{1,3}(?:\s*(?:af|of|\/)\s*\d{1,3})?)\s*(?:[-–—])?$/i;
/** A link to somebody's own disk or drive. */
const localTarget = /^(?:file:|\\\\)|(?:^|[\\/])[a-z]:[\\/]/i;
/** "Udvalg | 25-04-2023      Side 3 af 9": words and a page number on one line. */
const carriesPage =
  /\p{L}.*(?:\s{2,}|[|,;–-]\s*)(?:side|s\.|page)\s*\d{1,3}(?:\s*(?:af|of|\/)\s*\d{1,3})?$/iu;
const pageTail = /(?:\s{2,}|\s*[|,;–-]\s*)(?:side|s\.|page)\s*\d{1,3}(?:\s*(?:af|of|\/)\s*\d{1,3})?$/iu;
const onlyPage = /(?:side|s\.|page)\s*1\s*(?:af|of|\/)\s*1$/iu;
const bareNumber = /^\d{1,3}$/;

interface Row {
  readonly text: string;
  readonly empty: boolean;
  readonly spaceOnly: boolean;
  readonly anchor: Anchor;
  readonly pageStart: boolean;
  readonly evidence: LineEvidence | undefined;
}

/** Longest line that rules look at, in UTF-16 units; longer ones are cut at a space and join again as running text. */
const longestLine = 1500;

function bounded(line: Line): Line[] {
  const text = line.text.replace(/[ \t]{12,}/g, (run) =>
    run.length === line.text.length ? ' ' : '          ',
  );
  if (text.length <= longestLine) return [{ ...line, text }];
  const pieces: Line[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.lastIndexOf(' ', from + longestLine);
    const to = from + longestLine >= text.length ? text.length : space > from ? space : from + longestLine;
    const rest = line.evidence && from > 0 ? { evidence: { ...line.evidence, paragraph: false } } : {};
    pieces.push({ ...line, ...rest, text: text.slice(from, to), pageStart: line.pageStart && from === 0 });
    from = to;
  }
  return pieces;
}

function toRow(line: Line): Row {
  let text = line.text;
  if (/[\u00ad\u200b\u200c\u2060\ufeff\u00a0\u2007\u202f]/.test(text))
    text = text.replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, '').replace(/[\u00a0\u2007\u202f]/g, ' ');
  // Markdown marks carry no meaning of their own here
  if (/[#*[]/.test(text))
    text = text
      .replace(/^\s*#{1,6}\s+/, '')
      .replace(/(?<![\p{L}\d*])\*\*(?=\S)([^*]+?)\*\*(?![\p{L}\d*])/gu, '$1')
      .replace(/^(\s*[-*+]\s)\[[ xX]\]\s/, '$1')
      .replace(/\[([^\][]{1,200})\]\((?:https?:|mailto:|\/|#)[^()\s]{0,500}\)/g, '$1');
  text = text.trim();
  const empty = text === '';
  return {
    text,
    empty,
    spaceOnly: empty && line.text !== '',
    anchor: line.anchor,
    pageStart: line.pageStart,
    evidence: line.evidence,
  };
}

/** True when most text lines are parted from the next by exactly one really empty line. */
function isDoubleSpaced(rows: readonly Row[]): boolean {
  let single = 0;
  let all = 0;
  rows.forEach((row, index) => {
    if (row.empty) return;
    all++;
    const next = rows[index + 1];
    if (next?.empty && !next.spaceOnly && rows[index + 2]?.empty === false) single++;
  });
  return all >= 8 && single / all > 0.5;
}

/** Lines that stand at the head or foot of several pages, or are a header field printed again. */
function repeatedRows(rows: readonly Row[]): Set<Row> {
  const drop = new Set<Row>();
  const fold = (text: string) => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
  const texts = rows.filter((row) => !row.empty);
  const edge = new Map<string, Row[]>();
  texts.forEach((row, index) => {
    const around = texts.slice(Math.max(0, index - 2), index + 4);
    const nearSeam =
      around.some((near, offset) => near.pageStart && offset > 0) ||
      [texts[index - 1], texts[index + 1]].some((near) => near !== undefined && pageNumber.test(near.text));
    if (!nearSeam) return;
    const same = edge.get(fold(row.text));
    if (same) same.push(row);
    else edge.set(fold(row.text), [row]);
  });
  // a line that carries its page number and comes again is a running head wherever it stands
  const numbered = new Map<string, Row[]>();
  for (const row of texts) {
    if (!/\d$/.test(row.text) || !carriesPage.test(row.text)) continue;
    const same = numbered.get(fold(row.text));
    if (same) same.push(row);
    else numbered.set(fold(row.text), [row]);
  }
  const top = new Set(texts.slice(0, 15));
  for (const [, same] of numbered) {
    // on the only page it comes once
    if (same.length < 2 && !same.every((row) => onlyPage.test(row.text))) continue;
    if (same.length < 2) for (const row of same) drop.add(row);
    for (const [at, row] of same.entries()) if (at > 0 || !top.has(row)) drop.add(row);
  }
  const listLike = /^(?:[•·o*–-]\s|\(?\d+[.)]|at\s)/i;
  const times = new Map<string, number>();
  for (const row of texts) times.set(row.text, (times.get(row.text) ?? 0) + 1);
  for (const [, same] of edge) {
    const [first] = same;
    if (!first || same.length < 2 || listLike.test(first.text) || first.text.length < 12) continue;
    const elsewhere = times.get(first.text) ?? 0;
    const keepsFirst = top.has(first);
    if (elsewhere <= same.length) for (const row of keepsFirst ? same.slice(1) : same) drop.add(row);
  }
  // the same words and date again and again: a running head whose pages are not told
  for (const row of texts) {
    if ((times.get(row.text) ?? 0) < 3 || row.text.length > 120 || listLike.test(row.text)) continue;
    if (sectionLabelOf(row.text) !== null) continue;
    const date = findDate(row.text);
    if (date && row.text.replace(date.text, '').replace(/[^\p{L}]/gu, '').length >= 6 && !/:/.test(row.text))
      drop.add(row);
  }
  const headerField = /^(?:emne|møde|dagsorden|referat|titel|vedrørende|forum)\b.{0,20}:\s*\S/i;
  const seen = new Set<string>();
  for (const row of texts) {
    if (!headerField.test(row.text) || row.text.length < 12) continue;
    if (seen.has(row.text)) drop.add(row);
    seen.add(row.text);
  }
  return drop;
}

/** Removes what the page put there (numbers, running heads, lists of link targets) and says how the rest is spaced. */
export function cleanLines(lines: readonly Line[]): CleanDocument {
  const rows = lines.flatMap(bounded).map(toRow);
  const doubleSpaced = isDoubleSpaced(rows);
  const repeated = repeatedRows(rows);
  const localPaths: Anchor[] = [];
  const furniture: string[] = [];
  const kept: CleanLine[] = [];
  const lengths = rows.map((row) => row.text.length).filter((length) => length > 0);
  const width = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
  let blanks = 0;
  let spaceOnly = false;
  let seam = false;
  rows.forEach((row, index) => {
    if (row.pageStart) seam = true;
    if (row.empty) {
      blanks++;
      spaceOnly ||= row.spaceOnly;
      return;
    }
    const alone =
      (index === 0 || rows[index - 1]?.empty !== false) &&
      (index === rows.length - 1 || rows[index + 1]?.empty !== false);
    const isPageNumber = pageNumber.test(row.text) && (alone || !bareNumber.test(row.text));
    if (linkDump.test(row.text) || isPageNumber || repeated.has(row)) {
      if (/^file:/i.test(row.text)) localPaths.push(row.anchor);
      else furniture.push(row.text);
      seam = true;
      return;
    }
    const leadsHome = row.evidence?.links?.some((target) => localTarget.test(target)) ?? false;
    if (leadsHome || /\bfile:\/\/|\b[A-Z]:[\\/]Users\b/i.test(row.text)) localPaths.push(row.anchor);
    const paged = /\d$/.test(row.text) && carriesPage.test(row.text);
    const text =
      (paged ? row.text.replace(pageTail, '') : row.text)
        .replace(/\(?\bfile:\/\/\S+/gi, '')
        .replace(/[ \t]+$/, '') || '–';
    const above = kept.at(-1)?.text ?? '';
    // where every line is parted by an empty one, a short line that ends its sentence ends its paragraph
    const ended = above.length < width * 0.7 && /[.!?:]$/.test(above) && /^\P{Ll}/u.test(row.text);
    const opens = row.evidence?.paragraph;
    const broken = doubleSpaced ? spaceOnly || blanks >= 2 || ended : blanks >= 1;
    const gap = opens === undefined ? (seam ? 1 : broken ? 2 : 0) : opens ? 2 : seam ? 1 : 0;
    kept.push({ text, gap, anchor: row.anchor, ...(row.evidence ? { evidence: row.evidence } : {}) });
    blanks = 0;
    spaceOnly = false;
    seam = false;
  });
  return { lines: kept, doubleSpaced, furniture, localPaths };
}
