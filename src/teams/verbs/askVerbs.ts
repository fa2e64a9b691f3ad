import { type Command, refused } from '../../meeting/commands.ts';
import { withAccountOf } from '../../meeting/people.ts';
import { movedOnCard, plannedEnd, registeredSince, samePersonCard } from '../../views/askCards.ts';
import { askTexts } from '../../wording/askTexts.ts';
import { isAccount } from '../identity.ts';
import { mayLead } from '../likenesses.ts';
import type { Tap } from '../tap.ts';
import { type MeetingTurn, sightOf, type Verb } from '../turnState.ts';

/** On to the next item, with what was registered since the present one was to end. */
function moveOn({ meeting }: MeetingTurn, { data }: Tap): readonly Command[] | null {
  const { i: itemId = '', n: toItemId = '' } = data;
  const startedAt = 'startedAt' in meeting ? meeting.startedAt : null;
  const since = startedAt && plannedEnd(meeting, itemId, startedAt);
  if (!since) return null;
  const { decisions, notes } = registeredSince(meeting, itemId, since);
  return [
    { type: 'MoveToItem', fromItemId: itemId, itemId: toItemId },
    ...decisions.map(({ id }): Command => ({ type: 'MoveDecision', itemId, decisionId: id, toItemId })),
    ...notes.map(({ id }): Command => ({ type: 'MoveNote', itemId, noteId: id, toItemId })),
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
    commands: (turn, tap) => moveOn(turn, tap) ?? refused('meetingElsewhere'),
    notice: (turn, _tap, commit) => {
      const moved = commit.events.filter(({ type }) => type === 'DecisionMoved' || type === 'NoteMoved');
      return moved.length > 0 ? askTexts[turn.language].movedAlong(moved.length) : null;
    },
    view: (turn, tap, notice) => movedOnCard(sightOf(turn, notice), tap.data.i ?? ''),
  },
  'person.same': {
    ...settled(true),
    people: (known, { data }) => withAccountOf(known, data.n ?? '', data.who ?? ''),
  },
  'person.apart': settled(false),
  'movedOn.no': {
    alone: true,
    stays: true,
    view: (turn, tap, notice) => movedOnCard(sightOf(turn, notice), tap.data.i ?? '', true),
  },
};
