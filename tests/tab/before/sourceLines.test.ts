import { describe, expect, it } from '@jest/globals';
import { columnShares, sourceBlocks, sourceRows } from '../../../src/tab/before/sourceLines.ts';
import type { PageSource, PageSourceLine } from '../../../src/views/page/pageAnswers.ts';

let lines = 0;
/** A line of the document; `cell`: table, row, column and columns. */
function line(text: string, ...[table, row, column, columns]: readonly number[]): PageSourceLine {
  lines += 1;
  const cell =
    table === undefined ? null : { table, row: row ?? 0, column: column ?? 0, columns: columns ?? 1 };
  return {
    line: lines,
    text,
    itemId: null,
    part: null,
    heading: null,
    bold: false,
    bullet: null,
    page: null,
    cell,
  };
}
const shown = (all: readonly PageSourceLine[]): unknown =>
  sourceRows(all).map((one) =>
    'cells' in one
      ? one.cells.map(
          ({ start, end, lines: within }) => `${start}-${end} ${within.map(({ text }) => text).join('/')}`,
        )
      : one.text,
  );

describe('a table of the document', () => {
  it('stands row by row, with all paragraphs of a cell in it', () => {
    expect(
      shown([
        line('Før'),
        line('1', 0, 0, 0, 3),
        line('Broen', 0, 0, 1, 3),
        line('males', 0, 0, 1, 3),
        line('5 min.', 0, 0, 2, 3),
        line('2', 0, 1, 0, 3),
        line('Parken', 0, 1, 1, 3),
        line('Efter'),
      ]),
    ).toEqual(['Før', ['1-2 1', '2-3 Broen/males', '3-4 5 min.'], ['1-2 2', '2-4 Parken'], 'Efter']);
  });

  it("stands in one piece where only the first cell of a row is known to be an item's", () => {
    const number = { ...line('4', 0, 3, 0, 2), itemId: 'i4' };
    const blocks = sourceBlocks({
      lines: [number, line('Eventuelt', 0, 3, 1, 2), line('Slut')],
    } as unknown as PageSource);
    expect(blocks.map(({ itemId, lines: within }) => [itemId, ...within.map(({ text }) => text)])).toEqual([
      ['i4', '4', 'Eventuelt'],
      [null, 'Slut'],
    ]);
  });

  it('is lines like others where a row is one cell, or the table one column', () => {
    expect(shown([line('Alt', 0, 0, 0, 2), line('A', 1, 0, 0, 1), line('B', 1, 0, 0, 1)])).toEqual([
      'Alt',
      'A',
      'B',
    ]);
  });

  it('does not run together with the next table', () => {
    expect(
      shown([line('A', 0, 0, 0, 2), line('B', 0, 0, 1, 2), line('C', 1, 0, 0, 2), line('D', 1, 0, 1, 2)]),
    ).toEqual([
      ['1-2 A', '2-3 B'],
      ['1-2 C', '2-3 D'],
    ]);
  });

  it('has its columns as wide as they are full', () => {
    const all = [line('1', 0, 0, 0, 2), line('Et langt emne', 0, 0, 1, 2), line('2', 0, 1, 0, 2)];
    const [few = 0, many = 0] = columnShares({ lines: all } as unknown as PageSource).get(0) ?? [];
    expect(many).toBeGreaterThan(few);
    expect(few).toBeGreaterThan(0);
  });
});
