import { useState } from 'react';
import type { PageDecision, PageItem } from '../../views/page/pageView.ts';
import { correctedSpeaker, otherSpeaker } from '../speakerField.tsx';
import { TypedText } from '../typedText.tsx';
import { isKept } from '../useKeptText.ts';
import { AssignmentForm, AssignmentMarks } from './assignmentMarks.tsx';
import { type Rights, useDesk } from './deskContext.ts';
import { MoveForm } from './moveForm.tsx';
import { Sure } from './sure.tsx';
import { useWordingPlace, WordingForm } from './wordingForm.tsx';

interface DecisionProps {
  readonly item: PageItem;
  readonly decision: PageDecision;
  readonly rights: Rights;
}

/** One decision: its words, who is responsible until when, and what may be done with it. */
export function Decision({ item, decision, rights }: DecisionProps) {
  const { texts, act, room } = useDesk();
  const { decisionId, number, may, struck } = decision;
  const place = useWordingPlace(decisionId);
  const [doing, setDoing] = useState<'correct' | 'strike' | 'move' | 'assign' | null>(
    may.correct && isKept(place) ? 'correct' : null,
  );
  const { itemId } = item;
  const done = () => setDoing(null);
  const awaits = !struck && (decision.confirmed ? !decision.assignmentConfirmed : may.confirm);
  if (doing === 'correct')
    return (
      <li className="decision">
        <WordingForm
          label={texts.correctText(number)}
          text={decision.text}
          place={place}
          points={item.points}
          pointIds={decision.pointIds}
          {...correctedSpeaker(rights, room().view.head, decision)}
          close={done}
          save={(text, pointIds, name) =>
            act(
              {
                ask: 'correctDecision',
                itemId,
                decisionId,
                text,
                pointIds: [...pointIds],
                ...otherSpeaker(decision, name),
              },
              texts.done,
            )
          }
        />
      </li>
    );
  return (
    <li
      className={['decision', struck ? 'struck' : '', decision.confirmed ? '' : 'unconfirmed']
        .join(' ')
        .trim()}
      id={`decision-${decisionId}`}
    >
      <span className="decisionNumber">{number}</span>
      <div className="decisionBody">
        {struck ? (
          <p className="decisionText">
            <s>{decision.text}</s>
          </p>
        ) : (
          <TypedText className="decisionText" text={decision.text} />
        )}
        {!struck && <AssignmentMarks itemId={itemId} decision={decision} open={() => setDoing('assign')} />}
        <div className="registeredRow">
          <p className="registered">
            {struck ? `${texts.struck} · ` : ''}
            {decision.registered}
          </p>
          {doing === null && !struck && (
            <div className="tools">
              {may.correct && <Tool label={texts.correct} of={number} press={() => setDoing('correct')} />}
              {may.assign && <Tool label={texts.assign} of={number} press={() => setDoing('assign')} />}
              {may.move && <Tool label={texts.move} of={number} press={() => setDoing('move')} />}
              {may.strike && <Tool label={texts.strike} of={number} press={() => setDoing('strike')} />}
            </div>
          )}
        </div>
        {awaits && (
          <p className="awaits">
            {/* That the decision itself waits stands in the line above. */}
            {decision.confirmed && <span className="mark">{texts.assignmentUnconfirmed}</span>}{' '}
            {may.confirm && (
              <button
                type="button"
                className="button small primary confirm"
                aria-label={texts.confirmNumber(number)}
                onClick={() =>
                  void act({ ask: 'confirmDecision', itemId, decisionId }, texts.confirmed(number))
                }
              >
                {texts.confirm}
              </button>
            )}
          </p>
        )}
        {doing === 'assign' && <AssignmentForm itemId={itemId} decision={decision} close={done} />}
        {doing === 'move' && (
          <MoveForm
            label={texts.moveTo(number)}
            itemId={itemId}
            close={done}
            move={(toItemId) => act({ ask: 'moveDecision', itemId, decisionId, toItemId }, texts.done)}
          />
        )}
        {doing === 'strike' && (
          <Sure
            question={texts.strikeSure(number)}
            yes={texts.strike}
            close={done}
            act={() => act({ ask: 'strikeDecision', itemId, decisionId }, texts.struck)}
          />
        )}
        {rights.leading && decision.earlier.length > 0 && (
          <details className="earlier">
            <summary>{texts.earlier}</summary>
            {decision.earlier.map(({ text, replacedBy, at }) => (
              <p key={at}>
                <q>{text}</q> <small>{texts.replaced(replacedBy)}</small>
              </p>
            ))}
          </details>
        )}
      </div>
    </li>
  );
}

/** A small button that says of what it is. */
function Tool(props: { readonly label: string; readonly of: string; readonly press: () => void }) {
  const { label, of, press } = props;
  return (
    <button type="button" className="tool" aria-label={`${label} ${of}`} onClick={press}>
      {label}
    </button>
  );
}
