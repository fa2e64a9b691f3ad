import { describe, expect, it } from '@jest/globals';
import { evolve } from '../../src/meeting/evolve.ts';
import type { Meeting } from '../../src/meeting/state.ts';
import { noMeeting } from '../../src/meeting/state.ts';
import { linkingOf } from '../../src/teams/linking.ts';
import { Roster } from '../../src/teams/roster.ts';
import type { Connector, RosterMember } from '../../src/teams/turn.ts';

const member = (id: string, name: string, account = true): RosterMember => ({
  id,
  name,
  aadObjectId: account ? `oid-${id}` : null,
  tenantId: 't',
  userRole: 'user',
});

/** A roster over a connector that answers so; counts the questions. */
function roster(list: readonly RosterMember[] | 'unknown', withoutWord: 'member' | 'unknown' = 'unknown') {
  const asked = { member: 0, members: 0 };
  let now = 0;
  const connector: Connector = {
    pass: () => Promise.reject(new Error('not asked')),
    say: () => Promise.reject(new Error('not asked')),
    post: () => Promise.reject(new Error('not asked')),
    edit: () => Promise.reject(new Error('not asked')),
    openPersonal: () => Promise.reject(new Error('not asked')),
    member: async (_of, id) => {
      asked.member += 1;
      return list === 'unknown' ? 'unknown' : (list.find((one) => one.id === id) ?? 'absent');
    },
    members: async () => {
      asked.members += 1;
      return list;
    },
  };
  const clock = { now: () => now, wait: async () => undefined };
  return {
    roster: new Roster(connector, clock, withoutWord),
    asked,
    later: (ms: number) => {
      now += ms;
    },
  };
}

const reach = {
  conversationId: 'c',
  conversationType: 'groupChat',
  serviceUrl: 'http://127.0.0.1/',
  tenantId: 't',
  botId: 'b',
  botName: null,
} as const;
const birthe = { key: 'oid:1', name: 'Birthe Solvang', authenticated: true, userId: '1', tenantId: 't' };
const person = { title: null, organisation: null, role: null, identities: [], teams: null };
const people = { p: { ...person, id: 'p', name: 'Birthe Solvang' } };
const caller = { identity: birthe, reach, personal: false };
/** A meeting in which the person of the agenda has the role of chair, by the operator's word. */
const led = evolve(noMeeting, {
  meetingId: 'm',
  version: 1,
  commandId: 'c',
  at: '2026-01-01T09:00:00.000Z',
  by: { kind: 'operator' },
  events: [{ type: 'RoleGranted', v: 1, personId: 'p', role: 'chair', grounds: 'commandLine' }],
}) as Meeting;

describe('an account that bears the name of somebody in the agenda', () => {
  it('is taken for them where the roster has the name once', async () => {
    const { roster: asked } = roster([member('1', 'Birthe Solvang'), member('2', 'Mads Ottosen')]);
    expect(await linkingOf(asked, led, people, caller)).toEqual({ kind: 'asNamed' });
  });

  it('is a person of its own where the roster has it twice, however it is spaced', async () => {
    const { roster: asked } = roster([member('1', 'Birthe Solvang'), member('2', 'birthe  solvang ')]);
    expect(await linkingOf(asked, led, people, caller)).toEqual({ kind: 'apart' });
  });

  it('is refused where the roster does not have it, or only without an account', async () => {
    for (const list of [[member('2', 'Mads Ottosen')], [member('1', 'Birthe Solvang', false)]])
      expect(await linkingOf(roster(list).roster, led, people, caller)).toEqual({
        kind: 'refused',
        code: 'notMember',
      });
  });

  it('is refused while Teams gives no word and the person leads, as production has it', async () => {
    expect(await linkingOf(roster('unknown').roster, led, people, caller)).toEqual({
      kind: 'refused',
      code: 'rosterUnknown',
    });
    expect(await linkingOf(roster('unknown', 'member').roster, led, people, caller)).toEqual({
      kind: 'asNamed',
    });
  });

  it('asks Teams nothing where the account is known, anonymous, or named like nobody', async () => {
    const { roster: asks, asked } = roster('unknown');
    const linked = { p: { ...people.p, identities: ['oid:1'] } };
    await linkingOf(asks, led, linked, caller);
    await linkingOf(asks, led, people, { ...caller, identity: { ...birthe, authenticated: false } });
    await linkingOf(asks, led, people, { ...caller, identity: { ...birthe, name: 'En anden' } });
    expect(asked).toEqual({ member: 0, members: 0 });
  });
});

describe("Teams' word on the roster", () => {
  it('is believed for some minutes, and one question serves a whole room', async () => {
    const { roster: asks, asked, later } = roster([member('1', 'Birthe Solvang')]);
    await Promise.all([asks.namedAlone(reach, birthe), asks.namedAlone(reach, birthe)]);
    expect(asked.members).toBe(1);
    later(6 * 60_000);
    await asks.namedAlone(reach, birthe);
    expect(asked.members).toBe(2);
  });

  it('that failed is asked for again', async () => {
    const { roster: asks, asked } = roster('unknown');
    await asks.namedAlone(reach, birthe);
    await asks.namedAlone(reach, birthe);
    expect(asked.members).toBe(2);
  });
});
