import { openCosmosStore } from '../../src/store/cosmos/store.ts';
import type { Store } from '../../src/store/store.ts';
import { startCosmosServer } from './cosmosServer.ts';
import { temporaryStore } from './serviceParts.ts';

export type FreshStore = Store & AsyncDisposable;

async function cosmosStore(): Promise<FreshStore> {
  const server = await startCosmosServer();
  const store = await openCosmosStore(server.settings());
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      await store.close();
      await server.close();
    },
  };
}

/** A fresh, empty store of each kind, gone when it is disposed of. */
export const bothStores: readonly (readonly [name: string, open: () => Promise<FreshStore>])[] = [
  ['embedded', temporaryStore],
  ['cosmos', cosmosStore],
];
