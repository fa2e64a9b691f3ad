import { useState } from 'react';
import type { PageItem, PagePoint } from '../../views/page/pageView.ts';
import { panelTexts } from '../../wording/page/panelTexts.ts';
import { useRoom } from '../room.ts';
import { Key } from './key.tsx';
import type { Asking } from './useAsking.ts';

interface PointsProps {
  readonly item: PageItem;
  readonly asking: Asking;
  /** Key that answers the open points; null: keys are off. */
  readonly answerKey: string | null;
}

/** The recommendation points with what became of each; one opens at a time. */
export function Points({ item, asking, answerKey }: PointsProps) {
  const { language } = useRoom();
  const texts = panelTexts[language];
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section aria-label={texts.points}>
      <h2>{texts.points}</h2>
      {item.points.length === 0 && <p className="panelQuiet">{texts.noPoints}</p>}
      <ul className="panelPoints">
        {item.points.map((point) => (
          <Point
            key={point.pointId}
            point={point}
            open={open === point.pointId}
            toggle={() => setOpen((now) => (now === point.pointId ? null : point.pointId))}
            answer={(outcome) => {
              setOpen(null);
              void asking.ask({ ask: 'answerPoint', itemId: item.itemId, pointId: point.pointId, outcome });
            }}
          />
        ))}
      </ul>
      {item.mainAnswer && (
        <button
          type="button"
          className="panelPrimary panelWide"
          title={item.mainAnswer.tip}
          onClick={() => void asking.ask({ ask: 'answer', itemId: item.itemId })}
        >
          {item.mainAnswer.label}
          <Key name={answerKey} />
        </button>
      )}
    </section>
  );
}

interface PointProps {
  readonly point: PagePoint;
  readonly open: boolean;
  readonly toggle: () => void;
  readonly answer: (outcome: PagePoint['outcomes'][number]['outcome']) => void;
}

function Point({ point, open, toggle, answer }: PointProps) {
  const words = (
    <>
      <span className={point.open ? 'panelSign' : 'panelSign done'} aria-hidden="true">
        {point.sign}
      </span>
      <span className="panelPointWords">
        <span>{point.text}</span>
        <span className="panelPointStatus">{point.status}</span>
      </span>
    </>
  );
  if (point.outcomes.length === 0) return <li className="panelPoint">{words}</li>;
  return (
    <li>
      <button type="button" className="panelPoint" aria-expanded={open} onClick={toggle}>
        {words}
        <span className="panelChevron" aria-hidden="true">
          {open ? '▴' : '▾'}
        </span>
      </button>
      {open && (
        <div className="panelOutcomes">
          {point.outcomes.map(({ outcome, label }) => (
            <button
              type="button"
              key={outcome}
              className={outcome === point.outcome ? 'panelChoice chosen' : 'panelChoice'}
              aria-pressed={outcome === point.outcome}
              onClick={() => answer(outcome)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
