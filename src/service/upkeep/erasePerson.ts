import { fold } from '../../meeting/evolve.ts';
import { judgedIn } from '../../meeting/identities.ts';
import { nameKey, newPerson, People, type Person } from '../../meeting/people.ts';
import { hasEnded } from '../../meeting/state.ts';
import { personalPlace } from '../cardKey.ts';
import { conversationAddress, Personal, personalAddress } from '../conversations.ts';
import type { DocumentAddress } from '../documents.ts';
import { commitsWithout, drawAnew, leaveTrace, textPattern } from './redact.ts';
import { headsOf, type StoreParts } from './storeParts.ts';

/** Somebody as one meeting knows them. */
export interface Appearance {
  readonly meetingId: string;
  readonly person: Person;
}

/** What still holds the name, and is not emptied by itself. */
export type Remaining =
  /** Words of the log: notes, decisions, titles, descriptions; in so many commits. */
  | { readonly kind: 'text'; readonly meetingId: string; readonly name: string; readonly commits: number }
  /** The imported file; one that is no plain text cannot be searched, and is named where the person was part. */
  | { readonly kind: 'source'; readonly meetingId: string }
  /** Minutes that were approved are left as they are until somebody decides otherwise. */
  | { readonly kind: 'approved'; readonly meetingId: string; readonly personId: string };

export interface ErasedPerson {
  readonly emptied: readonly { readonly meetingId: string; readonly personId: string }[];
  readonly remaining: readonly Remaining[];
  /** The same name elsewhere, without anything that says it is the same person. */
  readonly namesakes: readonly { readonly meetingId: string; readonly personId: string }[];
}

/** Everybody of that name (case and spaces aside), in all meetings. */
export const personsNamed = async (store: StoreParts, name: string): Promise<Appearance[]> =>
  (await everybody(store)).filter(({ person }) => person.name && nameKey(person.name) === nameKey(name));

/**
 * The person with that id, the same one in other meetings by their Teams account, and the accounts that somebody linked
 * to them there; empty: nobody has the id.
 */
export async function appearances(store: StoreParts, personId: string): Promise<Appearance[]> {
  const all = await everybody(store);
  const named = all.filter(({ person }) => person.id === personId);
  const keys = new Set(named.flatMap(({ person }) => person.identities));
  const found = all.filter(
    ({ person }) => person.id === personId || person.identities.some((key) => keys.has(key)),
  );
  const linked = await linkedTo(store, found);
  const same = all.filter(
    (one) => one.person.id !== personId && (found.includes(one) || linked.has(keyOf(one))),
  );
  // By the one that was named the others are found again, should emptying be cut off: it comes last.
  return [...same, ...named];
}

const keyOf = ({ meetingId, person }: Appearance): string => `${meetingId} ${person.id}`;

/** Entries under which these stood before somebody said whose account it is: their names of Teams stand there. */
async function linkedTo({ log }: StoreParts, found: readonly Appearance[]): Promise<Set<string>> {
  const linked = new Set<string>();
  for (const meetingId of new Set(found.map((one) => one.meetingId)))
    for (const { accountId, personId, same } of judgedIn(await log.read(meetingId)).identities)
      if (same && found.some((one) => one.meetingId === meetingId && one.person.id === personId))
        linked.add(`${meetingId} ${accountId}`);
  return linked;
}

/** What erasing would leave over: searched before names are emptied, or nobody would know what to search for. */
export async function remainingOf(store: StoreParts, found: readonly Appearance[]): Promise<Remaining[]> {
  const names = [...new Set(found.map(({ person }) => person.name).filter((name) => name !== ''))];
  const remaining: Remaining[] = [];
  for (const { meetingId } of await headsOf(store)) {
    for (const name of names) {
      const { length: commits } = await commitsWithout(store, meetingId, textPattern(name), '…');
      if (commits > 0) remaining.push({ kind: 'text', meetingId, name, commits });
    }
    const partOf = found.filter((one) => one.meetingId === meetingId);
    if (await sourceMayHold(store, meetingId, names, partOf.length > 0))
      remaining.push({ kind: 'source', meetingId });
    if (partOf.length > 0 && (await isApproved(store, meetingId)))
      for (const { person } of partOf) remaining.push({ kind: 'approved', meetingId, personId: person.id });
  }
  return remaining;
}

