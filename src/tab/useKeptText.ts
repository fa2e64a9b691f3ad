import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { browserStorage } from './shell/device.ts';

interface KeptText {
  readonly text: string;
  readonly setText: Dispatch<SetStateAction<string>>;
  /** Puts what was refused before what was typed since, also where the field is not shown any more. */
  putBack(refused: string): void;
  /** It is on its way to the server, which keeps it from now on, or not wanted any more. */
  letGo(): void;
  /** The server did not take it. */
  keepOn(): void;
}

/**
 * What is typed and not sent, over a reload of the page.
 * @param place names the field: meeting and person, then what it is for
 * @param begun what stands in it before anything is typed, and is not kept
 */
export function useKeptText(place: string, begun = ''): KeptText {
  const key = keyOf(place);
  const [text, setText] = useState(() => keptUnder(key) || begun);
  const shown = useRef(false);
  useEffect(() => keep(key, text === begun ? '' : text), [key, text, begun]);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  return {
    text,
    setText,
    putBack(refused) {
      const before = (now: string) => (now === '' ? refused : `${refused}\n${now}`);
      if (shown.current) setText(before);
      else keep(key, before(keptUnder(key)));
    },
    letGo: () => keep(key, ''),
    keepOn: () => keep(key, text),
  };
}

/** Something was typed there before the page was loaded, and never sent. */
export const isKept = (place: string): boolean => keptUnder(keyOf(place)) !== '';

const keyOf = (place: string): string => `punkt.typed.${place}`;

function keptUnder(key: string): string {
  try {
    return browserStorage()?.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') browserStorage()?.removeItem(key);
    else browserStorage()?.setItem(key, text);
  } catch {
    // It holds until the page is closed.
  }
}
