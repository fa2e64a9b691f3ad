import './stage.css';
import { writeWhenAlone } from '../../wording/dates.ts';
import { stageTexts } from '../../wording/page/stageTexts.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';
import { stageLines } from './stageLines.ts';
import { useFit } from './useFit.ts';
import { useWakeLock } from './useWakeLock.ts';
import { cutAtWords } from './words.ts';

/** The big screen of the room: follows by itself, and has nothing to press. */
export function Stage() {
  const { view, language, connection } = useRoom();
  const texts = stageTexts[language];
  const { head, items } = view;
  const fitted = useFit<HTMLElement>(view);
  useWakeLock();
  const item = items.find(({ itemId }) => itemId === head.position?.itemId);
  return (
    <main className="stage" ref={fitted}>
      {head.status === 'running' && item ? (
        <AtItem />
      ) : head.status === 'paused' ? (
        <Plain title={texts.pause} lines={[head.title ?? head.forum ?? '']} />
      ) : head.status === 'adjourned' || head.status === 'approved' ? (
        <Plain title={texts.over} lines={[texts.thanks]} />
      ) : (
        <Plain
          title={head.title ?? head.forum ?? texts.soon}
          lines={[writeWhenAlone(head.date, head.start, head.end, language), head.place ?? '']}
        />
      )}
      <p className="stageFoot" role="status">
        {connection === 'live' ? '' : texts.away}
      </p>
    </main>
  );
}

/** A title in the middle, with a line or two. */
function Plain({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div className="stagePlain">
      <h1>{cutAtWords(title, 16)}</h1>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line}>{cutAtWords(line, 14)}</p>
        ))}
    </div>
  );
}

function AtItem() {
  const { view, language } = useRoom();
  const item = view.items.find(({ itemId }) => itemId === view.head.position?.itemId);
  if (!item) return null;
  const { place, title, proposal, points, more, decisions } = stageLines(view, item, language);
  return (
    <>
      <header className="stageHead">
        {place !== null && <p>{place}</p>}
        <h1>{title}</h1>
      </header>
      {proposal !== null && (
        <section className="stageProposal">
          <h2>{stageTexts[language].proposal}</h2>
          <TypedText text={proposal} className="stageWords" />
        </section>
      )}
      {points.length > 0 && (
        <ul className="stagePoints">
          {points.map(({ pointId, sign, text, status }) => (
            <li key={pointId} className={status === null ? 'open' : 'done'}>
              <span className="stageSign" aria-hidden="true">
                {sign}
              </span>
              <span>
                {text}
                {status !== null && <strong>{status}</strong>}
              </span>
            </li>
          ))}
          {more !== null && (
            <li className="more">
              <span className="stageSign" aria-hidden="true" />
              <span>{more}</span>
            </li>
          )}
        </ul>
      )}
      {decisions.length > 0 && (
        <ul className="stageDecisions">
          {decisions.map(({ decisionId, number, text }) => (
            <li key={decisionId}>
              <strong>{number}</strong>
              <TypedText text={text} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
