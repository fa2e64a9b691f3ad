import { type Collection, collections } from '../documents.ts';
import type { StoredCommit } from '../meetingLog.ts';
import type { Posting } from '../outbox.ts';
import { CanonicalHash, canonicalHash } from './canonicalHash.ts';
import { type CannotCopy, contradiction } from './copyTarget.ts';
import { addressKey, headsOf, type StoreParts, wholeLog } from './storeParts.ts';

/** How many of a kind were copied, and SHA-256 (hex) over all of them in order. */
export interface Copied {
  readonly count: number;
  readonly sha256: string;
}

/** What was copied and read back; every SHA-256 is over canonical JSON. */
export interface CopyReceipt {
  /** In the order of their ids; `version` is the newest one. */
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly version: number;
    readonly sha256: string;
  }[];
  readonly documents: Readonly<Record<Collection, Copied>>;
  readonly postings: Copied;
  /** Over all of the above. */
  readonly sha256: string;
  /** Written now; the rest was there already. */
  readonly written: Written;
}
export interface Written {
  commits: number;
  documents: number;
  postings: number;
}

/** What was read back is not what was written: nothing may be relied on. */
export class CopyDiffers extends Error {
  override name = 'CopyDiffers';
}

/** How often it begins again because meetings went on meanwhile. */
const ROUNDS = 5;

/**
 * Copies a store and reads the copy back. The source is only read. The target must be empty or hold nothing but an
 * earlier copy, whole or cut off, of these very logs; what the source does not have any more goes there too.
 * `stillWritten`: the source did not come to rest; what was copied is continued by the next call.
 * @throws CopyDiffers
 */
export async function copyStore(
  source: StoreParts,
  target: StoreParts,
): Promise<CopyReceipt | CannotCopy | { readonly kind: 'stillWritten' }> {
  const cannot = await contradiction(source, target);
  if (cannot) return cannot;
  const written: Written = { commits: 0, documents: 0, postings: 0 };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = await headsOf(source);
    // Logs last: no document of the copy may show more than its log holds.
    const documents = await copyDocuments(source, target, written);
    const postings = await copyPostings(source, target, written);
    const meetings = await copyLogs(source, target, written);
    const heads = meetings.map(({ meetingId, version }) => ({ meetingId, version }));
    // Who was committed meanwhile may be missing among the people.
    if (canonicalHash(heads) !== canonicalHash(before)) continue;
    const copied = { meetings, documents, postings };
    return { ...copied, sha256: canonicalHash(copied), written };
  }
  return { kind: 'stillWritten' };
}

async function copyDocuments(
  source: StoreParts,
  target: StoreParts,
  written: Written,
): Promise<Record<Collection, Copied>> {
  const copied: [Collection, Copied][] = [];
  for (const collection of collections) {
    const hashes = new Map<string, string>();
    for await (const address of source.documents.addresses(collection)) {
      const stored = await source.documents.read(address);
      if (!stored) continue; // Removed meanwhile.
      const wanted = canonicalHash(stored.value);
      const there = await target.documents.read(address);
      if (!there || canonicalHash(there.value) !== wanted) {
        await target.documents.write(address, stored.value, 'any');
        written.documents += 1;
        const back = await target.documents.read(address);
        if (canonicalHash(back?.value) !== wanted) throw new CopyDiffers(`${collection} ${address.id}`);
      }
      hashes.set(addressKey(address), wanted);
    }
    for await (const address of target.documents.addresses(collection))
      if (!hashes.has(addressKey(address))) await target.documents.remove(address);
    copied.push([collection, inOrder(hashes)]);
  }
  return Object.fromEntries(copied) as Record<Collection, Copied>;
}

async function copyPostings(source: StoreParts, target: StoreParts, written: Written): Promise<Copied> {
  const keyOf = ({ conversationId, key }: Posting) => JSON.stringify([conversationId, key]);
  const there = new Map<string, string>();
  for await (const posting of target.outbox.postings()) there.set(keyOf(posting), canonicalHash(posting));
  const hashes = new Map<string, string>();
  for await (const posting of source.outbox.postings()) {
    const wanted = canonicalHash(posting);
    hashes.set(keyOf(posting), wanted);
    if (there.get(keyOf(posting)) === wanted) continue;
    await target.outbox.restore(posting);
    written.postings += 1;
    const back = await target.outbox.find(posting.conversationId, posting.key);
    if (canonicalHash(back) !== wanted) throw new CopyDiffers(`posting ${posting.key}`);
  }
  const stale: Posting[] = [];
  for await (const posting of target.outbox.postings()) if (!hashes.has(keyOf(posting))) stale.push(posting);
  for (const { conversationId, key } of stale) await target.outbox.remove(conversationId, [key]);
  return inOrder(hashes);
}

async function copyLogs(
  source: StoreParts,
  target: StoreParts,
  written: Written,
): Promise<{ meetingId: string; version: number; sha256: string }[]> {
  const versions = new Map((await target.log.heads()).map(({ meetingId, version }) => [meetingId, version]));
  const copied: { meetingId: string; version: number; sha256: string }[] = [];
  for (const { meetingId } of await headsOf(source)) {
    const hash = new CanonicalHash();
    let version = 0;
    let row: StoredCommit[] = [];
    const append = async () => {
      const [first, ...following] = row;
      if (!first) return;
      if ((await target.log.appendStored(first, ...following)) === 'conflict')
        throw new CopyDiffers(`${meetingId} ${first.version}`);
      written.commits += row.length;
      row = [];
    };
    for await (const commit of source.log.readStored(meetingId)) {
      hash.add([commit.version, commit.value]);
      version = commit.version;
      if (commit.version <= (versions.get(meetingId) ?? 0)) continue;
      row.push(commit);
      if (row.length >= target.log.atOnce) await append();
    }
    await append();
    const sha256 = hash.hex();
    if ((await wholeLog(target, meetingId)).sha256 !== sha256) throw new CopyDiffers(meetingId);
    copied.push({ meetingId, version, sha256 });
  }
  return copied;
}

function inOrder(hashes: ReadonlyMap<string, string>): Copied {
  const all = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
  return { count: all.length, sha256: canonicalHash(all) };
}
