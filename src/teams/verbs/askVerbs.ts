import { type Command, type Refusal, refused } from '../../meeting/commands.ts';
import { withAccountOf } from '../../meeting/people.ts';
import { recordOf } from '../../meeting/state.ts';
import { samePersonCard } from '../../views/askCards.ts';
import { movedOnCard, movedOnQuestion } from '../../views/movedOn.ts';
import { askTexts } from '../../wording/askTexts.ts';
import { isAccount } from '../identity.ts';
import { mayLead } from '../likenesses.ts';
import type { Tap } from '../tap.ts';
import { type MeetingTurn, sightOf, type Verb } from '../turnState.ts';

/** On to the next item, with what the card showed as registered since the present one was to end: that and no more. */
function moveOn({ meeting }: MeetingTurn, { data }: Tap): readonly Command[] | Refusal {
  const { i: itemId = '', n: toItemId = '', t: shown } = data;
  const answer: Command = { type: 'AnswerMovedOn', itemId, movedOn: true };
  const question = movedOnQuestion(meeting, itemId);
  // Answered, or elsewhere: the meeting itself says which.
  if (!question) return [answer];
  const changedAt = Math.max(recordOf(meeting, itemId).version, meeting.agendaVersion);
  if (changedAt > Number(shown) || question.nextId !== toItemId) return refused('movedOnChanged');
  return [
    answer,
    { type: 'MoveToItem', fromItemId: itemId, itemId: toItemId },
    ...question.along.map(
      ({ kind, id }): Command =>
        kind === 'decision'
          ? { type: 'MoveDecision', itemId, decisionId: id, toItemId }
          : { type: 'MoveNote', itemId, noteId: id, toItemId },
    ),
  ];
}

const settled = (same: boolean) =>
  ({
    alone: true,
    commands: (turn, tap) => {
      const { who: accountId = '', n: personId = '' } = tap.data;
      const [account, person] = [turn.people[accountId], turn.people[personId]];
      if (!account || !person) return refused('identitySettled');
      // A role needs an account: nobody anonymous becomes one who has it, or to whom the agenda gives it.
      const leading = mayLead(turn.meeting).has(personId);
      if (same && leading && !account.identities.some(isAccount)) return refused('anonymous');
      return [{ type: 'SettleIdentity', personId, accountId, same }];
    },
    view: (turn, tap, notice) => samePersonCard(sightOf(turn, notice), tap.data.n ?? '', tap.data.who ?? ''),
  }) satisfies Verb;

/** Answers to what who takes the minutes is asked in their private chat. */
export const askVerbs: Readonly<Record<string, Verb>> = {
  'movedOn.yes': {
    alone: true,
    commands: moveOn,
    notice: (turn, _tap, commit) => {
      const moved = commit.events.filter(({ type }) => type === 'DecisionMoved' || type === 'NoteMoved');
      return moved.length > 0 ? askTexts[turn.language].movedAlong(moved.length) : null;
    },
    view: (turn, tap, notice) => movedOnCard(sightOf(turn, notice), tap.data.i ?? ''),
  },
  'movedOn.no': {
    alone: true,
    commands: (_turn, { data }) => [{ type: 'AnswerMovedOn', itemId: data.i ?? '', movedOn: false }],
    view: (turn, tap, notice) => movedOnCard(sightOf(turn, notice), tap.data.i ?? ''),
  },
  'person.same': {
    ...settled(true),
    people: (known, { data }) => withAccountOf(known, data.n ?? '', data.who ?? ''),
  },
  'person.apart': settled(false),
};
