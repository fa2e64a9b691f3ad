import { useId, useState } from 'react';
import type { PageItem, PagePoint } from '../../views/page/pageView.ts';
import { useDesk } from './deskContext.ts';

/** What was recommended, and what became of each. */
export function Points({ item, answers }: { readonly item: PageItem; readonly answers: boolean }) {
  const { texts, act } = useDesk();
  const { mainAnswer, itemId } = item;
  return (
    <>
      <ol className="deskPoints">
        {item.points.map((point, at) => (
          <Point key={point.pointId} itemId={itemId} point={point} index={at + 1} answers={answers} />
        ))}
      </ol>
      {answers && mainAnswer && (
        <button
          type="button"
          className="button primary mainAnswer"
          title={mainAnswer.tip}
          onClick={() => void act({ ask: 'answer', itemId }, texts.allAnswered(mainAnswer.label))}
        >
          {mainAnswer.label}
        </button>
      )}
    </>
  );
}

interface PointProps {
  readonly itemId: string;
  readonly point: PagePoint;
  readonly index: number;
  readonly answers: boolean;
}

function Point({ itemId, point, index, answers }: PointProps) {
  const { texts, act } = useDesk();
  const [open, setOpen] = useState(false);
  const choices = useId();
  const { pointId, outcomes, sign, status } = point;
  const can = answers && outcomes.length > 0;
  return (
    <li className={point.open ? 'point open' : 'point'}>
      <span className="pointText">{point.text}</span>{' '}
      {can ? (
        <button
          type="button"
          className="pointStatus"
          aria-expanded={open}
          aria-controls={open ? choices : undefined}
          aria-label={texts.pointStatus(index, status)}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">{sign}</span> {status}
        </button>
      ) : (
        <span className="pointStatus">
          <span aria-hidden="true">{sign}</span> {status}
        </span>
      )}
      {can && open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame for a row of buttons
        <div
          id={choices}
          role="group"
          className="choices"
          aria-label={texts.chooseOutcome(index)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpen(false);
          }}
        >
          {outcomes.map(({ outcome, label }, at) => (
            <button
              key={outcome}
              type="button"
              className="button small"
              aria-pressed={point.outcome === outcome}
              // The likeliest answer is one more key away.
              // biome-ignore lint/a11y/noAutofocus: it follows the press that opened it
              autoFocus={at === 0}
              onClick={() => {
                setOpen(false);
                void act({ ask: 'answerPoint', itemId, pointId, outcome }, texts.answered(index, label));
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
