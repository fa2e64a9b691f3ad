import { describe, expect, it } from '@jest/globals';
import { applyChange } from '../../../src/tab/live/applyChange.ts';
import type { PageHead, PageItem, PageView } from '../../../src/views/page/pageView.ts';

const item = (itemId: string, title = itemId): PageItem => ({ itemId, title }) as PageItem;
const head = (version: number): PageHead => ({ version }) as PageHead;
const view: PageView = { head: head(1), items: [item('a'), item('b'), item('c')] };
const titles = ({ items }: PageView) => items.map(({ title }) => title);

describe('a change of the view', () => {
  it('takes the place of the items that it names, and leaves the others the same objects', () => {
    const after = applyChange(view, { head: null, items: [item('b', 'new')], order: null });
    expect(titles(after)).toEqual(['a', 'new', 'c']);
    expect(after.items[0]).toBe(view.items[0]);
    expect(after.head).toBe(view.head);
  });

  it('leaves all items as they are where only the head changes', () => {
    const after = applyChange(view, { head: head(2), items: [], order: null });
    expect(after.items).toBe(view.items);
    expect(after.head.version).toBe(2);
  });

  it('orders, adds and removes by the ids that it gives', () => {
    const after = applyChange(view, { head: null, items: [item('d')], order: ['c', 'd', 'a'] });
    expect(titles(after)).toEqual(['c', 'd', 'a']);
  });

  it('adds at the end what is new without an order', () => {
    const after = applyChange(view, { head: null, items: [item('d')], order: null });
    expect(titles(after)).toEqual(['a', 'b', 'c', 'd']);
  });
});
