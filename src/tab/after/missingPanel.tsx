import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { pageAfterTexts } from '../../wording/page/afterTexts.ts';
import { Menu } from '../menu.tsx';
import { useRoom } from '../room.ts';
import { type Asking, useAsking } from '../useAsking.ts';
import { type Missing, missingIn } from './missing.ts';

/** Answers that have a button of their own; the others are in the menu. */
const FIRST = 2;
/** What is shown before the others, so that the paper is near. */
const SHOWN = 5;

/** What the minutes lack, each with the tap that mends it. */
export function MissingPanel({ toDesk }: { readonly toDesk: () => void }) {
  const { view, language } = useRoom();
  const texts = pageAfterTexts[language];
  const asking = useAsking();
  const [all, setAll] = useState(false);
  const missing = missingIn(view.items);
  if (missing.length === 0) return <p className="nothingMissing">✓ {texts.nothingMissing}</p>;
  return (
    <section className="missing" aria-labelledby="missing-heading">
      <h2 id="missing-heading">{texts.missing(missing.length)}</h2>
      <p className="quiet">{texts.missingLead}</p>
      {asking.refused && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{asking.refused}</MessageBarBody>
        </MessageBar>
      )}
      <ul>
        {(all ? missing : missing.slice(0, SHOWN)).map((one) => (
          <li key={keyOf(one)}>
            <Lack missing={one} asking={asking} />
          </li>
        ))}
      </ul>
      <div className="deedRow">
        {missing.length > SHOWN && (
          <Button appearance="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? texts.showFewer : texts.showAll(missing.length)}
          </Button>
        )}
        <Button onClick={toDesk}>{texts.toDesk}</Button>
      </div>
    </section>
  );
}

const keyOf = (one: Missing): string =>
  one.kind === 'point' ? one.point.pointId : one.kind === 'note' ? one.note.noteId : one.decision.decisionId;

function Lack({ missing, asking }: { readonly missing: Missing; readonly asking: Asking }) {
  const { language } = useRoom();
  const texts = pageAfterTexts[language];
  const { item } = missing;
  const [what, text] = wordsOf(missing, texts);
  return (
    <>
      <div className="lackText">
        <span className="quiet">
          {item.number === null ? item.title : texts.itemAt(item.number)} · {what}
        </span>
        <span>{text}</span>
      </div>
      <div className="lackDeeds">
        <Deeds missing={missing} asking={asking} />
      </div>
    </>
  );
}

function wordsOf(missing: Missing, texts: (typeof pageAfterTexts)['da']): readonly [string, string] {
  switch (missing.kind) {
    case 'point':
      return [texts.unanswered, missing.point.text];
    case 'decision':
      return [texts.unconfirmedDecision, missing.decision.text];
    case 'assignment':
      return [texts.unconfirmedAssignment, missing.decision.assignment];
    case 'note':
      return [texts.unconfirmedNote(missing.note.by), missing.note.text];
  }
}

function Deeds({ missing, asking }: { readonly missing: Missing; readonly asking: Asking }) {
  const { view, language } = useRoom();
  const texts = pageAfterTexts[language];
  const may = view.head.me?.may;
  const { itemId } = missing.item;
  if (missing.kind === 'point') {
    const { pointId, text, outcomes } = missing.point;
    if (may?.AnswerRecommendations !== 'yes') return null;
    const answer = (outcome: (typeof outcomes)[number]['outcome']) =>
      void asking.ask({ ask: 'answerPoint', itemId, pointId, outcome });
    return (
      <>
        {outcomes.slice(0, FIRST).map(({ outcome, label }) => (
          <Button
            key={outcome}
            size="small"
            aria-label={texts.answerWith(label, text)}
            disabledFocusable={asking.busy}
            onClick={() => answer(outcome)}
          >
            {label}
          </Button>
        ))}
        {outcomes.length > FIRST && (
          <Menu
            label={texts.otherAnswers(text)}
            choices={outcomes
              .slice(FIRST)
              .map(({ outcome, label }) => ({ label, choose: () => answer(outcome) }))}
          />
        )}
      </>
    );
  }
  const what = missing.kind === 'note' ? missing.note.text : missing.decision.text;
  const allowed = missing.kind === 'note' ? may?.ConfirmNote === 'yes' : missing.decision.may.confirm;
  if (!allowed) return null;
  return (
    <Button
      size="small"
      aria-label={texts.confirmWhat(what)}
      disabledFocusable={asking.busy}
      onClick={() =>
        void asking.ask(
          missing.kind === 'note'
            ? { ask: 'confirmNote', itemId, noteId: missing.note.noteId }
            : { ask: 'confirmDecision', itemId, decisionId: missing.decision.decisionId },
        )
      }
    >
      {texts.confirm}
    </Button>
  );
}
