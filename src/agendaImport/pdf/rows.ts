import type { Link, PageText, Piece } from './pageText.ts';
import type { Role } from './structure.ts';

/** Pieces side by side without a wide gap: a line of a column, or a cell. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly role: Role;
  readonly artifact: boolean;
  readonly links: readonly string[];
  /** Small raised numbers in it, which refer to footnotes; they are no part of the text. */
  readonly references: readonly string[];
  /** Begins with such a number, as a footnote does. */
  readonly raised: boolean;
}
/** Segments on one baseline, from the left. */
export type Row = readonly Segment[];

/** Widths of a gap, in the height of the letters: a space between words, and a gap between columns or cells. */
const wordGap = 0.13;
const columnGap = 1.9;
/** A gap that somebody made with several blanks. */
const wideGap = 1;
/** The same where other rows begin a cell at that place. */
const alignedGap = 0.45;

const label = /^(?:[•–-]|o|\(?\d{1,3}[.)]?|[a-z][.)])$/u;

function segmentOf(pieces: readonly Piece[], links: readonly Link[]): Segment | null {
  const size = Math.max(...pieces.map((piece) => (piece.text.trim() === '' ? 0 : piece.size)));
  let text = '';
  let end: number | null = null;
  let letters = 0;
  let bold = 0;
  const references: string[] = [];
  let raised = false;
  for (const piece of pieces) {
    const small = piece.size > 0 && piece.size < size * 0.75 && /^\s*\d{1,2}\s*$/u.test(piece.text);
    if (small) {
      raised ||= text.trim() === '';
      references.push(piece.text.trim());
      end = piece.x + piece.width;
      continue;
    }
    if (end !== null && piece.x - end > size * wordGap && !/\s$/u.test(text) && text !== '')
      text += piece.x - end > size * wideGap ? '  ' : ' ';
    text += piece.text;
    end = piece.x + piece.width;
    const own = piece.text.replace(/\s/gu, '').length;
    letters += own;
    if (piece.bold) bold += own;
  }
  const first = pieces[0];
  const last = pieces.findLast((piece) => piece.text.trim() !== '');
  if (!first || !last || text.trim() === '') return null;
  const found = pieces.find((piece) => Object.keys(piece.role).length > 0)?.role ?? {};
  const right = last.x + last.width;
  const targets = links.filter(
    (link) =>
      first.y <= link.bottom + 1 && first.y >= link.top - 1 && link.left < right && link.right > first.x,
  );
  return {
    // a word broken at the end of its line may be broken by a soft hyphen
    text: text.trim().replace(/\u00ad$/u, '-'),
    left: first.x,
    right,
    y: first.y,
    size,
    bold: letters > 0 && bold === letters,
    role: found,
    artifact: pieces.every((piece) => piece.artifact || piece.text.trim() === ''),
    links: [...new Set(targets.map((link) => link.target))],
    references,
    raised,
  };
}

/** Cuts pieces of one baseline at wide gaps; a bullet or number stays with the text that it marks. `starts`: where cells begin. */
function segmentsOf(
  pieces: readonly Piece[],
  links: readonly Link[],
  starts: ReadonlySet<number> = new Set(),
): Segment[] {
  const groups: Piece[][] = [];
  let end = 0;
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      // pdf.js sets blanks for gaps that it measured
      continue;
    }
    const group = groups.at(-1);
    const text =
      group
        ?.map((one) => one.text)
        .join('')
        .trim() ?? '';
    const gap = piece.x - end;
    const marker = label.test(text) && gap < piece.size * 5;
    const before = group?.at(-1)?.role.cell;
    const cell = piece.role.cell;
    const other =
      cell &&
      before &&
      (cell.column !== before.column || cell.row !== before.row || cell.table !== before.table);
    const aligned = gap > piece.size * alignedGap && starts.has(Math.round(piece.x));
    if (group && !other && (marker || (gap < piece.size * columnGap && !aligned))) group.push(piece);
    else groups.push([piece]);
    end = piece.x + piece.width;
  }
  return groups.flatMap((group) => segmentOf(group, links) ?? []);
}

/** How far apart baselines of one line may be, in the height of the larger letters: small ones are raised further. */
const touch = (one: number, other: number): number =>
  Math.min(one, other) < 0.8 * Math.max(one, other) ? 0.55 : 0.42;

/** Places where at least two rows begin a cell behind a wide gap. */
function cellStarts(rows: readonly Row[]): Set<number> {
  const counts = new Map<number, number>();
  for (const row of rows)
    for (const { left } of row.slice(1))
      counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([left]) => left));
}

/** Pieces of a page → rows from the top. */
export function rowsOf(page: PageText): Row[] {
  const visible = page.pieces.filter((piece) => piece.text.trim() !== '');
  const sorted = [...visible].sort((one, other) => one.y - other.y || one.x - other.x);
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const nearest = Math.min(
      ...(row?.pieces ?? []).map((one) =>
        Math.max(piece.x - one.x - one.width, one.x - piece.x - piece.width),
      ),
    );
    // a raised or lowered piece belongs to the line that it touches; a box beside the text has lines of its own
    const room =
      nearest < piece.size * columnGap
        ? Math.max(row?.size ?? 0, piece.size) * touch(row?.size ?? 0, piece.size)
        : 1.2;
    if (row && piece.y - row.y < room) {
      row.pieces.push(piece);
      if (piece.size > row.size) {
        row.size = piece.size;
        row.y = piece.y;
      }
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  const inOrder = rows.map((row) => row.pieces.sort((one, other) => one.x - other.x));
  const cut = inOrder.map((pieces) => segmentsOf(pieces, page.links));
  const starts = cellStarts(cut);
  return inOrder
    .map((pieces, at) => {
      const plain = cut[at] ?? [];
      return starts.size > 0 ? segmentsOf(pieces, page.links, starts) : plain;
    })
    .filter((row) => row.length > 0);
}
