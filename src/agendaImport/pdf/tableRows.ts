import type { Row, Segment } from './rows.ts';

/**
 * Rows of a tagged table → one row for every line of a cell, cell after cell: lines of neighbouring cells stand side by
 * side on the page, and only the tags know which go together.
 */
export function cellByCell(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  let table: Segment[] = [];
  const endTable = () => {
    const cells = new Map<string, Segment[]>();
    for (const segment of table) {
      const { row, column } = segment.role.cell ?? { row: 0, column: 0 };
      const key = `${row}:${column}`;
      cells.set(key, [...(cells.get(key) ?? []), segment]);
    }
    const order = [...cells.values()].sort((one, other) => {
      const [a, b] = [one[0]?.role.cell, other[0]?.role.cell];
      return a && b ? a.row - b.row || a.column - b.column : 0;
    });
    for (const cell of order) for (const segment of cell) out.push([segment]);
    table = [];
  };
  for (const row of rows) {
    const cells = row.map((segment) => segment.role.cell);
    const [first] = cells;
    const whole = first !== undefined && cells.every((cell) => cell?.table === first.table);
    if (!whole || (table.length > 0 && table[0]?.role.cell?.table !== first.table)) endTable();
    if (whole) table.push(...row);
    else out.push(row);
  }
  endTable();
  return out;
}
