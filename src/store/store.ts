import type { Documents } from '../service/documents.ts';
import type { MeetingLog } from '../service/meetingLog.ts';
import type { Outbox } from '../service/outbox.ts';

/** Everything that Punkt stores, whichever implementation holds it. */
export interface Store {
  readonly log: MeetingLog;
  readonly documents: Documents;
  readonly outbox: Outbox;
  /**
   * Overwrites on disk what was removed. Missing where the store gives no hand to it: there its keeper decides how long
   * removed bytes live on (Cosmos DB: its backups).
   */
  readonly scrub?: () => Promise<void>;
  /** Waits for the writes under way; what comes later rejects with `StoreClosed`. Closing again is no error. */
  close(): Promise<void>;
}
