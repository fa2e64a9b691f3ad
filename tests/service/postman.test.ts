import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { type CardRef, cardKey, personalPlace } from '../../src/service/cardKey.ts';
import { Conversations } from '../../src/service/conversations.ts';
import type { Meetings } from '../../src/service/meetings.ts';
import type { EmbeddedStore } from '../../src/store/embedded/store.ts';
import { systemTimer } from '../../src/teams/answerInTime.ts';
import { CommandTrace } from '../../src/teams/commandTrace.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { OpenForms } from '../../src/teams/openForms.ts';
import { Postman } from '../../src/teams/postman.ts';
import { Roster } from '../../src/teams/roster.ts';
import { SendingRate, teamsRates } from '../../src/teams/sendingRate.ts';
import type { Connector } from '../../src/teams/turn.ts';
import { type FakeConversation, type FakeTeams, startFakeTeams, texts } from '../support/fakeTeams.ts';
import { reachOf } from '../support/reachOf.ts';
import {
  asChair,
  closedOn,
  decision,
  handClock,
  meetingsOn,
  runningMeeting,
  temporaryStore,
} from '../support/serviceParts.ts';

let store: EmbeddedStore & AsyncDisposable;
let teams: FakeTeams;
let chat: FakeConversation;
let meetings: Meetings;
let conversations: Conversations;
let clock: ReturnType<typeof handClock>;
const logged: string[] = [];

beforeEach(async () => {
  store = await temporaryStore();
  teams = await startFakeTeams();
  chat = teams.groupChat([teams.person('Birthe Solvang')]);
  clock = handClock();
  logged.length = 0;
  ({ meetings } = meetingsOn(store));
  conversations = new Conversations(store.documents);
  await runningMeeting(meetings);
  await conversations.pointAt(chat.id, 'm');
  await conversations.reached(reachOf(teams, chat));
});
afterEach(async () => {
  await teams.close();
  await store[Symbol.asyncDispose]();
});

/** The real connector, whose limits go by the clock in hand. */
const paced = () =>
  createConnector(readConfig({ PUNKT_MODE: 'development' }), undefined, new SendingRate(teamsRates, clock));
function postman(owner = 'one', connector: Connector = paced()) {
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const { outbox } = store;
  const roster = new Roster(connector, clock, 'unknown');
  return new Postman({
    outbox,
    conversations,
    meetings,
    connector,
    roster,
    closed: closedOn(store, conversations, meetings, log),
    openForms: new OpenForms({ clock, timer: systemTimer, released: () => undefined }),
    forms: 'card',
    clock,
    random: () => 0,
    language: null,
    owner,
    trace: new CommandTrace(log),
    log,
  });
}
const agenda: CardRef = { kind: 'agenda' };
const ready: CardRef = { kind: 'ready' };
const item1: CardRef = { kind: 'item', itemId: 'item1' };
const item2: CardRef = { kind: 'item', itemId: 'item2' };
async function want(...cards: readonly CardRef[]) {
  const { state } = await meetings.look('m');
  await store.outbox.want(
    cards.map((card) => ({
      conversationId: chat.id,
      key: cardKey('m', card),
      meetingId: 'm',
      version: state.version,
      card,
    })),
  );
}
const posting = async (card: CardRef) => {
  const found = await store.outbox.find(chat.id, cardKey('m', card));
  if (!found) throw new Error('no such posting');
  return found;
};
/** What the bot's messages are, in the order of the chat. */
const shown = () =>
  chat.messages.map(
    (message) => texts(teams.card(message)).find((text) => /PUNKT|Dagsorden|begyndte/u.test(text)) ?? '',
  );
const sends = () => teams.requests.map(({ method }) => method);

