import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { refusedToken } from '../../src/teams/channelToken.ts';
import { createServer, type Server } from '../../src/teams/server.ts';
import { isAllowedServiceUrl } from '../../src/teams/serviceUrl.ts';
import { dialogCall } from '../support/dialogCall.ts';
import type { CardAction, FakeConversation, FakePerson, FakeTeams } from '../support/fakeTeams.ts';
import { startFakeTeams } from '../support/fakeTeams.ts';
import { startTestAuthority, type TestAuthority, type TokenParts } from '../support/testAuthority.ts';

const tap: CardAction = { type: 'Action.Execute', title: 'Godkend', verb: 'approve', data: {}, raw: {} };
const handled: string[] = [];
let authority: TestAuthority;
let stranger: TestAuthority;
let teams: FakeTeams;
let server: Server;
let punkt: string;
let person: FakePerson;
let chat: FakeConversation;

beforeAll(async () => {
  // botbuilder writes to the console when a signature is wrong.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  [authority, stranger, teams] = await Promise.all([
    startTestAuthority(),
    startTestAuthority(),
    startFakeTeams(),
  ]);
  const config = readConfig({
    PORT: '0',
    PUNKT_MODE: 'development',
    MicrosoftAppId: authority.appId,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppPassword: 'never used',
    MicrosoftAppTenantId: teams.tenantId,
    PUNKT_TEST_AUTHORITY: authority.url,
  });
  server = createServer({
    config,
    log: pino({ level: 'silent' }),
    handlers: {
      async seen(activity) {
        handled.push(activity.type);
      },
      async invoke() {
        return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'ok' };
      },
      dialog: async () => null,
      async fileConsent() {},
      async message(_activity, say) {
        await say({ text: 'Hørt' });
      },
    },
  });
  punkt = `http://127.0.0.1:${(await server.listen()).port}`;
  teams.connect(punkt, authority);
  person = teams.person('Astrid Lund');
  chat = teams.groupChat([person]);
});
beforeEach(() => {
  handled.length = 0;
  teams.requests.length = 0;
});
afterAll(async () => {
  await server.close();
  await Promise.all([teams.close(), authority.close(), stranger.close()]);
  jest.restoreAllMocks();
});

describe('a token of the channel', () => {
  it('lets a tap in', async () => {
    const { status, body } = await teams.send(teams.tap(chat, person, '1', tap));
    expect({ status, body }).toMatchObject({ status: 200, body: { statusCode: 200, value: 'ok' } });
    expect(handled).toEqual(['invoke']);
  });

  it('lets a line in, and the answer goes out without asking Microsoft for a token', async () => {
    expect(await teams.send(teams.line(chat, person, 'status'))).toMatchObject({ status: 200 });
    expect(chat.messages.at(-1)?.activity).toMatchObject({ text: 'Hørt' });
    expect(teams.requests.at(-1)?.authorization).toBe('Bearer test');
  });

  it('has its keys fetched once', async () => {
    await teams.send(teams.tap(chat, person, '1', tap));
    const fetched = authority.keyRequests();
    await teams.send(teams.tap(chat, person, '1', tap));
    expect(authority.keyRequests()).toBe(fetched);
  });
});

