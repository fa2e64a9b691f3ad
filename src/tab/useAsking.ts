import { useCallback, useRef, useState } from 'react';
import type { Ask } from '../views/page/ask.ts';
import { browserTimers } from './live/timers.ts';
import { Presses } from './presses.ts';
import { useRoom } from './room.ts';

/** Asks the server, and keeps the sentence of its refusal until something is asked again. */
export interface Asking {
  readonly refused: string | null;
  readonly busy: boolean;
  /** True: it was done. */
  ask(ask: Ask): Promise<boolean>;
  /** The sentence was read. */
  forget(): void;
}

export function useAsking(): Asking {
  const room = useRoom();
  const newest = useRef(room);
  newest.current = room;
  const [presses] = useState(() => new Presses(browserTimers, () => newest.current.view.head.version));
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = useCallback(
    async (what: Ask): Promise<boolean> => {
      setBusy(true);
      setRefused(null);
      const answer = await presses.once(what, newest.current.ask);
      setBusy(false);
      if (answer.kind === 'refused') setRefused(answer.sentence);
      return answer.kind !== 'refused';
    },
    [presses],
  );
  const forget = useCallback(() => setRefused(null), []);
  return { refused, busy, ask, forget };
}
