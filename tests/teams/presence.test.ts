import { describe, expect, it } from '@jest/globals';
import { Presence } from '../../src/teams/page/presence.ts';

const somebody = { personId: 'p1', name: 'Asger Thorup', itemId: 'i1', writing: true };
const nobody = new Set<string>();

describe('presence at a meeting where nobody looks on', () => {
  it('is not kept for ever', () => {
    let now = 0;
    const presence = new Presence(() => now);
    presence.here('m1', somebody);
    presence.here('m2', somebody);
    now = 60_000;
    presence.expireUnwatched((meetingId) => meetingId === 'm2');
    // Whose page is open somewhere is there again at their next sign: only what was forgotten is news.
    const open = new Set(['p1']);
    expect(presence.of('m1', 'p2', open)).toEqual([]);
    expect(presence.of('m2', 'p2', open)).toHaveLength(1);
  });

  it('is kept as long as they give a sign', () => {
    const presence = new Presence(() => 0);
    presence.here('m1', somebody);
    presence.expireUnwatched(() => false);
    expect(presence.of('m1', 'p2', nobody)).toHaveLength(1);
  });
});
