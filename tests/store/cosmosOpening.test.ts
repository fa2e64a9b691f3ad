import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openCosmosStore } from '../../src/store/cosmos/store.ts';
import { StoreRefused } from '../../src/store/refusal.ts';
import type { Store } from '../../src/store/store.ts';
import { ANY_KEY, type CosmosServer, startCosmosServer } from '../support/cosmosServer.ts';
import { type FaultyProxy, type Instead, startFaultyProxy } from '../support/faultyProxy.ts';
import { commitOf, numbersTo } from './contract/commits.ts';

describe('opening a Cosmos DB', () => {
  let server: CosmosServer;
  let proxy: FaultyProxy;
  let raw: CosmosClient;
  let stores: Store[];

  beforeEach(async () => {
    server = await startCosmosServer();
    proxy = await startFaultyProxy(server.port);
    raw = new CosmosClient({
      endpoint: server.endpoint,
      key: ANY_KEY,
      connectionPolicy: { enableEndpointDiscovery: false },
    });
    stores = [];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    raw.dispose();
    await proxy.close();
    await server.close();
  });

  async function opened(): Promise<Store> {
    const store = await openCosmosStore({ ...server.settings(), endpoint: proxy.endpoint });
    stores.push(store);
    return store;
  }
  async function refusal(): Promise<StoreRefused> {
    const refused = await opened().catch((error: unknown) => error);
    if (refused instanceof StoreRefused) return refused;
    throw new Error(`not refused but ${String(refused)}`);
  }
  const answers = (method: string, end: RegExp, instead: Instead) =>
    proxy.schedule((request) => (request.method === method && end.test(request.url ?? '') ? instead : null));
  const meetings = () => raw.database('punkt').container('meetings');

  it('makes database and containers where they are missing, as the README says', async () => {
    await opened();
    const { resources } = await raw.database('punkt').containers.readAll().fetchAll();
    const made = resources.map(({ id, partitionKey }) => [id, partitionKey?.paths]);
    expect(Object.fromEntries(made)).toEqual({
      meetings: ['/meetingId'],
      drafts: ['/meetingId'],
      conversations: ['/conversationId'],
    });
  });

  it('makes a database without throughput where the account is serverless', async () => {
    proxy.schedule(({ method, url, headers }) =>
      method === 'POST' && url === '/dbs' && headers['x-ms-offer-throughput']
        ? { status: 400, body: '{"message":"not supported for serverless accounts"}' }
        : null,
    );
    const store = await opened();
    expect(await store.log.append(commitOf('m', 1))).toBe('appended');
  });

  it('is done by several at once as by one', async () => {
    const many = await Promise.all(numbersTo(5).map(() => opened()));
    const answered = await Promise.all(many.map((store) => store.log.append(commitOf('m', 1))));
    expect(answered.filter((answer) => answer === 'appended')).toHaveLength(1);
  });

  it('finds what was written before', async () => {
    await (await opened()).log.append(commitOf('m', 1));
    expect(await (await opened()).log.read('m')).toEqual([commitOf('m', 1)]);
  });

  it('bears a line that fails now and then', async () => {
    let asked = 0;
    proxy.schedule(() => {
      asked += 1;
      return asked % 3 === 0 ? 'unavailable' : asked % 3 === 1 ? 'dropped' : null;
    });
    await expect(opened()).resolves.toBeDefined();
  });

  it('is refused when a newer Punkt wrote there, and leaves it as it was', async () => {
    await (await opened()).close();
    const format = { id: 'format', meetingId: '~punkt', format: 999 };
    await meetings().items.upsert(format);
    expect(await refusal()).toMatchObject({
      code: 'newer',
      path: expect.stringContaining('database punkt'),
      message: expect.stringContaining('newer Punkt (format 999'),
    });
    expect((await meetings().item('format', '~punkt').read()).resource).toMatchObject(format);
  });

  it('is refused when the format cannot be read', async () => {
    await (await opened()).close();
    await meetings().items.upsert({ id: 'format', meetingId: '~punkt', format: 'ny' });
    expect(await refusal()).toMatchObject({ code: 'unusable' });
  });

  it('is refused when a container of that name is partitioned otherwise', async () => {
    const { database } = await raw.databases.createIfNotExists({ id: 'punkt' });
    await database.containers.create({ id: 'meetings', partitionKey: { paths: ['/id'] } });
    const { code, message } = await refusal();
    expect({ code, message }).toEqual({
      code: 'unusable',
      message: 'Container meetings is not partitioned by /meetingId.',
    });
  });

  describe('is refused in one line that says what to do', () => {
    it.each<[string, () => void, string, RegExp]>([
      [
        'an Entra identity would have to make the containers',
        () =>
          answers('POST', /^\/dbs$/, {
            status: 403,
            headers: { 'x-ms-substatus': '5300' },
            body: '{"message":"cannot be authorized by AAD token in data plane"}',
          }),
        'forbidden',
        /create database punkt with meetings \(\/meetingId\), drafts \(\/meetingId\), conversations \(\/conversationId\)/,
      ],
      [
        'the identity has no role',
        () =>
          answers('GET', /colls\/meetings$/, {
            status: 403,
            headers: { 'x-ms-substatus': '5301' },
            body: '{"message":"principal [x] does not have required RBAC permissions"}',
          }),
        'forbidden',
        /role "Cosmos DB Built-in Data Contributor"/,
      ],
      [
        'the key is not the account’s',
        () => answers('GET', /.*/, { status: 401, body: '{"message":"signature"}' }),
        'forbidden',
        /COSMOS_KEY/,
      ],
      [
        'the key may only read',
        () => answers('POST', /docs$/, { status: 403, body: '{"message":"read-only key\\nmore"}' }),
        'forbidden',
        /a read-only key, or its firewall\): read-only key$/,
      ],
      [
        'the account writes in several regions',
        () =>
          answers('GET', /^\/$/, {
            status: 200,
            body: '{"enableMultipleWriteLocations":true,"writableLocations":[],"readableLocations":[]}',
          }),
        'unusable',
        /multi-region writes/,
      ],
      [
        'the account may forget what it just told',
        () =>
          answers('GET', /^\/$/, {
            status: 200,
            body: '{"userConsistencyPolicy":{"defaultConsistencyLevel":"Eventual"},"writableLocations":[],"readableLocations":[]}',
          }),
        'unusable',
        /consistency is Eventual/,
      ],
    ])('%s', async (_, arrange, code, said) => {
      arrange();
      const refused = await refusal();
      expect(refused).toMatchObject({ code, message: expect.stringMatching(said) });
      expect(refused.message).not.toContain('\n');
      expect(refused.message).not.toContain(ANY_KEY);
    });
  });

  it('is done with when it is closed: what comes later is refused, what was begun is finished', async () => {
    const store = await opened();
    const begun = numbersTo(20).map((version) => store.log.append(commitOf('m', version)));
    await Promise.all([store.close(), store.close()]);
    expect(new Set(await Promise.all(begun))).toEqual(new Set(['appended']));
    for (const operation of [
      () => store.log.append(commitOf('m', 21)),
      () => store.log.heads(),
      () => store.documents.list('drafts', 'm'),
      () => store.outbox.waiting(0),
    ])
      await expect(operation()).rejects.toMatchObject({ name: 'StoreClosed' });
  });
});
