import type { Store } from '../store.ts';
import { type CosmosSettings, connect } from './connect.ts';
import { type ContainerName, partitionKeys } from './containers.ts';
import { cosmosDocuments } from './documents.ts';
import { Items } from './items.ts';
import { cosmosMeetingLog } from './meetingLog.ts';
import { openContainers } from './opening.ts';
import { cosmosOutbox } from './outbox.ts';
import { Requests } from './requests.ts';

export type { CosmosSettings } from './connect.ts';

/**
 * The store of production: a database of Azure Cosmos DB for NoSQL, which several processes may use at once. Database
 * and containers are created where they are missing and that is allowed. @throws StoreRefused
 */
export async function openCosmosStore(settings: CosmosSettings): Promise<Store> {
  const place = `${new URL(settings.endpoint).host}, database ${settings.database}`;
  const requests = new Requests(place, settings.patience);
  const client = await connect(settings);
  const dispose = () => client.dispose();
  const containers = await openContainers(client, settings.database, place, requests).catch(
    async (error: unknown) => {
      await requests.close(dispose);
      throw error;
    },
  );
  const itemsOf = (name: ContainerName) => new Items(containers[name], partitionKeys[name], requests);
  const meetings = itemsOf('meetings');
  const conversations = itemsOf('conversations');
  return {
    log: cosmosMeetingLog(meetings),
    documents: cosmosDocuments({ meetings, conversations, drafts: itemsOf('drafts') }),
    outbox: cosmosOutbox(conversations),
    close: () => requests.close(dispose),
  };
}
