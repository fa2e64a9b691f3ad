import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ConnectorRates, SendingRate, teamsRates, type Use } from '../../src/teams/sendingRate.ts';
import { mostWithin, type VirtualTime, virtualTime } from '../support/virtualTime.ts';

const chat = { conversationId: '19:chat', tenantId: 't' };
const HOUR = 3_600_000;

/** One request: asked for at `at`, it arrives in Teams some time after it was let go, and its answer later still. */
interface Asked {
  readonly at: number;
  readonly use: Use;
  readonly there: number;
  readonly back: number;
}

/** Makes all requests; gives when each arrived in Teams, in the order in which they were let go. */
async function arrivals(rate: SendingRate, time: VirtualTime, asked: readonly Asked[], to = chat) {
  const arrived: { readonly use: Use; readonly at: number; readonly asked: number }[] = [];
  for (const { at, use, there, back } of asked) {
    void time.wait(at).then(async () => {
      const pass = await rate.enter(to, use);
      await time.wait(there);
      arrived.push({ use, at: time.now(), asked: at });
      await time.wait(back);
      pass.used();
    });
  }
  await time.pass();
  return arrived;
}

const within = (most: number, ms: number): ConnectorRates => ({
  messages: [{ most, ms }],
  edits: [],
  calmer: null,
  rosters: [{ most, ms }],
  tenant: [],
  pauses: teamsRates.pauses,
});

describe('what arrives in Teams', () => {
  it('never exceeds a window, however requests come and however long each is on its way', async () => {
    const moment = fc.integer({ min: 0, max: 3_000 });
    const use = fc.constantFrom<Use>('answer', 'post', 'edit');
    const request = fc.record({ at: moment, use, there: moment, back: moment });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 40 }), async (asked) => {
        const time = virtualTime();
        const arrived = await arrivals(new SendingRate(teamsRates, time), time, asked);
        expect(arrived).toHaveLength(asked.length);
        for (const { most, ms } of teamsRates.messages)
          expect(
            mostWithin(
              ms,
              arrived.map(({ at }) => at),
            ),
          ).toBeLessThanOrEqual(most);
      }),
      { numRuns: 60 },
    );
  });

  it('is as much as Teams takes: seven at once, eight in two seconds, sixty in thirty, and an hour’s 1,800', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time);
    const asked = Array.from({ length: 2_000 }, () => ({ at: 0, use: 'answer', there: 0, back: 0 }) as const);
    const arrived = (await arrivals(rate, time, asked)).map(({ at }) => at);
    const until = (ms: number) => arrived.filter((at) => at < ms).length;
    expect([until(1_000), until(2_000), until(30_000), until(HOUR)]).toEqual([7, 8, 60, 1_800]);
    for (const { most, ms } of teamsRates.messages) expect(mostWithin(ms, arrived)).toBe(most);
  });

  it('of all conversations of a tenant is at most fifty a second, and tenants do not wait for each other', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time);
    const started: Record<string, number[]> = { a: [], b: [] };
    for (const tenantId of ['a', 'b'])
      for (let index = 0; index < 120; index += 1)
        void rate
          .enter({ conversationId: `${tenantId}${index}`, tenantId }, index % 2 ? 'roster' : 'other')
          .then((pass) => {
            started[tenantId]?.push(time.now());
            pass.used();
          });
    await time.pass();
    for (const tenantId of ['a', 'b']) {
      expect(started[tenantId]).toHaveLength(120);
      expect(mostWithin(1_000, started[tenantId] ?? [])).toBe(50);
      expect(Math.max(...(started[tenantId] ?? []))).toBeLessThan(3_000);
    }
  });

  it('of a roster is limited by itself, not by what is sent', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time);
    const rosters = Array.from({ length: 40 }, () => ({ at: 0, use: 'roster', there: 0, back: 0 }) as const);
    const sent = Array.from({ length: 7 }, () => ({ at: 0, use: 'post', there: 0, back: 0 }) as const);
    const [asked, posted] = await Promise.all([arrivals(rate, time, rosters), arrivals(rate, time, sent)]);
    expect(
      mostWithin(
        1_000,
        asked.map(({ at }) => at),
      ),
    ).toBe(14);
    expect(posted.every(({ at }) => at === 0)).toBe(true);
  });
});

