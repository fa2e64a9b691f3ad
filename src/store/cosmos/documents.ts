import type { Collection, DocumentAddress, Documents, StoredDocument } from '../../service/documents.ts';
import { StoreUnavailable } from '../../service/meetingLog.ts';
import type { ContainerName } from './containers.ts';
import { bodyOf, type Fields, isRecord, storedValue } from './itemBody.ts';
import { givenKey, idPart, partitionPart } from './itemKey.ts';
import type { Item, Items, NewItem } from './items.ts';
import { FILES, type Patience, TAP } from './requests.ts';

/** Where a collection lies, and by what its partitions are named: meetings, or conversations and persons. */
const places: Readonly<Record<Collection, ContainerName>> = {
  drafts: 'drafts',
  people: 'meetings',
  sources: 'meetings',
  settings: 'meetings',
  conversations: 'conversations',
  identities: 'conversations',
  drops: 'conversations',
  nudges: 'conversations',
};

/** Collections of files: too large for one item, mostly. */
const FILED: ReadonlySet<Collection> = new Set(['sources', 'drops']);

const patienceOf = (collection: Collection): Patience => (FILED.has(collection) ? FILES : TAP);

/** An etag as Cosmos DB gives them; a `*`, or one that a header would trim, would match what it should not. */
const ETAG = /^[\x21-\x29\x2b-\x7e][\x21-\x7e]*$/;

/** One item a document; drafts as their own fields, for other systems to ask for, the others under `value`. */
export function cosmosDocuments(containers: Readonly<Record<ContainerName, Items>>): Documents {
  const itemsOf = (collection: Collection): Items => containers[places[collection]];

  async function dropParts({ collection, partition, id }: DocumentAddress): Promise<void> {
    // Left and taken several times a minute, and a few bytes long.
    if (collection !== 'nudges')
      await itemsOf(collection).dropParts(itemId(collection, id), partitionPart(partition));
  }

  return {
    async read(address) {
      const { collection, partition, id } = address;
      const at = [itemId(collection, id), partitionPart(partition)] as const;
      const item = await itemsOf(collection).read(...at, patienceOf(collection));
      return item && { ...address, value: storedValue(item), etag: item._etag };
    },

    async write(address, value, expected) {
      if (typeof expected === 'object' && !ETAG.test(expected.etag)) return 'conflict';
      const items = itemsOf(address.collection);
      const put = await items.put(newItem(address, value), expected, patienceOf(address.collection));
      if (put === 'unknown') {
        const message = 'A document was written by two at once, and one of the answers was lost.';
        throw new StoreUnavailable(message);
      }
      return put;
    },

    async remove(address, expected = 'any') {
      const { collection, partition, id } = address;
      const at = [itemId(collection, id), partitionPart(partition)] as const;
      const items = itemsOf(collection);
      if (expected === 'absent' || (typeof expected === 'object' && !ETAG.test(expected.etag)))
        return (await items.read(...at)) ? 'conflict' : 'removed';
      const removed = await items.remove(...at, expected === 'any' ? undefined : expected.etag);
      if (removed === 'removed') await dropParts(address);
      return removed;
    },

    async list(collection, partition) {
      const items = itemsOf(collection);
      const part = partitionPart(partition);
      const options = { partition: part, patience: patienceOf(collection) };
      const found = await items.query(...ofCollection(collection), options);
      const documents: StoredDocument[] = [];
      for (const one of found) {
        const item = await items.withValue(one, part);
        documents.push({ ...addressOf(collection, item), value: storedValue(item), etag: item._etag });
      }
      return documents.sort((a, b) => (a.id < b.id ? -1 : 1));
    },

    async *addresses(collection) {
      const select = `c.id, c.key, c.${partitionName(collection)}`;
      const options = { select, patience: FILES };
      // All first: a store that is being emptied must not lose its place.
      const found = await itemsOf(collection).query(...ofCollection(collection), options);
      for (const item of found) yield addressOf(collection, item);
    },
  };
}

/** The documents of a collection; in the container of drafts there is nothing else, but parts of large ones. */
const ofCollection = (collection: Collection): [where: string, parameters: Record<string, string>] =>
  collection === 'drafts' ? ['NOT IS_DEFINED(c.partOf)', {}] : ['c.collection = @collection', { collection }];

const partitionName = (collection: Collection) =>
  places[collection] === 'conversations' ? 'conversationId' : 'meetingId';

/** Drafts have their container for themselves, and their ids as they are. */
const itemId = (collection: Collection, id: string): string =>
  collection === 'drafts' ? idPart(id) : `${collection}~${idPart(id)}`;

function newItem({ collection, partition, id }: DocumentAddress, value: unknown): NewItem {
  const part = partitionPart(partition);
  const key = givenKey(partition, id);
  const drafts = collection === 'drafts';
  return {
    id: itemId(collection, id),
    partition: part,
    fields: drafts ? key : { collection, ...key },
    body: drafts ? bodyOf(value, { meetingId: part }) : { value },
    mayHaveParts: FILED.has(collection),
  };
}

function addressOf(collection: Collection, item: Fields | Item): DocumentAddress {
  if (isRecord(item.key))
    return { collection, partition: String(item.key.partition), id: String(item.key.id) };
  const id = String(item.id);
  return {
    collection,
    partition: String(item[partitionName(collection)]),
    id: collection === 'drafts' ? id : id.slice(collection.length + 1),
  };
}
