import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { type CardRef, cardKey } from '../../src/service/cardKey.ts';
import { Conversations } from '../../src/service/conversations.ts';
import type { Meetings } from '../../src/service/meetings.ts';
import type { EmbeddedStore } from '../../src/store/embedded/store.ts';
import { systemTimer } from '../../src/teams/answerInTime.ts';
import { CommandTrace } from '../../src/teams/commandTrace.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { FORM_STAYS_OPEN_MS, OpenForms } from '../../src/teams/openForms.ts';
import { Postman } from '../../src/teams/postman.ts';
import { Roster } from '../../src/teams/roster.ts';
import type { Connector } from '../../src/teams/turn.ts';
import { type FakeConversation, type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';
import { reachOf } from '../support/reachOf.ts';
import {
  adopt,
  asChair,
  closedOn,
  decision,
  handClock,
  meetingsOn,
  propose,
  runningMeeting,
  temporaryStore,
} from '../support/serviceParts.ts';

let store: EmbeddedStore & AsyncDisposable;
let teams: FakeTeams;
let chat: FakeConversation;
let meetings: Meetings;
let clock: ReturnType<typeof handClock>;
let forms: OpenForms;
let postman: Postman;
let connector: Connector;
let released: number;

const item1: CardRef = { kind: 'item', itemId: 'item1' };
const item2: CardRef = { kind: 'item', itemId: 'item2' };
const agenda: CardRef = { kind: 'agenda' };

beforeEach(async () => {
  store = await temporaryStore();
  teams = await startFakeTeams();
  chat = teams.groupChat([teams.person('Birthe Solvang')]);
  clock = handClock();
  released = 0;
  ({ meetings } = meetingsOn(store));
  const conversations = new Conversations(store.documents);
  await runningMeeting(meetings);
  await conversations.pointAt(chat.id, 'm');
  await conversations.reached(reachOf(teams, chat));
  forms = new OpenForms({
    clock,
    timer: systemTimer,
    released: () => {
      released += 1;
    },
  });
  connector = { ...createConnector(readConfig({ PUNKT_MODE: 'development' })) };
  postman = new Postman({
    outbox: store.outbox,
    conversations,
    meetings,
    connector,
    roster: new Roster(connector, clock, 'unknown'),
    closed: closedOn(store, conversations, meetings),
    openForms: forms,
    forms: 'card',
    language: null,
    clock,
    random: () => 0,
    owner: 'one',
    trace: new CommandTrace(pino({ level: 'silent' })),
    log: pino({ level: 'silent' }),
  });
  await want(item1, item2, agenda);
  await postman.round();
});
afterEach(async () => {
  await teams.close();
  await store[Symbol.asyncDispose]();
});

async function want(...cards: readonly CardRef[]) {
  const { state } = await meetings.look('m');
  const { version } = state;
  await store.outbox.want(
    cards.map((card) => ({
      conversationId: chat.id,
      key: cardKey('m', card),
      meetingId: 'm',
      version,
      card,
    })),
  );
}
/** A decision is made, and the cards are to show it. */
async function changes(id: string, ...cards: readonly CardRef[]) {
  await meetings.handle('m', asChair(id, decision(id)));
  await want(...cards);
  await postman.round();
}
const edits = () => chat.messages.map((message) => message.edits);
const first = () => ({
  meetingId: 'm',
  activityId: chat.messages[0]?.activityId ?? '',
  key: cardKey('m', item1),
});

describe('while a form is open on a card', () => {
  beforeEach(() => forms.open(first(), 'anna', 1));

  it('edits of that card wait, and those of others do not', async () => {
    await changes('a', item1, item2, agenda);
    expect(edits()).toEqual([0, 1, 1]);
  });

  it('they go out as one edit of the newest state once it is closed', async () => {
    await changes('a', item1);
    await changes('b', item1);
    forms.close(first(), 'anna');
    expect(released).toBe(1);
    await postman.round();
    expect(edits()).toEqual([1, 0, 0]);
    expect(JSON.stringify(chat.messages[0]?.activity)).toContain('Beslutning b');
  });

  it('they wait for everybody who has one open', async () => {
    await forms.open(first(), 'bo', 1);
    await changes('a', item1);
    forms.close(first(), 'anna');
    forms.close(first(), 'somebody else');
    await postman.round();
    expect([released, ...edits()]).toEqual([0, 0, 0, 0]);
    forms.close(first(), 'bo');
    await postman.round();
    expect([released, ...edits()]).toEqual([1, 1, 0, 0]);
  });

  it('they wait for who does not come back no longer than five minutes', async () => {
    await changes('a', item1);
    clock.pass(FORM_STAYS_OPEN_MS - 1);
    await postman.round();
    expect(edits()).toEqual([0, 0, 0]);
    clock.pass(1);
    await postman.round();
    expect(edits()).toEqual([1, 0, 0]);
    expect(FORM_STAYS_OPEN_MS).toBe(5 * 60_000);
  });

  it('a new edition of the agenda is not held up: it may close an item', async () => {
    const next = propose('p2');
    if (next.type !== 'ProposeAgenda') throw new Error(next.type);
    const items = next.agenda.items.map((item) => ({ ...item, description: 'Rettet.' }));
    await meetings.handle('m', asChair('p', { ...next, agenda: { ...next.agenda, items } }));
    const { kind } = await meetings.handle('m', asChair('u', { ...adopt, proposalId: 'p2' } as typeof adopt));
    expect(kind).toBe('accepted');
    await want(item1);
    await postman.round();
    expect(edits()).toEqual([1, 0, 0]);
  });

  it('a card that was never posted is posted all the same', async () => {
    teams.remove(chat, chat.messages[0]?.activityId ?? '');
    await store.outbox.forget(chat.id, cardKey('m', item1));
    await postman.round();
    expect(chat.messages).toHaveLength(3);
  });
});

it('a form on a card that the client does not name is kept by what the card is', async () => {
  await forms.open({ ...first(), activityId: null }, 'anna', 1);
  await changes('a', item1, item2);
  expect(edits()).toEqual([0, 1, 0]);
  forms.close({ ...first(), activityId: null }, 'anna');
  await postman.round();
  expect(edits()).toEqual([1, 1, 0]);
});

describe('an edit that is on its way when a form is asked for', () => {
  it('comes first, so that it does not take the form away', async () => {
    let arrive: () => void = () => undefined;
    const { edit } = connector;
    const onItsWay = new Promise<void>((resolve) => {
      connector.edit = async (...given) => {
        const held = new Promise<void>((go) => {
          arrive = go;
        });
        resolve();
        await held;
        return edit(...given);
      };
    });
    const sending = changes('a', item1);
    await onItsWay;
    let opened = false;
    const opening = forms.open(first(), 'anna', 1).then(() => {
      opened = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(opened).toBe(false);
    arrive();
    await Promise.all([sending, opening]);
    expect(edits()).toEqual([1, 0, 0]);
  });

  it('is not waited for longer than a second', async () => {
    const waits: number[] = [];
    const impatient = new OpenForms({
      clock,
      timer: (ms, ring) => {
        waits.push(ms);
        setImmediate(ring);
        return () => undefined;
      },
      released: () => undefined,
    });
    const posting = await store.outbox.find(chat.id, cardKey('m', item1));
    if (!posting) throw new Error('not posted');
    void impatient.edit(posting, 1, () => new Promise(() => undefined));
    await impatient.open(first(), 'anna', 1);
    expect(waits).toEqual([1_000]);
  });

  it('and that was looked up before is not sent any more', async () => {
    const { look } = meetings;
    let asked = false;
    meetings.look = async (...given) => {
      if (!asked) await forms.open(first(), 'anna', 1);
      asked = true;
      return look.apply(meetings, given);
    };
    await meetings.handle('m', asChair('a', decision('a')));
    await store.outbox.want([
      { conversationId: chat.id, key: cardKey('m', item1), meetingId: 'm', version: 99, card: item1 },
    ]);
    await postman.round();
    expect([asked, ...edits()]).toEqual([true, 0, 0, 0]);
  });
});
