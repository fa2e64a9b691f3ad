import type { CommandType } from './commands.ts';
import type { Actor } from './commit.ts';
import type { GrantableRole } from './events.ts';
import type { Meeting } from './state.ts';

/** Everybody in a meeting has one of these for a command; a guest is somebody Teams knows no account of. */
export type Role = GrantableRole | 'participant' | 'guest';

/**
 * yes · unconfirmed: carried out, and marked until a leader confirms it · own: only what they registered themselves ·
 * unled: only while nobody holds a role · no
 */
export type Permission = 'yes' | 'unconfirmed' | 'own' | 'unled' | 'no';

/** Who acts: `authenticated` is false for anonymous persons, who have no account that Teams vouches for. */
export interface Acting {
  readonly by: Actor;
  readonly authenticated: boolean;
}

const row = (leads: Permission, participant: Permission, guest: Permission): Record<Role, Permission> => ({
  chair: leads,
  coChair: leads,
  minuteTaker: leads,
  participant,
  guest,
});
const onlyLeads = row('yes', 'no', 'no');

/** The one table of who may do what; cards and tab derive theirs from it. */
export const PERMISSIONS: Readonly<Record<CommandType, Readonly<Record<Role, Permission>>>> = {
  ProposeAgenda: row('yes', 'unled', 'no'),
  AdoptAgenda: row('yes', 'unled', 'no'),
  CorrectAgenda: onlyLeads,
  ClaimRole: row('yes', 'yes', 'no'),
  AppointRole: onlyLeads,
  ContestRole: row('yes', 'yes', 'no'),
  StartMeeting: onlyLeads,
  MoveToItem: onlyLeads,
  PauseMeeting: onlyLeads,
  ResumeMeeting: onlyLeads,
  AdjournMeeting: onlyLeads,
  RegisterAfterwards: onlyLeads,
  AnswerRecommendations: onlyLeads,
  PostponeItem: onlyLeads,
  RecordDecision: row('yes', 'unconfirmed', 'unconfirmed'),
  ConfirmDecision: onlyLeads,
  CorrectDecision: row('yes', 'own', 'own'),
  StrikeDecision: row('yes', 'own', 'own'),
  MoveDecision: row('yes', 'own', 'own'),
  AssignResponsible: row('yes', 'unconfirmed', 'unconfirmed'),
  MergeDecisions: onlyLeads,
  KeepDecisionsApart: onlyLeads,
  OpenProposal: onlyLeads,
  WriteProposal: onlyLeads,
  TakePen: onlyLeads,
  DecideProposal: onlyLeads,
  DropProposal: onlyLeads,
  RecordNote: row('yes', 'unconfirmed', 'unconfirmed'),
  ConfirmNote: onlyLeads,
  CorrectNote: row('yes', 'own', 'own'),
  StrikeNote: row('yes', 'own', 'own'),
  MoveNote: row('yes', 'own', 'own'),
  EditSection: onlyLeads,
  AddAddendum: onlyLeads,
  StrikeAddendum: onlyLeads,
  // The minutes are the minute takers' work; the chairmanship vouches for them.
  ApproveMinutes: { ...row('yes', 'no', 'no'), minuteTaker: 'no' },
  // Own: to oneself, in answer to a tap of one's own.
  IssueAccessLink: row('yes', 'own', 'no'),
  // By whoever has its secret, as whom it was given to.
  TakeAccessLink: row('yes', 'yes', 'yes'),
  RevokeAccessLink: row('yes', 'own', 'own'),
  SettleIdentity: onlyLeads,
  AnswerMovedOn: onlyLeads,
  RecordAttendance: onlyLeads,
  // Own: by joining the meeting in Teams, which tells it.
  SuggestAttendance: row('yes', 'own', 'own'),
  UndoCommand: row('yes', 'own', 'own'),
};

/** The roles that lead or write. */
export const LEADING: readonly GrantableRole[] = ['chair', 'coChair', 'minuteTaker'];

export const rolesOf = (meeting: Meeting, personId: string): readonly GrantableRole[] =>
  meeting.roles.filter((held) => held.personId === personId).map((held) => held.role);

export const holders = (meeting: Meeting, role: GrantableRole): readonly string[] =>
  meeting.roles.filter((held) => held.role === role).map((held) => held.personId);

/** The role that counts most for what somebody may do. */
export function roleOf(meeting: Meeting, acting: Acting): Role {
  if (acting.by.kind === 'operator') return 'minuteTaker';
  const held = rolesOf(meeting, acting.by.personId);
  return LEADING.find((role) => held.includes(role)) ?? (acting.authenticated ? 'participant' : 'guest');
}

/** Chair, co-chair or minute taker. */
export const leads = (meeting: Meeting, personId: string): boolean => rolesOf(meeting, personId).length > 0;

export const permission = (meeting: Meeting, acting: Acting, command: CommandType): Permission =>
  PERMISSIONS[command][roleOf(meeting, acting)];

export const sameActor = (a: Actor, b: Actor): boolean =>
  a.kind === 'operator' ? b.kind === 'operator' : b.kind === 'person' && a.personId === b.personId;
