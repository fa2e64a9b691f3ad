import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { describeAllDocuments } from './contract/allDocuments.ts';
import { describeAllPostings } from './contract/allPostings.ts';
import { describeDocuments } from './contract/documents.ts';
import { describeLease } from './contract/lease.ts';
import { describeMeetingLog } from './contract/meetingLog.ts';
import { describeOutbox } from './contract/outbox.ts';
import { describeWholeLogs } from './contract/wholeLogs.ts';

/** A store in a folder of its own, one part of it under test. */
async function openPart<T>(part: (store: EmbeddedStore) => T) {
  const folder = await mkdtemp(join(tmpdir(), 'punkt-store-'));
  const stores = [await openEmbeddedStore(folder)];
  const [first] = stores;
  if (!first) throw new Error('no store');
  return {
    tested: part(first),
    async another() {
      const store = await openEmbeddedStore(folder);
      stores.push(store);
      return part(store);
    },
    async close() {
      for (const store of stores) await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

const openLog = async () => {
  const { tested, ...rest } = await openPart(({ log }) => log);
  return { log: tested, ...rest };
};
describeMeetingLog('embedded', openLog);
describeWholeLogs('embedded', openLog);

const openDocuments = async () => {
  const { tested, ...rest } = await openPart(({ documents }) => documents);
  return { documents: tested, ...rest };
};
describeDocuments('embedded', openDocuments);
describeAllDocuments('embedded', openDocuments);

const openOutbox = async () => {
  const { tested, ...rest } = await openPart(({ outbox }) => outbox);
  return { outbox: tested, ...rest };
};
describeOutbox('embedded', openOutbox);
describeLease('embedded', openOutbox);
describeAllPostings('embedded', openOutbox);
