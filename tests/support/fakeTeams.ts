import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createActivities } from './fakeTeamsActivities.ts';
import { notTaken } from './fakeTeamsAnswers.ts';
import { FakeClients } from './fakeTeamsClients.ts';
import type { FakeConversation, FakeMessage, FakePerson } from './fakeTeamsConnector.ts';
import { createTeamsConnector, type Failure, type RecordedRequest } from './fakeTeamsConnector.ts';
import { FakeRates, type FakeRules, lenient, type TooFast } from './fakeTeamsRules.ts';
import type { TestAuthority } from './testAuthority.ts';
import { until } from './until.ts';

export * from './cardReading.ts';
export type {
  Failure,
  FakeConversation,
  FakeMessage,
  FakePerson,
  RecordedRequest,
} from './fakeTeamsConnector.ts';

type Json = Record<string, unknown>;

/**
 * What Punkt answered over HTTP. `delivered` false: Teams would not have sent it (a group line without a mention, the
 * line of an anonymous person, anything of an outsider who is cut off, a message action beside people of another tenant).
 */
export interface Delivery {
  readonly delivered: boolean;
  readonly status: number;
  /** Parsed JSON, else the text; undefined if empty. */
  readonly body: unknown;
}

export interface FakeTeams extends AsyncDisposable, ReturnType<typeof createActivities> {
  /** Service URL of all its activities. */
  readonly url: string;
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  /** Every request of Punkt to the connector, oldest first. */
  readonly requests: RecordedRequest[];
  /** Where `send` posts to (`http://127.0.0.1:PORT`), and who signs (kept until another comes); without an authority nothing is signed. */
  connect(punkt: string, authority?: TestAuthority): void;
  person(name: string, as?: { anonymous?: boolean; tenantId?: string; userRole?: string }): FakePerson;
  groupChat(members: readonly FakePerson[], id?: string): FakeConversation;
  channel(members: readonly FakePerson[], id?: string): FakeConversation;
  /** The one-to-one chat with the bot; the same one each time. */
  personalChat(person: FakePerson): FakeConversation;
  conversation(id: string): FakeConversation;
  /** Posts an activity to Punkt; `token` null: none, a string: that one, missing: a good one of the authority. */
  send(activity: Json, token?: string | null): Promise<Delivery>;
  /** The card of a message; its newest one if only a conversation is given. */
  card(of: FakeConversation | FakeMessage): Json;
  /** Requests of Punkt that came too fast, by the rules. */
  readonly tooFast: readonly TooFast[];
  /** Activities that were not answered in time, and sent again. */
  readonly late: readonly Json[];
  /** The answers to what was sent again. */
  allResent(): Promise<Delivery[]>;
  /** What people see and type who have a conversation open. */
  readonly clients: FakeClients;
  /** Everything that the bot ever said there is deleted by its age. */
  forget(conversation: FakeConversation): void;
  /** The message is deleted in Teams: edits of it get 404. */
  remove(conversation: FakeConversation, activityId: string): void;
  /** The next requests of Punkt fail so, in that order. */
  failNext(...failures: readonly Failure[]): void;
  /** No further request fails, whatever was said before. */
  failNone(): void;
  /** Resolves with the first thing found, now or after a later request of Punkt; rejects after 10 s. */
  until<T>(find: () => T | undefined | null | false): Promise<T>;
  close(): Promise<void>;
}

