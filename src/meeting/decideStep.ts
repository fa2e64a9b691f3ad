import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import { findItem, type Meeting, stops } from './state.ts';

/** Starts the meeting at any item; the earlier ones count as handled before Punkt joined. */
export function start(meeting: Meeting, command: CommandOf<'StartMeeting'>): Decided {
  if (meeting.status === 'adjourned') return refused('alreadyAdjourned');
  if (meeting.status !== 'planned') return refused('alreadyStarted');
  if (meeting.agenda.items.length === 0) return refused('emptyAgenda');
  const item = findItem(meeting, command.itemId);
  if (!item) return refused('unknownItem');
  if (item.kind === 'break') return refused('itemIsBreak');
  return accepted({ type: 'MeetingStarted', v: 1, itemId: item.id });
}

/** Moves the room; names the item it starts from, so that two chairs at item 3 arrive at item 4 and not at 5. */
export function move(meeting: Meeting, command: CommandOf<'MoveToItem'>): Decided {
  if (meeting.status === 'planned') return refused('notStarted');
  if (meeting.status === 'adjourned') return refused('alreadyAdjourned');
  const item = findItem(meeting, command.itemId);
  if (!item) return refused('unknownItem');
  if (item.kind === 'break') return refused('itemIsBreak');
  if (meeting.currentItemId !== command.fromItemId) return refused('meetingElsewhere');
  if (meeting.currentItemId === item.id) return refused('sameItem');
  const moved = { type: 'MovedToItem', v: 1, fromItemId: command.fromItemId, itemId: item.id } as const;
  return meeting.status === 'paused' ? accepted({ type: 'MeetingResumed', v: 1 }, moved) : accepted(moved);
}

export function pause(meeting: Meeting): Decided {
  return meeting.status === 'running' ? accepted({ type: 'MeetingPaused', v: 1 }) : refused('notRunning');
}

export function resume(meeting: Meeting): Decided {
  if (meeting.status === 'paused') return accepted({ type: 'MeetingResumed', v: 1 });
  if (meeting.status === 'planned') return refused('notStarted');
  return refused(meeting.status === 'adjourned' ? 'alreadyAdjourned' : 'alreadyStarted');
}

export function adjourn(meeting: Meeting, command: CommandOf<'AdjournMeeting'>): Decided {
  if (meeting.status === 'planned') return refused('notStarted');
  if (meeting.status === 'adjourned') return refused('alreadyAdjourned');
  if (meeting.currentItemId !== command.fromItemId) return refused('meetingElsewhere');
  return accepted({ type: 'MeetingAdjourned', v: 1 });
}

/** *Efterregistrering*: a meeting that was held without Punkt is over at once, and is filled in without times. */
export function registerAfterwards(meeting: Meeting): Decided {
  if (meeting.status === 'adjourned') return refused('alreadyAdjourned');
  if (meeting.status !== 'planned') return refused('alreadyStarted');
  if (stops(meeting).length === 0) return refused(meeting.proposal ? 'notAdopted' : 'emptyAgenda');
  return accepted({ type: 'MeetingRegisteredAfterwards', v: 1 });
}
