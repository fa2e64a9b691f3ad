import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';
import { shortName } from './place.ts';
import type { Asking } from './useAsking.ts';

/** What is being worded, as it is typed; leaders make a decision of it, or drop it. */
export function Proposal({ asking }: { readonly asking: Asking }) {
  const { view, language, newId } = useRoom();
  const texts = panelTexts[language];
  const { proposal, me } = view.head;
  if (!proposal) return null;
  const item = view.items.find(({ itemId }) => itemId === proposal.itemId);
  const leads = view.head.audience === 'leading';
  return (
    <section className="panelProposal" aria-label={texts.proposal}>
      <h2>{texts.proposal}</h2>
      <TypedText className="panelProposalText" text={proposal.text || '…'} />
      <p className="panelQuiet">
        {[
          item && item.itemId !== view.head.position?.itemId ? texts.proposalAt(shortName(item)) : '',
          proposal.pen.personId === me?.personId ? '' : texts.penIs(proposal.pen.name),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {leads && (
        <div className="panelPair">
          <button
            type="button"
            className="panelPrimary"
            disabled={proposal.text.trim() === ''}
            onClick={() =>
              void asking.ask({
                ask: 'decideProposal',
                proposalId: proposal.proposalId,
                decisionId: newId(),
                pointIds: [...(item?.awaiting ?? [])],
              })
            }
          >
            {texts.decideProposal}
          </button>
          <button
            type="button"
            className="panelChoice"
            onClick={() => void asking.ask({ ask: 'dropProposal', proposalId: proposal.proposalId })}
          >
            {texts.dropProposal}
          </button>
        </div>
      )}
    </section>
  );
}