/** A Teams on loopback: the connector that Punkt writes to, and the activities that Teams would send. */
export async function startFakeTeams(
  tenantId: string = randomUUID(),
  rules: FakeRules = lenient,
): Promise<FakeTeams> {
  const bot = { id: `28:${randomUUID()}`, name: 'Punkt' };
  const conversations = new Map<string, FakeConversation>();
  const requests: RecordedRequest[] = [];
  const watchers = new Set<() => void>();
  const people = new Map<string, FakePerson>();
  let punkt = '';
  let authority: TestAuthority | undefined;
  let serial = 1_763_700_000_000;
  const nextId = () => String(serial++);

  function add(
    conversationType: FakeConversation['conversationType'],
    members: readonly FakePerson[],
    id: string,
  ) {
    const made: FakeConversation = {
      id,
      conversationType,
      tenantId,
      members: [...members],
      messages: [],
      ...(conversationType === 'channel' ? { teamId: `19:${randomUUID()}@thread.tacv2` } : {}),
    };
    conversations.set(id, made);
    return made;
  }
  function personalChat(person: FakePerson): FakeConversation {
    const id = `a:1${createHash('sha256').update(person.id).digest('base64url')}`;
    return conversations.get(id) ?? add('personal', [person], id);
  }

  const rates = new FakeRates(rules);
  const clients: FakeClients = new FakeClients(() => teams);
  const late: Json[] = [];
  const resent = new Set<Promise<Delivery>>();
  const activities = createActivities({ bot, url: () => url, nextId });
  const connector = createTeamsConnector({
    rules,
    rates,
    shown: (conversation, message) => clients.shown(conversation, message),
    conversations,
    requests,
    nextId,
    openPersonal: (personId) => {
      const person = people.get(personId);
      return person && personalChat(person);
    },
    changed: () => {
      for (const look of watchers) look();
    },
  });
  const server = createServer(connector.handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/emea/`;

  async function send(sent: Json, token?: string | null, resending = false): Promise<Delivery> {
    if (punkt === '') throw new Error('connect() first');
    const undelivered = { delivered: false, status: 0, body: undefined };
    const where = sent.conversation as { conversationType?: string };
    const entities = Array.isArray(sent.entities) ? sent.entities : [];
    const isLine = sent.type === 'message' && sent.value === undefined;
    const from = people.get(String((sent.from as { id?: string } | undefined)?.id));
    if (rules.anonymousMute && isLine && from?.aadObjectId === null) return undelivered;
    const acts = sent.type === 'message' || sent.type === 'invoke';
    // By design, for all that are there (MicrosoftDocs/msteams-docs#2362, #10983): one member of another organisation.
    const members =
      conversations.get(String((sent.conversation as { id?: string } | undefined)?.id))?.members ?? [];
    const federated = members.some((one) => one.aadObjectId !== null && one.tenantId !== tenantId);
    if (federated && String(sent.name).startsWith('composeExtension/')) return undelivered;
    if (rules.outsidersCut && acts && from && from.tenantId !== tenantId) return undelivered;
    if (
      isLine &&
      where.conversationType !== 'personal' &&
      !entities.some((entity) => entity.mentioned?.id === bot.id)
    )
      return undelivered;
    const to = punkt;
    const bearer = token === undefined ? await authority?.token(String(sent.serviceUrl)) : token;
    const tooLate = Number.isFinite(rules.patience) ? AbortSignal.timeout(rules.patience) : null;
    const body = JSON.stringify(sent);
    const response = await fetch(`${to}/api/messages`, {
      signal: tooLate,
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(typeof bearer === 'string' ? { authorization: `Bearer ${bearer}` } : {}),
      },
      body,
    }).catch((error: unknown) => {
      if (!tooLate?.aborted) throw error;
      return null;
    });
    if (!response) {
      if (!resending) {
        late.push(sent);
        for (const again of activities.resent(sent)) resent.add(send(again, token, true));
      }
      return { delivered: true, status: 504, body: undefined };
    }
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    const { status } = response;
    const answered = text === '' ? undefined : json ? JSON.parse(text) : text;
    const problem = notTaken(sent, status, answered);
    if (problem) throw new Error(`Teams does not take ${problem}: ${text.slice(0, 300)}`);
    return { delivered: true, status, body: answered };
  }

  async function close() {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  const teams: FakeTeams = {
    url,
    tenantId,
    bot,
    requests,
    connect(address, signer) {
      punkt = address;
      if (signer) authority = signer;
    },
    person(name, as = {}) {
      const made: FakePerson = {
        id: `29:1${createHash('sha256').update(randomUUID()).digest('base64url')}`,
        name,
        aadObjectId: as.anonymous ? null : randomUUID(),
        tenantId: as.tenantId ?? tenantId,
        userRole: as.userRole ?? (as.anonymous ? 'anonymous' : 'user'),
      };
      people.set(made.id, made);
      return made;
    },
    groupChat: (members, id = `19:meeting_${randomUUID()}@thread.v2`) => add('groupChat', members, id),
    channel: (members, id = `19:${randomUUID()}@thread.tacv2;messageid=${nextId()}`) =>
      add('channel', members, id),
    personalChat,
    conversation(id) {
      const found = conversations.get(id);
      if (!found) throw new Error(`no conversation ${id}`);
      return found;
    },
    ...activities,
    send: (sent, token) => send(sent, token),
    tooFast: rates.tooFast,
    late,
    allResent: () => Promise.all(resent),
    clients,
    forget(conversation) {
      conversation.messages.length = 0;
    },
    card(of) {
      const withCard = 'messages' in of ? of.messages.filter((message) => cardOf(message)) : [of];
      const card = withCard.map(cardOf).at(-1);
      if (!card) throw new Error('no card there');
      return card;
    },
    remove(conversation, activityId) {
      const at = conversation.messages.findIndex((message) => message.activityId === activityId);
      if (at < 0) throw new Error(`no message ${activityId}`);
      conversation.messages.splice(at, 1);
    },
    failNext: connector.failNext,
    failNone: connector.failNone,
    until: (find) => until(find, watchers),
    close,
    [Symbol.asyncDispose]: close,
  };
  return teams;
}

function cardOf(message: FakeMessage): Json | undefined {
  const attachments = message.activity.attachments;
  return Array.isArray(attachments) ? (attachments[0]?.content as Json | undefined) : undefined;
}
