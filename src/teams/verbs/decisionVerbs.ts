import { type Refusal, refused } from '../../meeting/commands.ts';
import type { Commit } from '../../meeting/commit.ts';
import type { Decision } from '../../meeting/record.ts';
import { itemNumber, recordOf } from '../../meeting/state.ts';
import { assignmentLine } from '../../views/decisionView.ts';
import { decisionNumber } from '../../views/draftOf.ts';
import { correctionForm, decisionForm, itemForm, type Typed } from '../../views/forms.ts';
import { correctList, decisionMenu } from '../../views/menus.ts';
import { namesHere } from '../../views/namesHere.ts';
import { decodeChoices, responsibleForm } from '../../views/responsibleForm.ts';
import { textCard } from '../../views/textCard.ts';
import { readResponsibleList } from '../../wording/assignment.ts';
import { readDue } from '../../wording/due.ts';
import { looksLikeCpr } from '../../wording/personalNumber.ts';
import { refusalSentence } from '../../wording/refusals.ts';
import { replies } from '../../wording/replies.ts';
import { addSpeaker, behalfIn, sayingOf, unclearSpeaker } from '../behalfOfForm.ts';
import { correctDecision, known, readFrom, recordDecision } from '../commandsOf.ts';
import { keepTyped } from '../keepTyped.ts';
import type { Tap } from '../tap.ts';
import { type MeetingTurn, sightOf, type Verb } from '../turnState.ts';

const itemOf = (tap: Tap): string => tap.data.i ?? '';
const pointsOf = (tap: Tap): string[] => decodeChoices(tap.data.points);
const typed = (tap: Tap, cpr: boolean): Typed => ({ text: tap.data.text, points: pointsOf(tap), cpr });
const formSight = (turn: MeetingTurn, notice: string | null) => ({
  ...sightOf(turn, notice),
  people: namesHere(turn),
});
const warns = (tap: Tap): boolean => !tap.data.anyway && looksLikeCpr(tap.data.text);

/** The decision that a tap names, else the newest of the item. */
function decisionOf(turn: MeetingTurn, tap: Tap): Decision | undefined {
  const decisions = recordOf(turn.meeting, itemOf(tap)).decisions.filter((decision) => !decision.struck);
  const id = tap.data.d ?? tap.data.decision;
  return id ? decisions.find((decision) => decision.id === id) : decisions.at(-1);
}

/** "4.1 er gemt under punkt 4. Læst af teksten: Tovholder: …" */
export function savedNotice(turn: MeetingTurn, commit: Commit): string | null {
  const recorded = commit.events.find((event) => event.type === 'DecisionRecorded');
  if (!recorded) return null;
  const { itemId, decisionId, confirmed } = recorded;
  const decision = recordOf(turn.meeting, itemId).decisions.findLast((entry) => entry.id === decisionId);
  if (!decision) return null;
  const say = replies[turn.language];
  const number = decisionNumber(turn.meeting, itemId, decision);
  const item = itemNumber(turn.meeting.agenda, itemId);
  const saved = confirmed ? say.decisionSaved(number, item) : say.decisionProposed(number, item);
  const { ambiguous } = readFrom(turn.meeting, namesHere(turn), recorded.text);
  const read =
    decision.responsible.length > 0 || decision.due
      ? [say.readFromText(assignmentLine(sightOf(turn), decision.responsible, decision.due))]
      : [];
  return [saved, ...read, ...ambiguous.map(({ written }) => say.chooseAmong(written))].join(' ');
}

/** Nobody has to confirm it, and no name in it was unclear. */
const isPlain = (turn: MeetingTurn, commit: Commit): boolean =>
  commit.events.every(
    (event) =>
      event.type !== 'DecisionRecorded' ||
      (event.confirmed && readFrom(turn.meeting, namesHere(turn), event.text).ambiguous.length === 0),
  );

