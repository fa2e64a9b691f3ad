import type { Documents } from '../../service/documents.ts';
import type { MeetingLog } from '../../service/meetingLog.ts';
import type { Outbox } from '../../service/outbox.ts';
import { embeddedDocuments } from './documents.ts';
import { Environment } from './environment.ts';
import { embeddedMeetingLog } from './meetingLog.ts';
import { embeddedOutbox } from './outbox.ts';
import { scrub } from './scrub.ts';

export { StoreClosed, type StoreRefusalCode, StoreRefused } from '../refusal.ts';

export interface EmbeddedStore {
  readonly log: MeetingLog;
  readonly documents: Documents;
  readonly outbox: Outbox;
  /** Overwrites on disk what was removed; takes as long as writing the whole store anew. */
  scrub(): Promise<void>;
  /** Waits for the writes under way; what comes later rejects with `StoreClosed`. Closing again is no error. */
  close(): Promise<void>;
}

/**
 * The store of one machine, a file in `folder`, which is created where needed. Several processes may open it at once.
 * A promise of it resolves only when what it wrote is synced to disk. Throws `StoreRefused`.
 * `freeBytes` tells how many bytes the folder's disk has left (default: asks the system); tests inject a full one.
 */
export async function openEmbeddedStore(
  folder: string,
  freeBytes?: (folder: string) => number,
): Promise<EmbeddedStore> {
  const environment = await Environment.open(folder, freeBytes);
  return {
    log: embeddedMeetingLog(environment),
    documents: embeddedDocuments(environment),
    outbox: embeddedOutbox(environment),
    scrub: () => scrub(environment),
    close: () => environment.close(),
  };
}
