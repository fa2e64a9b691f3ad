import { z } from 'zod';
import { readPersonalPlace } from '../cardKey.ts';
import {
  Conversation,
  conversationAddress,
  meetingAddress,
  Personal,
  personalAddress,
} from '../conversations.ts';
import type { DocumentAddress, Documents } from '../documents.ts';
import { dropAddress, NewestDrops, newestDropsAddress } from '../drops.ts';
import { removeLink } from '../linkPlaces.ts';
import type { StoreParts } from './storeParts.ts';

/** How many of each kind went. */
export const Removed = z.object({
  versions: z.int(),
  /** Draft, people, imported files, settings and pointers of the meeting. */
  documents: z.int(),
  cards: z.int(),
  /** Persons whose lists of meetings named it. */
  persons: z.int(),
  /** Copies of its file that waited in somebody's chat with Punkt. */
  drops: z.int(),
});
export type Removed = z.infer<typeof Removed>;

/** What stays of an erased meeting: that it was erased, and when. Nobody's name and none of its words. */
export const Erasure = z.object({
  meetingId: z.string(),
  begunAt: z.iso.datetime(),
  /** Null: it was cut off, and is to be finished. */
  finishedAt: z.iso.datetime().nullable(),
  /** Without an export of its minutes. */
  forced: z.boolean(),
  removed: Removed,
});
export type Erasure = z.infer<typeof Erasure>;

const ERASURES = 'erasures';
const erasureAddress = (meetingId: string) =>
  ({ collection: 'settings', partition: ERASURES, id: meetingId }) as const;

/** Whether a meeting was erased, or its erasure begun. */
export async function erasureOf(documents: Documents, meetingId: string): Promise<Erasure | undefined> {
  const stored = await documents.read(erasureAddress(meetingId));
  return stored && Erasure.parse(stored.value);
}

/** How long after an erasure a log is looked for that a server wrote on, which had not heard of it (ms). */
const LATE_MS = 7 * 24 * 3_600_000;

/** Erasures that were cut off, and late ones of meetings to which somebody still wrote afterwards. */
export async function unfinishedErasures(store: StoreParts, now: number): Promise<Erasure[]> {
  const unfinished: Erasure[] = [];
  for (const { value } of await store.documents.list('settings', ERASURES)) {
    const erasure = Erasure.parse(value);
    const { finishedAt, meetingId } = erasure;
    const late = finishedAt !== null && now - Date.parse(finishedAt) < LATE_MS;
    if (finishedAt === null || (late && (await versionsOf(store, meetingId)) > 0)) unfinished.push(erasure);
  }
  return unfinished;
}

/** How many commits its log has. */
async function versionsOf({ log }: StoreParts, meetingId: string): Promise<number> {
  let count = 0;
  for await (const _ of log.readStored(meetingId)) count += 1;
  return count;
}

/**
 * Removes everything that the store holds of a meeting, the log last: what is cut off is seen as unfinished, and done
 * again from the beginning. It ends with a record of what went. `now`: ISO 8601, UTC.
 */
export async function eraseMeeting(
  store: StoreParts,
  meetingId: string,
  now: string,
  forced: boolean,
): Promise<Erasure> {
  const { documents, log } = store;
  const known = await erasureOf(documents, meetingId);
  const none = { versions: 0, documents: 0, cards: 0, persons: 0, drops: 0 };
  const begun: Erasure = known ?? { meetingId, begunAt: now, finishedAt: null, forced, removed: none };
  await documents.write(erasureAddress(meetingId), { ...begun, finishedAt: null }, 'any');

  const sources = (await documents.list('sources', meetingId)).map(({ id }) => id.replace(/^source:/u, ''));
  const removed: Removed = { ...begun.removed };
  removed.drops += await eraseDrops(documents, new Set(sources));
  removed.persons += await eraseFromLists(documents, meetingId);
  const conversationIds = await eraseCards(store, meetingId, removed);
  removed.documents += await erasePointers(documents, meetingId, conversationIds);
  removed.documents += await eraseLinks(store, meetingId);
  for (const collection of ['drafts', 'sources', 'settings', 'people'] as const)
    for (const document of await documents.list(collection, meetingId)) {
      await documents.remove(document);
      removed.documents += 1;
    }
  removed.versions += await versionsOf(store, meetingId);
  await log.remove(meetingId);

  const erasure: Erasure = { ...begun, finishedAt: now, removed };
  await documents.write(erasureAddress(meetingId), erasure, 'any');
  return erasure;
}

