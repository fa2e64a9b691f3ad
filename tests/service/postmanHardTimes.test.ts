import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CardRef } from '../../src/service/cardKey.ts';
import type { Postman } from '../../src/teams/postman.ts';
import { openPostOffice } from '../support/postOffice.ts';

const agenda: CardRef = { kind: 'agenda' };
const item1: CardRef = { kind: 'item', itemId: 'item1' };
const item2: CardRef = { kind: 'item', itemId: 'item2' };
/** So many cards, each of its own. */
const cards = (count: number): CardRef[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'role', personId: `p${index}`, role: 'chair' }));

let office: Awaited<ReturnType<typeof openPostOffice>>;
beforeEach(async () => {
  office = await openPostOffice();
});
afterEach(() => office[Symbol.asyncDispose]());

/** Rounds as a server makes them, for so long at most (ms by the clock in hand); less if nothing waits any more. */
async function rounds(ms: number, ...postmen: readonly Postman[]): Promise<void> {
  const until = office.clock.now() + ms;
  while (office.clock.now() < until) {
    await Promise.all(postmen.map((postman) => postman.round()));
    if ((await office.store.outbox.waiting(Number.MAX_SAFE_INTEGER)).length === 0) return;
    office.clock.pass(400);
  }
}
const waiting = () => office.store.outbox.waiting(Number.MAX_SAFE_INTEGER);
/** The ids of what stands in the chat, and of what the outbox has there, in the order of the cards. */
const ids = async () => ({
  chat: office.chat.messages.map(({ activityId }) => activityId),
  outbox: (await office.store.outbox.list(office.chat.id)).map(({ activityId }) => activityId),
});

describe('many cards at once', () => {
  it('that waited over a restart are posted once each, in their order, no faster than Teams takes', async () => {
    await office.want(...cards(200));
    const from = office.clock.now();
    await rounds(600_000, office.process('after the restart'));
    const { chat, outbox } = await ids();
    expect(chat).toHaveLength(200);
    expect(outbox).toEqual(chat);
    // 60 in 30 s: the last of 200 not before the fourth stretch, and soon in it.
    const took = office.clock.now() - from;
    expect(took).toBeGreaterThan(90_000);
    expect(took).toBeLessThan(130_000);
  });

  it('are sent once each by two processes on one store, whichever has the right to send', async () => {
    await office.want(...cards(30));
    const [one, two] = [office.process('a'), office.process('b')];
    await rounds(120_000, one, two);
    const { chat, outbox } = await ids();
    expect(chat).toHaveLength(30);
    expect(outbox).toEqual(chat);
  });

  it('are not sent again by a process that stood still, and lost the right to send meanwhile', async () => {
    await office.want(...cards(2));
    const { pass } = office.connector;
    const two = office.process('b');
    let still = true;
    // While the first waits for its turn it stands still for five seconds, and the second does it all.
    const one = office.process('a', {
      ...office.connector,
      pass: async (...given) => {
        if (still) {
          still = false;
          office.clock.pass(5_000);
          await two.round();
        }
        return pass(...given);
      },
    });
    await one.round();
    expect(office.chat.messages).toHaveLength(2);
  });

  it('of which the bot is removed in the middle: nothing more is sent, and what was missing comes with it, once', async () => {
    await office.want(...cards(10));
    const { pass } = office.connector;
    let turns = 0;
    const one = office.process('a', {
      ...office.connector,
      pass: async (...given) => {
        turns += 1;
        if (turns === 4) office.chat.closed = { status: 403, code: 'BotNotInConversationRoster' };
        return pass(...given);
      },
    });
    await rounds(60_000, one);
    expect(office.chat.messages).toHaveLength(3);
    const before = office.teams.requests.length;
    expect(before).toBe(4);
    // What is wanted meanwhile waits too, without being tried.
    await office.want(agenda);
    await rounds(60_000, one);
    expect(office.teams.requests).toHaveLength(before);
    delete office.chat.closed;
    await office.closed.reopen(office.reachOf(office.chat), 'oid:somebody');
    await rounds(60_000, one);
    const { chat, outbox } = await ids();
    expect(chat).toHaveLength(11);
    expect(outbox).toEqual(chat);
  });

  it('go on in another process where the one that had the right to send is dead, after three seconds', async () => {
    await office.store.outbox.lease(office.chat.id, 'dead', office.clock.now(), office.clock.now() + 3_000);
    await office.want(...cards(3));
    await office.process('b').round();
    expect(office.chat.messages).toHaveLength(0);
    office.clock.pass(3_000);
    await office.process('b').round();
    expect(office.chat.messages).toHaveLength(3);
  });
});

