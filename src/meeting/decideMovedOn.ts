import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import type { Meeting, MovedOnAnswer } from './state.ts';

/** What was answered when it was asked whether the meeting had gone on from this item; undefined: nothing yet. */
export const movedOnAnswer = (meeting: Meeting, itemId: string): MovedOnAnswer | undefined =>
  meeting.movedOn.find((one) => one.itemId === itemId);

/** *Er I gået videre?* is asked once of an item, and the first answer settles it for all who were asked. */
export function answerMovedOn(meeting: Meeting, command: CommandOf<'AnswerMovedOn'>): Decided {
  const { itemId, movedOn } = command;
  if (meeting.status === 'planned') return refused('notStarted');
  if (movedOnAnswer(meeting, itemId)) return refused('movedOnAnswered');
  if (meeting.status === 'adjourned') return refused('alreadyAdjourned');
  if (meeting.currentItemId !== itemId) return refused('meetingElsewhere');
  return accepted({ type: 'MovedOnAnswered', v: 1, itemId, movedOn });
}
