import type { StoreParts } from '../service/upkeep/storeParts.ts';

/** Everything that Punkt stores, whichever implementation holds it. */
export interface Store extends StoreParts {
  /** Waits for the writes under way; what comes later rejects with `StoreClosed`. Closing again is no error. */
  close(): Promise<void>;
}
