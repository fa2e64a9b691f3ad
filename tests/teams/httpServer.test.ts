import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import type { TeamsActivity } from '../../src/teams/activity.ts';
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
const answer: InvokeAnswer = {
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: 'ok',
};

let teams: FakeTeams;
let server: Server;
let punkt: string;
let person: FakePerson;
let chat: FakeConversation;
let seen: TeamsActivity[];
let logged: string[];
let handlers: TurnHandlers;

beforeEach(async () => {
  [seen, logged] = [[], []];
  handlers = {
    async seen(activity) {
      seen.push(activity);
    },
    async invoke() {
      return answer;
    },
    async dialog() {
      return null;
    },
    async fileConsent() {},
    async message() {},
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

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${punkt}/api/messages`, { method: 'POST', headers, body });

describe('a request that is no activity', () => {
  it.each<[string, string, number]>([
    ['torn JSON', '{"type":"invoke","id":', 400],
    ['no body', '', 400],
    ['a number', '7', 400],
    ['a list', '[]', 400],
    ['an empty object', '{}', 400],
    ['null', 'null', 400],
    ['an activity of the wrong kinds', '{"type":7,"id":{},"from":"x"}', 400],
    ['2 MB', `{"type":"message","text":"${'x'.repeat(2_000_000)}"}`, 413],
    ['just over the limit', `{"text":"${'x'.repeat(256 * 1024)}"}`, 413],
  ])('(%s) gets a clear answer, and nothing is handled', async (_case, body, expected) => {
    const response = await post(body);
    expect(response.status).toBe(expected);
    expect(Object.keys((await response.json()) as object)).toEqual(['error']);
    expect(seen).toEqual([]);
    expect(logged.length).toBeGreaterThan(0);
    expect((await fetch(`${punkt}/healthz`)).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', ''])('as %s gets 415', async (type) => {
    const activity = JSON.stringify(teams.tap(chat, person, '17', approve));
    expect((await post(activity, { 'content-type': type })).status).toBe(415);
    expect(seen).toEqual([]);
  });

  it('compressed gets 415, so that a small body cannot become a large one', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect((await post('x', headers)).status).toBe(415);
  });

  it('of another channel than Teams gets 403', async () => {
    const line = teams.line(teams.personalChat(person), person, 'næste');
    expect((await teams.send({ ...line, channelId: 'emulator' })).status).toBe(403);
    expect(seen).toEqual([]);
  });

  it('by another host name gets 403 while nothing is verified', async () => {
    const body = JSON.stringify(teams.tap(chat, person, '17', approve));
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'punkt.example.org', 'content-type': 'application/json' };
      request(`${punkt}/api/messages`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end(body);
    });
    expect(status).toBe(403);
    expect(seen).toEqual([]);
  });

  it('gets 405 for another method, 404 for another path', async () => {
    expect((await fetch(`${punkt}/api/messages`)).status).toBe(405);
    expect((await fetch(`${punkt}/api/other`)).status).toBe(404);
    expect((await fetch(`${punkt}/elsewhere`, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('every answer', () => {
  it('has the headers that browsers need, and names no software', async () => {
    for (const path of ['/healthz', '/api/messages', '/nowhere', '/%']) {
      const { headers } = await fetch(`${punkt}${path}`);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
  });

  it('is logged without name, text or id of anybody', async () => {
    const secret = 'Hemmelig sag om Tordenskjold';
    handlers = {
      ...handlers,
      invoke: () => Promise.reject(new Error(`cannot store "${secret}" for ${person.name} (${person.id})`)),
      message: () => Promise.reject(new TypeError(`no such line: ${secret}`)),
    };
    await teams.send(teams.tap(chat, person, '17', approve, { note: secret }));
    await teams.send(teams.line(chat, person, secret));
    await teams.send({ ...teams.tap(chat, person, '17', approve), name: secret });
    await teams.send({ ...teams.tap(chat, person, '17', approve), value: { note: secret } });
    await post(`{"text":"${secret}`);
    teams.failNext({ with: 500 });
    await teams.send(teams.line(chat, person, secret));
    const all = logged.join('\n');
    expect(all).toContain('handler failed');
    for (const [what, text] of Object.entries({
      text: 'Tordenskjold',
      name: 'Astrid',
      person: person.id,
      objectId: String(person.aadObjectId),
      conversation: chat.id,
      tenant: teams.tenantId,
    })) {
      expect([what, all.includes(text)]).toEqual([what, false]);
    }
  });
});

it('refuses a port that is taken, with a rejected promise', async () => {
  const taken = punkt.split(':').at(-1) ?? '';
  const second = createServer({
    config: readConfig({ PORT: taken, PUNKT_MODE: 'development' }),
    handlers,
    log: pino({ level: 'silent' }),
  });
  await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await second.close();
});
