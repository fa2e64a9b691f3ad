import { z } from 'zod';

/**
 * One person of one meeting. Events hold ids only; names stand here, and can be emptied (then `name` is "").
 * `identities` are Teams identities ("tenant:oid", or "mri:…" of an anonymous person).
 */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  /** As the agenda puts it: "medformand", "regional sekretær". */
  role: z.string().nullable(),
  identities: z.array(z.string()),
  /** How Teams addresses the person: MRI and home tenant, once they were seen. */
  teams: z.object({ userId: z.string(), tenantId: z.string().nullable() }).nullable(),
});
export type Person = z.infer<typeof Person>;

/** Everybody of one meeting, by id. */
export const People = z.record(z.string(), Person);
export type People = z.infer<typeof People>;

/** A person of whom no more is known than what is given. */
export const newPerson = (
  id: string,
  name: string,
  known: Partial<Omit<Person, 'id' | 'name'>> = {},
): Person => ({
  id,
  name,
  title: null,
  organisation: null,
  role: null,
  identities: [],
  teams: null,
  ...known,
});

/** Somebody who acts in Teams, as the authenticated activity tells. */
export interface Identity {
  /** "tenant:oid", or "mri:…" where there is no account. */
  readonly key: string;
  readonly name: string;
  readonly authenticated: boolean;
  readonly userId: string;
  readonly tenantId: string | null;
}

/** Two names with the same key are the same name: case and spaces aside. */
export const nameKey = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('da');

/** Persons with exactly this name, case and spaces aside. */
export const withName = (people: People, name: string): Person[] =>
  Object.values(people).filter((person) => person.name !== '' && nameKey(person.name) === nameKey(name));

/**
 * Finds who acts among the people, or adds them. A name links an account to a person of the agenda only where it is
 * exact, unique and not linked yet, and never for an anonymous person.
 */
export function identify(
  people: People,
  identity: Identity,
  newId: () => string,
): { person: Person; people: People } {
  const known = Object.values(people).find((person) => person.identities.includes(identity.key));
  const teams = { userId: identity.userId, tenantId: identity.tenantId };
  if (known) {
    const same = known.teams?.userId === teams.userId && known.teams.tenantId === teams.tenantId;
    if (same) return { person: known, people };
    return put(people, { ...known, teams });
  }
  const namesakes = withName(people, identity.name);
  const only = namesakes.length === 1 ? namesakes[0] : undefined;
  if (identity.authenticated && only && only.identities.length === 0)
    return put(people, { ...only, identities: [identity.key], teams });
  return put(people, newPerson(newId(), identity.name, { identities: [identity.key], teams }));
}

/**
 * Finds whom a word of Teams is about, who did nothing here themselves: by their account, else by a name that only one
 * person has. A name links nobody by it; who is not known is added.
 */
export function recognise(
  people: People,
  identity: Identity,
  newId: () => string,
): { person: Person; people: People } {
  const known = Object.values(people).find((person) => person.identities.includes(identity.key));
  if (known) return { person: known, people };
  const [only, another] = withName(people, identity.name);
  // Somebody with an account who is not known by it is no one who is known by another.
  const other = identity.authenticated && (only?.identities.length ?? 0) > 0;
  if (only && !another && !other) return { person: only, people };
  const identities = identity.key === '' ? [] : [identity.key];
  return put(people, newPerson(newId(), identity.name, { identities }));
}

/** The account of one person given to another, who has none; the first stays as the name that its entries stand under. */
export function withAccountOf(people: People, personId: string, accountId: string): People {
  const [person, account] = [people[personId], people[accountId]];
  if (!person || !account || account.identities.length === 0 || person.identities.length > 0) return people;
  const { identities, teams } = account;
  return {
    ...people,
    [personId]: { ...person, identities, teams },
    [accountId]: { ...account, identities: [], teams: null },
  };
}

const put = (people: People, person: Person): { person: Person; people: People } => ({
  person,
  people: { ...people, [person.id]: person },
});

/** Organisations of the people, each once, in the order of the people. */
export const organisationsOf = (people: People): string[] => [
  ...new Set(Object.values(people).flatMap((person) => (person.organisation ? [person.organisation] : []))),
];
