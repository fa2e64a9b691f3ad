import { randomBytes } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { ConfigError, readStoreSettings } from '../../src/config.ts';
import { partitionKeys } from '../../src/store/cosmos/containers.ts';
import type { CosmosSettings } from '../../src/store/cosmos/store.ts';
import { startCosmosServer } from '../support/cosmosServer.ts';

/** Where the contract runs: `fresh` gives a database that is empty. */
export interface CosmosUnderTest {
  fresh(): Promise<CosmosSettings>;
  close(): Promise<void>;
}

/** The account of COSMOS_ENDPOINT (Azure's, or Microsoft's emulator) where that is set, else a server in this process. */
export const cosmosUnderTest = (): Promise<CosmosUnderTest> =>
  process.env.COSMOS_ENDPOINT ? accountUnderTest() : serverUnderTest();

async function serverUnderTest(): Promise<CosmosUnderTest> {
  const server = await startCosmosServer();
  let databases = 0;
  return {
    async fresh() {
      databases += 1;
      return server.settings(`punkt-${databases}`);
    },
    close: () => server.close(),
  };
}

/** A database of its own for this run, emptied before each test and removed after the last. */
async function accountUnderTest(): Promise<CosmosUnderTest> {
  const database = `punkt-test-${randomBytes(6).toString('hex')}`;
  const settings = readStoreSettings({ ...process.env, COSMOS_DATABASE: database }, 'cosmos');
  if (settings.kind !== 'cosmos' || settings.key === null)
    throw new ConfigError(['COSMOS_KEY is missing: the test makes a database and removes it.']);
  const client = new CosmosClient({ endpoint: settings.endpoint, key: settings.key });
  return {
    async fresh() {
      for (const [name, property] of Object.entries(partitionKeys)) {
        const container = client.database(database).container(name);
        const { resources } = await container.items
          .query<Record<string, string>>(`SELECT c.id, c.${property} FROM c`)
          .fetchAll()
          .catch(() => ({ resources: [] }));
        for (const { id = '', [property]: partition = '' } of resources)
          await container.item(id, partition).delete();
      }
      return { ...settings, patience: 5 };
    },
    async close() {
      await client.database(database).delete();
      client.dispose();
    },
  };
}
