import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CardRef, personalPlace } from '../../src/service/cardKey.ts';
import { openPostOffice } from '../support/postOffice.ts';
import { asChair } from '../support/serviceParts.ts';

const agenda: CardRef = { kind: 'agenda' };
const ready: CardRef = { kind: 'ready' };
const summary: CardRef = { kind: 'summary' };
const item1: CardRef = { kind: 'item', itemId: 'item1' };
const item2: CardRef = { kind: 'item', itemId: 'item2' };

let office: Awaited<ReturnType<typeof openPostOffice>>;
beforeEach(async () => {
  office = await openPostOffice();
});
afterEach(() => office[Symbol.asyncDispose]());

/** Teams deletes all that stands there, as it does by age. */
const deleteAll = () => {
  for (const { activityId } of [...office.chat.messages]) office.teams.remove(office.chat, activityId);
};

describe('cards that were deleted in Teams', () => {
  it('are posted anew where the meeting is at them, and stay gone where it is not', async () => {
    await office.want(ready, agenda, item1, item2);
    await office.postman.round();
    deleteAll();
    await office.changes(ready, agenda, item1, item2);
    await office.postman.round();
    expect(office.shown()).toEqual([
      expect.stringContaining('Dagsorden'),
      expect.stringContaining('PUNKT 1'),
    ]);
    expect(await office.store.outbox.waiting(Number.MAX_SAFE_INTEGER)).toEqual([]);
    for (const card of [ready, agenda, item1, item2]) expect((await office.posting(card)).dead).toBeNull();
  });

  it('cost one request each time, and are posted when the meeting comes to them', async () => {
    await office.want(item2);
    await office.postman.round();
    deleteAll();
    for (let times = 0; times < 3; times += 1) {
      await office.changes(item2);
      await office.postman.round();
      await office.postman.round();
    }
    expect(office.sends()).toEqual(['POST', 'PUT', 'PUT', 'PUT']);
    expect(office.chat.messages).toHaveLength(0);
    await office.meetings.handle(
      'm',
      asChair('go', { type: 'MoveToItem', fromItemId: 'item1', itemId: 'item2' }),
    );
    await office.want(item2);
    await office.postman.round();
    expect(office.shown()).toEqual([expect.stringContaining('PUNKT 2')]);
  });

  it('of a meeting that has ended all stay gone', async () => {
    await office.want(agenda, item1);
    await office.postman.round();
    await office.meetings.handle('m', asChair('end', { type: 'AdjournMeeting', fromItemId: 'item1' }));
    await office.want(agenda, item1, summary);
    await office.postman.round();
    deleteAll();
    await office.changes(agenda, item1, summary);
    await office.postman.round();
    expect(office.chat.messages).toHaveLength(0);
  });
});

