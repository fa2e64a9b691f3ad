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
    // A blank line between two lines of an item is the item's.
    if (last && (last.itemId === line.itemId || (line.text.trim() === '' && line.itemId === null)))
      last.lines.push(line);
    else blocks.push({ itemId: line.itemId, lines: [line] });
  }
  return blocks;
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
