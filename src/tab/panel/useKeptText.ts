import { type Dispatch, type SetStateAction, useEffect, useRef, useState } from 'react';
import { browserStorage } from '../shell/device.ts';

interface KeptText {
  readonly text: string;
  readonly setText: Dispatch<SetStateAction<string>>;
  /** Puts what was refused before what was typed since, also where the field is not shown any more. */
  putBack(refused: string): void;
}

/** What is typed and not sent, over a reload of the page. @param place names the field */
export function useKeptText(place: string): KeptText {
  const key = `punkt.typed.${place}`;
  const [text, setText] = useState(() => keptUnder(key));
  const shown = useRef(false);
  useEffect(() => keep(key, text), [key, text]);
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
  };
}

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
