import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import type { InvokeActivity, MessageActivity, TeamsActivity } from '../../src/teams/activity.ts';
import { createServer, type Server } from '../../src/teams/server.ts';
import type { InvokeAnswer, TurnHandlers } from '../../src/teams/turn.ts';
import type { CardAction, FakeConversation, FakePerson, FakeTeams } from '../support/fakeTeams.ts';
import { startFakeTeams } from '../support/fakeTeams.ts';

const approve: CardAction = {
  type: 'Action.Execute',
  title: 'Godkend',
  verb: 'approve',
  data: { item: '3', token: 'k1' },
  raw: {},
};
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Godkendt' }] };
const answer: InvokeAnswer = {
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
};

let teams: FakeTeams;
let server: Server;
let punkt: string;
let person: FakePerson;
let chat: FakeConversation;
let seen: TeamsActivity[];
let taps: InvokeActivity[];
let lines: MessageActivity[];
let logged: string[];
/** Rings at once: whatever has not settled by the end of the turn of the event loop is late. */
let impatient: boolean;
let handlers: TurnHandlers;

beforeEach(async () => {
  [seen, taps, lines, logged, impatient] = [[], [], [], [], false];
  handlers = {
    async seen(activity) {
      seen.push(activity);
    },
    async invoke(activity) {
      taps.push(activity);
      return answer;
    },
    dialog: async () => null,
    fileConsent: async () => undefined,
    async message(activity, say) {
      lines.push(activity);
      await say({ text: 'Noteret' });
    },
  };
  server = createServer({
    config: readConfig({ PORT: '0', PUNKT_MODE: 'development' }),
    handlers: {
      seen: (activity) => handlers.seen(activity),
      invoke: (activity) => handlers.invoke(activity),
      dialog: (step, activity, late) => handlers.dialog(step, activity, late),
      fileConsent: (activity) => handlers.fileConsent(activity),
      message: (activity, say) => handlers.message(activity, say),
    },
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    timer: (ms, ring) => {
      const timeout = setTimeout(ring, impatient ? 0 : ms);
      return () => clearTimeout(timeout);
    },
  });
  punkt = `http://127.0.0.1:${(await server.listen()).port}`;
  teams = await startFakeTeams();
  teams.connect(punkt);
  person = teams.person('Astrid Lund');
  chat = teams.groupChat([person]);
});
afterEach(async () => {
  await server.close();
  await teams.close();
});

describe('a tap', () => {
  it('is seen, handled and answered with HTTP 200 and the answer as it is', async () => {
    const result = await teams.send(teams.tap(chat, person, '17', approve, { note: 'æøå' }));
    expect(result).toEqual({ delivered: true, status: 200, body: answer });
    expect(seen).toHaveLength(1);
    expect(taps[0]).toMatchObject({
      replyToId: '17',
      from: { id: person.id, aadObjectId: person.aadObjectId },
      value: {
        trigger: 'manual',
        action: { verb: 'approve', data: { item: '3', token: 'k1', note: 'æøå' } },
      },
    });
  });

  it('that is refused is HTTP 200 all the same, with the status inside', async () => {
    const refused: InvokeAnswer = {
      statusCode: 409,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Kortet er forældet.',
    };
    handlers = { ...handlers, invoke: async () => refused };
    expect(await teams.send(teams.tap(chat, person, '17', approve))).toMatchObject({
      status: 200,
      body: refused,
    });
  });

  it('tells the handler when the client refreshed by itself', async () => {
    await teams.send(teams.refresh(chat, person, '17', approve));
    expect(taps[0]?.value.trigger).toBe('automatic');
  });

  it('whose handler throws is answered with an error that says nothing of the inside, and Punkt lives on', async () => {
    handlers = { ...handlers, invoke: () => Promise.reject(new Error('lmdb: /srv/data is read-only')) };
    const result = await teams.send(teams.tap(chat, person, '17', approve));
    expect(result).toMatchObject({
      status: 200,
      body: {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { message: expect.stringMatching(/^Noget gik galt/) },
      },
    });
    expect(JSON.stringify(result.body)).not.toContain('lmdb');
    expect(logged.join()).toContain('handler failed');
    expect((await fetch(`${punkt}/healthz`)).status).toBe(200);
  });

  it('whose handler throws at once is answered in the same way', async () => {
    handlers = {
      ...handlers,
      invoke: () => {
        throw new TypeError('x is undefined');
      },
    };
    expect(await teams.send(teams.tap(chat, person, '17', approve))).toMatchObject({
      status: 200,
      body: { statusCode: 500 },
    });
  });

  it('that nobody could take note of first is not handled', async () => {
    handlers = { ...handlers, seen: () => Promise.reject(new Error('store')) };
    expect(await teams.send(teams.tap(chat, person, '17', approve))).toMatchObject({
      body: { statusCode: 500 },
    });
    expect(taps).toEqual([]);
  });

  it('whose handler hangs is answered honestly and once, while the handler goes on', async () => {
    impatient = true;
    let go: () => void = () => undefined;
    let ended = false;
    handlers = {
      ...handlers,
      invoke: async () => {
        await new Promise<void>((resolve) => {
          go = resolve;
        });
        ended = true;
        return answer;
      },
    };
    const result = await teams.send(teams.tap(chat, person, '17', approve));
    expect(result).toMatchObject({
      status: 200,
      body: {
        statusCode: 500,
        type: 'application/vnd.microsoft.error',
        value: { message: 'Ikke gemt endnu – prøv igen om lidt.' },
      },
    });
    expect(logged.join()).toContain('handler late');
    expect(ended).toBe(false);
    // Closing waits for it, however long after the last connection it ends.
    setTimeout(go, 50);
    await server.close();
    expect(ended).toBe(true);
  });

  it('whose handler fails after its answer is logged, and harms nobody', async () => {
    impatient = true;
    let fail: () => void = () => undefined;
    handlers = {
      ...handlers,
      invoke: () =>
        new Promise((_resolve, reject) => {
          fail = () => reject(new Error('late'));
        }),
    };
    await teams.send(teams.tap(chat, person, '17', approve));
    fail();
    await server.close();
    expect(logged.join()).toContain('handler failed');
  });

  it.each([
    ['no action', {}],
    ['no verb', { action: { type: 'Action.Execute', data: {} } }],
    ['an empty verb', { action: { verb: '', data: {} } }],
    ['data of the wrong kind', { action: { verb: 'approve', data: 'x' } }],
  ])('with %s is answered with 400 inside', async (_case, value) => {
    const broken = { ...teams.tap(chat, person, '17', approve), value };
    expect(await teams.send(broken)).toMatchObject({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error' },
    });
    expect(taps).toEqual([]);
  });

  it('without data is handled with none', async () => {
    const bare = { ...teams.tap(chat, person, '17', approve), value: { action: { verb: 'agenda' } } };
    expect(await teams.send(bare)).toMatchObject({ body: { statusCode: 200 } });
    expect(taps[0]?.value).toMatchObject({ trigger: 'manual', action: { verb: 'agenda', data: {} } });
  });

  it.each(['tab/fetch', 'composeExtension/query', 'application/search'])(
    'of another kind (%s) is answered with 501 inside',
    async (name) => {
      const unknown = { ...teams.tap(chat, person, '17', approve), name };
      expect(await teams.send(unknown)).toMatchObject({ status: 200, body: { statusCode: 501 } });
      expect(taps).toEqual([]);
    },
  );
});

