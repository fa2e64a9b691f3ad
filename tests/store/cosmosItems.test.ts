import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Commit } from '../../src/meeting/commit.ts';
import type { DocumentAddress } from '../../src/service/documents.ts';
import { openCosmosStore } from '../../src/store/cosmos/store.ts';
import type { Store } from '../../src/store/store.ts';
import { ANY_KEY, type CosmosServer, startCosmosServer } from '../support/cosmosServer.ts';
import { commitOf, TRICKY_IDS } from './contract/commits.ts';

/** Microsoft, "Azure Cosmos DB service quotas". */
const LARGEST_ITEM = 2 * 2 ** 20;

describe('what lies in Cosmos DB', () => {
  let server: CosmosServer;
  let raw: CosmosClient;
  let store: Store;

  beforeEach(async () => {
    server = await startCosmosServer();
    raw = new CosmosClient({
      endpoint: server.endpoint,
      key: ANY_KEY,
      connectionPolicy: { enableEndpointDiscovery: false },
    });
    store = await openCosmosStore(server.settings());
  });
  afterEach(async () => {
    await store.close();
    raw.dispose();
    await server.close();
  });

  /** Every item of a container, but the mark of the format. */
  async function lying(container: string): Promise<Record<string, unknown>[]> {
    const query = 'SELECT * FROM c WHERE c.id != "format"';
    const { resources } = await raw.database('punkt').container(container).items.query(query).fetchAll();
    return resources;
  }
  const sizes = async (container: string) =>
    (await lying(container)).map((item) => Buffer.byteLength(JSON.stringify(item)));

  it('a commit is an item of its meeting, its fields beside each other', async () => {
    await store.log.append(commitOf('m', 12));
    expect(await lying('meetings')).toMatchObject([{ id: 'm:0000000012', ...commitOf('m', 12) }]);
  });

  it('a draft is an item of its meeting, its fields beside each other, for others to ask for', async () => {
    const draft = { kind: 'head', meetingId: 'm', version: 3, title: 'Styregruppemøde', itemIds: ['i'] };
    await store.documents.write({ collection: 'drafts', partition: 'm', id: 'head' }, draft, 'any');
    expect(await lying('drafts')).toMatchObject([{ id: 'head', ...draft }]);
  });

  it.each([
    ['a field that Cosmos DB has too', { meetingId: 'm', _etag: 'min egen', _ts: 1 }],
    [
      'a field that the store has too',
      { meetingId: 'm', id: 'mit eget', value: 1, writeId: 2, split: 3, ttl: 4 },
    ],
    ['another meeting’s id', { meetingId: 'n' }],
    ['nothing', null],
    ['a list', [{ meetingId: 'm' }]],
  ])('a draft comes back as it was where it has %s', async (_, value) => {
    const address: DocumentAddress = { collection: 'drafts', partition: 'm', id: 'x' };
    await store.documents.write(address, value, 'absent');
    expect((await store.documents.read(address))?.value).toEqual(value);
    expect((await store.documents.list('drafts', 'm')).map((document) => document.value)).toEqual([value]);
  });

  it('every id and partition is one that Cosmos DB takes', async () => {
    for (const odd of TRICKY_IDS) {
      await store.log.append(commitOf(odd, 1));
      await store.documents.write({ collection: 'drafts', partition: odd, id: odd }, 1, 'any');
      await store.outbox.want([{ conversationId: odd, key: odd, meetingId: 'm', version: 1, card: {} }]);
    }
    for (const name of ['meetings', 'drafts', 'conversations']) {
      for (const item of await lying(name)) {
        expect(item.id).toMatch(/^[A-Za-z0-9~._:-]{1,1023}$/);
        const partition = String(item[name === 'conversations' ? 'conversationId' : 'meetingId']);
        expect(partition).toMatch(/^[\x20-\x7e]{1,1000}$/);
      }
    }
  });

  describe('too large for one item', () => {
    const address: DocumentAddress = { collection: 'sources', partition: 'm', id: 'source:1' };
    const value = (text: string) => ({ name: 'dagsorden.pdf', base64: text });
    // Signs of one, two, three and four bytes, and such as JSON must write as two.
    const text = 'a"\\æ€😀'.repeat(300_000);

    it('is written in parts that are not, and read back whole', async () => {
      await store.documents.write(address, value(text), 'absent');
      const stored = await store.documents.read(address);
      expect(stored?.value).toEqual(value(text));
      expect(await store.documents.list('sources', 'm')).toEqual([stored]);
      expect((await sizes('meetings')).length).toBeGreaterThan(2);
      expect(Math.max(...(await sizes('meetings')))).toBeLessThan(LARGEST_ITEM);
    });

    it('is replaced as a whole, and leaves no part of what was there before', async () => {
      const written = await store.documents.write(address, value(text), 'absent');
      expect(await store.documents.write(address, value('ny'), 'absent')).toBe('conflict');
      expect((await store.documents.read(address))?.value).toEqual(value(text));
      const etag = written === 'conflict' ? '' : written.etag;
      const other = await store.documents.write(address, value(`${text}b`), { etag });
      expect(other).not.toBe('conflict');
      expect((await store.documents.read(address))?.value).toEqual(value(`${text}b`));
      const parts = (await lying('meetings')).filter((item) => 'part' in item);
      expect(new Set(parts.map(({ id }) => String(id).split('~')[2])).size).toBe(1);
      await store.documents.write(address, value('kort'), 'any');
      expect(await lying('meetings')).toHaveLength(1);
    });

    it('goes with all its parts', async () => {
      await store.documents.write(address, value(text), 'absent');
      await store.documents.remove(address);
      expect(await lying('meetings')).toEqual([]);
    });

    it('may be a commit or a draft too', async () => {
      const commit: Commit = commitOf('m', 1, text);
      expect(await store.log.append(commit)).toBe('appended');
      await store.log.append(commitOf('m', 2));
      expect(await store.log.append(commitOf('m', 2, text))).toBe('conflict');
      expect(await store.log.read('m')).toEqual([commit, commitOf('m', 2)]);
      expect(await store.log.read('m', 1)).toEqual([commitOf('m', 2)]);
      expect(await store.log.heads()).toEqual([{ meetingId: 'm', version: 2 }]);
      const draft = { collection: 'drafts', partition: 'm', id: 'description:i' } as const;
      await store.documents.write(draft, { meetingId: 'm', description: text }, 'absent');
      expect((await store.documents.list('drafts', 'm')).map(({ id }) => id)).toEqual(['description:i']);
      await store.documents.remove(draft);
      await store.log.remove('m');
      expect([...(await lying('meetings')), ...(await lying('drafts'))]).toEqual([]);
    });
  });
});
