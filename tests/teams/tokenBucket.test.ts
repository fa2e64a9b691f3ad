import { describe, expect, it } from '@jest/globals';
import { Pace, paceLimits } from '../../src/teams/pace.ts';
import { TokenBuckets } from '../../src/teams/tokenBucket.ts';

function hand() {
  let now = 0;
  return {
    now: () => now,
    later: (ms: number) => {
      now += ms;
    },
  };
}

describe('a token bucket', () => {
  it('lets a burst through, and then as many a second as it is filled by, never more than the burst', () => {
    const clock = hand();
    const buckets = new TokenBuckets({ burst: 3, perSecond: 2 }, clock);
    const taken = (times: number) =>
      Array.from({ length: times }, () => buckets.take('a')).filter(Boolean).length;
    expect(taken(5)).toBe(3);
    clock.later(500);
    expect(buckets.has('a')).toBe(true);
    expect(taken(5)).toBe(1);
    clock.later(60_000);
    expect(taken(9)).toBe(3);
    expect(buckets.take('b')).toBe(true);
  });

  it('is not filled by a clock that goes back', () => {
    const clock = hand();
    const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, clock);
    clock.later(1000);
    buckets.take('a');
    clock.later(-60_000);
    expect(buckets.take('a')).toBe(false);
  });
});

describe('the pace of a meeting', () => {
  it('lets 300 persons tap at the same moment, ten times in a minute', () => {
    const clock = hand();
    const pace = new Pace(paceLimits, clock);
    for (let round = 0; round < 10; round += 1) {
      for (let person = 0; person < 300; person += 1) expect(pace.exceeded(`p${person}`, 'c')).toBeNull();
      clock.later(6_000);
    }
  });

  it('stops one person who goes on and on, and takes nothing from the others for it', () => {
    const clock = hand();
    const pace = new Pace(paceLimits, clock);
    const answers = Array.from({ length: 5_000 }, () => pace.exceeded('p', 'c'));
    expect(answers.filter((answer) => answer === null)).toHaveLength(30);
    expect(answers.filter((answer) => answer?.first)).toEqual([{ by: 'person', first: true }]);
    expect(pace.exceeded('q', 'c')).toBeNull();
    clock.later(5_000);
    expect(Array.from({ length: 11 }, () => pace.exceeded('p', 'c')).at(-1)).toEqual({
      by: 'person',
      first: true,
    });
  });
});
