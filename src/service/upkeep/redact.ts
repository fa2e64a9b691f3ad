import { z } from 'zod';
import { Commit } from '../../meeting/commit.ts';
import { fold } from '../../meeting/evolve.ts';
import type { DocumentAddress, Documents } from '../documents.ts';
import { Drafts } from '../drafts.ts';
import { readPeople } from '../peopleStore.ts';
import type { StoreParts } from './storeParts.ts';

/** Shorter ones would tear words apart. */
export const SHORTEST_TEXT = 3;

/** What was removed from a meeting afterwards, when, and where: the trace says nothing of what stood there. */
export const Redaction = z.object({
  at: z.iso.datetime(),
  kind: z.enum(['text', 'source', 'person']),
  /** Commits whose words were changed. */
  versions: z.array(z.int()),
});
export type Redaction = z.infer<typeof Redaction>;

/** Leaves of an event that are no words: ids, kinds, dates, hashes. */
const NO_WORDS =
  /^(?:type|kind|id|\w*Ids?|sha256|\w*Hash|source|format|code|outcome|role|grounds|origin|language|section|date|documentDate|start|end|at|presenters|chairs|minuteTakers|points)$/u;

/** Finds a text whatever its case and line breaks. */
export const textPattern = (text: string): RegExp =>
  new RegExp(
    text
      .trim()
      .replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
      .replaceAll(/\s+/gu, '\\s+'),
    'giu',
  );

/** The same value with every word that matches replaced. */
export function withoutText<T>(value: T, pattern: RegExp, instead: string): T;
export function withoutText(value: unknown, pattern: RegExp, instead: string, key = ''): unknown {
  if (typeof value === 'string') return NO_WORDS.test(key) ? value : value.replaceAll(pattern, () => instead);
  if (Array.isArray(value)) return value.map((entry) => inside(entry, pattern, instead, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, inside(entry, pattern, instead, name)]),
  );
}
const inside = withoutText as (value: unknown, pattern: RegExp, instead: string, key: string) => unknown;

/** The commits of a meeting whose words match, as they would be without them. */
export async function commitsWithout(
  { log }: StoreParts,
  meetingId: string,
  pattern: RegExp,
  instead: string,
): Promise<Commit[]> {
  const changed: Commit[] = [];
  for await (const { value } of log.readStored(meetingId)) {
    const commit = Commit.safeParse(value).data;
    if (!commit) continue;
    const events = withoutText(commit.events, pattern, instead);
    if (JSON.stringify(events) !== JSON.stringify(commit.events))
      changed.push(Commit.parse({ ...commit, events }));
  }
  return changed;
}

/** Rewrites the words of a meeting's log and of its files' names, and its draft. The trace stands before anything goes. */
export async function redactText(
  store: StoreParts,
  meetingId: string,
  text: string,
  instead: string,
  now: string,
): Promise<Redaction> {
  const pattern = textPattern(text);
  const commits = await commitsWithout(store, meetingId, pattern, instead);
  const redaction = await leaveTrace(store.documents, meetingId, {
    at: now,
    kind: 'text',
    versions: commits.map(({ version }) => version),
  });
  for (const commit of commits) await store.log.replace(commit);
  for (const source of await store.documents.list('sources', meetingId)) {
    const named = Named.safeParse(source.value).data;
    if (!named) continue;
    const name = withoutText(named.name, pattern, instead);
    if (name !== named.name) await store.documents.write(source, { ...named, name }, 'any');
  }
  await drawAnew(store, meetingId);
  return redaction;
}
const Named = z.looseObject({ name: z.string() });

/** Removes the imported files of a meeting, also where they wait in somebody's chat; that there was one stays. */
export async function redactSources(
  { documents }: StoreParts,
  meetingId: string,
  instead: string,
  now: string,
): Promise<Redaction> {
  const redaction = await leaveTrace(documents, meetingId, { at: now, kind: 'source', versions: [] });
  const files = new Set<string>();
  for (const source of await documents.list('sources', meetingId)) {
    files.add(source.id.replace(/^source:/u, 'file:'));
    await documents.write(source, { name: instead, format: 'removed' }, 'any');
  }
  const drops: DocumentAddress[] = [];
  for await (const address of documents.addresses('drops')) if (files.has(address.id)) drops.push(address);
  for (const address of drops) await documents.remove(address);
  return redaction;
}

/** Every redaction of a meeting, oldest first. */
export async function redactionsOf(documents: Documents, meetingId: string): Promise<Redaction[]> {
  const stored = (await documents.list('settings', meetingId)).filter(({ id }) =>
    id.startsWith('redaction:'),
  );
  return stored.flatMap(({ value }) => Redaction.safeParse(value).data ?? []);
}

export async function leaveTrace(
  documents: Documents,
  meetingId: string,
  redaction: Redaction,
): Promise<Redaction> {
  const before = await redactionsOf(documents, meetingId);
  const id = `redaction:${String(before.length + 1).padStart(6, '0')}`;
  await documents.write({ collection: 'settings', partition: meetingId, id }, redaction, 'any');
  return redaction;
}

/** Writes the whole draft as log and people tell it now. */
export async function drawAnew({ log, documents }: StoreParts, meetingId: string): Promise<void> {
  const state = fold(await log.read(meetingId));
  if (state.status === 'none') return;
  const { people } = await readPeople(documents, meetingId);
  await new Drafts(documents).write(state, people, { head: true, agenda: true, itemIds: new Set() });
}
