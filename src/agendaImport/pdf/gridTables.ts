import type { Row, Segment } from './rows.ts';

/** A table without tags is taken for one from three columns on, below a row of short words that head them. */
const leastColumns = 3;
const leastRows = 2;
const headLength = 30;
/** How far a line of a cell may begin from the left edge of its column, in points. */
const slack = 5;

const isHead = (row: Row): boolean =>
  row.length >= leastColumns &&
  row.every(({ text, role }) => text.length <= headLength && !/\d/u.test(text) && !role.cell);

/** The column of each segment of a row; null where one begins elsewhere or reaches into the next column. */
function columnsOf(row: Row, lefts: readonly number[]): number[] | null {
  const columns = row.map((segment) => {
    const column = lefts.findIndex((left) => Math.abs(segment.left - left) <= slack);
    const next = lefts[column + 1];
    return next !== undefined && segment.right > next + slack ? -1 : column;
  });
  return columns.includes(-1) ? null : columns;
}

interface Grid {
  readonly rows: readonly Row[];
  readonly columns: readonly (readonly number[])[];
}

/** Rows of the table that the row at `from` heads; null where none does. */
function gridAt(rows: readonly Row[], from: number): Grid | null {
  const head = rows[from];
  if (!head || !isHead(head)) return null;
  const lefts = head.map((segment) => segment.left);
  const grid: Row[] = [head];
  const columns = [lefts.map((_left, at) => at)];
  for (const row of rows.slice(from + 1)) {
    const own = columnsOf(row, lefts);
    const distance = (row[0]?.y ?? 0) - (grid.at(-1)?.[0]?.y ?? 0);
    if (!own || distance > 6 * (row[0]?.size ?? 10)) break;
    // a line at the left edge alone is the text below the table
    if (own.length === 1 && own[0] === 0 && (row[0]?.right ?? 0) > (lefts[1] ?? 0)) break;
    grid.push(row);
    columns.push(own);
  }
  const filled = columns.filter((own) => own.length >= 2).length - 1;
  return filled >= leastRows ? { rows: grid, columns } : null;
}

/** In which row of the table each line stands: a row begins where its first cell does, unless that goes on. */
function rowNumbers({ rows, columns }: Grid): number[] {
  const distances = rows.map((row, at) => (row[0]?.y ?? 0) - (rows[at - 1]?.[0]?.y ?? 0));
  const least = Math.min(...distances.slice(1));
  let number = 0;
  return rows.map((_row, at) => {
    const opens = columns[at]?.[0] === 0;
    const apart = (distances[at] ?? 0) > least * 1.15;
    const even = distances.slice(1).every((distance) => distance <= least * 1.15);
    if (at > 0 && opens && (apart || even || (columns[at]?.length ?? 0) > 1)) number++;
    return number;
  });
}

/** Gives the lines of untagged tables the cells that tags would have given them. `tables` counts over the document. */
export function gridTables(rows: readonly Row[], tables: { count: number }): Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const grid = gridAt(rows, at);
    const row = rows[at];
    if (!grid) {
      if (row) out.push(row);
      at++;
      continue;
    }
    const table = tables.count++;
    const numbers = rowNumbers(grid);
    const width = grid.columns[0]?.length ?? 0;
    grid.rows.forEach((line, index) => {
      out.push(
        line.map((segment, place): Segment => {
          const cell = {
            table,
            row: numbers[index] ?? 0,
            column: grid.columns[index]?.[place] ?? 0,
            columns: width,
          };
          return { ...segment, role: { ...segment.role, cell } };
        }),
      );
    });
    at += grid.rows.length;
  }
  return out;
}
