import type { PageSource, PageSourceLine } from '../../views/page/pageAnswers.ts';
import type { CorrectedItem } from './correction.ts';

/** Lines next to each other of one item, or of none. */
export interface SourceBlock {
  readonly itemId: string | null;
  readonly lines: readonly PageSourceLine[];
}

/** The document in stretches that belong together. */
export function sourceBlocks({ lines }: PageSource): readonly SourceBlock[] {
  const blocks: { itemId: string | null; lines: PageSourceLine[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    // A blank line between two lines of an item is the item's, and so is what stands in its row of a table.
    const belongs = line.text.trim() === '' || inRowOf(last?.lines.at(-1), line);
    if (last && (last.itemId === line.itemId || (line.itemId === null && belongs))) last.lines.push(line);
    else blocks.push({ itemId: line.itemId, lines: [line] });
  }
  return blocks;
}

/** A row of a table: its cells in order, each with its lines and the columns that it takes, from 1, up to `end`. */
export interface SourceRow {
  readonly table: number;
  readonly columns: number;
  readonly cells: readonly {
    readonly start: number;
    readonly end: number;
    readonly lines: readonly PageSourceLine[];
  }[];
}

const LEAST_SHARE = 2;
/** Letters of a cell from which on it needs no more width. */
const MOST_LETTERS = 64;

/** In the same row of a table of more than one column. */
function inRowOf(above: PageSourceLine | undefined, { cell }: PageSourceLine): boolean {
  const row = above?.cell;
  return !!row && !!cell && cell.columns > 1 && row.table === cell.table && row.row === cell.row;
}

/** Lines, and rows of tables of more than one column, as they stand below each other. */
export function sourceRows(lines: readonly PageSourceLine[]): readonly (PageSourceLine | SourceRow)[] {
  const rows: PageSourceLine[][] = [];
  for (const line of lines) {
    if (inRowOf(rows.at(-1)?.[0], line)) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row): (PageSourceLine | SourceRow)[] => {
    const columns = row[0]?.cell?.columns ?? 1;
    return columns > 1 && row.length > 1
      ? [{ table: row[0]?.cell?.table ?? 0, columns, cells: cellsOf(row, columns) }]
      : row;
  });
}

function cellsOf(row: readonly PageSourceLine[], columns: number): SourceRow['cells'] {
  const taken = [...new Set(row.map(({ cell }) => cell?.column ?? 0))].sort((a, b) => a - b);
  return taken.map((column, at) => ({
    start: column + 1,
    // A merged cell reaches to the next one.
    end: (taken[at + 1] ?? columns) + 1,
    lines: row.filter(({ cell }) => cell?.column === column),
  }));
}

/** By table how wide its columns are, as shares of each other: what holds more has more. */
export function columnShares({ lines }: PageSource): ReadonlyMap<number, readonly number[]> {
  const shares = new Map<number, number[]>();
  for (const { cell, text } of lines) {
    if (!cell) continue;
    const known = shares.get(cell.table) ?? [];
    shares.set(cell.table, known);
    for (let column = known.length; column < cell.columns; column += 1) known.push(LEAST_SHARE);
    const longest = Math.max(LEAST_SHARE, Math.sqrt(Math.min(text.length, MOST_LETTERS)));
    known[cell.column] = Math.max(known[cell.column] ?? 0, longest);
  }
  return shares;
}

/** What was found in a document that is not in use yet, to be held against the document. */
export const foundAsItems = ({ items }: PageSource): CorrectedItem[] =>
  items.map(({ itemId, points, presenters, ...item }) => ({
    ...item,
    id: itemId,
    presenters: [...presenters],
    points: Array.from({ length: points }, (_, index) => ({ id: String(index), text: '' })),
    description: null,
    attachments: [],
  }));
