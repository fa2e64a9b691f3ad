import type { CommandType } from '../meeting/commands.ts';
import { undoable } from '../meeting/decideUndo.ts';
import type { Outcome } from '../meeting/outcome.ts';
import type { Decision } from '../meeting/record.ts';
import { type Acting, permission, sameActor } from '../meeting/roles.ts';
import { findItem, hasBegun, hasEnded, itemNumber, neighbour } from '../meeting/state.ts';
import { outcomeLabel } from '../wording/outcome.ts';
import { refusalSentence } from '../wording/refusals.ts';
import {
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  formsOf,
  hidden,
  paragraphs,
  type Sight,
  textsOf,
} from './cardView.ts';
import { decisionsOf, decisionView } from './decisionView.ts';
import { decisionNumber } from './draftOf.ts';
import { choiceField, formCard } from './formCard.ts';
import { answerButton, pointViews } from './pointView.ts';
import { closedCard, textCard } from './textCard.ts';

const may = (sight: Sight, acting: Acting, command: CommandType): boolean =>
  permission(sight.meeting, acting, command) !== 'no';

/** *Mere …*: what is rare, for what this person may do. */
export function moreMenu(sight: Sight, itemId: string, acting: Acting): CardView {
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const i = { i: itemId };
  const step = may(sight, acting, 'MoveToItem');
  const closed = hidden(sight, itemId);
  // The item, what was registered, where the room goes, the meeting: a row each.
  const buttons = [
    [
      ...(closed ? [] : [make(b.theCase, 'case', i)]),
      ...(closed || !may(sight, acting, 'PostponeItem') ? [] : [make(b.postpone, 'postpone.form', i)]),
    ],
    [
      ...(!closed && decisionsOf(sight, itemId).length > 0 ? [make(b.correctEntry, 'correct.list', i)] : []),
      ...(closed ? [] : [make(b.undo, 'undo.form', i)]),
    ],
    [
      ...(step && neighbour(sight.meeting, itemId, -1) ? [make(b.previous, 'previous', i)] : []),
      ...(step ? [make(b.goTo, 'goto.form', i)] : []),
    ],
    [
      ...(step
        ? [sight.meeting.status === 'paused' ? make(b.resume, 'resume', i) : make(b.pause, 'pause', i)]
        : []),
      ...(may(sight, acting, 'AdjournMeeting') ? [make(b.end, 'adjourn', i)] : []),
    ],
    [make(b.openInBrowser, 'browser.open', i), make(b.close, 'back', i)],
  ];
  return textCard(sight, {
    heading: formsOf(sight).moreAbout(itemNumber(sight.meeting.agenda, itemId)),
    buttons,
  });
}

/** *Tilføj* on an item that the room has left. */
export function addMenu(sight: Sight, itemId: string, acting: Acting, from: string | undefined): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const { meeting } = sight;
  const make = buttonMaker(meeting);
  const b = buttonsOf(sight);
  const i = { i: itemId, ...(from ? { a: from } : {}) };
  if (meeting.status === 'approved') {
    const heading = refusalSentence('minutesApproved', sight.language);
    return textCard(sight, { heading, buttons: [make(b.close, 'back', i)] });
  }
  const item = findItem(meeting, itemId);
  const answer = item && may(sight, acting, 'AnswerRecommendations') ? answerButton(sight, item) : undefined;
  const buttons = [
    [
      ...(answer ? [answer] : []),
      make(b.decision, 'decision.form', i, !answer),
      make(b.takeNote, 'note.form', i),
    ],
    decisionsOf(sight, itemId).length > 0
      ? [make(b.responsible, 'responsible.form', i), make(b.correctEntry, 'correct.list', i)]
      : [],
    [make(b.theCase, 'case', i), make(b.undo, 'undo.form', i)],
    [
      ...(hasBegun(meeting) && !hasEnded(meeting) && may(sight, acting, 'MoveToItem')
        ? [make(b.go, 'goto', { ...i, n: itemId })]
        : []),
      make(b.close, 'back', i),
    ],
  ];
  const lines = item ? pointViews(sight, item, 140, false).filter((point) => point.open) : [];
  return textCard(sight, {
    heading: formsOf(sight).addTo(itemNumber(meeting.agenda, itemId)),
    lines: lines.map((point) => ({ text: `${point.sign} ${point.text} – ${point.status}` })),
    buttons,
  });
}

/** The outcomes that a tap gives a point; the whole list comes with forms of its own. */
const OUTCOMES: readonly Outcome[] = ['approved', 'noted', 'discussed', 'postponed'];

