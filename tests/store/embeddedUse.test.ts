import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { commitOf, numbersTo } from './contract/commits.ts';
import { rawStore } from './rawStore.ts';

const draft = (id: string) => ({ collection: 'drafts', partition: 'm', id }) as const;

describe('an embedded store in use', () => {
  let folder: string;
  let store: EmbeddedStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'punkt-store-'));
    store = await openEmbeddedStore(folder);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('writes 300 concurrent commits in few transactions, each of them one sync', async () => {
    const { log } = store;
    const file = rawStore(folder);
    const transactions = () => (file.getStats() as { lastTxnId: number }).lastTxnId;
    const before = transactions();
    await Promise.all(numbersTo(300).map((version) => log.append(commitOf('m', version))));
    const used = transactions() - before;
    await file.close();
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(60);
  });

  it('reads a log of 5,000 commits', async () => {
    const { log } = store;
    await Promise.all(numbersTo(5_000).map((version) => log.append(commitOf('m', version))));
    expect((await log.read('m')).map(({ version }) => version)).toEqual(numbersTo(5_000));
    expect(await log.read('m', 4_999)).toEqual([commitOf('m', 5_000)]);
  });

  it('grows as documents of two megabytes come in', async () => {
    const { documents } = store;
    const text = 'æ'.repeat(1_000_000);
    for (const n of numbersTo(12)) await documents.write(draft(`d${n}`), { n, text }, 'absent');
    const stored = await documents.list('drafts', 'm');
    expect(stored).toHaveLength(12);
    for (const { value } of stored) expect(value).toMatchObject({ text });
  });

  it('keeps half an emoji, which JSON can write down', async () => {
    const { log, documents } = store;
    await log.append(commitOf('m', 1, 'halv \ud83d og \ude00'));
    await documents.write(draft('\ud83d'), 'høj', 'absent');
    await documents.write(draft('\ude00'), 'lav', 'absent');
    expect(await log.read('m')).toEqual([commitOf('m', 1, 'halv \ud83d og \ude00')]);
    expect(await documents.read(draft('\ud83d'))).toMatchObject({ id: '\ud83d', value: 'høj' });
    expect(await documents.read(draft('\ude00'))).toMatchObject({ id: '\ude00', value: 'lav' });
  });

  it('writes all wishes of a call or none', async () => {
    const { outbox } = store;
    const wish = { conversationId: 'c', key: 'torn', meetingId: 'm', version: 1, card: {} };
    await outbox.want([wish]);
    const file = rawStore(folder);
    await file.openDB('postings', { encoding: 'json' }).put(['c', 'torn'], 'not a posting');
    await file.close();
    await expect(outbox.want([{ ...wish, key: 'k' }, wish])).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
    expect(await outbox.find('c', 'k')).toBeUndefined();
    await outbox.want([{ ...wish, key: 'l' }]);
    expect(await outbox.find('c', 'l')).toMatchObject({ order: 2 });
  });

  it('writes nothing of a value that is not JSON, and goes on', async () => {
    const { documents, outbox } = store;
    const wish = { conversationId: 'c', key: 'k', meetingId: 'm', version: 1, card: {} };
    for (const expected of ['any', 'absent'] as const) {
      await expect(documents.write(draft('head'), 1n, expected)).rejects.toThrow('BigInt');
    }
    await expect(outbox.want([wish, { ...wish, key: 'l', card: 1n }])).rejects.toThrow('BigInt');
    expect(await documents.read(draft('head'))).toBeUndefined();
    expect(await outbox.list('c')).toEqual([]);
    expect(await documents.write(draft('head'), 1, 'absent')).not.toBe('conflict');
  });
});
