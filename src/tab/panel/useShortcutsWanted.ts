import { useState } from 'react';
import { browserStorage } from '../shell/device.ts';

const KEY = 'punkt.shortcuts';

/** Whether single keys do something; whoever speaks to the machine, or trembles, can turn them off (WCAG 2.1.4). */
export function useShortcutsWanted(): readonly [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(() => browserStorage()?.getItem(KEY) !== 'off');
  return [
    wanted,
    (next) => {
      setWanted(next);
      try {
        browserStorage()?.setItem(KEY, next ? 'on' : 'off');
      } catch {
        // It holds until the page is closed.
      }
    },
  ];
}
