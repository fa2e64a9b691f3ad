import type { Flow } from './columns.ts';
import type { Row, Segment } from './rows.ts';

/** A line in reading order, before it is known what the document's running text looks like. */
export interface PageLine {
  readonly text: string;
  readonly row: Row;
  readonly first: Segment;
  readonly page: number;
  readonly flow: Flow;
  readonly pageStart: boolean;
}

/** The end of a line in a list of contents. */
export const leaders = /(?:\.\s?){4,}\s*\d{0,4}$|…{2,}\s*\d{0,4}$/u;
const listMark = /^(?:[•▪*]\s|o\s|[–-]\s|\(?\d{1,3}[a-z]?[.)]\s|[a-z]\)\s)/u;
const sameLook = (one: Segment, other: Segment): boolean =>
  Math.abs(one.size - other.size) < Math.max(one.size, other.size) * 0.06 && one.bold === other.bold;

/** Text of a row; cells and labels in columns stay parted by several spaces. */
export const rowText = (row: Row): string => row.map((segment) => segment.text).join('    ');

/** Distance of the lines of a paragraph: the one that most lines keep, relative to the size of their letters. */
export function usualLeading(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (!before || before.page !== line.page || !sameLook(before.first, line.first)) return;
    const leading = Math.round(((line.first.y - before.first.y) / line.first.size) * 20) / 20;
    if (leading > 0.8 && leading < 2.6) counts.set(leading, (counts.get(leading) ?? 0) + 1);
  });
  // wraps are the closest lines that are frequent
  const most = Math.max(0, ...counts.values());
  const frequent = [...counts]
    .filter(([, count]) => count >= Math.max(2, most * 0.3))
    .map(([leading]) => leading);
  return frequent.length > 0 ? Math.min(...frequent) : 1.2;
}

/** Width of the first word, as far as the letters of the row tell. */
const firstWord = (segment: Segment): number => {
  const word = segment.text.split(/\s/u)[0] ?? '';
  return ((segment.right - segment.left) * word.length) / Math.max(1, segment.text.length);
};

/** Where the text of a line begins behind its bullet or number. */
function textLeft(segment: Segment): number {
  const mark = listMark.exec(segment.text)?.[0] ?? '';
  return segment.left + ((segment.right - segment.left) * mark.length) / Math.max(1, segment.text.length);
}

/** Whether a line opens a paragraph, by distance, look, indent and the room that the line above left. */
export function opensParagraph(line: PageLine, before: PageLine | undefined, leading: number): boolean {
  if (!before) return true;
  const [cell, other] = [line.first.role.cell, before.first.role.cell];
  if (cell || other) {
    const same =
      cell && other && cell.table === other.table && cell.row === other.row && cell.column === other.column;
    if (!same) return true;
    return (
      listMark.test(`${line.text} `) || (line.first.y - before.first.y) / line.first.size > leading * 1.28
    );
  }
  const [own, above] = [line.first, before.first];
  const last = before.row.at(-1) ?? above;
  if (listMark.test(`${line.text} `) || line.row.length > 1 || before.row.length > 1) return true;
  if (leaders.test(before.text) || !sameLook(own, above)) return true;
  if (own.role.heading !== above.role.heading) return true;
  const fits = last.right + own.size * 0.25 + firstWord(own) < before.flow.right - own.size * 0.5;
  const ended = /[.:?!;]$/u.test(before.text);
  // a broken word, an open list, or a sentence that goes on: somebody broke the line, or the column is uneven
  const open =
    /[\p{L}\d][-\u2010]$|[,/&]$/u.test(before.text) || (/^(?!at\s)\p{Ll}/u.test(line.text) && !ended);
  const elsewhere = line.page !== before.page || own.y <= above.y;
  if (elsewhere) return fits || (ended && !/^\p{Ll}/u.test(line.text));
  const distance = (own.y - above.y) / own.size;
  if (distance > leading * 1.28 || distance < 0.3) return true;
  const hangs = Math.abs(own.left - textLeft(above)) < own.size * 1.2 || own.left > above.left - 1;
  if (own.left < above.left - own.size * 0.8 && !listMark.test(above.text)) return true;
  if (own.left > textLeft(above) + own.size * 1.2) return true;
  return (fits && !open) || !hangs;
}
