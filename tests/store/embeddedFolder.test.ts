import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EmbeddedStore, openEmbeddedStore, StoreRefused } from '../../src/store/embedded/store.ts';
import { commitOf, numbersTo } from './contract/commits.ts';
import { rawStore } from './rawStore.ts';

const GIGABYTE = 2 ** 30;
const draft = (id: string) => ({ collection: 'drafts', partition: 'm', id }) as const;

describe('the folder of an embedded store', () => {
  let folder: string;
  let stores: EmbeddedStore[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'punkt-folder-'));
    stores = [];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(at = folder, freeBytes?: () => number): Promise<EmbeddedStore> {
    const store = await openEmbeddedStore(at, freeBytes);
    stores.push(store);
    return store;
  }
  async function setFormat(format: unknown): Promise<void> {
    await (await opened()).close();
    const file = rawStore(folder);
    await file.openDB('format', { encoding: 'json' }).put('format', format);
    await file.close();
  }
  async function refusalOf(at = folder, freeBytes?: () => number): Promise<StoreRefused> {
    const refusal = await opened(at, freeBytes).catch((error: unknown) => error);
    if (refusal instanceof StoreRefused) return refusal;
    throw new Error(`not refused but ${String(refusal)}`);
  }

  describe('when it is opened', () => {
    it('is made where it is not there yet, with the folders above', async () => {
      const deep = join(folder, 'data', 'punkt.d');
      const { log } = await opened(deep);
      expect(await log.append(commitOf('m', 1))).toBe('appended');
      expect(readdirSync(deep)).toContain('punkt.mdb');
    });

    it('holds all that was written before it was closed', async () => {
      const before = await opened();
      await before.log.append(commitOf('m', 1));
      const written = await before.documents.write(draft('head'), { title: 'Referat' }, 'absent');
      await before.outbox.want([{ conversationId: 'c', key: 'k', meetingId: 'm', version: 1, card: {} }]);
      await before.outbox.lease('c', 'ada', 0, 100);
      await before.close();
      const after = await opened();
      expect(await after.log.read('m')).toEqual([commitOf('m', 1)]);
      expect(await after.documents.read(draft('head'))).toMatchObject({
        value: { title: 'Referat' },
        ...Object(written),
      });
      expect(await after.outbox.due('c', 0)).toMatchObject([{ key: 'k', order: 1 }]);
      expect(await after.outbox.lease('c', 'bo', 50, 100)).toBe(false);
    });

    it('is refused when a newer Punkt wrote it, and stays as it was', async () => {
      await setFormat(999);
      const refusal = await refusalOf();
      expect(refusal).toMatchObject({ code: 'newer', path: folder });
      expect(refusal.message).toContain('newer Punkt (format 999');
      const file = rawStore(folder);
      expect(file.openDB('format', { encoding: 'json' }).get('format')).toBe(999);
      await file.close();
    });

    it('is refused when its format cannot be read', async () => {
      await setFormat('ny');
      expect(await refusalOf()).toMatchObject({ code: 'unusable', path: folder });
    });

    it.each([
      ['something else', 'ikke en database '.repeat(1_000)],
      ['something else, and short', 'x'],
    ])('is refused when its file is %s', async (_, content) => {
      writeFileSync(join(folder, 'punkt.mdb'), content);
      expect(await refusalOf()).toMatchObject({ code: 'unusable', path: folder });
    });

    it('is refused when a file stands in its place', async () => {
      const place = join(folder, 'file');
      writeFileSync(place, '');
      expect(await refusalOf(place)).toMatchObject({ code: 'unusable', path: place });
      expect(await refusalOf(join(place, 'below'))).toMatchObject({ code: 'unusable' });
    });

    it('is refused where no folder can be made, at once', async () => {
      const place = '/proc/punkt/data';
      if (!existsSync('/proc/self')) return;
      expect(await refusalOf(place)).toMatchObject({
        code: 'unusable',
        message: expect.stringContaining('the folder cannot be made there'),
      });
    });

    it('is refused when it may only be read', async () => {
      await (await opened()).close();
      const readOnly = join(folder, 'read-only');
      mkdirSync(readOnly);
      for (const name of ['punkt.mdb', 'punkt.mdb-lock']) {
        copyFileSync(join(folder, name), join(readOnly, name));
        chmodSync(join(readOnly, name), 0o444);
      }
      chmodSync(readOnly, 0o555);
      chmodSync(folder, 0o755);
      const refusal = await asOrdinaryUser(() => refusalOf(readOnly));
      expect(refusal).toMatchObject({ code: 'readOnly', path: readOnly });
    });

    it('is refused when it is not there and may not be made', async () => {
      chmodSync(folder, 0o555);
      const refusal = await asOrdinaryUser(() => refusalOf(join(folder, 'new')));
      chmodSync(folder, 0o755);
      expect(refusal).toMatchObject({ code: 'readOnly', path: join(folder, 'new') });
    });

    it('is refused when the disk is full', async () => {
      expect(await refusalOf(folder, () => 4_096)).toMatchObject({ code: 'full', path: folder });
    });
  });

  describe('when the disk fills up', () => {
    it('takes nothing more and says so, still reads, and goes on once there is space', async () => {
      let free = GIGABYTE;
      const { log, documents, outbox } = await opened(folder, () => free);
      await log.append(commitOf('m', 1));
      free = 4_096;
      const refused = { name: 'StoreUnavailable', message: expect.stringContaining('full') };
      const wish = { conversationId: 'c', key: 'k', meetingId: 'm', version: 1, card: {} };
      await expect(log.append(commitOf('m', 2))).rejects.toMatchObject(refused);
      await expect(documents.write(draft('head'), 1, 'any')).rejects.toMatchObject(refused);
      await expect(outbox.want([wish])).rejects.toMatchObject(refused);
      expect(await log.read('m')).toEqual([commitOf('m', 1)]);
      free = GIGABYTE;
      expect(await log.append(commitOf('m', 2))).toBe('appended');
    });
  });

  describe('when it is closed', () => {
    it('is closed once, however often it is asked', async () => {
      const store = await opened();
      await Promise.all([store.close(), store.close()]);
      await expect(store.close()).resolves.toBeUndefined();
    });

    it('refuses every operation with its path', async () => {
      const { log, documents, outbox, close } = await opened();
      await close();
      const operations = [
        () => log.append(commitOf('m', 1)),
        () => log.read('m'),
        () => log.heads(),
        () => documents.read(draft('head')),
        () => documents.write(draft('head'), 1, 'any'),
        () => documents.write(draft('head'), 1, { etag: 'x' }),
        () => documents.remove(draft('head')),
        () => documents.list('drafts', 'm'),
        () => outbox.want([{ conversationId: 'c', key: 'k', meetingId: 'm', version: 1, card: {} }]),
        () => outbox.waiting(0),
        () => outbox.due('c', 0),
        () => outbox.find('c', 'k'),
        () => outbox.list('c'),
        () => outbox.lease('c', 'ada', 0, 1),
        () => outbox.release('c', 'ada'),
        () => outbox.delivered('c', 'k', 'a', 1),
        () => outbox.failed('c', 'k', 0),
        () => outbox.forget('c', 'k'),
      ];
      for (const operation of operations) {
        await expect(operation()).rejects.toMatchObject({
          name: 'StoreClosed',
          message: expect.stringContaining(folder),
        });
      }
    });

    it('first finishes what was begun', async () => {
      const { log, outbox, close } = await opened();
      const answers = numbersTo(50).map((version) => log.append(commitOf('m', version)));
      const wishes = numbersTo(50).map((n) =>
        outbox.want([{ conversationId: 'c', key: `k${n}`, meetingId: 'm', version: 1, card: {} }]),
      );
      await close();
      expect(new Set(await Promise.all(answers))).toEqual(new Set(['appended']));
      await Promise.all(wishes);
      const after = await opened();
      expect(await after.log.read('m')).toHaveLength(50);
      expect(await after.outbox.list('c')).toHaveLength(50);
    });

    it('stays open for others in the same process', async () => {
      const [one, other] = [await opened(), await opened()];
      await one.log.append(commitOf('m', 1));
      await one.close();
      expect(await other.log.append(commitOf('m', 2))).toBe('appended');
      expect(await other.log.read('m')).toHaveLength(2);
    });
  });
});

/** Root may write everywhere: for the length of `act` the process is nobody, if it was root. */
async function asOrdinaryUser<T>(act: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    if (root) process.seteuid?.(0);
  }
}
