import { collections } from '../documents.ts';
import { canonicalHash } from './canonicalHash.ts';
import { headsOf, type StoreParts, wholeLog } from './storeParts.ts';

/** Why a store may not be copied over another; nothing was written. */
export type CannotCopy =
  /** The target has a meeting that the source does not have. */
  | { readonly kind: 'otherMeeting'; readonly meetingId: string }
  /** The target's log of a meeting is longer, or says something else. */
  | { readonly kind: 'otherLog'; readonly meetingId: string }
  /** The target has no meeting, but something else that the source does not have. */
  | { readonly kind: 'otherDocuments' };

/** What stands in the way of continuing a copy into the target; undefined: it is empty, or such a copy. */
export async function contradiction(source: StoreParts, target: StoreParts): Promise<CannotCopy | undefined> {
  const here = new Map((await headsOf(source)).map(({ meetingId, version }) => [meetingId, version]));
  const there = await headsOf(target);
  for (const { meetingId, version } of there) {
    if (!here.has(meetingId)) return { kind: 'otherMeeting', meetingId };
    const copied = await wholeLog(target, meetingId);
    const original = await wholeLog(source, meetingId, version);
    if (copied.sha256 !== original.sha256) return { kind: 'otherLog', meetingId };
  }
  // A copy that was cut off before its first log holds documents of the source alone.
  return there.length === 0 && (await holdsOthers(source, target)) ? { kind: 'otherDocuments' } : undefined;
}

async function holdsOthers(source: StoreParts, target: StoreParts): Promise<boolean> {
  for (const collection of collections) {
    for await (const address of target.documents.addresses(collection)) {
      const [here, there] = await Promise.all([
        source.documents.read(address),
        target.documents.read(address),
      ]);
      if (there && (!here || canonicalHash(here.value) !== canonicalHash(there.value))) return true;
    }
  }
  for await (const posting of target.outbox.postings())
    if (!(await source.outbox.find(posting.conversationId, posting.key))) return true;
  return false;
}