/**
 * Empties a person in every meeting, forgets their account and chat, and writes the drafts anew; in approved minutes the
 * name stays. `now`: ISO 8601, UTC.
 */
export async function erasePerson(
  store: StoreParts,
  found: readonly Appearance[],
  now: string,
): Promise<ErasedPerson> {
  const remaining = await remainingOf(store, found);
  const kept = new Set(remaining.flatMap((one) => (one.kind === 'approved' ? [one.meetingId] : [])));
  const ids = new Set(found.map(keyOf));
  const names = new Set(found.map(({ person }) => nameKey(person.name)).filter((name) => name !== ''));
  const namesakes = (await everybody(store)).filter(
    (one) => !ids.has(keyOf(one)) && names.has(nameKey(one.person.name)),
  );
  // Accounts first: should it be cut off, the entries still tell whose they are.
  for (const key of new Set(found.flatMap(({ person }) => person.identities)))
    await forgetAccount(store, key);
  for (const { meetingId, person } of found) {
    await emptyPerson(store, meetingId, person.id, kept.has(meetingId), now);
    await removePersonalCards(store, meetingId, person.id);
  }
  return {
    emptied: found.map(({ meetingId, person }) => ({ meetingId, personId: person.id })),
    remaining,
    namesakes: namesakes.map(({ meetingId, person }) => ({ meetingId, personId: person.id })),
  };
}

/** Empties one entry of a meeting's people and writes the draft anew; with `keepName` only the account goes. */
export async function emptyPerson(
  store: StoreParts,
  meetingId: string,
  personId: string,
  keepName: boolean,
  now: string,
): Promise<void> {
  const address = peopleAddress(meetingId);
  for (;;) {
    const stored = await store.documents.read(address);
    const people = stored && People.parse(stored.value);
    const person = people?.[personId];
    if (!stored || !person) return;
    const emptied = keepName ? { ...person, identities: [], teams: null } : newPerson(personId, '');
    const written = await store.documents.write(
      address,
      { ...people, [personId]: emptied },
      { etag: stored.etag },
    );
    if (written !== 'conflict') break;
  }
  await leaveTrace(store.documents, meetingId, { at: now, kind: 'person', versions: [] });
  if (!keepName) await drawAnew(store, meetingId);
}

/** Their account: where and in what language they are reached, and the files that they dropped. */
async function forgetAccount({ documents }: StoreParts, key: string): Promise<void> {
  const personal = Personal.safeParse((await documents.read(personalAddress(key)))?.value).data;
  if (personal?.conversationId) await documents.remove(conversationAddress(personal.conversationId));
  for (const collection of ['drops', 'identities'] as const)
    for (const document of await documents.list(collection, key)) await documents.remove(document);
}

async function removePersonalCards(
  { outbox }: StoreParts,
  meetingId: string,
  personId: string,
): Promise<void> {
  const place = personalPlace(meetingId, personId);
  const keys = (await outbox.list(place)).map(({ key }) => key);
  if (keys.length > 0) await outbox.remove(place, keys);
}

async function everybody({ documents }: StoreParts): Promise<Appearance[]> {
  const found: Appearance[] = [];
  for await (const address of documents.addresses('people')) {
    const people = People.safeParse((await documents.read(address))?.value).data ?? {};
    for (const person of Object.values(people)) found.push({ meetingId: address.partition, person });
  }
  return found;
}

async function isApproved({ log }: StoreParts, meetingId: string): Promise<boolean> {
  const state = fold(await log.read(meetingId));
  return state.status !== 'none' && hasEnded(state) && state.status === 'approved';
}

/** Plain text is searched; of any other file that is still there it cannot be told. */
async function sourceMayHold(
  { documents }: StoreParts,
  meetingId: string,
  names: readonly string[],
  partOf: boolean,
): Promise<boolean> {
  for (const { value } of await documents.list('sources', meetingId)) {
    const base64: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'base64') : null;
    if (typeof base64 !== 'string') continue;
    const bytes = Buffer.from(base64, 'base64');
    const texts = (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => bytes.toString(encoding));
    if (names.some((name) => texts.some((text) => textPattern(name).test(text)))) return true;
    if (partOf && Reflect.get(Object(value), 'format') !== 'text') return true;
  }
  return false;
}

const peopleAddress = (meetingId: string): DocumentAddress => ({
  collection: 'people',
  partition: meetingId,
  id: 'people',
});
