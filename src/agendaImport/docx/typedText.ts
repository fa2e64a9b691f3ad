import type { LineEvidence } from '../source.ts';

/** A line of a Word document as far as it matters here; the text of an empty paragraph is "". */
interface TypedLine {
  readonly text: string;
  readonly evidence: LineEvidence;
}

/** So many lines broken at the margin, or laid out with spaces, are no accident. */
const fewest = 2;
const widest = 130;
/** "at …" is a point of a recommendation, and "a) …" an entry of a list, wherever they begin. */
const goesOn = /^(?!at\s)\p{Ll}{2,}/u;
const openEnd = /[\p{L}\p{N},–-]$/u;
const brokenWord = /\p{Ll}-$/u;
const setWithSpaces = /^\s{8,}\S|\S\s{4,}\S/u;

/**
 * Whether a Word document is a typed text that was poured into it: a paragraph for every line and an empty one for
 * every blank line, without styles, lists or tables. Blank lines then tell where paragraphs end.
 */
export function isTypedText(lines: readonly TypedLine[]): boolean {
  const written = lines.filter((line) => line.text.trim() !== '');
  if (written.length === lines.length) return false;
  if (written.some(({ evidence }) => evidence.heading !== undefined || evidence.list || evidence.cell))
    return false;
  if (written.some(({ text }) => text.length > widest * 2)) return false;
  const lengths = written.map(({ text }) => text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (width > widest) return false;
  const broken = written.filter(({ text }, at) => {
    const above = written[at - 1]?.text.trimEnd() ?? '';
    const full = above.length >= width * 0.6;
    return full && (brokenWord.test(above) || (openEnd.test(above) && goesOn.test(text.trimStart())));
  });
  const spaced = written.filter(({ text }) => setWithSpaces.test(text));
  return broken.length >= fewest || spaced.length >= fewest;
}
