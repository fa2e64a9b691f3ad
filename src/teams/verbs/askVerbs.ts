import { type Command, refused } from '../../meeting/commands.ts';
import { movedOnCard, plannedEnd, registeredSince } from '../../views/askCards.ts';
import { askTexts } from '../../wording/askTexts.ts';
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
  'movedOn.no': {
    alone: true,
    view: (turn, tap, notice) => movedOnCard(sightOf(turn, notice), tap.data.i ?? '', true),
  },
};
