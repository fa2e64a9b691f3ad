import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import type { GrantableRole } from './events.ts';
import { type Acting, holders, leads, rolesOf } from './roles.ts';
import type { Meeting } from './state.ts';

/** The agenda (used, or still proposed) names this person for the role. */
export function namedForRole(meeting: Meeting, personId: string, role: GrantableRole): boolean {
  if (meeting.revoked.some((entry) => entry.personId === personId && entry.role === role)) return false;
  const agenda = meeting.proposal && meeting.edition === 0 ? meeting.proposal.agenda : meeting.agenda;
  return (role === 'minuteTaker' ? agenda.minuteTakers : agenda.chairs).includes(personId);
}

/** *Jeg er ordstyrer*: granted to whom the agenda names, and to anyone while nobody holds the role. */
export function claimRole(meeting: Meeting, command: CommandOf<'ClaimRole'>, acting: Acting): Decided {
  if (acting.by.kind !== 'person' || !acting.authenticated) return refused('anonymous');
  const { personId } = acting.by;
  if (rolesOf(meeting, personId).includes(command.role)) return refused('roleHeldAlready');
  const named = namedForRole(meeting, personId, command.role);
  // Whoever leads or writes already may take the other role too.
  const free = holders(meeting, command.role).length === 0 || leads(meeting, personId);
  if (!named && !free) return refused('roleTaken');
  const grounds = named ? 'agenda' : 'claimed';
  return accepted({ type: 'RoleGranted', v: 1, personId, role: command.role, grounds });
}

export function appointRole(meeting: Meeting, command: CommandOf<'AppointRole'>, acting: Acting): Decided {
  if (rolesOf(meeting, command.personId).includes(command.role)) return refused('roleHeldAlready');
  const grounds = acting.by.kind === 'operator' ? 'commandLine' : 'appointed';
  return accepted({ type: 'RoleGranted', v: 1, personId: command.personId, role: command.role, grounds });
}

/** *Det er ikke rigtigt*: of leaders and of the holder always; of anyone against a role that somebody just took. */
export function contestRole(meeting: Meeting, command: CommandOf<'ContestRole'>, acting: Acting): Decided {
  const held = meeting.roles.find((role) => role.personId === command.personId && role.role === command.role);
  if (!held) return refused('roleNotHeld');
  const own = acting.by.kind === 'person' && acting.by.personId === held.personId;
  const leading = acting.by.kind === 'operator' || leads(meeting, acting.by.personId);
  const justTaken = held.grounds === 'claimed' || held.grounds === 'imported';
  if (!own && !leading && !justTaken) return refused('contestNotYours');
  return accepted({ type: 'RoleRevoked', v: 1, personId: held.personId, role: held.role });
}
