import { useRoom } from '../room.ts';
import { useDesk } from './deskContext.ts';
import type { TextState } from './keeping/itemText.ts';

/** Says quietly whether the text is kept, once something was written. */
export function SavedMark({ state }: { readonly state: TextState }) {
  const { texts } = useDesk();
  const { connection } = useRoom();
  const away = connection !== 'live';
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