export function pointMenu(sight: Sight, itemId: string, pointId: string, acting: Acting): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const item = findItem(sight.meeting, itemId);
  const index = item?.points.findIndex((point) => point.id === pointId) ?? -1;
  const point = item?.points[index];
  const view = item && pointViews(sight, item, 2000, true)[index];
  const answers = may(sight, acting, 'AnswerRecommendations')
    ? OUTCOMES.map((outcome) => {
        const title = outcomeLabel(outcome, sight.language);
        return make({ title, tip: title }, 'point.answer', { i: itemId, p: pointId, outcome });
      })
    : [];
  return textCard(sight, {
    heading: formsOf(sight).pointOf(index + 1, itemNumber(sight.meeting.agenda, itemId)),
    lines: [
      ...paragraphs(point?.text ?? '', 2000),
      ...(view ? [{ text: `${view.sign} ${view.status}` }] : []),
    ],
    buttons: [
      ...answers,
      make(b.decision, 'decision.form', { i: itemId, p: pointId }),
      make(b.back, 'back', { i: itemId }),
    ],
  });
}

/** As many decisions stand on a card with a button each; of more, one is chosen from a list. */
const BUTTONS_FOR = 6;

/** Which of the item's decisions to correct, move or strike. */
export function correctList(sight: Sight, itemId: string): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const f = formsOf(sight);
  const back = make(b.back, 'back', { i: itemId });
  const decisions = decisionsOf(sight, itemId).map((decision) => ({
    id: decision.id,
    number: decisionNumber(sight.meeting, itemId, decision),
    text: decision.text,
  }));
  if (decisions.length > BUTTONS_FOR) {
    const field = choiceField({
      id: 'decision',
      label: f.responsibleFor,
      value: decisions.at(-1)?.id ?? '',
      required: true,
      errorMessage: f.chooseDecision,
      choices: decisions
        .toReversed()
        .map(({ id, number, text }) => ({ title: cut(`${number} ${text}`, 90), value: id })),
    });
    const choose = make(b.choose, 'decision.open', { i: itemId }, true);
    return formCard(sight, { heading: f.chooseDecision, fields: [field], buttons: [choose, back] });
  }
  return textCard(sight, {
    heading: decisions.length > 0 ? f.chooseDecision : f.noDecisions,
    lines: decisions.map(({ number, text }) => ({ text: `${number}  ${cut(text, 120)}` })),
    buttons: [
      ...decisions.map(({ id, number, text }) =>
        make({ title: number, tip: cut(`${number} ${text}`, 80) }, 'decision.open', { i: itemId, d: id }),
      ),
      back,
    ],
  });
}

/** What can be done with one decision, for what this person may do. */
export function decisionMenu(sight: Sight, itemId: string, decision: Decision, acting: Acting): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const what = { i: itemId, d: decision.id };
  const view = decisionView(sight, itemId, decision, 3000);
  const own = sameActor(decision.by, acting.by) && !decision.confirmed;
  const change = permission(sight.meeting, acting, 'CorrectDecision') === 'yes' || own;
  const buttons = [
    view.unconfirmed && may(sight, acting, 'ConfirmDecision')
      ? [make(b.confirm(view.number), 'decision.confirm', what, true)]
      : [],
    [
      ...(change ? [make(b.correct, 'decision.correct.form', what)] : []),
      make(b.responsible, 'responsible.form', what),
    ],
    [
      ...(change && decision.responsible.length > 0
        ? [make(b.clearResponsible, 'responsible.clear', what)]
        : []),
      ...(change && decision.due ? [make(b.clearDue, 'due.clear', what)] : []),
    ],
    change ? [make(b.move, 'decision.move.form', what), make(b.strike, 'decision.strike', what)] : [],
    [make(b.back, 'back', { i: itemId })],
  ];
  const quiet = (text: string) => ({ text, style: 'quiet' }) as const;
  const earlier = decision.earlier.map(({ text }) => quiet(textsOf(sight).earlier(cut(text, 300))));
  return textCard(sight, {
    heading: formsOf(sight).decision(view.number),
    lines: [
      ...view.lines.map(({ text }) => ({ text })),
      quiet(view.assignment),
      quiet(view.registered),
      ...earlier.slice(-3),
    ],
    buttons,
  });
}

/** The newest commands that this person may take back, newest first. */
export const undoChoices = (sight: Sight, acting: Acting) =>
  undoable(sight.meeting).filter(
    (entry) => permission(sight.meeting, acting, 'UndoCommand') === 'yes' || sameActor(entry.by, acting.by),
  );
