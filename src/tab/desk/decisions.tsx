import { useState } from 'react';
import type { PageItem } from '../../views/page/pageView.ts';
import { othersIn } from '../speakerField.tsx';
import { isKept } from '../useKeptText.ts';
import { Alike } from './alike.tsx';
import { Decision } from './decision.tsx';
import { numberOf, type Rights, useDesk } from './deskContext.ts';
import { useWordingPlace, WordingForm } from './wordingForm.tsx';

interface DecisionsProps {
  readonly item: PageItem;
  readonly rights: Rights;
  /** Null: no proposal can be opened here now. */
  readonly propose: ((itemId: string) => void) | null;
}

/** *Beslutning*: what was decided, by number; struck ones last, for who leads. */
export function Decisions({ item, rights, propose }: DecisionsProps) {
  const { texts, act, room } = useDesk();
  const place = useWordingPlace(`decision.${item.itemId}`);
  const [adding, setAdding] = useState(() => rights.decide && isKept(place));
  const { itemId, points, decisions } = item;
  return (
    <>
      {decisions.length > 0 && (
        <ol className="decisions">
          {decisions.map((decision) => (
            <Decision key={decision.decisionId} item={item} decision={decision} rights={rights} />
          ))}
        </ol>
      )}
      {item.alike.map((pair) => (
        <Alike key={`${pair.first} ${pair.second}`} item={item} pair={pair} />
      ))}
      {rights.decide &&
        (adding ? (
          <WordingForm
            label={texts.decisionText(numberOf(item))}
            text=""
            place={place}
            points={points}
            pointIds={item.awaiting}
            {...(rights.leading ? { speakers: othersIn(room().view.head) } : {})}
            close={() => setAdding(false)}
            save={(text, pointIds, onBehalfOf) =>
              act(
                {
                  ask: 'decide',
                  itemId,
                  decisionId: room().newId(),
                  text,
                  pointIds: [...pointIds],
                  ...(onBehalfOf === '' ? {} : { onBehalfOf }),
                },
                texts.decided(text),
              )
            }
          />
        ) : (
          <p className="adding">
            <button type="button" className="button quiet" onClick={() => setAdding(true)}>
              <span aria-hidden="true">+ </span>
              {texts.addDecision}
            </button>
            {propose && (
              <button
                type="button"
                className="button quiet"
                title={texts.openProposalTip}
                onClick={() => propose(itemId)}
              >
                <span aria-hidden="true">+ </span>
                {texts.openProposal}
              </button>
            )}
          </p>
        ))}
    </>
  );
}
