import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import { discussionText, notesSeen } from './discussion.ts';
import { findItem, hasEnded, type Meeting, minutesVersion, recordOf } from './state.ts';
import { TEXT_LIMIT, textProblem } from './textLimit.ts';

/** Rewrites a section as one text. What somebody else wrote there meanwhile is never written over. */
export function editSection(meeting: Meeting, command: CommandOf<'EditSection'>): Decided {
  if (meeting.status === 'planned') return refused('notStarted');
  const item = findItem(meeting, command.itemId);
  if (!item) return refused('unknownItem');
  if (item.kind === 'break') return refused('itemIsBreak');
  const { itemId, section, text } = command;
  if (text.length > TEXT_LIMIT) return refused('textTooLong');
  const record = recordOf(meeting, itemId);
  if (text === discussionText(record) || text === command.basedOn) return refused('textUnchanged');
  const noteIds = notesSeen(record, command.basedOn);
  if (!noteIds) return refused('sectionChanged');
  // Cleared by hand: nothing is to stand there, which is not the same as a line of blanks.
  const kept = text.trim() === '' ? '' : text;
  return accepted({ type: 'SectionEdited', v: 1, itemId, section, text: kept, noteIds: [...noteIds] });
}

/** *Tilføjet efter mødet*: to a meeting that has ended, approved or not. */
export function addAddendum(meeting: Meeting, command: CommandOf<'AddAddendum'>): Decided {
  if (!hasEnded(meeting)) return refused('notAdjourned');
  const { addendumId, itemId, text } = command;
  if (itemId !== null) {
    const item = findItem(meeting, itemId);
    if (!item) return refused('unknownItem');
    if (item.kind === 'break') return refused('itemIsBreak');
  }
  const problem = textProblem(text);
  if (problem) return refused(problem);
  return accepted({ type: 'AddendumAdded', v: 1, addendumId, itemId, text });
}

/** An addendum that was a mistake is struck, and stays in the log. */
export function strikeAddendum(meeting: Meeting, command: CommandOf<'StrikeAddendum'>): Decided {
  if (!hasEnded(meeting)) return refused('notAdjourned');
  const known = meeting.addenda.find((one) => one.id === command.addendumId);
  if (!known) return refused('unknownAddendum');
  if (known.struck) return refused('alreadyStruck');
  return accepted({ type: 'AddendumStruck', v: 1, addendumId: known.id, itemId: known.itemId });
}

/**
 * *Godkend referat*: of the very words that were seen. It is not taken back; what is found to be wrong afterwards is
 * said in an addendum, as the approved minutes lie with the case system and the members by then.
 */
export function approveMinutes(meeting: Meeting, command: CommandOf<'ApproveMinutes'>): Decided {
  if (meeting.status === 'approved') return refused('alreadyApproved');
  if (!hasEnded(meeting)) return refused('notAdjourned');
  // Words that were on their way into the minutes are not left behind unseen.
  if (meeting.openProposal) return refused('proposalOpen');
  if (minutesVersion(meeting) > command.seenVersion) return refused('minutesChanged');
  return accepted({ type: 'MinutesApproved', v: 1 });
}
