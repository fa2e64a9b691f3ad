import { boxesAfter, edges, type Flow, flowsOf } from './columns.ts';
import type { Row, Segment } from './rows.ts';

/** Lines of a table, cell after cell: on the page lines of neighbouring cells stand side by side. */
function cellFlows(rows: readonly Row[]): Flow[] {
  const cells = new Map<string, Segment[]>();
  const columns = new Map<number, Row[]>();
  for (const segment of rows.flat()) {
    const { row, column } = segment.role.cell ?? { row: 0, column: 0 };
    cells.set(`${row}:${column}`, [...(cells.get(`${row}:${column}`) ?? []), segment]);
    columns.set(column, [...(columns.get(column) ?? []), [segment]]);
  }
  const order = [...cells.values()].sort((one, other) => {
    const [a, b] = [one[0]?.role.cell, other[0]?.role.cell];
    return a && b ? a.row - b.row || a.column - b.column : 0;
  });
  return order.map((segments) => ({
    rows: segments.map((segment) => [segment]),
    ...edges(columns.get(segments[0]?.role.cell?.column ?? 0) ?? []),
  }));
}

/** A page's rows in the order in which a person reads them: tables by cells, boxes behind the text, columns in turn. */
export function readingOrder(rows: readonly Row[]): Flow[] {
  const flows: Flow[] = [];
  let stretch: Row[] = [];
  let table: number | undefined;
  const end = () => {
    if (stretch.length > 0)
      flows.push(...(table === undefined ? flowsOf(boxesAfter(stretch)) : cellFlows(stretch)));
    stretch = [];
  };
  for (const row of rows) {
    const [first] = row;
    const own = first?.role.cell?.table;
    const whole =
      own !== undefined && row.every((segment) => segment.role.cell?.table === own) ? own : undefined;
    if (whole !== table) end();
    table = whole;
    stretch.push(row);
  }
  end();
  return flows;
}
