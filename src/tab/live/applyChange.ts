import type { PageChange, PageItem, PageView } from '../../views/page/pageView.ts';

/** The view after a commit. What did not change stays the same object, so that it is not drawn again. */
export function applyChange(view: PageView, { head, items, order }: PageChange): PageView {
  const changed = new Map(items.map((item) => [item.itemId, item]));
  const known = new Map(view.items.map((item) => [item.itemId, item]));
  const ids = order ?? [
    ...view.items.map(({ itemId }) => itemId),
    ...items.filter(({ itemId }) => !known.has(itemId)).map(({ itemId }) => itemId),
  ];
  const next = ids
    .map((itemId) => changed.get(itemId) ?? known.get(itemId))
    .filter((item): item is PageItem => item !== undefined);
  return { head: head ?? view.head, items: items.length === 0 && order === null ? view.items : next };
}
