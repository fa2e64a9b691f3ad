import type { DocumentAddress, Documents } from '../documents.ts';
import type { MeetingLog } from '../meetingLog.ts';
import type { Outbox } from '../outbox.ts';
import { CanonicalHash } from './canonicalHash.ts';

/** A store as its tools see it, whichever it is. */
export interface StoreParts {
  readonly log: MeetingLog;
  readonly documents: Documents;
  readonly outbox: Outbox;
  /**
   * Overwrites on disk what was removed. Missing where the store gives no hand to it: there its keeper decides how long
   * removed bytes live on (Cosmos DB: its backups).
   */
  readonly scrub?: () => Promise<void>;
}

/** The newest version of every meeting, in the order of the ids. */
export async function headsOf({ log }: StoreParts): Promise<{ meetingId: string; version: number }[]> {
  const heads = await log.heads();
  return heads
    .map(({ meetingId, version }) => ({ meetingId, version }))
    .sort((a, b) => (a.meetingId < b.meetingId ? -1 : 1));
}

/** SHA-256 (hex) over the commits of a log as stored, those up to a version, and the last of these. */
export async function wholeLog(
  { log }: StoreParts,
  meetingId: string,
  upTo = Number.POSITIVE_INFINITY,
): Promise<{ sha256: string; version: number }> {
  const hash = new CanonicalHash();
  let version = 0;
  for await (const commit of log.readStored(meetingId)) {
    if (commit.version > upTo) break;
    hash.add([commit.version, commit.value]);
    version = commit.version;
  }
  return { sha256: hash.hex(), version };
}

/** Different for different addresses. */
export const addressKey = ({ collection, partition, id }: DocumentAddress): string =>
  JSON.stringify([collection, partition, id]);
