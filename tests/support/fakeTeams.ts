import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CardAction } from './cardReading.ts';
import { asksForDialog, dialogCall } from './dialogCall.ts';
import type { FakeConversation, FakeMessage, FakePerson } from './fakeTeamsConnector.ts';
import { createTeamsConnector, type Failure, type RecordedRequest } from './fakeTeamsConnector.ts';
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

/** What Punkt answered over HTTP. `delivered` false: Teams would not have sent it (a group line without a mention). */
export interface Delivery {
  readonly delivered: boolean;
  readonly status: number;
  /** Parsed JSON, else the text; undefined if empty. */
  readonly body: unknown;
}

export interface LineOptions {
  /** Whether the bot is mentioned first; default: yes in group and channel, no in the personal chat. */
  readonly mention?: boolean;
  readonly id?: string;
}

export interface FakeTeams extends AsyncDisposable {
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
  /** A typed line; entities of HTML are written as Teams writes them. */
  line(conversation: FakeConversation, person: FakePerson, text: string, options?: LineOptions): Json;
  /** A tap on an action; `inputs` are the fields, which Teams puts into the data. An Action.Submit is a message. */
  tap(
    conversation: FakeConversation,
    person: FakePerson,
    activityId: string,
    action: CardAction,
    inputs?: Json,
  ): Json;
  /** The client refreshes the card by itself (`trigger: automatic`). */
  refresh(conversation: FakeConversation, person: FakePerson, activityId: string, action: CardAction): Json;
  /** The bot was added. */
  installed(conversation: FakeConversation, by: FakePerson): Json;
  /** Any other activity of that kind. */
  activity(conversation: FakeConversation, person: FakePerson, type: string, rest?: Json): Json;
  /** Posts an activity to Punkt; `token` null: none, a string: that one, missing: a good one of the authority. */
  send(activity: Json, token?: string | null): Promise<Delivery>;
  /** The card of a message; its newest one if only a conversation is given. */
  card(of: FakeConversation | FakeMessage): Json;
  /** The message is deleted in Teams: edits of it get 404. */
  remove(conversation: FakeConversation, activityId: string): void;
  /** The next requests of Punkt fail so, in that order. */
  failNext(...failures: readonly Failure[]): void;
  /** Resolves with the first thing found, now or after a later request of Punkt; rejects after 10 s. */
  until<T>(find: () => T | undefined | null | false): Promise<T>;
  close(): Promise<void>;
}

/** A Teams on loopback: the connector that Punkt writes to, and the activities that Teams would send. */
export async function startFakeTeams(tenantId: string = randomUUID()): Promise<FakeTeams> {
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
    const made: FakeConversation = { id, conversationType, tenantId, members: [...members], messages: [] };
    conversations.set(id, made);
    return made;
  }
  function personalChat(person: FakePerson): FakeConversation {
    const id = `a:1${createHash('sha256').update(person.id).digest('base64url')}`;
    return conversations.get(id) ?? add('personal', [person], id);
  }

  const connector = createTeamsConnector({
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

  function activity(conversation: FakeConversation, person: FakePerson, type: string, rest: Json = {}): Json {
    const grouped = conversation.conversationType !== 'personal';
    const { locale, client } = person.speaks ?? { locale: 'da-DK' };
    return {
      type,
      id: nextId(),
      timestamp: new Date().toISOString(),
      localTimezone: 'Europe/Copenhagen',
      ...(locale === null ? {} : { locale }),
      ...(client === undefined
        ? {}
        : { entities: [{ type: 'clientInfo', locale: client, platform: 'Mac' }] }),
      serviceUrl: url,
      channelId: 'msteams',
      from: {
        id: person.id,
        name: person.name,
        ...(person.aadObjectId === null ? {} : { aadObjectId: person.aadObjectId }),
      },
      conversation: {
        id: conversation.id,
        conversationType: conversation.conversationType,
        tenantId: conversation.tenantId,
        ...(grouped ? { isGroup: true } : {}),
      },
      recipient: bot,
      channelData: {
        tenant: { id: conversation.tenantId },
        ...(conversation.conversationType === 'channel'
          ? { team: { id: conversation.id.split(';')[0] }, channel: { id: conversation.id.split(';')[0] } }
          : {}),
      },
      ...rest,
    };
  }

  function invoke(
    conversation: FakeConversation,
    person: FakePerson,
    replyToId: string,
    value: { action: Json; trigger: string },
  ): Json {
    const rest = { name: 'adaptiveCard/action', replyToId, value, id: `f:${randomUUID()}` };
    return activity(conversation, person, 'invoke', rest);
  }

  const onWire = ({ type, id, verb }: CardAction, data: Json): Json => ({
    type,
    ...(id === undefined ? {} : { id }),
    ...(verb === undefined ? {} : { verb }),
    data,
  });

  async function send(sent: Json, token?: string | null): Promise<Delivery> {
    if (punkt === '') throw new Error('connect() first');
    const undelivered = { delivered: false, status: 0, body: undefined };
    const where = sent.conversation as { conversationType?: string };
    const entities = Array.isArray(sent.entities) ? sent.entities : [];
    const isLine = sent.type === 'message' && sent.value === undefined;
    if (
      isLine &&
      where.conversationType !== 'personal' &&
      !entities.some((entity) => entity.mentioned?.id === bot.id)
    )
      return undelivered;
    const to = punkt;
    const bearer = token === undefined ? await authority?.token(String(sent.serviceUrl)) : token;
    const response = await fetch(`${to}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(typeof bearer === 'string' ? { authorization: `Bearer ${bearer}` } : {}),
      },
      body: JSON.stringify(sent),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return {
      delivered: true,
      status: response.status,
      body: text === '' ? undefined : json ? JSON.parse(text) : text,
    };
  }

  async function close() {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  return {
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
    line(conversation, person, text, options = {}) {
      const mention = options.mention ?? conversation.conversationType !== 'personal';
      const at = `<at>${bot.name}</at>`;
      const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      return activity(conversation, person, 'message', {
        text: mention ? `${at}&nbsp;${html}` : html,
        textFormat: 'plain',
        entities: mention ? [{ type: 'mention', mentioned: bot, text: at }] : [],
        ...(options.id === undefined ? {} : { id: options.id }),
      });
    },
    tap(conversation, person, activityId, action, inputs = {}) {
      const data = { ...action.data, ...inputs };
      if (asksForDialog(action)) return dialogCall('fetch', activity, conversation, person, data, activityId);
      if (action.type === 'Action.Submit')
        return activity(conversation, person, 'message', { replyToId: activityId, value: data });
      return invoke(conversation, person, activityId, { action: onWire(action, data), trigger: 'manual' });
    },
    refresh: (conversation, person, activityId, action) =>
      invoke(conversation, person, activityId, { action: onWire(action, action.data), trigger: 'automatic' }),
    installed: (conversation, by) =>
      activity(conversation, by, 'conversationUpdate', { membersAdded: [{ id: bot.id }] }),
    activity,
    send,
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
    until: (find) => until(find, watchers),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function cardOf(message: FakeMessage): Json | undefined {
  const attachments = message.activity.attachments;
  return Array.isArray(attachments) ? (attachments[0]?.content as Json | undefined) : undefined;
}
