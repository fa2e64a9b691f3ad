import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer } from '@vercel/cosmosdb-server';
import { type CosmosSettings, openCosmosStore } from '../../src/store/cosmos/store.ts';
import type { Store } from '../../src/store/store.ts';

/** The server in this process takes any. */
export const ANY_KEY = Buffer.from('any key is taken').toString('base64');

export interface CosmosServer {
  readonly endpoint: string;
  readonly port: number;
  /** How to reach a database of this server. */
  settings(database?: string): CosmosSettings;
  close(): Promise<void>;
}

/** An empty Cosmos DB of one's own in this process. What it only fakes: `local-parts.md`, part B. */
export async function startCosmosServer(): Promise<CosmosServer> {
  const server = createHttpServer({ keepAlive: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    endpoint,
    port,
    settings: (database = 'punkt') => ({
      endpoint,
      key: ANY_KEY,
      database,
      identityClientId: null,
      // The server shares the test's own thread, and the machine with other tests.
      patience: 20,
    }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The environment of a Punkt process that uses a server's database. */
export const cosmosEnvironment = (endpoint: string, database = 'punkt'): Record<string, string> => ({
  PUNKT_STORE: 'cosmos',
  PUNKT_MODE: 'development',
  COSMOS_ENDPOINT: endpoint,
  COSMOS_KEY: ANY_KEY,
  COSMOS_DATABASE: database,
});

/** Stores on one database, closed together. */
export function storesOn(settings: CosmosSettings): { open(): Promise<Store>; close(): Promise<void> } {
  const stores: Store[] = [];
  return {
    async open() {
      const store = await openCosmosStore(settings);
      stores.push(store);
      return store;
    },
    async close() {
      for (const store of stores) await store.close();
    },
  };
}
