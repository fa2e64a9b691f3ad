/** What a key does in the panel. */
export type Shortcut = 'next' | 'previous' | 'goTo' | 'answer' | 'decide' | 'note' | 'undo';

/** Single keys, shown to whoever uses the panel. */
export const keys: Readonly<Record<Shortcut, string>> = {
  next: 'n',
  previous: 'p',
  goTo: 'g',
  answer: 's',
  decide: 'b',
  note: 'r',
  undo: 'z',
};

/** What of a keyboard event counts. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly defaultPrevented: boolean;
}

/** The shortcut of a key, null for any other: with a modifier it belongs to the browser, held down it would run through the agenda. */
export function shortcutOf(pressed: Pressed, typing: boolean): Shortcut | null {
  const { ctrlKey, metaKey, altKey, repeat, defaultPrevented } = pressed;
  if (typing || ctrlKey || metaKey || altKey || repeat || defaultPrevented) return null;
  const key = pressed.key.toLowerCase();
  return (Object.keys(keys) as Shortcut[]).find((name) => keys[name] === key) ?? null;
}
