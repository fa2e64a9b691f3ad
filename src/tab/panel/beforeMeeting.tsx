import { writeWhenAlone } from '../../wording/dates.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import type { Asking } from './useAsking.ts';

/** Before the start: which meeting it is, who takes which role, and the start. */
export function BeforeMeeting({ asking }: { readonly asking: Asking }) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  const { head, items } = view;
  const planned = head.edition > 0;
  // Whoever the agenda names gets the role by the first thing that they do, as on the cards.
  const named = (head.me?.unclaimed.length ?? 0) > 0;
  const starts = planned && (head.me?.may.StartMeeting === 'yes' || named);
  const adopts = !planned && head.imported !== null;
  return (
    <main className="panelBody">
      <header className="panelWhere">
        <p className="panelWhereLine">{writeWhenAlone(head.date, head.start, head.end, language)}</p>
        <h1>{head.title ?? head.forum ?? texts.agenda}</h1>
        {head.place !== null && <p className="panelQuiet">{head.place}</p>}
      </header>
      <section className="panelLead">
        <p>
          <strong>{planned ? texts.notStarted : texts.noAgenda}</strong>
        </p>
        {!starts && !adopts && (
          <p className="panelQuiet">{planned ? texts.notStartedWhat : texts.noAgendaWhat}</p>
        )}
        {planned &&
          head.me?.unclaimed.map((role) => (
            <button
              type="button"
              key={role}
              className="panelSecondary panelWide"
              onClick={() => void asking.ask({ ask: 'claimRole', role })}
            >
              {texts.claim[role]}
            </button>
          ))}
        {adopts && head.imported && (
          <>
            <p className="panelQuiet">{texts.imported(head.imported.sourceName, head.imported.itemCount)}</p>
            <button
              type="button"
              className="panelPrimary panelWide"
              onClick={() =>
                void asking.ask({ ask: 'adoptAgenda', proposalId: head.imported?.proposalId ?? '' })
              }
            >
              {texts.useAgenda}
            </button>
          </>
        )}
        {starts && (
          <button
            type="button"
            className="panelPrimary panelWide"
            onClick={() => void asking.ask({ ask: 'start', itemId: null })}
          >
            {texts.start}
          </button>
        )}
      </section>
      {items.length > 0 && (
        <section aria-label={texts.agenda}>
          <h2>{texts.agenda}</h2>
          <ol className="panelAgenda">
            {items.map(({ itemId, number, title }) => (
              <li key={itemId} className="panelAgendaRow">
                <span className="panelAgendaNumber">{number}</span>
                <span>{title}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </main>
  );
}
