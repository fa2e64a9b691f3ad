import type { PageItem } from '../../views/page/pageView.ts';
import { itemElement, textElement } from './deskContext.ts';

/** Goes to an item's text, else to its heading. Nothing but the cursor moves; the room stays where it is. */
export function goToItem(itemId: string, to: 'text' | 'heading' = 'text'): void {
  const article = document.getElementById(itemElement(itemId));
  const text = to === 'text' ? document.getElementById(textElement(itemId)) : null;
  const heading = article?.querySelector<HTMLElement>('h2');
  article?.scrollIntoView({ block: 'start' });
  (text ?? heading)?.focus({ preventScroll: text === null });
  // An editor that was only now made has taken the element's place.
  if (to === 'text') document.getElementById(textElement(itemId))?.scrollIntoView({ block: 'nearest' });
}

/** The item in which the cursor stands; else where the meeting is; else undefined. */
export function itemOfCursor(items: readonly PageItem[]): PageItem | undefined {
  const id = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item;
  return items.find(({ itemId }) => itemId === id) ?? items.find(({ progress }) => progress === 'now');
}

/** The item before or behind that one; breaks have nothing to write in and are passed over. */
export function neighbour(
  items: readonly PageItem[],
  from: PageItem | undefined,
  by: 1 | -1,
): PageItem | undefined {
  const real = items.filter(({ kind }) => kind === 'item');
  if (!from) return by === 1 ? real[0] : real.at(-1);
  const place = items.indexOf(from);
  return by === 1
    ? real.find((item) => items.indexOf(item) > place)
    : real.findLast((item) => items.indexOf(item) < place);
}

/** To the next thing behind the cursor that waits to be confirmed, from the top again behind the last; false: nothing. */
export function goToUnconfirmed(desk: HTMLElement): boolean {
  const waiting = [...desk.querySelectorAll<HTMLElement>('button.confirm')];
  const at = document.activeElement;
  const next = waiting.find(
    (button) => at && at.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING && button !== at,
  );
  const target = next ?? waiting[0];
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
  return target !== undefined;
}
