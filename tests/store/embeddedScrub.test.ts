import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { storeFolder } from '../support/punkt.ts';
import { commitOf, numbersTo } from './contract/commits.ts';

const SECRET = 'Hemmelius Navnesen';
const MEETINGS = ['a', 'b', 'm', 'n', 'z'];

describe('the file of an embedded store', () => {
  let folder: Awaited<ReturnType<typeof storeFolder>>;
  let store: EmbeddedStore;

  beforeEach(async () => {
    folder = await storeFolder();
    store = await openEmbeddedStore(folder.path);
  });
  afterEach(async () => {
    await store.close();
    await folder.remove();
  });

  const holdsSecret = () => readFileSync(join(folder.path, 'punkt.mdb')).includes(SECRET);
  const nameIn = (meetingId: string) => (meetingId === 'm' ? SECRET : 'Andre Andersen');

  /** Logs, small documents that change all the time, and a big file; one meeting names the secret. */
  async function lively(): Promise<void> {
    for (const n of numbersTo(60))
      await Promise.all(
        MEETINGS.map(async (m) => {
          const words = `${nameIn(m)} `.repeat(1 + ((n * 7) % 30));
          await store.log.append(commitOf(m, n, words));
          const item = { collection: 'drafts', partition: m, id: `item:${n % 9}` } as const;
          await store.documents.write(item, { words }, 'any');
          const people = { collection: 'people', partition: m, id: 'people' } as const;
          await store.documents.write(people, { all: words.repeat(4) }, 'any');
        }),
      );
    const file = { collection: 'sources', partition: 'm', id: 'source:1' } as const;
    await store.documents.write(file, { base64: SECRET.repeat(10_000) }, 'any');
    await store.outbox.want([
      { conversationId: 'c', key: 'm:k', meetingId: 'm', version: 1, card: { says: SECRET } },
      { conversationId: 'c', key: 'a:k', meetingId: 'a', version: 1, card: { says: 'andet' } },
    ]);
  }
  async function removeSecret(): Promise<void> {
    await store.outbox.remove('c', ['m:k']);
    for (const collection of ['drafts', 'people', 'sources'] as const)
      for (const document of await store.documents.list(collection, 'm'))
        await store.documents.remove(document);
    await store.log.remove('m');
  }

  it('holds what was removed until it is scrubbed, and then not one copy of it', async () => {
    await lively();
    await removeSecret();
    expect(holdsSecret()).toBe(true);
    await store.scrub();
    expect(holdsSecret()).toBe(false);
  });

  it('holds everything else as before, also when others write while it is scrubbed', async () => {
    await lively();
    const other = await openEmbeddedStore(folder.path);
    const drafts = await store.documents.list('drafts', 'a');
    await removeSecret();
    const written = numbersTo(40).map((n) => other.log.append(commitOf('y', n)));
    await Promise.all([store.scrub(), ...written]);
    expect(holdsSecret()).toBe(false);
    for (const m of MEETINGS.filter((m) => m !== 'm')) expect(await other.log.read(m)).toHaveLength(60);
    expect(await store.log.read('y')).toHaveLength(40);
    expect(await other.documents.list('drafts', 'a')).toEqual(drafts);
    expect(await store.outbox.due('c', 0)).toMatchObject([{ key: 'a:k' }]);
    await other.close();
  });
});
