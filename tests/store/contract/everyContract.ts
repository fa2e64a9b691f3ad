import type { Store } from '../../../src/store/store.ts';
import { describeAllDocuments } from './allDocuments.ts';
import { describeAllPostings } from './allPostings.ts';
import { describeDeliveries } from './deliveries.ts';
import { describeDocuments } from './documents.ts';
import { describeLease } from './lease.ts';
import { describeMeetingLog } from './meetingLog.ts';
import { describeOutbox } from './outbox.ts';
import { describeWholeLogs } from './wholeLogs.ts';

/** A fresh, empty store; `another` is a second client on the same one, closed along with it. */
export interface OpenedStore {
  readonly store: Store;
  another(): Promise<Store>;
  close(): Promise<void>;
}

/** Everything that a store promises. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  async function openPart<T>(part: (store: Store) => T) {
    const { store, another, close } = await open();
    return { tested: part(store), another: async () => part(await another()), close };
  }
  const openLog = async () => {
    const { tested, ...rest } = await openPart(({ log }) => log);
    return { log: tested, ...rest };
  };
  describeMeetingLog(name, openLog);
  describeWholeLogs(name, openLog);

  const openDocuments = async () => {
    const { tested, ...rest } = await openPart(({ documents }) => documents);
    return { documents: tested, ...rest };
  };
  describeDocuments(name, openDocuments);
  describeAllDocuments(name, openDocuments);

  const openOutbox = async () => {
    const { tested, ...rest } = await openPart(({ outbox }) => outbox);
    return { outbox: tested, ...rest };
  };
  describeOutbox(name, openOutbox);
  describeDeliveries(name, openOutbox);
  describeLease(name, openOutbox);
  describeAllPostings(name, openOutbox);
}