describe('who goes first', () => {
  it('is who is waited for: answers, then new cards, then edits', async () => {
    const time = virtualTime();
    const rate = new SendingRate(within(1, 1_000), time);
    const uses: Use[] = ['edit', 'edit', 'post', 'answer', 'edit', 'post', 'answer'];
    const first: Asked = { at: 0, use: 'post', there: 0, back: 0 };
    const asked = uses.map((use) => ({ ...first, at: 1, use }));
    const arrived = await arrivals(rate, time, [first, ...asked]);
    expect(arrived.slice(1).map(({ use }) => use)).toEqual([
      ...['answer', 'answer', 'post', 'post'],
      ...['edit', 'edit', 'edit'],
    ]);
  });

  /** Edits one after another, as fast as they may, until a moment; gives when each went. */
  async function edits(rate: SendingRate, time: VirtualTime, until: number) {
    const moments: number[] = [];
    while (time.now() < until) {
      const pass = await rate.enter(chat, 'edit');
      moments.push(time.now());
      pass.used();
    }
    return moments;
  }

  it('edits leave room: an answer goes at once though edits come without end', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time);
    const endless = edits(rate, time, HOUR);
    const answers: Asked[] = Array.from({ length: 110 }, (_, index) => ({
      ...{ use: 'answer', there: 0, back: 0 },
      at: 20_000 + index * 30_000,
    }));
    const waits = (await arrivals(rate, time, answers)).map(({ at, asked }) => at - asked);
    await endless;
    expect(waits).toHaveLength(110);
    expect(Math.max(...waits)).toBeLessThan(10);
  });

  it('answers without end keep no new card and no edit from anybody', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time);
    const every = (use: Use, ms: number): Asked[] =>
      Array.from({ length: 300_000 / ms }, (_, index) => ({ use, at: index * ms, there: 0, back: 0 }));
    const asked = [...every('answer', 250), ...every('post', 30_000), ...every('edit', 10_000)];
    const arrived = await arrivals(rate, time, asked);
    const longest = (which: Use) =>
      Math.max(...arrived.filter(({ use }) => use === which).map(({ at, asked: from }) => at - from));
    // Of a half minute's 60 all may be spent at its beginning: then the next is up to that away.
    expect(longest('post')).toBeLessThan(31_000);
    expect(longest('edit')).toBeLessThan(31_000);
    expect(longest('answer')).toBeGreaterThan(60_000);
    expect(
      mostWithin(
        30_000,
        arrived.map(({ at }) => at),
      ),
    ).toBe(60);
  });

  it('edits never stand still, though there is something to edit for three hours', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time);
    const [moments] = await Promise.all([edits(rate, time, 3 * HOUR), time.pass()]);
    const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(5_100);
    expect(mostWithin(HOUR, moments)).toBeLessThanOrEqual(1_440);
  });
});

describe('a conversation that Teams refuses for now', () => {
  it('is left alone as long as Teams says, and the others are not', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time);
    rate.pause(chat.conversationId, 7_000);
    const one: Asked = { at: 0, use: 'answer', there: 0, back: 0 };
    const [here, elsewhere] = await Promise.all([
      arrivals(rate, time, [one]),
      arrivals(rate, time, [one], { conversationId: 'other', tenantId: 't' }),
    ]);
    expect(here[0]?.at).toBeGreaterThanOrEqual(7_000);
    expect(here[0]?.at).toBeLessThan(7_010);
    expect(elsewhere[0]?.at).toBe(0);
  });

  it('stays so when a message is taken that was on its way before', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time);
    rate.pause(chat.conversationId, 7_000);
    rate.flows(chat.conversationId);
    const [here] = await arrivals(rate, time, [{ at: 0, use: 'post', there: 0, back: 0 }]);
    expect(here?.at).toBeGreaterThanOrEqual(7_000);
  });

  it('without a word of Teams for ever longer, with jitter, until a message is taken', async () => {
    const time = virtualTime();
    const rate = new SendingRate(teamsRates, time, () => 0.5);
    const waits: number[] = [];
    for (let times = 0; times < 8; times += 1) {
      rate.pause(chat.conversationId, null);
      const from = time.now();
      void rate.enter(chat, 'post').then((pass) => {
        waits.push(time.now() - from);
        pass.unused();
      });
      await time.pass();
    }
    const seconds = waits.map((ms) => Math.floor(ms) / 1_000 / 1.125);
    expect(seconds.map(Math.round)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    rate.flows(chat.conversationId);
    rate.pause(chat.conversationId, null);
    const from = time.now();
    await Promise.all([rate.enter(chat, 'post'), time.pass()]);
    expect(time.now() - from).toBeLessThan(1_200);
  });
});

describe('who gives up waiting', () => {
  it('is no longer let go, and takes nobody’s place', async () => {
    const time = virtualTime();
    const rate = new SendingRate(within(1, 1_000), time);
    (await rate.enter(chat, 'post')).used();
    const impatient = new AbortController();
    const given = rate.enter(chat, 'answer', impatient.signal);
    const patient = rate.enter(chat, 'answer');
    impatient.abort(new Error('too long'));
    await expect(given).rejects.toThrow('too long');
    await expect(rate.enter(chat, 'answer', impatient.signal)).rejects.toThrow('too long');
    await time.pass(1_100);
    await patient;
  });

  it('a pass that was not used counts for nothing, and is given back once', async () => {
    const time = virtualTime();
    const rate = new SendingRate(within(1, 1_000), time);
    const pass = await rate.enter(chat, 'post');
    pass.unused();
    const next = await rate.enter(chat, 'post');
    pass.used();
    pass.unused();
    next.used();
    let gone = false;
    void rate.enter(chat, 'post').then(() => {
      gone = true;
    });
    await time.pass(999);
    expect(gone).toBe(false);
    await time.pass(3);
    expect(gone).toBe(true);
  });
});
