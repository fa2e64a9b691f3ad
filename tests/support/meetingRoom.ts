import {
  button,
  buttons,
  type CardAction,
  type FakeTeams,
  startFakeTeams,
  texts,
  untouched,
} from './fakeTeams.ts';
import type { FakeConversation, FakePerson } from './fakeTeamsConnector.ts';
import type { FakeRules } from './fakeTeamsRules.ts';
import { type PunktProcess, type punkt, punktWith, startPunkt, storeFolder } from './punkt.ts';
import { type Surroundings, surround } from './surroundings.ts';
import type { TestAuthority } from './testAuthority.ts';

type Json = Record<string, unknown>;

/** A card as somebody sees it, and how it answers their taps. */
export interface SeenCard {
  readonly conversation: FakeConversation;
  readonly activityId: string;
  readonly card: Json;
}

/** A meeting's chat with its people, a Punkt beside it, and hands to tap and type. */
export interface MeetingRoom<P extends PunktProcess = PunktProcess> extends AsyncDisposable {
  readonly teams: FakeTeams;
  readonly folder: string;
  /** The settings of its servers and the command line. */
  readonly env: Record<string, string>;
  /** Who signs what Teams sends; undefined: nothing is verified. */
  readonly authority: TestAuthority | undefined;
  /** The room's store, opened beside its server. */
  openStore: Surroundings['openStore'];
  /** All that is stored, as text. */
  stored: Surroundings['stored'];
  readonly chat: FakeConversation;
  punkt: P;
  /** Everybody in the shared chat. */
  readonly people: readonly FakePerson[];
  person(name: string): FakePerson;
  cli(...args: readonly string[]): ReturnType<typeof punkt>;
  /** Waits for a card in a conversation on which something can be read. */
  sees(reading: string | RegExp, where?: FakeConversation): Promise<SeenCard>;
  /** Taps a button by its title, with what is filled in; gives the card that answers. */
  taps(who: FakePerson, on: SeenCard, title: string | RegExp, inputs?: Json): Promise<SeenCard>;
  /** The same with an action at hand, and the whole answer. */
  sends(
    who: FakePerson,
    on: SeenCard,
    action: CardAction,
    inputs?: Json,
  ): Promise<{ status: number; body: Json }>;
  /** The answer to a tap in words: what the card that answers says, or the error's sentence. */
  hears(who: FakePerson, on: SeenCard, title: string | RegExp, inputs?: Json): Promise<string>;
  types(who: FakePerson, text: string, where?: FakeConversation): Promise<void>;
  /** Types a line and gives the texts that Punkt said to it, once the line is answered. */
  asks(who: FakePerson, text: string, where?: FakeConversation): Promise<string[]>;
  meetingId(): Promise<string>;
  draft(): Promise<string>;
  /** All that was ever sent to the shared chat, as text. */
  sentToChat(): string;
  restart(): Promise<void>;
}

/** Opens a room with these people in the chat; the first is the one who adds the bot. */
export const openRoom = (names: readonly string[], env: Record<string, string> = {}): Promise<MeetingRoom> =>
  openRoomWith(names, (folder, env) => startPunkt(folder, env), { env });

