import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outbox, Posting, Wish } from '../../../src/service/outbox.ts';
import { numbersTo, TRICKY_IDS } from './commits.ts';

/** A fresh, empty store; `another` is a second client on the same one, closed along with it. */
export interface OpenedOutbox {
  readonly outbox: Outbox;
  another(): Promise<Outbox>;
  close(): Promise<void>;
}

/** What every `Outbox` promises of postings. */
export function describeOutbox(name: string, open: () => Promise<OpenedOutbox>): void {
  describe(`${name}: the outbox`, () => {
    let opened: OpenedOutbox;
    let outbox: Outbox;

    beforeEach(async () => {
      opened = await open();
      outbox = opened.outbox;
    });
    afterEach(() => opened.close());

    const wish = (key: string, version = 1, over: Partial<Wish> = {}): Wish => ({
      conversationId: 'c',
      key,
      meetingId: 'm',
      version,
      card: { kind: key },
      ...over,
    });
    const keys = (postings: readonly Posting[]) => postings.map(({ key }) => key);
    const find = async (key = 'k') => {
      const posting = await outbox.find('c', key);
      if (!posting) throw new Error(`no posting ${key}`);
      return posting;
    };

    describe('a wish for a new card', () => {
      it('is a posting that waits, not yet posted', async () => {
        await outbox.want([wish('k', 3)]);
        expect(await outbox.find('c', 'k')).toEqual({
          conversationId: 'c',
          key: 'k',
          meetingId: 'm',
          card: { kind: 'k' },
          order: expect.any(Number),
          wantedVersion: 3,
          shownVersion: null,
          activityId: null,
          attempts: 0,
          notBefore: expect.any(Number),
          dead: null,
        });
        expect(await outbox.waiting(0)).toEqual(['c']);
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
      });

      it('that has a time waits for it, and no longer once it is wished without', async () => {
        await outbox.want([wish('k', 1, { notBefore: 5_000 })]);
        expect(await outbox.waiting(4_999)).toEqual([]);
        expect(keys(await outbox.due('c', 5_000))).toEqual(['k']);
        await outbox.want([wish('k', 2, { notBefore: 7_000 })]);
        expect(await outbox.waiting(5_000)).toEqual([]);
        await outbox.want([wish('k', 3)]);
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
      });

      it('that stands there already waits for no time', async () => {
        await outbox.want([wish('k')]);
        await outbox.delivered('c', 'k', 'a-1', 1);
        await outbox.want([wish('k', 2, { notBefore: 5_000 })]);
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
      });

      it('comes behind the cards that the conversation has, also behind those wished in the same call', async () => {
        await outbox.want([wish('z'), wish('y')]);
        await outbox.want([wish('x')]);
        await outbox.delivered('c', 'x', 'a-1', 1);
        await outbox.want([wish('w')]);
        const postings = await outbox.list('c');
        expect(keys(postings)).toEqual(['z', 'y', 'x', 'w']);
        const orders = postings.map(({ order }) => order);
        expect(new Set(orders).size).toBe(4);
        expect(orders).toEqual([...orders].sort((a, b) => a - b));
      });

      it('keeps its place by number, not by letter', async () => {
        const wished = numbersTo(12).map((n) => wish(`k${n}`));
        await outbox.want(wished);
        expect(keys(await outbox.due('c', 0))).toEqual(keys(wished as never));
        expect(keys(await outbox.list('c'))).toEqual(keys(wished as never));
      });

      it('gets an order of its own when many are wished at once from two clients', async () => {
        const other = await opened.another();
        await Promise.all(numbersTo(30).map((n) => (n % 2 ? outbox : other).want([wish(`k${n}`)])));
        const postings = await outbox.list('c');
        expect(new Set(postings.map(({ order }) => order)).size).toBe(30);
      });

      it('is nothing when nobody wishes anything', async () => {
        await outbox.want([]);
        expect(await outbox.waiting(0)).toEqual([]);
      });

      it('keeps cards apart, whatever their keys and conversations look like', async () => {
        for (const id of TRICKY_IDS) {
          await outbox.want([
            wish(id, 1, { card: { id } }),
            wish('k', 1, { conversationId: id, card: { id } }),
          ]);
        }
        for (const id of TRICKY_IDS) {
          expect(await outbox.find('c', id)).toMatchObject({ key: id, card: { id } });
          expect(await outbox.list(id)).toMatchObject([{ conversationId: id, card: { id } }]);
          expect(await outbox.due(id, 0)).toHaveLength(1);
        }
        expect(new Set(await outbox.waiting(0))).toEqual(new Set(['c', ...TRICKY_IDS]));
        expect(new Set(keys(await outbox.list('c')))).toEqual(new Set(TRICKY_IDS));
      });
    });

    describe('a wish for a known card', () => {
      it('keeps order and activity id and gets the higher version with its card', async () => {
        await outbox.want([wish('k', 1), wish('l', 1)]);
        await outbox.delivered('c', 'k', 'a-1', 1);
        const before = await find();
        await outbox.want([wish('k', 4, { card: { kind: 'nyt' } })]);
        expect(await find()).toEqual({ ...before, wantedVersion: 4, card: { kind: 'nyt' } });
        expect(await outbox.list('c')).toHaveLength(2);
      });

      it('never goes back to a lower version, nor to its card', async () => {
        await outbox.want([wish('k', 4, { card: 'ny' })]);
        await outbox.want([wish('k', 2, { card: 'gammel' })]);
        expect(await find()).toMatchObject({ wantedVersion: 4, card: 'ny' });
      });

      it('ends at the highest version, however many come at once and in whatever order', async () => {
        const other = await opened.another();
        const versions = [7, 3, 20, 1, 12, 19, 5, 20, 2, 11];
        await Promise.all(versions.map((version, n) => (n % 2 ? outbox : other).want([wish('k', version)])));
        expect(await outbox.list('c')).toHaveLength(1);
        expect(await find()).toMatchObject({ wantedVersion: 20 });
      });

      it('waits again once it was shown, if the version is higher', async () => {
        await outbox.want([wish('k', 1)]);
        await outbox.delivered('c', 'k', 'a-1', 1);
        await outbox.want([wish('k', 1)]);
        expect(await outbox.waiting(0)).toEqual([]);
        await outbox.want([wish('k', 2)]);
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
      });

      it('lifts a card from the dead, to be tried at once with its attempts counted anew', async () => {
        await outbox.want([wish('k', 1)]);
        await outbox.failed('c', 'k', 5_000, 'samtalen findes ikke');
        await outbox.want([wish('k', 2)]);
        expect(await find()).toMatchObject({ dead: null, attempts: 0, wantedVersion: 2 });
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
      });

      it('does not shorten the wait that Teams asked for', async () => {
        await outbox.want([wish('k', 1)]);
        await outbox.failed('c', 'k', 5_000);
        await outbox.want([wish('k', 2)]);
        expect(await outbox.due('c', 4_999)).toEqual([]);
      });

      it('in one call with another for the same card counts as both, one after the other', async () => {
        await outbox.want([wish('k', 2), wish('k', 5), wish('k', 3)]);
        expect(await outbox.list('c')).toMatchObject([{ key: 'k', wantedVersion: 5 }]);
      });
    });

    describe('a card that nobody wished', () => {
      it('is not found, and is not made by what is said of it', async () => {
        await outbox.delivered('c', 'k', 'a-1', 1);
        await outbox.failed('c', 'k', 0);
        await outbox.forget('c', 'k');
        await outbox.adopt('c', 'k', 'a-1', null);
        expect(await outbox.find('c', 'k')).toBeUndefined();
        expect(await outbox.list('c')).toEqual([]);
        expect(await outbox.waiting(0)).toEqual([]);
      });
    });

    describe('the conversations with something waiting', () => {
      it('are named once each, and only those', async () => {
        await outbox.want(
          ['c1', 'c2', 'c3'].flatMap((conversationId) => [
            wish('k', 1, { conversationId }),
            wish('l', 1, { conversationId }),
          ]),
        );
        await outbox.delivered('c2', 'k', 'a-1', 1);
        await outbox.delivered('c2', 'l', 'a-2', 1);
        await outbox.delivered('c3', 'k', 'a-3', 1);
        expect([...(await outbox.waiting(0))].sort()).toEqual(['c1', 'c3']);
      });

      it('are seen at once by another client', async () => {
        const other = await opened.another();
        expect(await other.waiting(0)).toEqual([]);
        await outbox.want([wish('k')]);
        expect(await other.waiting(0)).toEqual(['c']);
        expect(keys(await other.due('c', 0))).toEqual(['k']);
      });
    });
  });
}
