import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Room, useRoom } from '../room.ts';
import { Correcting, type CorrectingState } from './correcting.ts';
import { correctionOf } from './correction.ts';

/** The agenda as this reader corrects it, kept in step with the view. What is typed is saved when the page is left, too. */
export function useCorrecting(): { readonly correcting: Correcting; readonly state: CorrectingState } {
  const room = useRoom();
  const newest = useRef<Room>(room);
  newest.current = room;
  const [correcting] = useState(
    () =>
      new Correcting(
        {
          ask: (ask) => newest.current.ask(ask),
          later(work, ms) {
            const timer = setTimeout(work, ms);
            return () => clearTimeout(timer);
          },
        },
        room.view.head.edition,
        correctionOf(room.view),
      ),
  );
  const { view } = room;
  useEffect(() => correcting.show(view.head.edition, correctionOf(view)), [correcting, view]);
  useEffect(() => {
    const leave = () => correcting.saveNow();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [correcting]);
  return { correcting, state: useSyncExternalStore(correcting.subscribe, correcting.state) };
}