/** The same with any way to start a Punkt on a store; the first start of many is followed by `restart`. */
export async function openRoomWith<P extends PunktProcess>(
  names: readonly string[],
  start: (folder: string, env: Record<string, string>) => Promise<P>,
  options: {
    readonly authority?: TestAuthority;
    readonly tenantId?: string;
    readonly channel?: boolean;
    /** What Teams insists on; default: it takes everything at any pace. */
    readonly rules?: FakeRules;
    /** Settings of the server and the command line, beside the folder of the store. */
    readonly env?: Record<string, string>;
  } = {},
): Promise<MeetingRoom<P>> {
  const store = await storeFolder();
  const around = await surround(store.path, options);
  const { env, authority } = around;
  const teams = await startFakeTeams(around.tenantId, options.rules);
  const people = names.map((name) => teams.person(name));
  const chat = options.channel ? teams.channel(people) : teams.groupChat(people);
  // What was opened until then must not keep the test run alive.
  let server = await start(store.path, env).catch(async (error: unknown) => {
    await teams.close();
    await around[Symbol.asyncDispose]();
    await store.remove();
    throw error;
  });
  teams.connect(server.url, authority);
  const answers: string[] = [];

  const room: MeetingRoom<P> = {
    teams,
    folder: store.path,
    env,
    authority,
    openStore: around.openStore,
    stored: around.stored,
    chat,
    people,
    get punkt() {
      return server;
    },
    set punkt(next) {
      server = next;
      teams.connect(next.url, authority);
    },
    person(name) {
      const found = people.find((person) => person.name === name);
      if (!found) throw new Error(`no ${name} in the room`);
      return found;
    },
    cli: (...args) => punktWith({ PUNKT_DATA: store.path, ...env }, ...args),
    sees(reading, where = chat) {
      const fits = (text: string) =>
        typeof reading === 'string' ? text.includes(reading) : reading.test(text);
      return teams.until(() => {
        for (const message of where.messages.toReversed()) {
          const content = (message.activity.attachments as { content?: Json }[] | undefined)?.[0]?.content;
          if (content && texts(content).some(fits))
            return { conversation: where, activityId: message.activityId, card: content };
        }
        return undefined;
      });
    },
    async sends(who, on, action, inputs = {}) {
      const tap = teams.tap(on.conversation, who, on.activityId, action, {
        ...untouched(on.card),
        ...inputs,
      });
      const { status, body } = await teams.send(tap);
      if (on.conversation === chat) answers.push(JSON.stringify(body));
      return { status, body: body as Json };
    },
    async taps(who, on, title, inputs = {}) {
      const { status, body } = await room.sends(who, on, button(on.card, title), inputs);
      const card = body?.value as Json;
      if (status !== 200 || body?.type !== 'application/vnd.microsoft.card.adaptive')
        throw new Error(`${String(title)} was answered with ${status} ${JSON.stringify(body)}`);
      return { ...on, card };
    },
    async hears(who, on, title, inputs = {}) {
      const { body } = await room.sends(who, on, button(on.card, title), inputs);
      return wordsOf(body);
    },
    async types(who, text, where = chat) {
      const delivery = await teams.send(teams.line(where, who, text));
      if (delivery.status !== 200) throw new Error(`»${text}« was answered with ${delivery.status}`);
    },
    async asks(who, text, where = chat) {
      const before = teams.requests.length;
      await room.types(who, text, where);
      return teams.requests
        .slice(before)
        .filter(({ method, path }) => method === 'POST' && path.includes(where.id))
        .flatMap(({ body }) => (typeof body.text === 'string' ? [body.text] : []));
    },
    async meetingId() {
      const { stdout } = await room.cli('meetings', '--json');
      const [meeting] = JSON.parse(stdout) as { id: string }[];
      return meeting?.id ?? '';
    },
    async draft() {
      const { stdout, stderr } = await room.cli('minutes', await room.meetingId());
      if (stderr) throw new Error(stderr);
      return stdout;
    },
    sentToChat: () => {
      const posted = teams.requests.filter((request) => request.path.includes(chat.id));
      return [...posted.map((request) => JSON.stringify(request.body)), ...answers].join('\n');
    },
    async restart() {
      await server.kill();
      room.punkt = await start(store.path, env);
    },
    async [Symbol.asyncDispose]() {
      await server.kill();
      await teams.close();
      await around[Symbol.asyncDispose]();
      await store.remove();
    },
  };
  const [first] = people;
  if (first) await teams.send(teams.installed(chat, first));
  return room;
}

/** What the body of an answer says: the texts of its card, or the sentence of its error. */
export function wordsOf(body: unknown): string {
  const value = (body as { value?: unknown } | undefined)?.value;
  if (typeof value === 'string') return value;
  const message = (value as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? message : texts(value).join('\n');
}

export { button, buttons, texts };
