import type { PastedNode } from './pastedLines.ts';

/** A cell that holds more paragraphs than this lays out a page, and is read as one. */
const MOST_PARAGRAPHS = 3;

/** Whether a row of a table is one line: mails and web pages also set whole pages into tables, a cell for each part. */
export function isOneLine(row: PastedNode): boolean {
  if (!/^tr$/iu.test(row.nodeName)) return false;
  const cells = Array.from(row.childNodes).filter(({ nodeName }) => /^t[dh]$/iu.test(nodeName));
  return cells.length > 1 && cells.every((cell) => paragraphsIn(cell) <= MOST_PARAGRAPHS);
}

/** Paragraphs in a cell; endless where a heading, a list or another table stands in it. */
function paragraphsIn(node: PastedNode): number {
  return Array.from(node.childNodes).reduce((sum, child) => {
    if (/^(?:ul|ol|table|h[1-6]|blockquote)$/iu.test(child.nodeName)) return Number.POSITIVE_INFINITY;
    return sum + (/^(?:p|div|br)$/iu.test(child.nodeName) ? 1 : 0) + paragraphsIn(child);
  }, 0);
}
