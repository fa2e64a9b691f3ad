import type { Commit } from './commit.ts';
import type { People } from './people.ts';
import type { Meeting } from './state.ts';

type Judged = Pick<Meeting, 'identities'>;

/** Whose account it is, as somebody judged; the account itself where nobody did. */
export const personMeant = ({ identities }: Judged, accountId: string): string =>
  identities.findLast((one) => one.accountId === accountId && one.same)?.personId ?? accountId;

/** The same list of judgements gives the same people: who looks on compares them. */
const shown = new WeakMap<People, { readonly identities: Judged['identities']; readonly people: People }>();

/**
 * The people as views name them: what stands under an account that was linked later stands under its person. For
 * showing only: who acts is found among the people as they are stored.
 */
export function peopleShown(judged: Judged, people: People): People {
  const linked = judged.identities.filter(({ same, accountId }) => same && people[accountId]);
  if (linked.length === 0) return people;
  const known = shown.get(people);
  if (known?.identities === judged.identities) return known.people;
  const named = linked.flatMap(({ accountId }) => {
    const [account, person] = [people[accountId], people[personMeant(judged, accountId)]];
    if (!account || !person) return [];
    const { name, title, organisation, role } = person;
    return [[accountId, { ...account, name, title, organisation, role }] as const];
  });
  const after = { ...people, ...Object.fromEntries(named) };
  shown.set(people, { identities: judged.identities, people: after });
  return after;
}

/** Without accounts that are a person's: whom one can choose among. */
export const withoutLinked = (judged: Judged, people: People): People =>
  judged.identities.some(({ same }) => same)
    ? Object.fromEntries(Object.entries(people).filter(([id]) => personMeant(judged, id) === id))
    : people;

/** What a log says of whose account is whose. */
export const judgedIn = (commits: readonly Commit[]): Judged => ({
  identities: commits.flatMap(({ events }) => events.filter((event) => event.type === 'IdentitySettled')),
});
