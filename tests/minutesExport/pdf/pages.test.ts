import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Block, node } from '../../../src/minutesExport/pdf/blocks.ts';
import { type PagePart, paginate, type SetBlock } from '../../../src/minutesExport/pdf/pages.ts';
import { textStyles } from '../../../src/minutesExport/pdf/textStyles.ts';

const leading = 10;
/** A block of so many lines, each 10 points high. */
function set(lines: number, block: Partial<Block> = {}): SetBlock {
  const cell = { element: node('P', null), text: '', style: textStyles.text, x: 0, width: 100 };
  return {
    block: { cells: [cell], space: 0, withNext: false, withPrevious: false, inOutline: false, ...block },
    cells: [{ cell, lines: Array.from({ length: lines }, () => []) }],
    leading,
  };
}
const heading = (): SetBlock => set(1, { withNext: true });
const remark = (): SetBlock => set(1, { withPrevious: true });
/** How many lines of which block stand on each page. */
const shape = (blocks: readonly SetBlock[], pages: readonly (readonly PagePart[])[]): number[][][] =>
  pages.map((page) => page.map((part) => [blocks.indexOf(part.set), part.to - part.from]));

describe('a page ends', () => {
  it('before a heading that would stand alone at its foot, with the label below it', () => {
    const blocks = [set(8), heading(), heading(), set(3)];
    expect(shape(blocks, paginate(blocks, 100))).toEqual([
      [[0, 8]],
      [
        [1, 1],
        [2, 1],
        [3, 3],
      ],
    ]);
  });

  it('without the first or the last line of a text alone on a page', () => {
    const blocks = [set(9), set(4)];
    expect(shape(blocks, paginate(blocks, 100))).toEqual([[[0, 9]], [[1, 4]]]);
    const tail = [set(7), set(4)];
    expect(shape(tail, paginate(tail, 100))).toEqual([
      [
        [0, 7],
        [1, 2],
      ],
      [[1, 2]],
    ]);
  });

  it('after a remark, never between it and its text', () => {
    const blocks = [set(8), set(2), remark()];
    expect(shape(blocks, paginate(blocks, 100))).toEqual([
      [[0, 8]],
      [
        [1, 2],
        [2, 1],
      ],
    ]);
  });

  it('where it is full when nothing else helps', () => {
    const blocks = Array.from({ length: 25 }, heading);
    expect(paginate(blocks, 100).map((page) => page.length)).toEqual([10, 10, 5]);
  });

  it('with room above a block only where something stands above it', () => {
    const [page] = paginate([set(1, { space: 30 }), set(1, { space: 30 })], 100);
    expect(page?.map(({ top }) => top)).toEqual([0, 40]);
  });
});

it('every line stands on one page, in its order, and no page is empty or too full', () => {
  const block = fc
    .record({ lines: fc.integer({ min: 1, max: 30 }), kind: fc.constantFrom('text', 'heading', 'remark') })
    .map(({ lines, kind }) =>
      set(lines, { space: 5, withNext: kind === 'heading', withPrevious: kind === 'remark' }),
    );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 20 }), (blocks) => {
      const pages = paginate(blocks, 100);
      expect(pages.every((page) => page.length > 0)).toBe(true);
      for (const page of pages) {
        const last = page.at(-1);
        expect((last?.top ?? 0) + ((last?.to ?? 0) - (last?.from ?? 0)) * leading).toBeLessThanOrEqual(100);
      }
      const lines = pages.flatMap((page) =>
        page.flatMap(({ set: own, from, to }) =>
          Array.from({ length: to - from }, (_, at) => `${blocks.indexOf(own)}:${from + at}`),
        ),
      );
      expect(lines).toEqual(
        blocks.flatMap((own, at) => (own.cells[0]?.lines ?? []).map((_line, index) => `${at}:${index}`)),
      );
    }),
  );
});
