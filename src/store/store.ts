import type { Documents } from '../service/documents.ts';
import type { MeetingLog } from '../service/meetingLog.ts';
import type { Outbox } from '../service/outbox.ts';

/** Everything that Punkt stores, whichever implementation holds it. */
export interface Store {
  readonly log: MeetingLog;
  readonly documents: Documents;
  readonly outbox: Outbox;
  /** Waits for the writes under way; what comes later rejects with `StoreClosed`. Closing again is no error. */
  close(): Promise<void>;
}
