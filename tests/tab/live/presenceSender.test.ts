import { describe, expect, it } from '@jest/globals';
import { PresenceSender } from '../../../src/tab/live/presenceSender.ts';
import { SteppedTimers } from '../../support/steppedTimers.ts';

function sender() {
  const timers = new SteppedTimers();
  const told: string[] = [];
  const presence = new PresenceSender(timers, async ({ itemId, writing }) => {
    told.push(`${itemId} ${writing}`);
  });
  return { timers, told, presence };
}

describe('where a reader is', () => {
  it('is told at once, and again only when it changes', async () => {
    const { timers, told, presence } = sender();
    presence.here('item-1', false);
    await timers.pass(1);
    presence.here('item-1', false);
    await timers.pass(5_000);
    expect(told).toEqual(['item-1 false']);
    presence.here('item-1', true);
    await timers.pass(5_000);
    expect(told).toEqual(['item-1 false', 'item-1 true']);
  });

  it('is told once a second at most, with the newest', async () => {
    const { timers, told, presence } = sender();
    for (let item = 1; item <= 9; item += 1) {
      presence.here(`item-${item}`, true);
      await timers.pass(100);
    }
    await timers.pass(1_000);
    expect(told).toEqual(['item-1 true', 'item-9 true']);
  });

  it('is said again now and then, after an interruption, and not once the page is left', async () => {
    const { timers, told, presence } = sender();
    presence.here('item-1', false);
    await timers.pass(45_000);
    expect(told).toHaveLength(3);
    presence.again();
    await timers.pass(1);
    expect(told).toHaveLength(4);
    presence.stop();
    await timers.pass(100_000);
    expect(told).toHaveLength(4);
  });
});