describe('where the bot may not speak any more', () => {
  it.each([
    ['a new card: 403', [item1], { with: 403, code: 'BotNotInConversationRoster' }],
    ['a new card: 404', [item1], { with: 404, code: 'ConversationNotFound' }],
    ['an edit: 403', [agenda], { with: 403, code: 'BotNotInConversationRoster' }],
    ['an edit: 404 of the conversation', [agenda], { with: 404, code: 'ConversationNotFound' }],
  ] as const)(
    '%s: it stops at once, whatever is wanted, with one line in the log',
    async (_case, cards, failure) => {
      await office.want(agenda);
      await office.postman.round();
      const before = office.teams.requests.length;
      office.teams.failNext(failure);
      await office.changes(...cards, ready, item2);
      await office.postman.round();
      for (let times = 0; times < 5; times += 1) {
        await office.changes(agenda, item1);
        office.clock.pass(3_600_000);
        await office.postman.round();
      }
      expect(office.teams.requests).toHaveLength(before + 1);
      expect(await office.store.outbox.waiting(Number.MAX_SAFE_INTEGER)).toEqual([]);
      expect(office.logged.filter((line) => line.includes(failure.code))).toHaveLength(1);
    },
  );

  it('it starts again with all that is wanted, once somebody there turns to it', async () => {
    await office.want(agenda);
    await office.postman.round();
    office.teams.failNext({ with: 403 });
    await office.want(item1, item2);
    await office.postman.round();
    await office.changes(agenda, item1);
    await office.postman.round();
    expect(await office.closed.reopen(office.reachOf(office.chat), 'oid:somebody')).toBe(true);
    await office.postman.round();
    expect(office.shown()).toEqual([
      expect.stringContaining('Dagsorden'),
      expect.stringContaining('PUNKT 1'),
      expect.stringContaining('PUNKT 2'),
    ]);
    expect(office.chat.messages.map(({ edits }) => edits)).toEqual([1, 0, 0]);
  });

  it('a card that is laid aside just as somebody turns to it is not forgotten', async () => {
    await office.conversations.close(office.chat.id, 'removed');
    await office.want(agenda);
    const { due } = office.store.outbox;
    let reopened = false;
    Object.assign(office.store.outbox, {
      due: async (...given: Parameters<typeof due>) => {
        const found = await due(...given);
        // The postman has seen that it is closed, and somebody speaks up before it is laid aside.
        if (!reopened) await office.closed.reopen(office.reachOf(office.chat), 'oid:somebody');
        reopened = true;
        return found;
      },
    });
    await office.closed.layAside(office.chat.id, office.chat.id, 'removed');
    expect((await office.posting(agenda)).dead).toBeNull();
    await office.postman.round();
    expect(office.chat.messages).toHaveLength(1);
  });

  it('a meeting of a channel stops and starts with the thread that it is held in', async () => {
    const thread = office.teams.channel([]);
    const channel = thread.id.replace(/;.*$/u, '');
    await office.conversations.pointAt(channel, 'm');
    const reach = office.reachOf(thread);
    await office.conversations.reached(reach);
    await office.conversations.reachedThrough(channel, reach);
    const wish = { conversationId: channel, meetingId: 'm', key: 'm:agenda', version: 3, card: agenda };
    office.teams.failNext({ with: 403, code: 'BotNotInConversationRoster' });
    for (const version of [3, 4, 5]) {
      await office.store.outbox.want([{ ...wish, version }]);
      await office.postman.round();
    }
    expect(office.teams.requests).toHaveLength(1);
    expect(await office.closed.reopen(reach, 'oid:somebody')).toBe(true);
    await office.postman.round();
    expect(thread.messages).toHaveLength(1);
  });

  it('somebody who blocked the bot is left alone, and gets what waits when they turn to it', async () => {
    const alone = office.teams.personalChat(office.teams.person('Birthe Solvang'));
    await office.conversations.reached(office.reachOf(alone));
    await office.conversations.know('oid:chair', { conversationId: alone.id });
    const { state } = await office.meetings.look('m');
    const personId = state.status === 'none' ? '' : (state.roles[0]?.personId ?? '');
    const place = personalPlace('m', personId);
    office.teams.failNext({ with: 403, code: 'MessageWritesBlocked' });
    for (const version of [3, 4]) {
      await office.store.outbox.want([
        { conversationId: place, meetingId: 'm', key: 'm:item:item1', version, card: item1 },
      ]);
      await office.postman.round();
    }
    expect(office.teams.requests).toHaveLength(1);
    expect(await office.closed.reopen(office.reachOf(alone), 'oid:chair')).toBe(true);
    await office.postman.round();
    expect(alone.messages).toHaveLength(1);
  });

  it('an edit that alone is refused ends that card, not the conversation', async () => {
    await office.want(agenda, item1);
    await office.postman.round();
    office.teams.failNext({ with: 403, code: 'MessageEditForbidden' });
    await office.changes(agenda, item1);
    await office.postman.round();
    expect(office.chat.messages.map(({ edits }) => edits)).toEqual([0, 1]);
    expect((await office.posting(agenda)).dead).toContain('403');
  });
});

describe('a letter that cannot be delivered', () => {
  it('is dead after an hour of attempts, with the reason; a later wish tries it anew', async () => {
    office.teams.failNext(...Array.from({ length: 70 }, () => ({ with: 503, method: 'POST' }) as const));
    await office.want(item1);
    const from = office.clock.now();
    for (let rounds = 0; rounds < 100; rounds += 1) {
      await office.postman.round();
      office.clock.pass(61_000);
      if ((await office.posting(item1)).dead) break;
    }
    const { dead, attempts } = await office.posting(item1);
    expect([dead, attempts]).toEqual(['503', 61]);
    expect(office.clock.now() - from).toBeGreaterThan(3_000_000);
    const before = office.teams.requests.length;
    await office.postman.round();
    expect(office.teams.requests).toHaveLength(before);
    await office.want(item1);
    await office.postman.round();
    expect(office.teams.requests).toHaveLength(before + 1);
    expect((await office.posting(item1)).attempts).toBe(1);
  });
});
