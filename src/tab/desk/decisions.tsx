import { useState } from 'react';
import type { PageItem } from '../../views/page/pageView.ts';
import { Alike } from './alike.tsx';
import { Decision } from './decision.tsx';
import { numberOf, type Rights, useDesk } from './deskContext.ts';
import { WordingForm } from './wordingForm.tsx';

/** *Beslutning*: what was decided, by number; struck ones last, for who leads. */
export function Decisions({ item, rights }: { readonly item: PageItem; readonly rights: Rights }) {
  const { texts, act, room } = useDesk();
  const [adding, setAdding] = useState(false);
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
            points={points}
            pointIds={item.awaiting}
            close={() => setAdding(false)}
            save={(text, pointIds) =>
              act(
                { ask: 'decide', itemId, decisionId: room().newId(), text, pointIds: [...pointIds] },
                texts.decided(text),
              )
            }
          />
        ) : (
          <button type="button" className="button quiet add" onClick={() => setAdding(true)}>
            <span aria-hidden="true">+ </span>
            {texts.addDecision}
          </button>
        ))}
    </>
  );
}
