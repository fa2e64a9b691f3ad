import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { type CardRef, cardKey } from '../../src/service/cardKey.ts';
import { Conversations } from '../../src/service/conversations.ts';
import type { Posting } from '../../src/service/outbox.ts';
import { systemTimer, type Timer } from '../../src/teams/answerInTime.ts';
import { CommandTrace } from '../../src/teams/commandTrace.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { OpenForms } from '../../src/teams/openForms.ts';
import { Postman } from '../../src/teams/postman.ts';
import { Roster } from '../../src/teams/roster.ts';
import { SendingRate, teamsRates } from '../../src/teams/sendingRate.ts';
import type { Connector } from '../../src/teams/turn.ts';
import { type FakeConversation, startFakeTeams, texts } from './fakeTeams.ts';
import { reachOf } from './reachOf.ts';
import {
  asChair,
  closedOn,
  decision,
  handClock,
  meetingsOn,
  runningMeeting,
  temporaryStore,
} from './serviceParts.ts';

/**
 * The outbox of a running meeting `m` with a postman, between a store and a fake Teams, by a clock in hand. `timer` wakes
 * it for cards that were edited a moment ago; default: only rounds send.
 */
export async function openPostOffice(timer: Timer = () => () => undefined) {
  const store = await temporaryStore();
  const teams = await startFakeTeams();
  const chat = teams.groupChat([teams.person('Birthe Solvang')]);
  const clock = handClock();
  const { meetings } = meetingsOn(store);
  const conversations = new Conversations(store.documents);
  await runningMeeting(meetings);
  await conversations.pointAt(chat.id, 'm');
  await conversations.reached(reachOf(teams, chat));
  const logged: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const rate = new SendingRate(teamsRates, clock);
  const connector = createConnector(readConfig({ PUNKT_MODE: 'development' }), undefined, rate);
  const closed = closedOn(store, conversations, meetings, log);
  const process = (owner: string, through: Connector = connector) =>
    new Postman({
      outbox: store.outbox,
      conversations,
      meetings,
      connector: through,
      closed,
      roster: new Roster(connector, clock, 'unknown'),
      openForms: new OpenForms({ clock, timer: systemTimer, released: () => undefined }),
      forms: 'card',
      clock,
      timer,
      random: () => 0,
      language: null,
      owner,
      trace: new CommandTrace(log),
      log,
    });
  const postman = process('one');
  let serial = 0;

  async function want(...cards: readonly CardRef[]): Promise<void> {
    const { state } = await meetings.look('m');
    const wished = { conversationId: chat.id, meetingId: 'm', version: state.version };
    await store.outbox.want(cards.map((card) => ({ ...wished, key: cardKey('m', card), card })));
  }

  return {
    store,
    teams,
    chat,
    clock,
    meetings,
    conversations,
    closed,
    connector,
    postman,
    /** The postman of one more process on the same store, or of the same one after a restart. */
    process,
    logged,
    reachOf: (conversation: FakeConversation) => reachOf(teams, conversation),
    want,
    /** A decision is made, and the cards are to show it. */
    async changes(...cards: readonly CardRef[]): Promise<void> {
      const id = `d${++serial}`;
      await meetings.handle('m', asChair(id, decision(id)));
      await want(...cards);
    },
    async posting(card: CardRef, place = chat.id): Promise<Posting> {
      const found = await store.outbox.find(place, cardKey('m', card));
      if (!found) throw new Error('no such posting');
      return found;
    },
    /** What the chat's messages are, in their order. */
    shown: (): string[] => chat.messages.map((message) => texts(teams.card(message)).join(' ')),
    /** Methods of all requests so far. */
    sends: (): string[] => teams.requests.map(({ method }) => method),
    async [Symbol.asyncDispose]() {
      await postman.stop();
      await teams.close();
      await store[Symbol.asyncDispose]();
    },
  };
}
