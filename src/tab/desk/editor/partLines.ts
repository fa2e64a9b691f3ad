import type { Transaction } from 'prosemirror-state';
import { typedLine } from '../../../wording/typedLines.ts';
import { sharedEnds } from '../text/alignLines.ts';
import { partedLines } from '../text/partedLines.ts';
import { lineStart, textOf } from './schema.ts';

/** Parts and joins lines as they are parted and joined in `now`, so that a cursor in them stays at its words. */
export function partAndJoin(transaction: Transaction, now: readonly string[]): void {
  const lines = () => textOf(transaction.doc).split('\n');
  // From the end, so that the lines before stay where they are.
  for (const { from, to } of partedLines(now, lines()).toReversed())
    for (let index = to; index > from; index -= 1) transaction.join(lineStart(transaction, index));
  const old = lines();
  for (const { line, from, to } of partedLines(old, now).toReversed()) {
    const whole = typedLine(old[line] ?? '').text;
    const parts = now.slice(from, to + 1).map((part) => typedLine(part).text);
    const start = lineStart(transaction, line) + 1;
    for (const at of partings(whole, parts).toReversed()) transaction.split(start + at);
  }
}

/** Where in the whole line each part but the first begins. */
function partings(whole: string, parts: readonly string[]): number[] {
  const { start, endA, endB } = sharedEnds(whole, parts.join(''));
  return parts.slice(0, -1).map((_, index) => {
    const at = parts.slice(0, index + 1).join('').length;
    return at <= start ? at : Math.max(start, at - endB + endA);
  });
}