describe('nobody comes in with', () => {
  const refusedTokens: [string, (serviceUrl: string) => Promise<string | null> | string | null][] = [
    ['no token', () => null],
    ['an empty token', () => ''],
    ['a word as a token', () => 'open-sesame'],
    ['an unsigned token', (url) => authority.unsigned(url)],
    ['a token without its signature', async (url) => (await authority.token(url)).replace(/[^.]+$/, '')],
    [
      'a signature of another token',
      async (url) => {
        const other = (await authority.token(url, { expiresIn: 60 })).split('.')[2];
        return (await authority.token(url)).replace(/[^.]+$/, String(other));
      },
    ],
    ['a token of another authority', (url) => stranger.token(url, { audience: authority.appId })],
    ['a token for several audiences', (url) => authority.token(url, { audience: [authority.appId, 'x'] })],
    ...Object.entries({
      'another key': { key: 'stranger' },
      'a key that was never published': { key: 'unknown' },
      'another audience': { audience: randomUUID() },
      'no audience': { audience: '' },
      'another issuer': { issuer: 'https://api.botframework.com' },
      'the issuer of the emulator': {
        issuer: 'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/',
      },
      'another service URL': { serviceUrl: 'https://smba.trafficmanager.net/emea/' },
      'an expired token': { expiresIn: -600 },
      'a token that is not yet valid': { notBefore: 3600, expiresIn: 7200 },
      'a token of another tenant': { claims: { tid: '0b9e3c71-5d2a-4c86-9f10-7a4e2d6b8c55' } },
      'a token of a skill': { claims: { ver: '1.0', appid: '6d1f4b20-9c3e-4a57-8e02-1b5c7d9f3a44' } },
    } satisfies Record<string, TokenParts>).map(
      ([name, parts]): [string, (serviceUrl: string) => Promise<string>] => [
        name,
        (serviceUrl) => authority.token(serviceUrl, parts),
      ],
    ),
  ];

  it.each(refusedTokens)('%s', async (_name, token) => {
    const answers = [
      await teams.send(teams.tap(chat, person, '1', tap), await token(teams.url)),
      await teams.send(teams.line(chat, person, 'status'), await token(teams.url)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(answers[0]?.body).toEqual({ error: 'A valid token of the channel is required.' });
    expect(handled).toEqual([]);
    expect(teams.requests).toEqual([]);
  });

  it.each(['fetch', 'submit'] as const)('no token, by a dialog (%s)', async (step) => {
    const data = { verb: 'note.record', m: 'm' };
    const sent = dialogCall(step, teams.activity, chat, person, data);
    expect((await teams.send(sent, null)).status).toBe(401);
    expect(handled).toEqual([]);
    expect((await teams.send(sent)).status).toBe(200);
  });

  it('another scheme than Bearer', async () => {
    const token = await authority.token(teams.url);
    for (const scheme of ['Basic', 'bearer', 'Bearer  ', '']) {
      const response = await fetch(`${punkt}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `${scheme} ${token}` },
        body: JSON.stringify(teams.tap(chat, person, '1', tap)),
      });
      expect(response.status).toBe(401);
    }
    expect(handled).toEqual([]);
  });

  const foreign = '0b9e3c71-5d2a-4c86-9f10-7a4e2d6b8c55';
  it.each<[string, (activity: Record<string, unknown>) => Record<string, unknown>, number]>([
    ['a service URL that is not the token’s', (a) => ({ ...a, serviceUrl: 'http://127.0.0.1:1/' }), 401],
    ['an empty service URL', (a) => ({ ...a, serviceUrl: '' }), 400],
    ['no service URL', ({ serviceUrl: _, ...a }) => a, 400],
    ['the emulator’s channel', (a) => ({ ...a, channelId: 'emulator' }), 401],
    ['the channel AseChannel', (a) => ({ ...a, channelId: 'AseChannel' }), 401],
    ['a foreign tenant', (a) => ({ ...a, channelData: { tenant: { id: foreign } } }), 403],
    [
      'a foreign tenant of the conversation',
      (a) => ({ ...a, conversation: { ...(a.conversation as object), tenantId: foreign } }),
      403,
    ],
    [
      'no tenant at all',
      (a) => ({ ...a, channelData: {}, conversation: { ...(a.conversation as object), tenantId: null } }),
      403,
    ],
    ['a tenant of the wrong kind', (a) => ({ ...a, channelData: 7, conversation: { id: 'x' } }), 403],
  ])('a good token and %s', async (_name, spoil, expected) => {
    const token = await authority.token(teams.url);
    const { status } = await teams.send(spoil(teams.tap(chat, person, '1', tap)), token);
    expect(status).toBe(expected);
    expect(handled).toEqual([]);
  });

  it('a good token for a host that is not Microsoft’s', async () => {
    const activity = { ...teams.tap(chat, person, '1', tap), serviceUrl: 'https://teams.example.org/' };
    expect((await teams.send(activity)).status).toBe(403);
    expect(handled).toEqual([]);
  });
});

it('answers 503, not 401, while the keys cannot be fetched', async () => {
  const silent = await startTestAuthority();
  await silent.close();
  const config = readConfig({
    PORT: '0',
    PUNKT_MODE: 'development',
    MicrosoftAppId: silent.appId,
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppTenantId: teams.tenantId,
    PUNKT_TEST_AUTHORITY: silent.url,
  });
  const handlers = {
    seen: async () => undefined,
    invoke: () => Promise.reject(new Error('never')),
    dialog: async () => null,
    fileConsent: async () => undefined,
    message: async () => undefined,
  };
  const other = createServer({ config, handlers, log: pino({ level: 'silent' }) });
  const { port } = await other.listen();
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await silent.token(teams.url)}`,
      },
      body: JSON.stringify(teams.tap(chat, person, '1', tap)),
    });
    expect(response.status).toBe(503);
  } finally {
    await other.close();
  }
});

describe('before botbuilder sees it, a token', () => {
  it.each<[string | null, TokenParts]>([
    [null, {}],
    ['issuer', { issuer: 'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/' }],
    ['audience', { audience: randomUUID() }],
    ['audience', { audience: '' }],
    ['audience', { audience: ['a', 'b'] }],
    ['service URL', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['expired', { expiresIn: -600 }],
    ['not yet valid', { notBefore: 3600, expiresIn: 7200 }],
    ['tenant', { claims: { tid: '0b9e3c71-5d2a-4c86-9f10-7a4e2d6b8c55' } }],
    ['tenant', { claims: { tid: {} } }],
  ])('is refused for its %s: %j', async (reason, parts) => {
    const header = `Bearer ${await authority.token(teams.url, parts)}`;
    const expected = {
      issuer: authority.url,
      appId: authority.appId,
      serviceUrl: teams.url,
      now: Date.now(),
    };
    expect(refusedToken(header, { ...expected, tenants: [teams.tenantId] })).toBe(reason);
  });

  it('is refused for its algorithm, and for having no end', () => {
    const expected = {
      issuer: authority.url,
      appId: authority.appId,
      serviceUrl: teams.url,
      now: Date.now(),
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: authority.url, aud: authority.appId, serviceurl: teams.url };
    const token = (alg: string, more: object) =>
      `Bearer ${part({ alg, kid: 'k' })}.${part({ ...claims, ...more })}.x`;
    const refused = (header: string) => refusedToken(header, { ...expected, tenants: [] });
    expect(refused(token('HS256', { exp: 9e9 }))).toBe('algorithm');
    expect(refused(token('RS256', {}))).toBe('claims');
    expect(refused(token('RS256', { exp: 9e9 }))).toBeNull();
    expect(refused('')).toBe('missing');
    expect(refused('Bearer x.y')).toBe('malformed');
  });
});

describe('a service URL', () => {
  it.each<[string, boolean, boolean]>([
    ['https://smba.trafficmanager.net/emea/', true, true],
    ['https://smba.infra.gcc.teams.microsoft.com/', true, true],
    ['https://webchat.botframework.com/', true, true],
    ['http://smba.trafficmanager.net/emea/', false, false],
    ['https://evil.trafficmanager.net/', false, false],
    ['https://smba.trafficmanager.net.example.org/', false, false],
    ['https://smba.trafficmanager.net@example.org/', false, false],
    ['https://smba.trafficmanager.net:8443/', false, false],
    ['https://user@smba.trafficmanager.net/', false, false],
    ['https://evilteams.microsoft.com/', false, false],
    ['https://example.org/.teams.microsoft.com', false, false],
    ['https://api.botframework.us/', false, false],
    ['http://localhost:56150/_connector', false, true],
    ['http://127.0.0.1:4000/', false, true],
    ['http://[::1]:4000/', false, true],
    ['http://127.0.0.1.example.org/', false, false],
    ['http://169.254.169.254/', false, false],
    ['file:///etc/passwd', false, false],
    ['smba.trafficmanager.net', false, false],
    ['', false, false],
  ])('%s is called in production: %s, in development: %s', (url, production, development) => {
    expect(isAllowedServiceUrl(url, 'production')).toBe(production);
    expect(isAllowedServiceUrl(url, 'development')).toBe(development);
  });
});