describe('cards that are wanted', () => {
  it('are posted in their order, and edited where they stand', async () => {
    await want(ready, agenda, item1);
    await postman().round();
    expect(shown()).toEqual([
      expect.stringContaining('begyndte'),
      expect.stringContaining('Dagsorden'),
      expect.stringContaining('PUNKT 1'),
    ]);
    await meetings.handle('m', asChair('d', decision('d', 'En ny beslutning')));
    await want(item1);
    await postman().round();
    expect(chat.messages).toHaveLength(3);
    expect(JSON.stringify(chat.messages[2]?.activity)).toContain('En ny beslutning');
  });

  it('ten times for one card are one edit, of its newest state', async () => {
    await want(item1);
    await postman().round();
    for (let index = 0; index < 10; index += 1) {
      await meetings.handle('m', asChair(`d${index}`, decision(`d${index}`, `Nummer ${index}`)));
      await want(item1);
    }
    await postman().round();
    expect(sends()).toEqual(['POST', 'PUT']);
    expect(JSON.stringify(chat.messages[0]?.activity)).toContain('Nummer 9');
  });

  it('are sent once though two processes and many rounds are at it', async () => {
    await want(ready, agenda, item1, item2);
    const [a, b] = [postman('one'), postman('two')];
    for (let round = 0; round < 4; round += 1) await Promise.all([a.round(), b.round(), a.round()]);
    expect(chat.messages).toHaveLength(4);
    expect(new Set(shown()).size).toBe(4);
    expect(await store.outbox.waiting(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });
});

describe('where Teams refuses for now', () => {
  it.each([
    ['429 with Retry-After', { with: 429, retryAfter: 7 }, 7_000],
    ['429 without Retry-After', { with: 429 }, 1_000],
    ['412', { with: 412 }, 1_000],
    ['502', { with: 502 }, 1_000],
    ['a broken connection', { with: 'drop' }, 1_000],
  ] as const)('%s: it waits, keeps the order, and posts once', async (_what, failure, pause) => {
    teams.failNext(failure);
    await want(ready, agenda, item1);
    const one = postman();
    await one.round();
    await one.round();
    expect(sends()).toEqual(['POST']);
    const { notBefore } = await posting(ready);
    expect(notBefore - clock.now()).toBe(pause);
    clock.pass(pause - 1);
    await one.round();
    expect(chat.messages).toHaveLength(0);
    clock.pass(1);
    await one.round();
    expect(shown().map((text) => /begyndte|Dagsorden|PUNKT/u.exec(text)?.[0])).toEqual([
      'begyndte',
      'Dagsorden',
      'PUNKT',
    ]);
  });

  it('the pauses grow, and a card that fails for long no longer holds up the others', async () => {
    teams.failNext(...Array.from({ length: 6 }, () => ({ with: 500 }) as const));
    await want(ready, agenda);
    const one = postman();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await one.round();
      const { notBefore } = await posting(ready);
      pauses.push(notBefore - clock.now());
      if (attempt < 5) {
        expect(chat.messages).toHaveLength(0);
        clock.pass(notBefore - clock.now());
      }
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32].map((seconds) => seconds * 1000));
    await one.round();
    expect(shown().map((text) => /klar|Dagsorden/u.exec(text)?.[0])).toEqual(['Dagsorden']);
    clock.pass(60_000);
    await one.round();
    expect(chat.messages).toHaveLength(2);
  });

  it('a POST whose answer was lost is made again: at most one twin', async () => {
    teams.failNext({ with: 502, carriedOut: true });
    await want(item1);
    const one = postman();
    await one.round();
    clock.pass(2_000);
    await one.round();
    await one.round();
    expect(chat.messages).toHaveLength(2);
    expect((await posting(item1)).activityId).toBe(chat.messages[1]?.activityId);
  });
});

describe('where Teams refuses for good', () => {
  it('404 on an edit: the card was deleted, and is posted anew once', async () => {
    await want(item1);
    await postman().round();
    teams.remove(chat, chat.messages[0]?.activityId ?? '');
    await meetings.handle('m', asChair('d', decision('d', 'Efter sletning')));
    await want(item1);
    await postman().round();
    expect(chat.messages).toHaveLength(1);
    expect(JSON.stringify(chat.messages[0]?.activity)).toContain('Efter sletning');
  });

  it('403: the conversation is closed to the bot; nothing more is tried, and one line says so, without names', async () => {
    teams.failNext({ with: 403, code: 'BotNotInConversationRoster' });
    await want(ready, agenda, item1);
    const one = postman();
    await one.round();
    clock.pass(3_600_000);
    await one.round();
    expect(sends()).toEqual(['POST']);
    for (const card of [ready, agenda, item1]) expect((await posting(card)).dead).toContain('403');
    await want(ready);
    await one.round();
    expect(sends()).toEqual(['POST']);
    expect(logged.filter((line) => line.includes('BotNotInConversationRoster'))).toHaveLength(1);
    expect(logged.join('')).not.toMatch(/19:|29:|Solvang/u);
  });

  it('a conversation that was never seen costs no request and no write, and is sent to when it speaks up', async () => {
    const other = teams.groupChat([]);
    const { state } = await meetings.look('m');
    await store.outbox.want([
      { conversationId: other.id, key: 'k', meetingId: 'm', version: state.version, card: agenda },
    ]);
    let leases = 0;
    const lease = store.outbox.lease;
    Object.assign(store.outbox, {
      lease: (...given: Parameters<typeof lease>) => {
        leases += 1;
        return lease(...given);
      },
    });
    for (let round = 0; round < 5; round += 1) await postman().round();
    expect([leases, teams.requests.length]).toEqual([0, 0]);
    await conversations.reached(reachOf(teams, other));
    await postman().round();
    expect(other.messages).toHaveLength(1);
  });

  it('a person who cannot be written to is left after a while', async () => {
    const { state } = await meetings.look('m');
    const [by] = state.status === 'none' ? [] : state.roles;
    const place = personalPlace('m', by?.personId ?? '');
    const wish = { conversationId: place, key: 'k', meetingId: 'm', version: state.version, card: agenda };
    await store.outbox.want([wish]);
    const one = postman();
    for (let round = 0; round < 60; round += 1) {
      await one.round();
      clock.pass(61_000);
    }
    expect(teams.requests.length).toBeLessThan(30);
    expect((await store.outbox.find(place, 'k'))?.dead).toContain('403');
  });

  it('a card that was stored in a form nobody knows any more is given up, and the others are sent', async () => {
    const { state } = await meetings.look('m');
    await store.outbox.want([
      { conversationId: chat.id, key: 'old', meetingId: 'm', version: state.version, card: { kind: 'gone' } },
    ]);
    await want(agenda);
    await postman().round();
    expect(chat.messages).toHaveLength(1);
    expect((await store.outbox.find(chat.id, 'old'))?.dead).toBeTruthy();
  });

  it('an error of ours is logged and does not end the postman', async () => {
    await want(agenda);
    const broken = postman('one', {
      ...paced(),
      post: () => Promise.reject(new TypeError('Birthe Solvang')),
    });
    await broken.round();
    expect(logged.join('')).toContain('TypeError');
    expect(logged.join('')).not.toContain('Solvang');
    await postman().round();
    expect(chat.messages).toHaveLength(1);
  });
});
