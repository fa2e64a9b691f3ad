import type { PageItem } from '../../views/page/pageView.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';
import type { Asking } from './useAsking.ts';

/** Notes that this reader may see and that are not confirmed yet: one's own, and for leaders everybody's. */
export function Notes({ item, asking }: { readonly item: PageItem; readonly asking: Asking }) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  const notes = item.notes.filter(({ confirmed }) => !confirmed);
  const confirms = view.head.me?.may.ConfirmNote === 'yes';
  if (notes.length === 0) return null;
  return (
    <section aria-label={texts.notes}>
      <h2>{texts.notes}</h2>
      <ul className="panelEntries">
        {notes.map(({ noteId, text, by }) => (
          <li key={noteId} className="panelEntry unconfirmed">
            <TypedText text={text} />
            <p className="panelQuiet">{`${texts.unconfirmed} · ${by}`}</p>
            {confirms && (
              <button
                type="button"
                className="panelChoice"
                onClick={() => void asking.ask({ ask: 'confirmNote', itemId: item.itemId, noteId })}
              >
                {texts.confirmNote}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