describe('a line', () => {
  it('is handled, and answered in the same conversation', async () => {
    const result = await teams.send(teams.line(chat, person, 'beslutning: <ja> & nej'));
    expect(result).toEqual({ delivered: true, status: 200, body: undefined });
    expect(lines).toHaveLength(1);
    expect(chat.messages.map(({ activity }) => activity.text)).toEqual(['Noteret']);
  });

  it('whose handler throws gets 200 and an honest answer', async () => {
    handlers = { ...handlers, message: () => Promise.reject(new Error('broken')) };
    expect(await teams.send(teams.line(chat, person, 'næste'))).toMatchObject({ status: 200 });
    expect(chat.messages[0]?.activity.text).toMatch(/^Noget gik galt i Punkt/);
  });

  it('whose answer Teams does not take is handled all the same', async () => {
    teams.failNext({ with: 403, code: 'BotNotInConversationRoster' });
    expect(await teams.send(teams.line(chat, person, 'næste'))).toMatchObject({ status: 200 });
    expect(logged.join()).toContain('answer not sent');
  });

  it('without text, from an old client’s button, is the same as the tap, and answered with the card', async () => {
    const submit: CardAction = {
      ...approve,
      type: 'Action.Submit',
      data: { ...approve.data, verb: 'approve' },
    };
    expect(await teams.send(teams.tap(chat, person, '17', submit, { note: 'ja' }))).toMatchObject({
      status: 200,
    });
    expect(lines).toEqual([]);
    expect(taps[0]).toMatchObject({
      type: 'invoke',
      replyToId: '17',
      value: { trigger: 'manual', action: { verb: 'approve', data: { item: '3', token: 'k1', note: 'ja' } } },
    });
    expect(teams.card(chat)).toEqual(card);
  });

  it('without a mention in a group never arrives', async () => {
    expect((await teams.send(teams.line(chat, person, 'næste', { mention: false }))).delivered).toBe(false);
    const own = teams.personalChat(person);
    expect((await teams.send(teams.line(own, person, 'næste'))).delivered).toBe(true);
    expect(lines).toHaveLength(1);
  });
});

describe('what is only taken note of', () => {
  it.each([
    'conversationUpdate',
    'installationUpdate',
    'messageReaction',
    'typing',
    'event',
    'messageUpdate',
    'messageDelete',
    'somethingNew',
  ])('%s', async (type) => {
    const rest = { text: '<at>Punkt</at> næste', value: { verb: 'approve' } };
    expect(await teams.send(teams.activity(chat, person, type, rest))).toMatchObject({ status: 200 });
    expect(seen.map((activity) => activity.type)).toEqual([type]);
    expect([...taps, ...lines]).toEqual([]);
    expect(teams.requests).toEqual([]);
  });
});
