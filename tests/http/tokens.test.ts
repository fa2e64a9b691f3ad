import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, openInside, storedAtRest } from '../support/insideRoom.ts';
import { button } from '../support/meetingRoom.ts';
import { freePort, startPunkt, storeFolder } from '../support/punkt.ts';
import { startTestAuthority, type TestAuthority } from '../support/testAuthority.ts';

const TENANT = randomUUID();
let authority: TestAuthority;
let room: InsideRoom;
let chair: FakePerson;

beforeAll(async () => {
  authority = await startTestAuthority();
  const env = {
    PUNKT_TEST_AUTHORITY: authority.url,
    MicrosoftAppId: authority.appId,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: TENANT,
    MicrosoftAppPassword: 'not a secret',
  };
  room = await openInside(['Birthe Solvang', 'Asger Thorup'], { env, authority, tenantId: TENANT });
  chair = room.person('Birthe Solvang');
  await room.imports('klynge-nordby.txt');
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
  await authority?.close();
});

const step = inOrder();

describe('with a good token', () => {
  step('a meeting is begun, decided and written to, and Punkt bears a token of its own', async () => {
    await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    await room.asks(chair, 'beslutning: Med en god nøgle');
    await room.sees('Med en god nøgle');
    expect(room.teams.requests.every(({ authorization }) => authorization?.startsWith('Bearer '))).toBe(true);
  });
});

describe('without a good token nothing is answered and nothing is written', () => {
  const bad: [string, number, () => Promise<string | null>, Record<string, unknown>?][] = [
    ['none', 401, async () => null],
    ['an empty one', 401, async () => ''],
    ['no token at all', 401, async () => 'abc'],
    ['one without a signature', 401, async () => authority.unsigned(room.teams.url)],
    ['the wrong key', 401, () => authority.token(room.teams.url, { key: 'stranger' })],
    ['an unknown key', 401, () => authority.token(room.teams.url, { key: 'unknown' })],
    ['the wrong audience', 401, () => authority.token(room.teams.url, { audience: randomUUID() })],
    [
      'the wrong issuer',
      401,
      () => authority.token(room.teams.url, { issuer: 'https://api.botframework.com' }),
    ],
    ['an expired one', 401, () => authority.token(room.teams.url, { expiresIn: -3600 })],
    ['one that is not valid yet', 401, () => authority.token(room.teams.url, { notBefore: 3600 })],
    ['one for another service URL', 401, () => authority.token('https://smba.trafficmanager.net/emea/')],
    ['one of another tenant', 401, () => authority.token(room.teams.url, { claims: { tid: randomUUID() } })],
    [
      'a good one, and an activity of another tenant',
      403,
      () => authority.token(room.teams.url),
      { channelData: { tenant: { id: randomUUID() } } },
    ],
    [
      'a good one, and no tenant',
      403,
      () => authority.token(room.teams.url),
      { channelData: {}, conversation: { id: 'c' } },
    ],
    [
      'a good one, and a channel that its keys do not speak for',
      401,
      () => authority.token(room.teams.url),
      { channelId: 'webchat' },
    ],
    [
      'a good one for a service URL that is not Teams',
      403,
      () => authority.token('https://evil.example/'),
      { serviceUrl: 'https://evil.example/' },
    ],
  ];

  // botbuilder writes the keys that it has to the console where a token names none of them.
  beforeAll(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });

  for (const [what, status, token, over = {}] of bad) {
    step(`${what}: ${status}`, async () => {
      const card = await room.item(1);
      const before = await storedAtRest(room);
      const requests = room.teams.requests.length;
      const activities = [
        room.teams.tap(room.chat, chair, card.activityId, button(card.card, 'Næste punkt')),
        room.teams.line(room.chat, chair, 'beslutning: Uden nøgle'),
        room.teams.installed(room.teams.groupChat([chair]), chair),
      ];
      for (const activity of activities) {
        const answer = await room.teams.send({ ...activity, ...over }, await token());
        expect(answer.status).toBe(status);
        expect(JSON.stringify(answer.body ?? '')).not.toMatch(/Punkt \d|PUNKT|stack|at /u);
      }
      expect(await room.stored()).toBe(before);
      expect(room.teams.requests).toHaveLength(requests);
    });
  }

  step('the log says why, and names nobody', () => {
    const lines = room.punkt.lines.join('\n');
    for (const reason of ['signature', 'audience', 'issuer', 'expired', 'service URL', 'tenant'])
      expect(lines).toContain(reason);
    expect(lines).not.toMatch(/Solvang|eyJ|29:1/u);
  });
});

describe('the test settings', () => {
  const identity = {
    MicrosoftAppId: randomUUID(),
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: TENANT,
    MicrosoftAppPassword: 'x',
  };
  it.each([
    [
      'PUNKT_TEST_AUTHORITY',
      { ...identity, PUNKT_MODE: 'production', PUNKT_TEST_AUTHORITY: 'http://127.0.0.1:1/' },
    ],
    ['MicrosoftAppId', { PUNKT_MODE: 'production' }],
    ['PUNKT_DATA', { PUNKT_DATA: '/dev/null/punkt' }],
  ])('a start with a wrong %s ends with its name, one line, and exit code 1', async (name, env) => {
    const folder = await storeFolder();
    const started = startPunkt(folder.path, env as unknown as Record<string, string>);
    const error = await started.then(
      (server) => server.kill().then(() => new Error('it started')),
      (failure: Error) => failure,
    );
    expect(error.message).toMatch(new RegExp(`ended with 1: ${name}[^\\n]*\\n$`, 'u'));
    await folder.remove();
  });

  it('a port that is in use is one clear line', async () => {
    const folder = await storeFolder();
    const port = String(await freePort());
    const first = await startPunkt(folder.path, { PORT: port });
    const second = await startPunkt(folder.path, { PORT: port }).catch((failure: Error) => failure);
    expect(second).toBeInstanceOf(Error);
    expect((second as Error).message).toMatch(/ended with 1: PORT: \d+ is in use by another program\.\n$/u);
    await first.kill();
    await folder.remove();
  });
});
