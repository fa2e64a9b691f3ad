import { useCallback, useRef, useState } from 'react';
import type { Ask } from '../../views/page/ask.ts';
import { browserTimers } from '../live/timers.ts';
import { Presses } from '../presses.ts';
import { useRoom } from '../room.ts';

/** Asks, and what the server said against the newest. */
export interface Asking {
  /** Whether it was done; what was said against it stands in `refusal`. */
  readonly ask: (ask: Ask) => Promise<boolean>;
  readonly refusal: string | null;
  /** Says what became of something that was not asked here. */
  readonly say: (sentence: string) => void;
  readonly forget: () => void;
}

export function useAsking(): Asking {
  const { ask, view } = useRoom();
  const seen = useRef(0);
  seen.current = view.head.version;
  const [presses] = useState(() => new Presses(browserTimers, () => seen.current));
  const [refusal, setRefusal] = useState<string | null>(null);
  const forget = useCallback(() => setRefusal(null), []);
  const send = useCallback(
    async (asked: Ask) => {
      setRefusal(null);
      const answer = await presses.once(asked, ask);
      if (answer.kind !== 'refused') return true;
      setRefusal(answer.sentence);
      return false;
    },
    [ask, presses],
  );
  return { ask: send, refusal, say: setRefusal, forget };
}
