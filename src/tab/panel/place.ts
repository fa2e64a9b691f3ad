import type { PageItem, PageView } from '../../views/page/pageView.ts';

/** The items that count ("Punkt 2 af 6") and at which the room stops: without breaks. */
export const counted = (items: readonly PageItem[]): readonly PageItem[] =>
  items.filter(({ kind }) => kind === 'item');

/** The item where the room is; null before and after the meeting. */
export const roomItem = ({ head, items }: PageView): PageItem | null =>
  items.find(({ itemId }) => itemId === head.position?.itemId) ?? null;

/** The one before or after it; a break is no stop. */
export function beside(items: readonly PageItem[], itemId: string, by: -1 | 1): PageItem | null {
  const stops = counted(items);
  const at = stops.findIndex((item) => item.itemId === itemId);
  return at < 0 ? null : (stops[at + by] ?? null);
}

/** Of an item: its number, or its title where it has none. */
export const shortName = ({ number, title }: PageItem): string => number ?? title;
