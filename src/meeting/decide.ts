import type { Command, CommandType, RefusalCode } from './commands.ts';
import { refused } from './commands.ts';
import { adoptAgenda, correctAgenda, proposeAgenda } from './decideAgenda.ts';
import { recordAttendance, suggestAttendance } from './decideAttendance.ts';
import type { Decided } from './decided.ts';
import { decideEntry } from './decideEntry.ts';
import { settleIdentity } from './decideIdentity.ts';
import { issueLink, revokeLink, takeLink } from './decideLink.ts';
import { addAddendum, approveMinutes, editSection, strikeAddendum } from './decideMinutes.ts';
import { answerMovedOn } from './decideMovedOn.ts';
import { decideProposal, isProposalCommand } from './decideProposal.ts';
import { appointRole, claimRole, contestRole } from './decideRole.ts';
import { adjourn, move, pause, registerAfterwards, resume, start } from './decideStep.ts';
import { undoCommand } from './decideUndo.ts';
import { type Acting, permission } from './roles.ts';
import type { Meeting, MeetingState } from './state.ts';

/** What still can be done once the minutes are approved: addenda, and who may write, fetch and read them. */
const AFTER_APPROVAL: ReadonlySet<CommandType> = new Set<CommandType>([
  'ClaimRole',
  'AppointRole',
  'ContestRole',
  'AddAddendum',
  'StrikeAddendum',
  'ApproveMinutes',
  'IssueAccessLink',
  'TakeAccessLink',
  'RevokeAccessLink',
]);

/** What a command does to a meeting, or why it does nothing. Pure. */
export function decide(state: MeetingState, command: Command, acting: Acting): Decided {
  if (state.status === 'none') {
    if (command.type !== 'ProposeAgenda') return refused('noMeeting');
    if (acting.by.kind === 'person' && !acting.authenticated) return refused('anonymous');
    return proposeAgenda(command);
  }
  const denied = denial(state, command.type, acting);
  if (denied) return refused(denied);
  if (state.status === 'approved' && !AFTER_APPROVAL.has(command.type)) return refused('minutesApproved');
  const may = permission(state, acting, command.type);
  if (isProposalCommand(command)) return decideProposal(state, command, acting);
  switch (command.type) {
    case 'ProposeAgenda':
      return state.status === 'adjourned' ? refused('alreadyAdjourned') : proposeAgenda(command);
    case 'AdoptAgenda':
      return adoptAgenda(state, command, acting);
    case 'CorrectAgenda':
      return correctAgenda(state, command);
    case 'ClaimRole':
      return claimRole(state, command, acting);
    case 'AppointRole':
      return appointRole(state, command, acting);
    case 'ContestRole':
      return contestRole(state, command, acting);
    case 'StartMeeting':
      return start(state, command);
    case 'MoveToItem':
      return move(state, command);
    case 'PauseMeeting':
      return pause(state);
    case 'ResumeMeeting':
      return resume(state);
    case 'AdjournMeeting':
      return adjourn(state, command);
    case 'RegisterAfterwards':
      return registerAfterwards(state);
    case 'EditSection':
      return editSection(state, command);
    case 'AddAddendum':
      return addAddendum(state, command);
    case 'StrikeAddendum':
      return strikeAddendum(state, command);
    case 'ApproveMinutes':
      return approveMinutes(state, command);
    case 'IssueAccessLink':
      return issueLink(state, command, acting, may);
    case 'TakeAccessLink':
      return takeLink(state, command);
    case 'RevokeAccessLink':
      return revokeLink(state, command, acting, may);
    case 'SettleIdentity':
      return settleIdentity(state, command);
    case 'AnswerMovedOn':
      return answerMovedOn(state, command);
    case 'RecordAttendance':
      return recordAttendance(state, command);
    case 'SuggestAttendance':
      return suggestAttendance(state, command, acting, may);
    case 'UndoCommand':
      return undoCommand(state, command, acting);
    default:
      return decideEntry(state, command, acting, may);
  }
}

/** Why this person may give no command of that type at all; null where they may, perhaps only in part. */
export function denial(meeting: Meeting, type: CommandType, acting: Acting): RefusalCode | null {
  const may = permission(meeting, acting, type);
  if (may === 'unled') return meeting.roles.length > 0 ? 'notAllowed' : null;
  if (may !== 'no') return null;
  if (!acting.authenticated && acting.by.kind === 'person') return 'anonymous';
  if (type === 'ApproveMinutes') return 'onlyChairs';
  // Where nobody leads yet, that is what to do something about.
  return meeting.roles.length === 0 ? 'nobodyLeads' : 'notAllowed';
}
