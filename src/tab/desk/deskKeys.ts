/** What a key means on the desk, wherever the cursor stands. */
export type DeskKey =
  | 'next'
  | 'previous'
  | 'meeting'
  | 'text'
  | 'points'
  | 'answer'
  | 'confirm'
  | 'proposal'
  | 'keys';

/** As much of a keyboard event as is looked at. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const byCode: Readonly<Record<string, DeskKey>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  KeyH: 'meeting',
  KeyT: 'text',
  KeyI: 'points',
  KeyS: 'answer',
  KeyB: 'confirm',
  KeyF: 'proposal',
  KeyK: 'keys',
};

/**
 * The meaning of a key; null: none of the desk's. `inText`: somebody writes there, where single letters are letters.
 * By the key's place (`code`), as Alt makes other letters of them on a Mac.
 */
export function deskKey(pressed: Pressed, inText: boolean): DeskKey | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (altKey && !shiftKey && ctrlKey !== metaKey) return byCode[code] ?? null;
  if (altKey && !shiftKey && !ctrlKey && !metaKey)
    return code === 'PageDown' ? 'next' : code === 'PageUp' ? 'previous' : null;
  return key === '?' && !inText && !ctrlKey && !metaKey && !altKey ? 'keys' : null;
}
