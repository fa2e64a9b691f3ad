import { localClock, writeTime } from '../../wording/dates.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';

/** After the end: what was decided, and for leaders what is missing. */
export function AfterMeeting() {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  const { head, items } = view;
  const { points, decisions, notes } = head.pending;
  const leads = head.audience === 'leading' && head.status === 'adjourned';
  const decided = items.flatMap((item) => item.decisions.filter(({ struck }) => !struck));
  return (
    <main className="panelBody">
      <header className="panelWhere">
        <p className="panelWhereLine">
          {head.status === 'approved'
            ? texts.approved
            : head.adjournedAt
              ? texts.endedAt(writeTime(localClock(head.adjournedAt), language))
              : texts.ended}
        </p>
        <h1>{head.title ?? head.forum ?? texts.ended}</h1>
      </header>
      {leads && (points > 0 || decisions + notes > 0) && (
        <section className="panelLead">
          {points > 0 && <p>{texts.missing(points)}</p>}
          {decisions + notes > 0 && <p>{texts.toConfirm(decisions + notes)}</p>}
        </section>
      )}
      {decided.length > 0 && (
        <section aria-label={texts.decisions}>
          <h2>{texts.decisions}</h2>
          <ul className="panelEntries">
            {decided.map(({ decisionId, number, text, assignment, confirmed }) => (
              <li key={decisionId} className={confirmed ? 'panelEntry' : 'panelEntry unconfirmed'}>
                <TypedText text={text} before={<strong>{number} </strong>} />
                {assignment !== '' && <p className="panelQuiet">{assignment}</p>}
                {!confirmed && <p className="panelQuiet">{texts.unconfirmed}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
