import type { Identity, People } from '../meeting/people.ts';
import { newPerson, withName } from '../meeting/people.ts';
import { leads } from '../meeting/roles.ts';
import type { Meeting } from '../meeting/state.ts';
import type { NewId } from '../service/clock.ts';
import type { Reach } from '../service/conversations.ts';
import type { OuterRefusal } from '../wording/refusals.ts';
import type { Roster } from './roster.ts';

/** Whether an account may become the person of the agenda whose name it bears. */
export type Linking =
  | { readonly kind: 'asNamed' }
  /** Somebody else with that name is there too: a person of their own. */
  | { readonly kind: 'apart' }
  | { readonly kind: 'refused'; readonly code: OuterRefusal };

const asNamed: Linking = { kind: 'asNamed' };

/**
 * Asks the roster before a name alone makes an account somebody of the agenda (design.md, "Roles": exact and unique).
 * Most taps ask nothing: the account is known, or bears no name of the agenda.
 */
export async function linkingOf(
  roster: Roster,
  meeting: Meeting,
  people: People,
  caller: { readonly identity: Identity; readonly reach: Reach; readonly personal: boolean },
): Promise<Linking> {
  const { identity, reach } = caller;
  if (!identity.authenticated || caller.personal) return asNamed;
  if (Object.values(people).some((person) => person.identities.includes(identity.key))) return asNamed;
  const [only, another] = withName(people, identity.name);
  if (!only || another || only.identities.length > 0) return asNamed;
  const word = await roster.namedAlone(reach, identity);
  switch (word) {
    case 'member':
      return asNamed;
    case 'several':
      return { kind: 'apart' };
    case 'absent':
      return { kind: 'refused', code: 'notMember' };
    case 'unknown':
      return leads(meeting, only.id) ? { kind: 'refused', code: 'rosterUnknown' } : asNamed;
    default:
      return word satisfies never;
  }
}

/** The account as a person of its own, though another bears the name. */
export function apart(known: People, identity: Identity, newId: NewId): People {
  if (Object.values(known).some((person) => person.identities.includes(identity.key))) return known;
  const id = newId();
  const { name, key, userId, tenantId } = identity;
  const teams = { userId, tenantId };
  return {
    ...known,
    [id]: newPerson(id, name, { identities: [key], teams }),
  };
}
