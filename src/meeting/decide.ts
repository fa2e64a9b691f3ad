import type { Command } from './commands.ts';
import { refused } from './commands.ts';
import { adoptAgenda, proposeAgenda } from './decideAgenda.ts';
import type { Decided } from './decided.ts';
import { decideEntry } from './decideEntry.ts';
import { appointRole, claimRole, contestRole } from './decideRole.ts';
import { adjourn, move, pause, resume, start } from './decideStep.ts';
import { undoCommand } from './decideUndo.ts';
import { type Acting, permission } from './roles.ts';
import type { MeetingState } from './state.ts';

/** What a command does to a meeting, or why it does nothing. Pure. */
export function decide(state: MeetingState, command: Command, acting: Acting): Decided {
  if (state.status === 'none') {
    if (command.type !== 'ProposeAgenda') return refused('noMeeting');
    if (acting.by.kind === 'person' && !acting.authenticated) return refused('anonymous');
    return proposeAgenda(command);
  }
  const may = permission(state, acting, command.type);
  if (may === 'no')
    return refused(acting.authenticated || acting.by.kind === 'operator' ? noReason(state) : 'anonymous');
  if (may === 'unled' && state.roles.length > 0) return refused('notAllowed');
  switch (command.type) {
    case 'ProposeAgenda':
      return state.status === 'adjourned' ? refused('alreadyAdjourned') : proposeAgenda(command);
    case 'AdoptAgenda':
      return adoptAgenda(state, command, acting);
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
    case 'UndoCommand':
      return undoCommand(state, command, acting);
    default:
      return decideEntry(state, command, acting, may);
  }
}

/** Where nobody leads yet, that is what to do something about. */
const noReason = (state: { readonly roles: readonly unknown[] }) =>
  state.roles.length === 0 ? 'nobodyLeads' : 'notAllowed';
