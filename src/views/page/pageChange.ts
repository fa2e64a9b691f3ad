import type { PageChange, PageView } from './pageView.ts';

/** What is different in `after`, whole parts; null: nothing. Applied to `before` it gives `after`. */
export function pageChange(before: PageView, after: PageView): PageChange | null {
  const known = new Map(before.items.map((item) => [item.itemId, item]));
  const items = after.items.filter((item) => !same(known.get(item.itemId), item));
  const head = same(before.head, after.head) ? null : after.head;
  const ids = (view: PageView): string[] => view.items.map(({ itemId }) => itemId);
  const order = same(ids(before), ids(after)) ? null : ids(after);
  return head === null && items.length === 0 && order === null ? null : { head, items, order };
}

/** Both are made the same way, and of plain data. */
const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
