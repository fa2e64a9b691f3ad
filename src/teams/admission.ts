import type { Command } from '../meeting/commands.ts';
import { type Identity, identify, type People } from '../meeting/people.ts';
import { leads } from '../meeting/roles.ts';
import type { Meeting } from '../meeting/state.ts';
import type { NewId } from '../service/clock.ts';
import type { Reach } from '../service/conversations.ts';
import type { Request, Situation } from '../service/meetings.ts';
import type { Language } from '../wording/outcome.ts';
import type { OuterRefusal } from '../wording/refusals.ts';
import { unclaimedRoles, withClaims } from './commandsOf.ts';
import { apart, linkingOf } from './linking.ts';
import type { Roster } from './roster.ts';
import type { MeetingTurn } from './turnState.ts';

/** Who taps or writes, and where. */
export interface Caller {
  readonly identity: Identity;
  readonly reach: Reach;
  readonly language: Language;
  readonly personal: boolean;
  /** The answer is a message that everybody in the chat reads. */
  readonly aloud?: true;
}

/** The meeting as a tap or line of this caller finds it. */
export function turnOf(situation: Situation, meeting: Meeting, caller: Caller, newId: NewId): MeetingTurn {
  const { people, acting, person } = situation;
  const audience = caller.personal && person && leads(meeting, person.id) ? 'leading' : 'shared';
  const aloud = caller.aloud ? ({ aloud: true } as const) : {};
  return { meeting, people, acting, person, language: caller.language, audience, newId, ...aloud };
}

/** The same before anything is carried out; a caller who is new is known in this turn only. */
export function firstTurn(meeting: Meeting, known: People, caller: Caller, newId: NewId): MeetingTurn {
  const { person, people } = identify(known, caller.identity, newId);
  const by = { kind: 'person', personId: person.id } as const;
  const acting = { by, authenticated: caller.identity.authenticated };
  return turnOf({ state: meeting, people, person, acting }, meeting, caller, newId);
}

type Role = 'chair' | 'minuteTaker';

/** What the roster lets a caller do: take the roles that the agenda names them for, perhaps as a person apart. */
export type Admission =
  | { readonly kind: 'admitted'; readonly claims: readonly Role[]; readonly request: Pick<Request, 'people'> }
  | { readonly kind: 'refused'; readonly code: OuterRefusal };

/**
 * Asks the roster where it matters: for who must be a member, before a role is claimed, and before a name alone links
 * an account. `known` are the people as stored: in the turn the caller stands among them already.
 */
export async function admit(
  roster: Roster,
  turn: MeetingTurn,
  known: People,
  caller: Caller,
  mustBeMember: boolean,
): Promise<Admission> {
  const { identity, reach, personal } = caller;
  const roles = unclaimedRoles(turn.meeting, turn.person, turn.acting);
  // Anonymous persons have no account that a roster could vouch for: the meeting itself refuses them.
  const asked = identity.authenticated && !personal && (mustBeMember || roles.length > 0);
  const member = asked ? await roster.membership(reach, identity) : 'member';
  if (mustBeMember && member !== 'member')
    return { kind: 'refused', code: member === 'absent' ? 'notMember' : 'rosterUnknown' };
  const linking = await linkingOf(roster, turn.meeting, known, caller);
  if (linking.kind === 'refused') return linking;
  const request =
    linking.kind === 'apart' ? { people: (people: People) => apart(people, identity, turn.newId) } : {};
  return { kind: 'admitted', claims: member === 'member' ? roles : [], request };
}

/** A request that changes the people first by what it already does, then by `change`. */
export function withPeople(
  request: Pick<Request, 'people'>,
  change: ((known: People) => People) | undefined,
): Pick<Request, 'people'> {
  if (!change) return request;
  return { people: (known) => change(request.people?.(known) ?? known) };
}

/** The commands, and before them the claims that they need and that still stand. */
export function withStanding(
  commands: readonly Command[],
  claims: readonly Role[],
  turn: MeetingTurn,
): readonly Command[] {
  const named = unclaimedRoles(turn.meeting, turn.person, turn.acting);
  return withClaims(
    commands,
    named.filter((role) => claims.includes(role)),
    turn.meeting,
  );
}
