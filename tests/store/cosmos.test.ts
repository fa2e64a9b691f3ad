import { afterAll, beforeAll, jest } from '@jest/globals';
import { storesOn } from '../support/cosmosServer.ts';
import { describeStore } from './contract/everyContract.ts';
import { type CosmosUnderTest, cosmosUnderTest } from './cosmosAccount.ts';

// An account in Azure is far away.
if (process.env.COSMOS_ENDPOINT) jest.setTimeout(300_000);

let cosmos: CosmosUnderTest;
beforeAll(async () => {
  cosmos = await cosmosUnderTest();
});
afterAll(() => cosmos.close());

describeStore('Cosmos DB', async () => {
  const { open, close } = storesOn(await cosmos.fresh());
  return { store: await open(), another: open, close };
});
