import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { PageItem, PageProposal } from '../../views/page/pageView.ts';
import { browserTimers } from '../live/timers.ts';
import { ProposalText } from '../proposalText.ts';
import { TypedText } from '../typedText.tsx';
import { numberOf, useDesk } from './deskContext.ts';
import { Sure } from './sure.tsx';

interface ProposalProps {
  readonly item: PageItem;
  readonly proposal: PageProposal;
  readonly leading: boolean;
}

export const proposalElement = (proposalId: string): string => `proposal-${proposalId}`;

/** *Forslag – ikke besluttet*: what is being worded, seen by all while it is typed. */
export function Proposal({ item, proposal, leading }: ProposalProps) {
  const { texts } = useDesk();
  const heading = useId();
  return (
    <section className="proposal" aria-labelledby={heading}>
      <h3 id={heading}>{texts.notDecided}</h3>
      <p className="pen">{proposal.mine ? texts.myPen : texts.pen(proposal.pen.name)}</p>
      {leading ? (
        <Pad key={proposal.proposalId} item={item} proposal={proposal} />
      ) : (
        <TypedText className="proposalText" text={proposal.text} />
      )}
    </section>
  );
}

function Pad({ item, proposal }: Pick<ProposalProps, 'item' | 'proposal'>) {
  const { texts, act, room, opened, lost, say } = useDesk();
  const { proposalId, mine } = proposal;
  const [doing, setDoing] = useState<'decide' | 'drop' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const words = useMemo(
    () =>
      new ProposalText(
        {
          write: (text) => room().ask({ ask: 'writeProposal', proposalId, text }),
          later: (ms, run) => browserTimers.after(ms, run),
          lost,
        },
        room().view.head.proposal?.text ?? '',
      ),
    [proposalId, room, lost],
  );
  const { text, kept } = useSyncExternalStore(words.subscribe, words.state);
  useEffect(() => words.seen(proposal.text, mine), [words, proposal.text, mine]);
  useEffect(() => () => void words.flush(), [words]);
  useEffect(() => {
    if (opened.delete(proposalId)) field.current?.focus();
  }, [opened, proposalId]);
  const id = proposalElement(proposalId);
  return (
    <>
      <label htmlFor={id} className="unseen">
        {texts.proposalText(numberOf(item))}
      </label>
      <textarea
        id={id}
        ref={field}
        className="proposalField"
        value={text}
        readOnly={!mine}
        placeholder={texts.proposalEmpty}
        rows={Math.min(14, Math.max(3, text.split('\n').length + Math.floor(text.length / 60)))}
        lang={room().view.head.language}
        onChange={({ target }) => words.typed(target.value)}
        onKeyDown={(event) => {
          // Who has lost the pen while typing is told, and the page does not scroll by their blanks.
          if (!mine && isTyped(event)) {
            event.preventDefault();
            say(texts.pen(proposal.pen.name));
            return;
          }
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          setDoing('decide');
        }}
      />
      {kept !== null && (
        <div className="keptWords" role="alert">
          <p>{texts.keptForYou}</p>
          <blockquote>{kept}</blockquote>
          <button
            type="button"
            className="button small primary"
            onClick={() => {
              void act({ ask: 'takePen', proposalId }).then(({ kind }) => {
                if (kind === 'refused') return;
                const now = words.state().text.trimEnd();
                words.forget();
                words.typed(now === '' ? kept : `${now}\n${kept}`);
                field.current?.focus();
              });
            }}
          >
            {texts.putIn}
          </button>
          <button type="button" className="button small" onClick={() => words.forget()}>
            {texts.forget}
          </button>
        </div>
      )}
      {doing === 'decide' ? (
        <DecideForm item={item} proposalId={proposalId} words={words} close={() => setDoing(null)} />
      ) : doing === 'drop' ? (
        <Sure
          question={texts.dropSure}
          yes={texts.dropNow}
          close={() => setDoing(null)}
          act={() => act({ ask: 'dropProposal', proposalId }, texts.dropped)}
        />
      ) : (
        <div className="row-of-buttons">
          {!mine && (
            <button
              type="button"
              className="button"
              onClick={() =>
                void act({ ask: 'takePen', proposalId }, texts.myPen).then(() => field.current?.focus())
              }
            >
              {texts.takePen}
            </button>
          )}
          <button
            type="button"
            className="button primary"
            disabled={text.trim() === ''}
            onClick={() => setDoing('decide')}
          >
            {texts.decideProposal}
          </button>
          <button type="button" className="button" onClick={() => setDoing('drop')}>
            {texts.dropProposal}
          </button>
        </div>
      )}
    </>
  );
}

/** A key that would write something. */
const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Enter');

interface DecideProps {
  readonly item: PageItem;
  readonly proposalId: string;
  readonly words: ProposalText;
  close(): void;
}

/** Which points it answers, then it is decided. */
function DecideForm({ item, proposalId, words, close }: DecideProps) {
  const { texts, act, room } = useDesk();
  const [chosen, setChosen] = useState<readonly string[]>(item.awaiting);
  const [pressed, setPressed] = useState(false);
  return (
    <form
      className="decideForm"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        // Pressed twice is meant once.
        if (pressed) return;
        setPressed(true);
        void words
          .flush()
          .then(() =>
            act(
              { ask: 'decideProposal', proposalId, decisionId: room().newId(), pointIds: [...chosen] },
              texts.proposalDecided,
            ),
          )
          .then(({ kind }) => kind === 'refused' && close());
      }}
    >
      {item.points.length > 0 && (
        <fieldset className="answersPoints">
          <legend>{texts.answersPoints}</legend>
          {item.points.map(({ pointId, text }, at) => (
            <label key={pointId}>
              <input
                type="checkbox"
                checked={chosen.includes(pointId)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, pointId] : chosen.filter((one) => one !== pointId))
                }
              />{' '}
              {at + 1}. {text}
            </label>
          ))}
        </fieldset>
      )}
      <div className="row-of-buttons">
        {/* biome-ignore lint/a11y/noAutofocus: it follows the press that opened it */}
        <button type="submit" className="button primary" autoFocus>
          {texts.decideNow}
        </button>
        <button type="button" className="button" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
