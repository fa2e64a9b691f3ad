import type { Block, Cell } from './blocks.ts';
import type { Line } from './setText.ts';

export interface SetBlock {
  readonly block: Block;
  readonly cells: readonly { readonly cell: Cell; readonly lines: readonly Line[] }[];
  readonly leading: number;
}
/** Lines `from` up to `to` (not with it) of a block; `top` in points from the top of the text area. */
export interface PagePart {
  readonly set: SetBlock;
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

const lineCount = ({ cells }: SetBlock): number => Math.max(1, ...cells.map(({ lines }) => lines.length));

interface Row {
  readonly set: SetBlock;
  readonly line: number;
  /** Points above it unless it opens a page. */
  readonly space: number;
  readonly mayOpenPage: boolean;
}

/** No line of a text alone on a page, neither its first nor its last; headings and remarks where they belong. */
function rowsOf(blocks: readonly SetBlock[]): Row[] {
  return blocks.flatMap((set, at) => {
    const count = lineCount(set);
    const free = !blocks[at - 1]?.block.withNext && !set.block.withPrevious;
    return Array.from({ length: count }, (_, line) => ({
      set,
      line,
      space: line === 0 ? set.block.space : 0,
      mayOpenPage: line === 0 ? free : line > 1 && line < count - 1 && !set.block.withNext,
    }));
  });
}

/** Fills pages of that height; where nothing else helps, a page ends where it is full. */
export function paginate(blocks: readonly SetBlock[], height: number): PagePart[][] {
  const rows = rowsOf(blocks);
  const pages: PagePart[][] = [];
  for (let first = 0; first < rows.length; ) {
    let used = 0;
    let end = first;
    for (let row = rows[end]; row; row = rows[end]) {
      const room = (end === first ? 0 : row.space) + row.set.leading;
      if (end > first && used + room > height) break;
      used += room;
      end += 1;
    }
    let next = end;
    while (next > first && next < rows.length && !rows[next]?.mayOpenPage) next -= 1;
    if (next <= first) next = end;
    pages.push(partsOf(rows.slice(first, next)));
    first = next;
  }
  return pages;
}

function partsOf(rows: readonly Row[]): PagePart[] {
  const parts: { set: SetBlock; from: number; to: number; top: number }[] = [];
  let top = 0;
  for (const { set, line, space } of rows) {
    const last = parts.at(-1);
    if (last) top += space;
    if (last?.set === set) last.to = line + 1;
    else parts.push({ set, from: line, to: line + 1, top });
    top += set.leading;
  }
  return parts;
}
