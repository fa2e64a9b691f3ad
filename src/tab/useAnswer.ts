import { useEffect, useRef, useState } from 'react';
import { type Room, useRoom } from './room.ts';

/** What the server answered: `none` where it has nothing to show to this reader, `failed` where it did not answer. */
export type Answered<T> =
  | { readonly kind: 'loading' | 'none' | 'failed' }
  /** `version`: of what was asked for; it may be older than what is asked for now. */
  | { readonly kind: 'ready'; readonly value: T; readonly version: number };

/**
 * JSON of the meeting, fetched anew whenever path or version change; what was there stays until the new has come.
 * @param path behind `/api/meetings/<id>`; null: nothing is asked for
 * @param version of what is shown, so that it is asked for again
 */
export function useAnswer<T>(path: string | null, version = 0): Answered<T> {
  const fetch = useRoomFetch();
  const [answered, setAnswered] = useState<Answered<T>>({ kind: 'loading' });
  useEffect(() => {
    if (path === null) return;
    const giveUp = new AbortController();
    void fetch(path, { signal: giveUp.signal })
      .then(async (response): Promise<Answered<T>> => {
        if (response.ok) return { kind: 'ready', value: (await response.json()) as T, version };
        return { kind: response.status >= 500 ? 'failed' : 'none' };
      })
      .catch((): Answered<T> => ({ kind: 'failed' }))
      .then((now) => {
        if (giveUp.signal.aborted) return;
        setAnswered((before) => (now.kind === 'failed' && before.kind === 'ready' ? before : now));
      });
    return () => giveUp.abort();
  }, [fetch, path, version]);
  return answered;
}

/** `fetch` of the room that stays the same function while the room changes around it. */
export function useRoomFetch(): Room['fetch'] {
  const room = useRoom();
  const newest = useRef(room);
  newest.current = room;
  return useRef<Room['fetch']>((path, init) => newest.current.fetch(path, init)).current;
}
