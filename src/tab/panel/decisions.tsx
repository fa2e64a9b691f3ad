import type { PageItem } from '../../views/page/pageView.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';
import type { Asking } from './useAsking.ts';

/** What was decided at the item; what is not confirmed says so, and leaders confirm it here. */
export function Decisions({ item, asking }: { readonly item: PageItem; readonly asking: Asking }) {
  const { language } = useRoom();
  const texts = panelTexts[language];
  const decisions = item.decisions.filter(({ struck }) => !struck);
  if (decisions.length === 0) return null;
  return (
    <section aria-label={texts.decisions}>
      <h2>{texts.decisions}</h2>
      <ul className="panelEntries">
        {decisions.map(({ decisionId, number, text, assignment, confirmed, registered, may }) => (
          <li key={decisionId} className={confirmed ? 'panelEntry' : 'panelEntry unconfirmed'}>
            <TypedText text={text} before={<strong>{number} </strong>} />
            {assignment !== '' && <p className="panelQuiet">{assignment}</p>}
            <p className="panelQuiet">{registered}</p>
            {!confirmed && may.confirm && (
              <button
                type="button"
                className="panelChoice"
                aria-label={texts.confirmLong(number)}
                onClick={() => void asking.ask({ ask: 'confirmDecision', itemId: item.itemId, decisionId })}
              >
                {texts.confirm}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
