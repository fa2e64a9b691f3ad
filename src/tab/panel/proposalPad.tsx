import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { PageItem, PageProposal } from '../../views/page/pageView.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { browserTimers } from '../live/timers.ts';
import { ProposalText } from '../proposalText.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';
import { TwoSteps } from './twoSteps.tsx';
import type { Asking } from './useAsking.ts';

interface ProposalPadProps {
  readonly proposal: PageProposal;
  readonly item: PageItem | null;
  readonly asking: Asking;
  /** Stands between the words and what can be done with them. */
  readonly children: ReactNode;
}

/** The words of the proposal for who leads: written in with the pen, read without it. */
export function ProposalPad({ proposal, item, asking, children }: ProposalPadProps) {
  const { language, newId, ask, view } = useRoom();
  const texts = panelTexts[language];
  const { proposalId, mine } = proposal;
  const newest = useRef(ask);
  newest.current = ask;
  const failed = useRef(asking.say);
  failed.current = asking.say;
  const first = useRef(proposal.text);
  const words = useMemo(
    () =>
      new ProposalText(
        {
          write: (text) => newest.current({ ask: 'writeProposal', proposalId, text }),
          later: (ms, run) => browserTimers.after(ms, run),
          lost: (sentence, text) => failed.current(`${sentence} ${text}`),
        },
        first.current,
      ),
    [proposalId],
  );
  const { text, kept } = useSyncExternalStore(words.subscribe, words.state);
  useEffect(() => words.seen(proposal.text, mine), [words, proposal.text, mine]);
  useEffect(() => () => void words.flush(), [words]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [wantsField, setWantsField] = useState(false);
  useEffect(() => {
    if (!mine || !wantsField) return;
    field.current?.focus();
    setWantsField(false);
  }, [mine, wantsField]);

  const takePen = async (putIn: string | null) => {
    if (!(await asking.ask({ ask: 'takePen', proposalId }))) return;
    setWantsField(true);
    if (putIn === null) return;
    const now = words.state().text.trimEnd();
    words.forget();
    words.typed(now === '' ? putIn : `${now}\n${putIn}`);
  };
  const decide = async () => {
    await words.flush();
    const pointIds = [...(item?.awaiting ?? [])];
    await asking.ask({ ask: 'decideProposal', proposalId, decisionId: newId(), pointIds });
  };
  return (
    <>
      {mine ? (
        <textarea
          ref={field}
          className="panelField panelProposalText"
          aria-label={texts.proposalWords}
          placeholder={texts.proposalWords}
          rows={4}
          lang={view.head.language}
          value={text}
          maxLength={20_000}
          onChange={({ target }) => words.typed(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') field.current?.blur();
          }}
        />
      ) : (
        <TypedText className="panelProposalText" text={proposal.text || '…'} />
      )}
      {children}
      {kept !== null && (
        <div role="alert" className="panelKept">
          <p className="panelQuiet">{texts.keptForYou}</p>
          <TypedText text={kept} />
          <div className="panelPair">
            <button type="button" className="panelChoice" onClick={() => void takePen(kept)}>
              {texts.putIn}
            </button>
            <button type="button" className="panelChoice" onClick={() => words.forget()}>
              {texts.forget}
            </button>
          </div>
        </div>
      )}
      <div className="panelPair">
        <button
          type="button"
          className="panelPrimary"
          disabled={text.trim() === ''}
          onClick={() => void decide()}
        >
          {texts.decideProposal}
        </button>
        {!mine && (
          <button type="button" className="panelChoice" onClick={() => void takePen(null)}>
            {texts.takePen}
          </button>
        )}
        <TwoSteps
          label={texts.dropProposal}
          sure={texts.dropSure}
          yes={texts.yesDrop}
          no={texts.keepProposal}
          className="panelChoice"
          act={() => void asking.ask({ ask: 'dropProposal', proposalId })}
        />
      </div>
    </>
  );
}