/** The meeting's file where it waits in somebody's chat with Punkt. */
async function eraseDrops(documents: Documents, sources: ReadonlySet<string>): Promise<number> {
  const found: { owner: string; sha256: string }[] = [];
  for await (const { partition: owner, id } of documents.addresses('drops')) {
    const sha256 = id.replace(/^file:/u, '');
    if (sources.has(sha256)) found.push({ owner, sha256 });
  }
  for (const { owner, sha256 } of found) {
    await documents.remove(dropAddress(owner, sha256));
    await change(documents, newestDropsAddress(owner), (value) => {
      const known = NewestDrops.safeParse(value).data?.sha256 ?? [];
      return { sha256: known.filter((one) => one !== sha256) };
    });
  }
  return found.length;
}

async function eraseFromLists(documents: Documents, meetingId: string): Promise<number> {
  let count = 0;
  for await (const { partition } of documents.addresses('identities')) {
    const address = personalAddress(partition);
    const named = await change(documents, address, (value) => {
      const personal = Personal.safeParse(value).data;
      if (!personal?.meetingIds.includes(meetingId)) return undefined;
      return { ...personal, meetingIds: personal.meetingIds.filter((id) => id !== meetingId) };
    });
    if (named) count += 1;
  }
  return count;
}

/** Removes its cards from the outbox (what stands in Teams stays there); gives the conversations they stood in. */
async function eraseCards({ outbox }: StoreParts, meetingId: string, removed: Removed): Promise<Set<string>> {
  const keys = new Map<string, string[]>();
  for await (const { conversationId, key } of outbox.postings(meetingId))
    keys.set(conversationId, [...(keys.get(conversationId) ?? []), key]);
  for (const [conversationId, those] of keys) {
    await outbox.remove(conversationId, those);
    removed.cards += those.length;
  }
  return new Set([...keys.keys()].filter((place) => !readPersonalPlace(place)));
}

const LinkIssued = z.object({ type: z.literal('AccessLinkIssued'), secretHash: z.string() });
const WithEvents = z.object({ events: z.array(z.unknown()) });

/** Where the links to the page lead, which nobody finds but by their secrets; while the log still tells of them. */
async function eraseLinks({ log, documents }: StoreParts, meetingId: string): Promise<number> {
  let count = 0;
  for await (const { value } of log.readStored(meetingId))
    for (const event of WithEvents.safeParse(value).data?.events ?? []) {
      const issued = LinkIssued.safeParse(event).data;
      if (!issued) continue;
      await removeLink(documents, issued.secretHash);
      count += 1;
    }
  return count;
}

async function erasePointers(
  documents: Documents,
  meetingId: string,
  conversationIds: Set<string>,
): Promise<number> {
  const link = await documents.read(meetingAddress(meetingId));
  const held = z.object({ conversationId: z.string() }).safeParse(link?.value).data?.conversationId;
  for (const conversationId of held ? conversationIds.add(held) : conversationIds)
    await change(documents, conversationAddress(conversationId), (value) => {
      const known = Conversation.safeParse(value).data;
      if (!known) return undefined;
      const { meetingIds } = known;
      if (![known.meetingId, known.endedId, ...meetingIds].includes(meetingId)) return undefined;
      return {
        ...known,
        meetingId: known.meetingId === meetingId ? null : known.meetingId,
        endedId: known.endedId === meetingId ? null : known.endedId,
        meetingIds: meetingIds.filter((id) => id !== meetingId),
      };
    });
  if (!link) return 0;
  await documents.remove(link);
  return 1;
}

/** Changes a document that may be changed by others meanwhile; true if there was something to change. */
async function change(
  documents: Documents,
  address: DocumentAddress,
  next: (value: unknown) => unknown,
): Promise<boolean> {
  for (;;) {
    const stored = await documents.read(address);
    const value = stored && next(stored.value);
    if (!stored || value === undefined) return false;
    if ((await documents.write(address, value, { etag: stored.etag })) !== 'conflict') return true;
  }
}
