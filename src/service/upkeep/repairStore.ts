import { Drafts } from '../drafts.ts';
import { readPeople } from '../peopleStore.ts';
import type { StoreParts } from './storeParts.ts';
import { headsOf } from './storeParts.ts';
import { compareDraft, type Finding, readLog, showsKnown, verifyStore } from './verifyStore.ts';

export interface Repaired {
  /** Documents of drafts that were written anew or removed, and why. */
  readonly mended: readonly Finding[];
  /** What is still wrong: a log is never changed. */
  readonly left: readonly Finding[];
}

/** Writes every draft that does not say what its log tells anew, and removes drafts without a log. */
export async function repairStore(store: StoreParts): Promise<Repaired> {
  const mended: Finding[] = [];
  const drafts = new Drafts(store.documents);
  const known = new Set<string>();
  for (const { meetingId } of await headsOf(store)) {
    known.add(meetingId);
    const { meeting } = await readLog(store, meetingId);
    const people = await readPeople(store.documents, meetingId).catch(() => null);
    if (!meeting || !people) continue;
    const { findings } = await compareDraft(store, meeting, people.people);
    if (findings.length === 0) continue;
    // One that shows a version which the log does not have would never be written over.
    for (const { id, value } of await store.documents.list('drafts', meetingId))
      if (!showsKnown(value, meeting.version)) await remove(store, meetingId, id);
    await drafts.write(meeting, people.people, { head: true, agenda: true, itemIds: new Set() });
    mended.push(...findings);
  }
  for await (const { partition: meetingId, id } of store.documents.addresses('drafts')) {
    if (known.has(meetingId)) continue;
    await remove(store, meetingId, id);
    mended.push({ code: 'draftLeftOver', meetingId, id });
  }
  return { mended, left: (await verifyStore(store)).findings };
}

const remove = ({ documents }: StoreParts, partition: string, id: string) =>
  documents.remove({ collection: 'drafts', partition, id });