/** What the form of *Tovholder* says: chosen organisations and person, and typed names. */
function assignment(turn: MeetingTurn, tap: Tap) {
  const { meeting } = turn;
  const people = namesHere(turn);
  const organisations = decodeChoices(tap.data.organisations).map(
    (name) => ({ kind: 'organisation', name }) as const,
  );
  const persons = decodeChoices(tap.data.person)
    .filter((id) => people[id])
    .map((personId) => ({ kind: 'person', personId }) as const);
  const others = readResponsibleList(tap.data.others, known(meeting, people));
  const words = tap.data.due.trim();
  const due = words ? (readDue(words, meeting.agenda.date) ?? { text: words, date: null }) : others.due;
  const all = [...organisations, ...persons, ...others.responsible];
  const unique = all.filter(
    (one, index) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index,
  );
  return { responsible: unique, due, ambiguous: others.ambiguous };
}

const withDecision = <T>(turn: MeetingTurn, tap: Tap, make: (decision: Decision) => T): T | Refusal => {
  const decision = decisionOf(turn, tap);
  return decision ? make(decision) : refused('unknownDecision');
};

/** Verbs on decisions: record, confirm, correct, strike, move, and who is responsible. */
export const decisionVerbs: Readonly<Record<string, Verb>> = {
  'decision.form': {
    view: (turn, tap, notice) => {
      const chosen = tap.data.p ? { text: '', points: [tap.data.p], cpr: false } : undefined;
      return decisionForm(sightOf(turn, notice), itemOf(tap), chosen, behalfIn(turn, tap));
    },
  },
  'decision.record': {
    people: addSpeaker,
    before: (turn, tap) => {
      const unclear = unclearSpeaker(turn, tap);
      if (!unclear && !warns(tap)) return undefined;
      return decisionForm(sightOf(turn, unclear), itemOf(tap), typed(tap, !unclear), behalfIn(turn, tap));
    },
    commands: (turn, tap) => {
      const names = namesHere(turn);
      const { text } = tap.data;
      const recorded = recordDecision(turn.meeting, names, itemOf(tap), text, pointsOf(tap), turn.newId());
      return [{ ...recorded, ...sayingOf(turn, tap) }];
    },
    notice: (turn, _tap, commit) => savedNotice(turn, commit),
    mustKnow: (turn, _tap, commit) => (isPlain(turn, commit) ? null : savedNotice(turn, commit)),
    again: (turn, tap, notice) =>
      decisionForm(sightOf(turn, notice), itemOf(tap), typed(tap, false), behalfIn(turn, tap)),
  },
  'decision.open': {
    view: (turn, tap, notice) => {
      const decision = decisionOf(turn, tap);
      const sight = sightOf(turn, notice);
      return decision
        ? decisionMenu(sight, itemOf(tap), decision, turn.acting)
        : correctList(sight, itemOf(tap));
    },
  },
  'correct.list': { view: (turn, tap, notice) => correctList(sightOf(turn, notice), itemOf(tap)) },
  'decision.confirm': {
    commands: (turn, tap) =>
      withDecision(
        turn,
        tap,
        ({ id }) => [{ type: 'ConfirmDecision', itemId: itemOf(tap), decisionId: id }] as const,
      ),
  },
  'decision.correct.form': {
    view: (turn, tap, notice) => {
      const decision = decisionOf(turn, tap);
      const sight = sightOf(turn, notice);
      return decision ? correctionForm(sight, itemOf(tap), decision) : correctList(sight, itemOf(tap));
    },
  },
  'decision.correct': {
    before: (turn, tap) => {
      const decision = decisionOf(turn, tap);
      return decision && warns(tap)
        ? correctionForm(sightOf(turn), itemOf(tap), decision, typed(tap, true))
        : undefined;
    },
    commands: (turn, tap) =>
      withDecision(turn, tap, (decision) =>
        correctDecision(turn.meeting, namesHere(turn), itemOf(tap), decision, tap.data.text, pointsOf(tap)),
      ),
    again: (turn, tap, notice) => {
      const decision = decisionOf(turn, tap);
      const sight = sightOf(turn, notice);
      return decision
        ? correctionForm(sight, itemOf(tap), decision, typed(tap, false))
        : correctList(sight, itemOf(tap));
    },
  },
  'decision.strike': {
    commands: (turn, tap) =>
      withDecision(
        turn,
        tap,
        ({ id }) => [{ type: 'StrikeDecision', itemId: itemOf(tap), decisionId: id }] as const,
      ),
  },
  'decision.move.form': {
    view: (turn, tap, notice) => {
      const decision = decisionOf(turn, tap);
      const sight = sightOf(turn, notice);
      return decision
        ? itemForm(sight, { kind: 'move', itemId: itemOf(tap), decision })
        : correctList(sight, itemOf(tap));
    },
  },
  'decision.move': {
    commands: (turn, tap) =>
      withDecision(turn, tap, ({ id }) => [
        { type: 'MoveDecision', itemId: itemOf(tap), decisionId: id, toItemId: tap.data.item } as const,
      ]),
    again: (turn, tap, notice) => {
      const decision = decisionOf(turn, tap);
      if (!decision) return undefined;
      const form = itemForm(sightOf(turn, notice), { kind: 'move', itemId: itemOf(tap), decision });
      return keepTyped(form, tap.data);
    },
  },
  'responsible.form': {
    view: (turn, tap, notice) => {
      const decision = decisionOf(turn, tap);
      const sight = formSight(turn, notice);
      if (decision) return responsibleForm(sight, itemOf(tap), decision);
      const number = itemNumber(turn.meeting.agenda, itemOf(tap));
      // Without a decision there is nothing to be responsible for: the way there is one tap away.
      return decisionForm({ ...sight, notice: replies[turn.language].noDecisionYet(number) }, itemOf(tap));
    },
  },
  'responsible.set': {
    before: (turn, tap) => {
      const decision = decisionOf(turn, tap);
      if (!decision) return undefined;
      const say = replies[turn.language];
      const [unclear] = assignment(turn, tap).ambiguous;
      const names = unclear?.candidates.map((id) => turn.people[id]?.name ?? id) ?? [];
      const problem = looksLikeCpr(`${tap.data.others}\n${tap.data.due}`)
        ? refusalSentence('cprInField', turn.language)
        : unclear && say.whoIsMeant(unclear.written, names);
      return problem
        ? keepTyped(responsibleForm(formSight(turn, problem), itemOf(tap), decision), tap.data)
        : undefined;
    },
    commands: (turn, tap) =>
      withDecision(turn, tap, ({ id }) => {
        const { responsible, due } = assignment(turn, tap);
        return [
          { type: 'AssignResponsible', itemId: itemOf(tap), decisionId: id, responsible, due } as const,
        ];
      }),
    mustKnow: (turn, tap, commit) => {
      const proposed = commit.events.some(
        (event) => event.type === 'ResponsibleAssigned' && !event.confirmed,
      );
      const decision = decisionOf(turn, tap);
      if (!proposed || !decision) return null;
      const number = decisionNumber(turn.meeting, itemOf(tap), decision);
      const { responsible, due } = assignment(turn, tap);
      return replies[turn.language].assignmentProposed(
        number,
        assignmentLine(sightOf(turn), responsible, due),
      );
    },
    again: (turn, tap, notice) => {
      const decision = decisionOf(turn, tap);
      return decision
        ? keepTyped(responsibleForm(formSight(turn, notice), itemOf(tap), decision), tap.data)
        : textCard(sightOf(turn, notice), { heading: '', buttons: [] });
    },
  },
  'responsible.clear': {
    commands: (turn, tap) =>
      withDecision(turn, tap, ({ id, due }) => [
        { type: 'AssignResponsible', itemId: itemOf(tap), decisionId: id, responsible: [], due } as const,
      ]),
  },
  'due.clear': {
    commands: (turn, tap) =>
      withDecision(turn, tap, ({ id, responsible }) => [
        { type: 'AssignResponsible', itemId: itemOf(tap), decisionId: id, responsible, due: null } as const,
      ]),
  },
};
