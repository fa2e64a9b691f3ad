import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outbox } from '../../../src/service/outbox.ts';
import { numbersTo, TRICKY_IDS } from './commits.ts';
import type { OpenedOutbox } from './outbox.ts';

/** What every `Outbox` promises of the right to send in a conversation. */
export function describeLease(name: string, open: () => Promise<OpenedOutbox>): void {
  describe(`${name}: the right to send`, () => {
    let opened: OpenedOutbox;
    let outbox: Outbox;

    beforeEach(async () => {
      opened = await open();
      outbox = opened.outbox;
    });
    afterEach(() => opened.close());

    it('goes to the first who asks', async () => {
      expect(await outbox.lease('c', 'ada', 0, 100)).toBe(true);
    });

    it('is refused to others while it is valid, and granted from its end on', async () => {
      await outbox.lease('c', 'ada', 0, 100);
      expect(await outbox.lease('c', 'bo', 99, 200)).toBe(false);
      expect(await outbox.lease('c', 'bo', 100, 200)).toBe(true);
      expect(await outbox.lease('c', 'ada', 150, 250)).toBe(false);
    });

    it('is renewed by its holder, before and after its end', async () => {
      await outbox.lease('c', 'ada', 0, 100);
      expect(await outbox.lease('c', 'ada', 50, 200)).toBe(true);
      expect(await outbox.lease('c', 'bo', 150, 300)).toBe(false);
      expect(await outbox.lease('c', 'ada', 250, 350)).toBe(true);
    });

    it('is not shortened by somebody who was refused', async () => {
      await outbox.lease('c', 'ada', 0, 100);
      await outbox.lease('c', 'bo', 10, 20);
      expect(await outbox.lease('c', 'cleo', 50, 200)).toBe(false);
    });

    it('is free where it ends later than anybody asks for: the clock was set back since', async () => {
      await outbox.lease('c', 'ada', 3_600_000, 3_603_000);
      expect(await outbox.lease('c', 'bo', 0, 3_000)).toBe(true);
    });

    it('is free once it was given back', async () => {
      await outbox.lease('c', 'ada', 0, 100);
      await outbox.release('c', 'ada');
      expect(await outbox.lease('c', 'bo', 1, 100)).toBe(true);
    });

    it('is not given back by anybody else, and trying is no error', async () => {
      await outbox.release('c', 'bo');
      await outbox.lease('c', 'ada', 0, 100);
      await outbox.release('c', 'bo');
      expect(await outbox.lease('c', 'bo', 1, 100)).toBe(false);
    });

    it('is one for each conversation, whatever its id looks like', async () => {
      for (const id of TRICKY_IDS) expect(await outbox.lease(id, `holder of ${id}`, 0, 100)).toBe(true);
      for (const id of TRICKY_IDS) expect(await outbox.lease(id, 'somebody else', 1, 100)).toBe(false);
    });

    it('goes to exactly one of twenty who ask at once', async () => {
      const other = await opened.another();
      const answers = await Promise.all(
        numbersTo(20).map((n) => (n % 2 ? outbox : other).lease('c', `owner ${n}`, 0, 100)),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      const holder = `owner ${answers.indexOf(true) + 1}`;
      expect(await other.lease('c', holder, 1, 100)).toBe(true);
    });
  });
}
