import { isPartTag } from '../../meeting/minutesTags.ts';
import type { TableCell } from '../source.ts';
import { childrenOf, descend, numberOf, valOf, type XmlElement } from './xmlTree.ts';

/** A paragraph of a part, with the table cell that it stands in. */
export interface Block {
  readonly paragraph: XmlElement;
  readonly cell: TableCell | null;
}

/** Wrappers whose contents count as if they stood there themselves. */
const wrapper = /^w:(?:sdtContent|ins|moveTo|customXml|smartTag)$/u;

/** All paragraphs of a body in reading order; tables row by row. `tables` counts over several bodies. */
export function* blocksOf(
  body: XmlElement,
  tables: { count: number },
  cell: TableCell | null = null,
): Generator<Block> {
  for (const child of childrenOf(body)) {
    if (child.name === 'w:p') yield { paragraph: child, cell };
    else if (child.name === 'w:tbl') yield* rowsOf(child, tables);
    else if (wrapper.test(child.name)) yield* blocksOf(child, tables, cell);
    else if (child.name === 'w:sdt' && !descend(child, 'w:sdtPr', 'w:showingPlcHdr')) {
      // what Punkt's own minutes repeat at their end is no part of the last item
      if (isPartTag(valOf(descend(child, 'w:sdtPr', 'w:tag')) ?? '')) continue;
      const content = descend(child, 'w:sdtContent');
      if (content) yield* blocksOf(content, tables, cell);
    } else if (child.name === 'mc:AlternateContent') {
      const chosen = descend(child, 'mc:Choice') ?? descend(child, 'mc:Fallback');
      if (chosen) yield* blocksOf(chosen, tables, cell);
    }
  }
}

/** Elements of a table that may be wrapped in content controls. */
function* inside(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (child.name === name) yield child;
    else if (child.name === 'w:sdt' || wrapper.test(child.name)) yield* inside(child, name);
  }
}

function* rowsOf(element: XmlElement, tables: { count: number }): Generator<Block> {
  const table = tables.count++;
  let row = 0;
  for (const line of inside(element, 'w:tr')) {
    const properties = descend(line, 'w:trPr');
    if (descend(properties, 'w:del')) continue;
    let column = numberOf(valOf(descend(properties, 'w:gridBefore'))) ?? 0;
    const cells = [...inside(line, 'w:tc')].map((cell) => {
      const at = column;
      column += numberOf(valOf(descend(cell, 'w:tcPr', 'w:gridSpan'))) ?? 1;
      return { cell, at };
    });
    for (const { cell, at } of cells) {
      const merged = descend(cell, 'w:tcPr', 'w:vMerge');
      if (merged && valOf(merged) !== 'restart') continue;
      yield* blocksOf(cell, tables, { table, row, column: at, columns: cells.length });
    }
    row++;
  }
}
