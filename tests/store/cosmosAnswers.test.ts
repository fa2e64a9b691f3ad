import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentAddress } from '../../src/service/documents.ts';
import { openCosmosStore } from '../../src/store/cosmos/store.ts';
import type { Store } from '../../src/store/store.ts';
import { type CosmosServer, startCosmosServer } from '../support/cosmosServer.ts';
import { type FaultyProxy, inTurn, startFaultyProxy } from '../support/faultyProxy.ts';
import { commitOf, numbersTo } from './contract/commits.ts';

const address: DocumentAddress = { collection: 'people', partition: 'm', id: 'people' };
const wish = { conversationId: 'c', key: 'k', meetingId: 'm', version: 1, card: {} };
/** Answers after which nobody knows what became of the request: it was carried out, all the same. */
const LOST = ['answerDropped', 'answerCut', 'failedAfterwards', 'timedOut'] as const;
/** Answers that say, or let guess, that nothing was carried out. */
const NOT_DONE = ['dropped', 'throttled', 'throttledWithoutWait', 'unavailable'] as const;

describe('an answer of Cosmos DB that does not come', () => {
  let server: CosmosServer;
  let proxy: FaultyProxy;
  let store: Store;
  /** Another client, whose line is good. */
  let other: Store;

  beforeEach(async () => {
    server = await startCosmosServer();
    proxy = await startFaultyProxy(server.port);
    store = await openCosmosStore({ ...server.settings(), endpoint: proxy.endpoint });
    other = await openCosmosStore(server.settings());
  });
  afterEach(async () => {
    await store.close();
    await other.close();
    await proxy.close();
    await server.close();
  });

  const writes = ({ method }: IncomingMessage) => method === 'POST' || method === 'PUT' || method === 'PATCH';
  const isRead = ({ method }: IncomingMessage) => method === 'GET';

  describe('to a commit', () => {
    it.each([...LOST, ...NOT_DONE, 'delayed'] as const)('is settled where it is %s', async (fault) => {
      proxy.schedule(inTurn(writes, fault));
      expect(await store.log.append(commitOf('m', 1))).toBe('appended');
      expect(await other.log.read('m')).toEqual([commitOf('m', 1)]);
    });

    it('is settled where it is lost again and again', async () => {
      proxy.schedule(inTurn(() => true, 'dropped', ...LOST));
      expect(await store.log.append(commitOf('m', 1))).toBe('appended');
      expect(await other.log.read('m')).toEqual([commitOf('m', 1)]);
    });

    it('is a conflict where another took the version, even with the same command', async () => {
      await other.log.append(commitOf('m', 1));
      for (const fault of [...LOST, ...NOT_DONE]) {
        proxy.schedule(inTurn(writes, fault));
        expect(await store.log.append(commitOf('m', 1))).toBe('conflict');
      }
      expect(await other.log.read('m')).toEqual([commitOf('m', 1)]);
    });
  });

  describe('to a document', () => {
    it.each([...LOST, ...NOT_DONE])('is settled where it is %s, with an etag that holds', async (fault) => {
      proxy.schedule(inTurn(writes, fault));
      let etag = await written(store.documents.write(address, { n: 0 }, 'absent'));
      for (const n of numbersTo(3)) {
        proxy.schedule(inTurn(writes, fault));
        etag = await written(store.documents.write(address, { n }, { etag }));
      }
      expect(await other.documents.read(address)).toEqual({ ...address, value: { n: 3 }, etag });
    });

    it('is not guessed where another has overwritten it meanwhile', async () => {
      const etag = await written(store.documents.write(address, 0, 'absent'));
      let asked = 0;
      let overwritten = false;
      proxy.schedule((request) => {
        if (request.method !== 'PUT' || overwritten) return null;
        asked += 1;
        // Told to wait until the other was there.
        return asked === 1 ? 'answerDropped' : 'throttled';
      });
      const mine = store.documents.write(address, 'min', { etag });
      const refused = expect(mine).rejects.toMatchObject({ name: 'StoreUnavailable' });
      while ((await valueAt()) !== 'min');
      await other.documents.write(address, 'en andens', 'any');
      overwritten = true;
      await refused;
      expect(await valueAt()).toBe('en andens');
    });

    it('is read again where the connection breaks', async () => {
      await other.documents.write(address, 'her', 'absent');
      for (const fault of ['dropped', 'answerCut', 'throttled', 'unavailable', 'failedAfterwards'] as const) {
        proxy.schedule(inTurn(isRead, fault, fault));
        expect((await store.documents.read(address))?.value).toBe('her');
        proxy.schedule(inTurn(() => true, fault));
        expect(await store.documents.list('people', 'm')).toHaveLength(1);
      }
    });

    it('is removed once, and it is no conflict that it is gone', async () => {
      for (const fault of LOST) {
        const etag = await written(other.documents.write(address, 'her', 'any'));
        proxy.schedule(inTurn(() => true, fault));
        expect(await store.documents.remove(address, { etag })).toBe('removed');
        expect(await other.documents.read(address)).toBeUndefined();
      }
    });

    const valueAt = async () => (await other.documents.read(address))?.value;
    async function written(write: Promise<{ etag: string } | 'conflict'>): Promise<string> {
      const answer = await write;
      if (answer === 'conflict') throw new Error('a conflict');
      return answer.etag;
    }
  });

  describe('to a card', () => {
    it.each([...LOST, ...NOT_DONE])('leaves one card, in its place, where it is %s', async (fault) => {
      for (const n of numbersTo(5)) {
        proxy.schedule(inTurn(writes, fault, fault));
        await store.outbox.want([{ ...wish, key: `k${n}` }]);
      }
      const cards = await other.outbox.list('c');
      expect(cards.map(({ key }) => key)).toEqual(numbersTo(5).map((n) => `k${n}`));
      expect(new Set(cards.map(({ order }) => order)).size).toBe(5);
    });

    it.each(LOST)('counts an attempt once where it is %s', async (fault) => {
      await store.outbox.want([wish]);
      for (const _ of numbersTo(3)) {
        proxy.schedule(inTurn(writes, fault));
        await store.outbox.failed('c', 'k', 5_000);
      }
      expect(await other.outbox.find('c', 'k')).toMatchObject({ attempts: 3, notBefore: 5_000 });
    });

    it.each(LOST)('gives the right to send to who asked where it is %s', async (fault) => {
      proxy.schedule(inTurn(writes, fault));
      expect(await store.outbox.lease('c', 'ada', 0, 100)).toBe(true);
      expect(await other.outbox.lease('c', 'bo', 1, 100)).toBe(false);
      proxy.schedule(inTurn(writes, fault));
      await store.outbox.release('c', 'ada');
      expect(await other.outbox.lease('c', 'bo', 1, 100)).toBe(true);
    });
  });

  describe('at all', () => {
    const silent = { name: 'StoreUnavailable', message: expect.stringContaining('database punkt') };

    it('ends every operation with the store named, and the next is served', async () => {
      const hasty = await openCosmosStore({ ...server.settings(), endpoint: proxy.endpoint, patience: 0.2 });
      await other.outbox.want([wish]);
      for (const fault of ['dropped', 'stalled', 'unavailable'] as const) {
        proxy.schedule(() => fault);
        const operations = [
          () => hasty.log.append(commitOf('m', 1)),
          () => hasty.log.read('m'),
          () => hasty.documents.write(address, 1, 'any'),
          () => hasty.documents.read(address),
          () => hasty.outbox.want([wish]),
          () => hasty.outbox.waiting(0),
        ];
        const answers = await Promise.allSettled(operations.map((operation) => operation()));
        for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: silent });
      }
      proxy.schedule(() => null);
      expect(await hasty.outbox.waiting(0)).toEqual(['c']);
      await hasty.close();
    });

    it('is not waited for where the account refuses: a key that was changed, say', async () => {
      const before = proxy.requests.length;
      for (const status of [401, 403]) {
        proxy.schedule(() => ({ status, body: '{"message":"no"}' }));
        await expect(store.log.append(commitOf('m', 1))).rejects.toMatchObject(silent);
      }
      expect(proxy.requests.length - before).toBe(2);
    });
  });
});
