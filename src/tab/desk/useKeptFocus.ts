import { type RefObject, useEffect } from 'react';
import { itemElement } from './deskContext.ts';

/** A button that was pressed and is gone with it leaves the keyboard at its item, not at the top of the page. */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = root;
    if (!current) return;
    let last: { element: Element; itemId: string } | null = null;
    const remember = ({ target }: FocusEvent) => {
      const itemId = target instanceof Element && target.closest<HTMLElement>('[data-item]')?.dataset.item;
      last = target instanceof Element && itemId ? { element: target, itemId } : null;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const { itemId } = last;
      last = null;
      document.getElementById(`${itemElement(itemId)}-title`)?.focus({ preventScroll: true });
    });
    current.addEventListener('focusin', remember);
    observer.observe(current, { childList: true, subtree: true });
    return () => {
      current.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [root]);
}
