import type { ItemAnchors } from '../meeting/agenda.ts';
import type { CleanLine } from './cleanLines.ts';
import type { ReadItem } from './itemContent.ts';

/** Where an item stood: its heading's lines, its sections, and its last line. */
export function itemAnchors(
  heading: readonly CleanLine[],
  own: readonly CleanLine[],
  { body }: ReadItem,
): ItemAnchors | null {
  const first = heading[0];
  const last = heading.at(-1);
  if (!first || !last) return null;
  return {
    heading: { from: first.anchor, to: last.anchor },
    sections: body.sections.map(({ kind, label, labelAt, lines }) => {
      const [from, to] = [lines[0], lines.at(-1)];
      return { kind, label, labelAt, lines: from && to ? { from: from.anchor, to: to.anchor } : null };
    }),
    end: (own.at(-1) ?? last).anchor,
  };
}
