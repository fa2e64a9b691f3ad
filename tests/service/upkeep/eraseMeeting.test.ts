import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/compose.ts';
import { Conversations } from '../../../src/service/conversations.ts';
import { StoreUnavailable } from '../../../src/service/meetingLog.ts';
import { eraseMeeting, erasureOf, unfinishedErasures } from '../../../src/service/upkeep/eraseMeeting.ts';
import { verifyStore } from '../../../src/service/upkeep/verifyStore.ts';
import { openEmbeddedStore } from '../../../src/store/embedded/store.ts';
import { bothStores, type FreshStore } from '../../support/bothStores.ts';
import { storeFolder } from '../../support/punkt.ts';
import { everything, type StoredMeeting, somebody, storedMeeting } from '../../support/storedMeetings.ts';

const chair = somebody('Asta Bruun');
const guest = somebody('Bodil Carlsen');
const other = somebody('Dagny Engholm');
const NOW = '2026-06-01T08:00:00.000Z';
const birkIn = (store: Store) =>
  storedMeeting(store, { word: 'birk', chair, guest, conversationId: '19:samme@thread.v2' });

describe.each(bothStores)('erasing a meeting, %s', (_name, open) => {
  let store: FreshStore;
  let birk: StoredMeeting;
  let eg: StoredMeeting;

  beforeEach(async () => {
    store = await open();
    birk = await birkIn(store);
    eg = await storedMeeting(store, { word: 'eg', chair, guest: other });
  });
  afterEach(async () => {
    await store[Symbol.asyncDispose]();
  });
  const erase = (within: Store = store) => eraseMeeting(within, birk.meetingId, NOW, false);
  /** What is stored beside the record of the erasure. */
  const withoutRecord = async () => {
    const text = await everything(store);
    const record = await erasureOf(store.documents, birk.meetingId);
    return text.replaceAll(JSON.stringify(record), '').replaceAll(`"id":"${birk.meetingId}"`, '');
  };

  it('leaves not a word, a name or an id of it anywhere', async () => {
    await erase();
    const left = await withoutRecord();
    // The nudge of the meeting names it until the server took it.
    await store.documents.remove({ collection: 'nudges', partition: 'all', id: birk.meetingId });
    expect(left).not.toMatch(/birk|Bodil Carlsen/u);
    expect((await withoutRecord()).split(birk.meetingId)).toHaveLength(1);
  });

  it('leaves the other meetings as they were', async () => {
    const { version } = (await store.log.heads()).find(({ meetingId }) => meetingId === eg.meetingId) ?? {};
    const cards = await store.outbox.list(eg.conversationId);
    await erase();
    expect(await store.log.read(eg.meetingId)).toHaveLength(version ?? 0);
    expect(await store.outbox.list(eg.conversationId)).toEqual(cards);
    expect(await verifyStore(store)).toMatchObject({ findings: [], meetings: 1 });
    expect((await new Conversations(store.documents).personal(chair.identity.key)).meetingIds).toEqual([
      eg.meetingId,
    ]);
  });

  it('leaves the conversation without a meeting, ready for the next agenda', async () => {
    await erase();
    const conversations = new Conversations(store.documents);
    expect(await conversations.read('19:samme@thread.v2')).toMatchObject({ meetingId: null, endedId: null });
    expect(await conversations.ofMeeting(birk.meetingId)).toBeUndefined();
    const next = await birkIn(store);
    expect(next.meetingId).not.toBe(birk.meetingId);
  });

  it('ends with a record of what went, which names nobody', async () => {
    const erasure = await erase();
    expect(erasure).toMatchObject({
      meetingId: birk.meetingId,
      begunAt: NOW,
      finishedAt: NOW,
      forced: false,
    });
    expect(erasure.removed).toMatchObject({ persons: 2, drops: 1 });
    expect(erasure.removed.versions).toBeGreaterThan(4);
    expect(erasure.removed.documents).toBeGreaterThan(7);
    expect(erasure.removed.cards).toBeGreaterThan(3);
    expect(await erasureOf(store.documents, birk.meetingId)).toEqual(erasure);
    expect(await unfinishedErasures(store, Date.parse(NOW))).toEqual([]);
  });

  it('that was cut off anywhere is known as unfinished, and finished by doing it again', async () => {
    let steps = 0;
    for (let cutAt = 1; ; cutAt += 4) {
      steps = 0;
      const cut =
        <T extends readonly unknown[], R>(work: (...args: T) => Promise<R>) =>
        async (...args: T): Promise<R> => {
          steps += 1;
          if (steps > cutAt) throw new StoreUnavailable('cut off');
          return work(...args);
        };
      const faulty: Store = {
        log: { ...store.log, remove: cut(store.log.remove) },
        documents: {
          ...store.documents,
          write: cut(store.documents.write),
          remove: cut(store.documents.remove),
        },
        outbox: { ...store.outbox, remove: cut(store.outbox.remove) },
      };
      const done = await erase(faulty).catch((error: unknown) => error);
      if (!(done instanceof StoreUnavailable)) break;
      expect((await unfinishedErasures(store, Date.parse(NOW))).map(({ meetingId }) => meetingId)).toEqual([
        birk.meetingId,
      ]);
    }
    expect(await unfinishedErasures(store, Date.parse(NOW))).toEqual([]);
    expect(await withoutRecord()).not.toMatch(/birk|Bodil Carlsen/u);
  });

  it('to which somebody still wrote is unfinished again', async () => {
    const [first] = await store.log.read(birk.meetingId);
    await erase();
    if (first) await store.log.append({ ...first, version: 40 });
    expect(await unfinishedErasures(store, Date.parse(NOW))).toHaveLength(1);
    await erase();
    expect(await unfinishedErasures(store, Date.parse(NOW))).toEqual([]);
    expect(await withoutRecord()).not.toContain('birk');
  });
});

describe('the bytes of an embedded store', () => {
  it('hold nothing of an erased meeting once they are scrubbed', async () => {
    const folder = await storeFolder();
    const store = await openEmbeddedStore(folder.path);
    const birk = await birkIn(store);
    await storedMeeting(store, { word: 'eg', chair, guest: other });
    const bytes = () => readFileSync(join(folder.path, 'punkt.mdb'));
    expect(bytes().includes('Bodil Carlsen')).toBe(true);
    await eraseMeeting(store, birk.meetingId, NOW, false);
    await store.scrub();
    for (const word of ['Møde birk', 'birk nummer', 'birk: ', 'birk Kommune', 'Bodil Carlsen'])
      expect(bytes().includes(word)).toBe(false);
    expect(bytes().includes('Dagny Engholm')).toBe(true);
    await store.close();
    await folder.remove();
  });
});
