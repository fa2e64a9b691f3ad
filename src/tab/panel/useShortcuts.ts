import { useEffect, useRef } from 'react';
import { type Shortcut, shortcutOf } from './shortcuts.ts';

const typed =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';

/** Whether what has the focus takes letters for itself. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(typed) !== null;

/** Calls what a single key stands for, wherever the focus is but in a field. */
export function useShortcuts(on: boolean, actions: Readonly<Partial<Record<Shortcut, () => void>>>): void {
  const newest = useRef(actions);
  newest.current = actions;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      const name = shortcutOf(event, isTyping(event.target));
      const action = name && newest.current[name];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [on]);
}
