import { type RefObject, useEffect } from 'react';
import { browserTimers } from '../live/timers.ts';
import { useDesk } from './deskContext.ts';

/** So long after the last key somebody still writes, in milliseconds. */
const WRITING_MS = 5000;

/** Tells the others at which item this reader is, and whether they write there. */
export function usePresence(root: RefObject<HTMLElement | null>): void {
  const { room } = useDesk();
  useEffect(() => {
    const { current } = root;
    if (!current) return;
    let callOff = () => {};
    const itemOf = (target: EventTarget | null): string | null =>
      (target instanceof Element && target.closest<HTMLElement>('[data-item]')?.dataset.item) || null;
    const look = (event: FocusEvent) => {
      callOff();
      room().here(itemOf(event.target), false);
    };
    const write = (event: Event) => {
      const itemId = itemOf(event.target);
      if (itemId === null) return;
      room().here(itemId, true);
      callOff();
      callOff = browserTimers.after(WRITING_MS, () => room().here(itemId, false));
    };
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget !== null || document.hasFocus()) return;
      callOff();
      room().here(null, false);
    };
    current.addEventListener('focusin', look);
    current.addEventListener('focusout', leave);
    current.addEventListener('input', write);
    current.addEventListener('keydown', write);
    return () => {
      callOff();
      current.removeEventListener('focusin', look);
      current.removeEventListener('focusout', leave);
      current.removeEventListener('input', write);
      current.removeEventListener('keydown', write);
      room().here(null, false);
    };
  }, [root, room]);
}
