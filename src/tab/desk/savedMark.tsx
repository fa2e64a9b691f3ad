import { useEffect, useState, useSyncExternalStore } from 'react';
import { browserTimers } from '../live/timers.ts';
import { useRoom } from '../room.ts';
import { useDesk } from './deskContext.ts';
import type { TextState } from './keeping/itemText.ts';

/** Saving that takes so long is as good as no connection, in milliseconds. */
const LATE_MS = 6000;

/** True once something has lasted too long. */
function useLate(lasts: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    return lasts ? browserTimers.after(LATE_MS, () => setLate(true)) : undefined;
  }, [lasts]);
  return late;
}

function heardOnline(heard: () => void): () => void {
  window.addEventListener('online', heard);
  window.addEventListener('offline', heard);
  return () => {
    window.removeEventListener('online', heard);
    window.removeEventListener('offline', heard);
  };
}

/** Says quietly whether the text is kept, once something was written. */
export function SavedMark({ state }: { readonly state: TextState }) {
  const { texts } = useDesk();
  const { connection } = useRoom();
  const online = useSyncExternalStore(heardOnline, () => navigator.onLine);
  const late = useLate(state.mark === 'saving');
  const away = connection === 'offline' || !online || late;
  const said =
    state.mark === 'refused'
      ? `${texts.notSaved}. ${state.sentence ?? ''}`
      : state.mark === 'kept'
        ? texts.saved
        : away
          ? texts.savedHere
          : texts.saving;
  const shown = state.touched || state.mark !== 'kept';
  return (
    <p className={`savedMark ${state.mark}`} data-away={away || undefined}>
      {/* Read aloud when it comes to rest, not at every key. */}
      <span aria-live="polite" aria-atomic="true">
        {shown && (state.mark !== 'saving' || away) ? said : ''}
      </span>
      {shown && state.mark === 'saving' && !away && <span>{said}</span>}
    </p>
  );
}
