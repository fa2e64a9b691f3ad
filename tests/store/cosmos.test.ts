import { afterAll, beforeAll } from '@jest/globals';
import { type CosmosServer, openStores, startCosmosServer } from '../support/cosmosServer.ts';
import { describeStore } from './contract/everyContract.ts';

let server: CosmosServer;
let databases = 0;
beforeAll(async () => {
  server = await startCosmosServer();
});
afterAll(() => server.close());

describeStore('Cosmos DB', async () => {
  databases += 1;
  const { another, close } = await openStores(server.settings(`punkt-${databases}`));
  return { store: await another(), another, close };
});
