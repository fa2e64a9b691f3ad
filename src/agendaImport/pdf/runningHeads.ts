import type { Row } from './rows.ts';

export interface PageRows {
  readonly height: number;
  readonly rows: readonly Row[];
}

/** How far from the edge of the page running heads and page numbers stand, as a part of its height. */
const margin = 0.13;
const pageNumber =
  /^(?:[-–—]\s*)?(?:(?:side|page|s\.)\s*)?\d{1,4}(?:\s*(?:af|of|\/|-)\s*\d{1,4})?(?:\s*[-–—])?$/iu;

const textOf = (row: Row): string => row.map((segment) => segment.text).join(' ');
const fold = (text: string): string => text.toLowerCase().replace(/\d+/gu, '#').replace(/\s+/gu, ' ');

/** Rows that stand at the head or foot of several pages, and page numbers; of a repeated head the first is kept. */
export function withoutRunningHeads(pages: readonly PageRows[]): Row[][] {
  const places = new Map<
    string,
    { readonly row: Row; readonly page: number; readonly top: boolean; readonly y: number }[]
  >();
  const drop = new Set<Row>();
  pages.forEach(({ rows, height }, page) => {
    for (const row of rows) {
      const y = row[0]?.y ?? 0;
      const top = y < height * margin;
      if (!top && y < height * (1 - margin)) continue;
      if (row.every((segment) => segment.artifact) && !(top && page === 0)) drop.add(row);
      if (pageNumber.test(textOf(row)) && isOutermost(rows, row)) drop.add(row);
      const key = fold(textOf(row));
      places.set(key, [...(places.get(key) ?? []), { row, page, top, y }]);
    }
  });
  for (const same of places.values()) {
    for (const one of same) {
      const alike = same.filter((other) => other.page !== one.page && Math.abs(other.y - one.y) < 8);
      const enough = alike.length + 1 >= Math.max(2, Math.ceil(pages.length / 3));
      // the head of the first page may be all that names the body and the date
      const firstHead = one.top && one.page === 0 && !pageNumber.test(textOf(one.row));
      if (enough && !firstHead) drop.add(one.row);
    }
  }
  return pages.map(({ rows }) => rows.filter((row) => !drop.has(row)));
}

const isOutermost = (rows: readonly Row[], row: Row): boolean =>
  rows.slice(0, 2).includes(row) || rows.slice(-2).includes(row);
