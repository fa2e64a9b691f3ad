import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outbox, Posting, Wish } from '../../../src/service/outbox.ts';
import { numbersTo, TRICKY_IDS } from './commits.ts';
import type { OpenedOutbox } from './outbox.ts';

/** What every `Outbox` promises of copying and erasing postings. */
export function describeAllPostings(name: string, open: () => Promise<OpenedOutbox>): void {
  describe(`${name}: all postings`, () => {
    let opened: OpenedOutbox;
    let outbox: Outbox;

    beforeEach(async () => {
      opened = await open();
      outbox = opened.outbox;
    });
    afterEach(() => opened.close());

    const wish = (key: string, over: Partial<Wish> = {}): Wish => ({
      conversationId: 'c',
      key,
      meetingId: 'm',
      version: 1,
      card: { kind: key },
      ...over,
    });
    const all = async (meetingId?: string): Promise<Posting[]> => {
      const found: Posting[] = [];
      for await (const posting of outbox.postings(meetingId)) found.push(posting);
      return found;
    };
    const keys = (postings: readonly Posting[]) => postings.map(({ key }) => key);

    describe('gone through', () => {
      it('are those of every conversation, waiting or not, each once', async () => {
        for (const n of numbersTo(3))
          await outbox.want(numbersTo(20).map((k) => wish(`k${k}`, { conversationId: `c${n}` })));
        await outbox.delivered('c1', 'k1', 'a-1', 1);
        await outbox.failed('c1', 'k2', 0, 'samtalen findes ikke');
        const found = await all();
        expect(new Set(found.map(({ conversationId, key }) => `${conversationId} ${key}`)).size).toBe(60);
        expect(found).toHaveLength(60);
        for (const posting of found.slice(0, 3))
          expect(posting).toEqual(await outbox.find(posting.conversationId, posting.key));
      });

      it('are those of one meeting where it is named', async () => {
        await outbox.want([wish('k'), wish('l', { meetingId: 'n' }), wish('o', { conversationId: 'd' })]);
        expect(keys(await all('m')).sort()).toEqual(['k', 'o']);
        expect(await all('ukendt')).toEqual([]);
      });

      it('are found, whatever their keys and conversations look like', async () => {
        for (const id of TRICKY_IDS) await outbox.want([wish(id), wish('k', { conversationId: id })]);
        expect(await all()).toHaveLength(2 * TRICKY_IDS.length);
      });
    });

    describe('restored', () => {
      const posting: Posting = {
        conversationId: 'c',
        key: 'k',
        meetingId: 'm',
        card: { kind: 'k' },
        order: 7,
        wantedVersion: 4,
        shownVersion: 3,
        activityId: 'a-1',
        attempts: 2,
        notBefore: 1_000,
        dead: null,
      };

      it('are as they were, and wait if they did', async () => {
        await outbox.restore(posting);
        expect(await outbox.find('c', 'k')).toEqual(posting);
        expect(await outbox.due('c', 999)).toEqual([]);
        expect(keys(await outbox.due('c', 1_000))).toEqual(['k']);
        await outbox.restore({ ...posting, key: 'l', order: 9, shownVersion: 4 });
        expect(keys(await outbox.due('c', 1_000))).toEqual(['k']);
      });

      it('stand before every card that is wished afterwards', async () => {
        await outbox.restore(posting);
        await outbox.restore({ ...posting, key: 'first', order: 2 });
        await outbox.want([wish('new')]);
        expect(keys(await outbox.list('c'))).toEqual(['first', 'k', 'new']);
      });

      it('take the place of what is here under the same key', async () => {
        await outbox.want([wish('before'), wish('k', { version: 9 })]);
        await outbox.restore(posting);
        await outbox.restore(posting);
        expect(await outbox.find('c', 'k')).toEqual(posting);
        expect(keys(await outbox.due('c', 1_000))).toEqual(['before', 'k']);
      });
    });

    describe('removed', () => {
      it('are gone and wait no more, and the others stay', async () => {
        await outbox.want([wish('k'), wish('l'), wish('k', { conversationId: 'd' })]);
        await outbox.remove('c', ['k']);
        expect(await outbox.find('c', 'k')).toBeUndefined();
        expect(keys(await outbox.due('c', 0))).toEqual(['l']);
        expect(keys(await outbox.list('d'))).toEqual(['k']);
        await outbox.want([wish('m')]);
        expect(keys(await outbox.list('c'))).toEqual(['l', 'm']);
      });

      it('leave nothing of a conversation that has none left', async () => {
        await outbox.want([wish('k'), wish('l')]);
        await outbox.lease('c', 'ada', 0, 1_000);
        await outbox.remove('c', ['k', 'l']);
        expect(await outbox.waiting(Number.MAX_SAFE_INTEGER)).toEqual([]);
        expect(await all()).toEqual([]);
        expect(await outbox.lease('c', 'bo', 1, 1_000)).toBe(true);
      });

      it('may be removed again, and are not made by what is still said of them', async () => {
        await outbox.want([wish('k')]);
        await outbox.remove('c', ['k', 'ukendt']);
        await outbox.remove('c', ['k']);
        await outbox.remove('nowhere', ['k']);
        await outbox.delivered('c', 'k', 'a-1', 1);
        expect(await all()).toEqual([]);
      });
    });
  });
}
