import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { describeStore } from './contract/everyContract.ts';

describeStore('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'punkt-store-'));
  const store = await openEmbeddedStore(folder);
  const stores = [store];
  return {
    store,
    async another() {
      const other = await openEmbeddedStore(folder);
      stores.push(other);
      return other;
    },
    async close() {
      for (const open of stores) await open.close();
      await rm(folder, { recursive: true });
    },
  };
});
