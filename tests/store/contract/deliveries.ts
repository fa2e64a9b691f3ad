import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outbox, Posting, Wish } from '../../../src/service/outbox.ts';
import type { OpenedOutbox } from './outbox.ts';

/** What every `Outbox` promises of what became of a posting: sent, failed, given up, tried again. */
export function describeDeliveries(name: string, open: () => Promise<OpenedOutbox>): void {
  describe(`${name}: what becomes of a posting`, () => {
    let opened: OpenedOutbox;
    let outbox: Outbox;

    beforeEach(async () => {
      opened = await open();
      outbox = opened.outbox;
    });
    afterEach(() => opened.close());

    const wish = (key: string, version = 1): Wish => ({
      conversationId: 'c',
      key,
      meetingId: 'm',
      version,
      card: { kind: key },
    });
    const keys = (postings: readonly Posting[]) => postings.map(({ key }) => key);
    const find = async (key = 'k') => {
      const posting = await outbox.find('c', key);
      if (!posting) throw new Error(`no posting ${key}`);
      return posting;
    };

    describe('a delivered card', () => {
      it('shows its version under its activity id and waits no more', async () => {
        await outbox.want([wish('k', 2)]);
        await outbox.delivered('c', 'k', 'a-1', 2);
        expect(await find()).toMatchObject({ activityId: 'a-1', shownVersion: 2 });
        expect(await outbox.waiting(0)).toEqual([]);
        expect(await outbox.due('c', 0)).toEqual([]);
      });

      it('goes on waiting when it shows less than was wished meanwhile', async () => {
        await outbox.want([wish('k', 1)]);
        await outbox.want([wish('k', 2)]);
        await outbox.delivered('c', 'k', 'a-1', 1);
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
        expect(await find()).toMatchObject({ shownVersion: 1, wantedVersion: 2, activityId: 'a-1' });
      });

      it('starts its attempts again at none, due at once', async () => {
        await outbox.want([wish('k', 1)]);
        await outbox.failed('c', 'k', 5_000);
        await outbox.delivered('c', 'k', 'a-1', 1);
        await outbox.want([wish('k', 2)]);
        expect(await find()).toMatchObject({ attempts: 0 });
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
      });
    });

    describe('a card that was edited a moment ago', () => {
      it('is due again from the moment given, for every client, though more is wished', async () => {
        await outbox.want([wish('k', 1)]);
        await outbox.delivered('c', 'k', 'a-1', 1, 5_000);
        await outbox.want([wish('k', 2)]);
        const other = await opened.another();
        expect(await other.waiting(4_999)).toEqual([]);
        expect(keys(await other.due('c', 5_000))).toEqual(['k']);
        expect(await find()).toMatchObject({ attempts: 0, notBefore: 5_000 });
      });
    });

    describe('a revived card', () => {
      it('is due at once with its attempts counted anew, as what it was', async () => {
        await outbox.want([wish('k', 2)]);
        const before = await find();
        await outbox.failed('c', 'k', 5_000, 'samtalen findes ikke');
        await outbox.revive('c', 'k');
        expect(await find()).toEqual(before);
        expect(await outbox.waiting(0)).toEqual(['c']);
      });

      it('was dead: any other is left as it is, and none is made', async () => {
        await outbox.want([wish('k')]);
        await outbox.failed('c', 'k', 5_000);
        await outbox.revive('c', 'k');
        await outbox.revive('c', 'l');
        expect(await find()).toMatchObject({ attempts: 1, notBefore: 5_000 });
        expect(await outbox.list('c')).toHaveLength(1);
      });
    });

    describe('a failed card', () => {
      it('counts one attempt more and is due again from the moment given', async () => {
        await outbox.want([wish('k')]);
        await outbox.failed('c', 'k', 1_000);
        await outbox.failed('c', 'k', 5_000);
        expect(await find()).toMatchObject({ attempts: 2, notBefore: 5_000, dead: null });
        expect(await outbox.waiting(4_999)).toEqual([]);
        expect(await outbox.due('c', 4_999)).toEqual([]);
        expect(await outbox.waiting(5_000)).toEqual(['c']);
        expect(keys(await outbox.due('c', 5_000))).toEqual(['k']);
      });

      it('does not hold back the other cards of its conversation', async () => {
        await outbox.want([wish('k'), wish('l')]);
        await outbox.failed('c', 'k', 5_000);
        expect(keys(await outbox.due('c', 0))).toEqual(['l']);
        expect(keys(await outbox.due('c', 5_000))).toEqual(['k', 'l']);
      });

      it('that is given up keeps the reason and is never due again', async () => {
        await outbox.want([wish('k')]);
        await outbox.failed('c', 'k', 0, 'samtalen findes ikke');
        expect(await find()).toMatchObject({ dead: 'samtalen findes ikke', attempts: 1 });
        expect(await outbox.waiting(Number.MAX_SAFE_INTEGER)).toEqual([]);
        expect(await outbox.due('c', Number.MAX_SAFE_INTEGER)).toEqual([]);
      });
    });

    describe('a card that turned up in Teams', () => {
      it('stands in that message from now on, is due at once to be edited, and is not posted', async () => {
        await outbox.want([wish('k', 3)]);
        await outbox.failed('c', 'k', 5_000);
        await outbox.adopt('c', 'k', 'a-7', null);
        expect(await find()).toMatchObject({ activityId: 'a-7', attempts: 0, notBefore: 0, dead: null });
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
        await outbox.delivered('c', 'k', 'a-7', 3);
        expect(await outbox.waiting(0)).toEqual([]);
      });

      it('is left where it is known under another id meanwhile', async () => {
        await outbox.want([wish('k', 3)]);
        await outbox.delivered('c', 'k', 'a-8', 3);
        const before = await find();
        await outbox.adopt('c', 'k', 'a-7', null);
        expect(await find()).toEqual(before);
        await outbox.adopt('c', 'k', 'a-9', 'a-8');
        expect(await find()).toMatchObject({ activityId: 'a-9', wantedVersion: 3 });
        expect(keys(await outbox.due('c', 0))).toEqual(['k']);
      });
    });

    describe('a forgotten card', () => {
      it('waits to be posted anew, in its old place and without activity id', async () => {
        await outbox.want([wish('k', 2), wish('l', 2)]);
        const { order } = await find();
        await outbox.delivered('c', 'k', 'a-1', 2);
        await outbox.forget('c', 'k');
        expect(await find()).toMatchObject({ activityId: null, order, wantedVersion: 2 });
        expect(keys(await outbox.due('c', 0))).toEqual(['k', 'l']);
      });
    });
  });
}