describe('five minutes in which Teams takes nothing (429)', () => {
  it.each([
    ['without Retry-After', {}],
    ['with a Retry-After that it does not keep', { retryAfter: 20 }],
  ])('%s: few requests, and afterwards everything in its order, as it is then', async (_says, says) => {
    await office.want(agenda, item1);
    await rounds(5_000, office.postman);
    const from = office.clock.now();
    const before = office.teams.requests.length;
    await office.want(item2);
    while (office.clock.now() < from + 300_000) {
      office.teams.failNext({ with: 429, ...says });
      await office.changes(agenda, item1);
      await office.postman.round();
      office.clock.pass(400);
      // What it did not ask for in this round is not owed later.
      if (office.teams.requests.length - before > 100) throw new Error('a storm of our own');
    }
    const during = office.teams.requests.length - before;
    expect(during).toBeLessThan(30);
    expect(office.chat.messages).toHaveLength(2);
    office.teams.failNone();
    await rounds(120_000, office.postman);
    expect(await waiting()).toEqual([]);
    expect(office.clock.now() - from).toBeLessThan(300_000 + 100_000);
    expect(office.shown()).toEqual([
      expect.stringContaining('Dagsorden'),
      expect.stringContaining('PUNKT 1'),
      expect.stringContaining('PUNKT 2'),
    ]);
    const { state } = await office.meetings.look('m');
    expect((await office.posting(item1)).shownVersion).toBe(state.version);
  });
});

describe('a card that Teams finds too large', () => {
  const large = { with: 413, code: 'MessageSizeTooBig' } as const;
  const sizes = () => office.teams.requests.map(({ body }) => JSON.stringify(body).length);

  it('comes at once with less on it, and so does what it shows later', async () => {
    for (let times = 0; times < 30; times += 1) await office.changes();
    office.teams.failNext(large);
    await office.want(item1);
    await office.postman.round();
    const [whole = 0, smaller = 0] = sizes();
    expect(smaller).toBeLessThan(whole);
    expect(office.chat.messages).toHaveLength(1);
    await office.changes(item1);
    await office.postman.round();
    expect(sizes().at(-1)).toBeLessThan(whole);
    expect((await office.posting(item1)).dead).toBeNull();
  });

  it('even so is given up, and the others come', async () => {
    office.teams.failNext(large, large);
    await office.want(item1, agenda);
    await office.postman.round();
    expect((await office.posting(item1)).dead).toContain('413');
    expect(office.shown()).toEqual([expect.stringContaining('Dagsorden')]);
  });
});

describe('an edit that Teams refuses for now', () => {
  it('holds up no new card, and is tried again', async () => {
    await office.want(agenda);
    await office.postman.round();
    await office.changes(agenda);
    office.teams.failNext({ with: 502, method: 'PUT' });
    await office.postman.round();
    expect((await office.posting(agenda)).attempts).toBe(1);
    await office.want(item2);
    await office.postman.round();
    expect(office.shown().at(-1)).toContain('PUNKT 2');
    office.clock.pass(1_000);
    await office.postman.round();
    expect(office.chat.messages.map(({ edits }) => edits)).toEqual([1, 0]);
  });
});

describe('a clock that is set back by an hour', () => {
  it('keeps no card from being edited that was edited a moment before', async () => {
    await office.want(item1);
    await office.postman.round();
    await office.changes(item1);
    await office.postman.round();
    office.clock.pass(-3_600_000);
    await office.changes(item1);
    await office.postman.round();
    expect(office.chat.messages[0]?.edits).toBe(2);
    expect(await waiting()).toEqual([]);
  });

  it('keeps nobody from sending where a process died just before', async () => {
    await office.store.outbox.lease(office.chat.id, 'dead', office.clock.now(), office.clock.now() + 3_000);
    office.clock.pass(-3_600_000);
    await office.want(item1);
    await office.process('b').round();
    expect(office.chat.messages).toHaveLength(1);
  });
});
