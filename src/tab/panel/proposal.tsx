import type { PageItem, PageProposal } from '../../views/page/pageView.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { TypedText } from '../typedText.tsx';
import { shortName } from './place.ts';
import { ProposalPad } from './proposalPad.tsx';
import type { Asking } from './useAsking.ts';

/** What is being worded, as it is typed; leaders write in it with the pen, make a decision of it, or drop it. */
export function Proposal({ asking }: { readonly asking: Asking }) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  const { proposal, audience } = view.head;
  if (!proposal) return null;
  const item = view.items.find(({ itemId }) => itemId === proposal.itemId) ?? null;
  return (
    <section className="panelProposal" aria-label={texts.proposal}>
      <h2>{texts.proposal}</h2>
      {audience === 'leading' ? (
        <ProposalPad key={proposal.proposalId} proposal={proposal} item={item} asking={asking}>
          <Where proposal={proposal} item={item} />
        </ProposalPad>
      ) : (
        <>
          <TypedText className="panelProposalText" text={proposal.text || '…'} />
          <Where proposal={proposal} item={item} />
        </>
      )}
    </section>
  );
}

/** At which item, where that is not the room's, and who holds the pen, where that is somebody else. */
function Where({ proposal, item }: { readonly proposal: PageProposal; readonly item: PageItem | null }) {
  const { view, language } = useRoom();
  const texts = panelTexts[language];
  return (
    <p className="panelQuiet">
      {[
        item && item.itemId !== view.head.position?.itemId ? texts.proposalAt(shortName(item)) : '',
        proposal.mine ? texts.myPen : texts.penIs(proposal.pen.name),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}
