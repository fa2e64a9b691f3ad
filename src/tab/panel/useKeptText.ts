import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { browserStorage } from '../shell/device.ts';

/** What is typed and not sent, over a reload of the page. @param place names the field */
export function useKeptText(place: string): readonly [string, Dispatch<SetStateAction<string>>] {
  const key = `punkt.typed.${place}`;
  const [text, setText] = useState(() => browserStorage()?.getItem(key) ?? '');
  useEffect(() => {
    try {
      if (text === '') browserStorage()?.removeItem(key);
      else browserStorage()?.setItem(key, text);
    } catch {
      // It holds until the page is closed.
    }
  }, [key, text]);
  return [text, setText];
}
