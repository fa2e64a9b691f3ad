import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Conversations } from '../../src/service/conversations.ts';
import { accountKey } from '../../src/teams/identity.ts';
import { paceLimits } from '../../src/teams/pace.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { PageClient } from '../support/pageClient.ts';
import { identityOf } from '../support/surroundings.ts';
import { startTestAuthority, type TestAuthority } from '../support/testAuthority.ts';

const CHAIR = 'Birthe Solvang';
const NAMESAKE = 'Asger Thorup';
const LEAVER = 'Torben Ravnkilde';
const TENANT = '4a1c9f60-7d2e-4b83-9c55-0e6f1d2a3b44';
const SSO_APP = '9e8d7c6b-5a49-4837-9261-504f3e2d1c0b';

let authority: TestAuthority;
let room: InsideRoom;
let meetingId: string;
beforeAll(async () => {
  authority = await startTestAuthority();
  const env = {
    ...identityOf(authority, TENANT),
    PUNKT_SSO_APP_ID: SSO_APP,
    PUNKT_HOST: 'punkt.example.org',
  };
  room = await openInside([CHAIR, NAMESAKE, NAMESAKE, 'Ulrik Storm', LEAVER], {
    env,
    authority,
    tenantId: TENANT,
    pace: paceLimits,
  });
  meetingId = await room.imports('klynge-nordby.txt');
}, 60_000);
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
  await authority?.close();
});

const oidOf = (at: number): string => room.people[at]?.aadObjectId ?? '';
const page = async (oid: string, audience: string | string[] = SSO_APP): Promise<PageClient> =>
  new PageClient(room.punkt.url, `Bearer ${await authority.ssoToken(oid, TENANT, { audience })}`);
const chat = () => encodeURIComponent(room.chat.id);

describe('who is signed in to Teams', () => {
  it('finds the meeting of the chat, sees it as whom the agenda names them for, and takes that role by acting', async () => {
    const chair = await page(oidOf(0));
    const { body } = await chair.send('GET', `/api/meetings?chat=${chat()}`);
    expect(body).toEqual({
      meetings: [
        { meetingId, title: expect.any(String), date: '2024-09-12', status: 'planned', present: true },
      ],
    });
    const { head } = await chair.view(meetingId);
    expect(head.me).toMatchObject({ name: CHAIR, role: 'participant', unclaimed: ['chair'] });
    const proposalId = head.imported?.proposalId ?? '';
    expect(await chair.ask(meetingId, { ask: 'adoptAgenda', proposalId })).toMatchObject({
      kind: 'accepted',
    });
    expect(await chair.ask(meetingId, { ask: 'start', itemId: null })).toMatchObject({ kind: 'accepted' });
    const after = await chair.view(meetingId);
    expect(after.head).toMatchObject({ status: 'running', audience: 'leading', me: { role: 'chair' } });
    expect(after.head.me?.personId).toBe(head.me?.personId);
  });

  it('finds in the personal app, which has no chat, the meetings that they took part in and may still see', async () => {
    const known = new Conversations(room.punkt.store.documents);
    const mine = async (oid: string) => (await page(oid)).send('GET', '/api/meetings');
    expect(await mine(oidOf(3))).toMatchObject({ status: 200, body: { meetings: [] } });
    const stranger = randomUUID();
    for (const oid of [oidOf(3), stranger]) {
      await known.know(accountKey(oid), { meetingId });
      await known.know(accountKey(oid), { meetingId: 'not-there' });
    }
    expect((await mine(oidOf(3))).body).toMatchObject({ meetings: [{ meetingId }] });
    expect(await mine(stranger)).toMatchObject({ status: 200, body: { meetings: [] } });
  });

  it('is known by the account: two of one name are nobody of the agenda', async () => {
    for (const at of [1, 2]) {
      const { head } = await (await page(oidOf(at))).view(meetingId);
      expect(head.me).toMatchObject({ name: NAMESAKE, role: 'participant', unclaimed: [] });
    }
  });

  it.each([
    ['the id of the app', SSO_APP],
    ['the URI of the app', `api://${SSO_APP}`],
    ['the URI of the app with its host', `api://punkt.example.org/${SSO_APP}`],
  ])('may bring a token for %s', async (_what, audience) => {
    expect((await (await page(oidOf(3), audience)).send('GET', `/api/meetings/${meetingId}`)).status).toBe(
      200,
    );
  });

  it.each([
    ['the bot', () => authority.appId],
    ['the app on another host', () => `api://evil.example/${SSO_APP}`],
    ['another app', () => 'api://8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22'],
  ])('may not bring a token for %s', async (_what, audience) => {
    const answer = await (await page(oidOf(3), audience())).send('GET', `/api/meetings/${meetingId}`);
    expect([answer.status, answer.body]).toEqual([
      401,
      { code: 'signInAgain', sentence: expect.any(String) },
    ]);
  });

  it('is refused before anything of what they send is read', async () => {
    const { url } = room.punkt;
    const token = await authority.ssoToken(oidOf(1), TENANT, { audience: SSO_APP, key: 'stranger' });
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(`${url}/api/meetings/${meetingId}/asks`, {
        method: 'POST',
        headers: {
          origin: url,
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': '500000',
        },
      });
      // The head alone: the body never comes.
      asking.flushHeaders();
      asking.on('response', (response) => {
        resolve(response.statusCode);
        asking.destroy();
      });
      asking.on('error', reject);
    });
    expect(status).toBe(401);
  }, 10_000);

  it('is told in their own language what to do', async () => {
    const stranger = new PageClient(
      room.punkt.url,
      `Bearer ${await authority.ssoToken('8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22', TENANT, { audience: SSO_APP })}`,
      'en-GB',
    );
    const { body } = await stranger.send('GET', `/api/meetings/${meetingId}`);
    expect(body).toMatchObject({ code: 'noSuchMeeting', sentence: expect.stringContaining('access link') });
    const danish = await stranger.send('GET', `/api/meetings/${meetingId}?lang=da-DK`);
    expect(danish.body).toMatchObject({ sentence: expect.stringContaining('adgangslink') });
  });

  it('cannot try which meetings and chats there are: those that they are not in are answered like none', async () => {
    const stranger = await page('8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22');
    const answers = async (...paths: string[]) =>
      Promise.all(paths.map(async (path) => ({ ...(await stranger.send('GET', path)), headers: null })));
    const [theirs, none] = await answers(
      `/api/meetings/${meetingId}`,
      '/api/meetings/0123456789abcdef01234567',
    );
    expect(theirs).toEqual(none);
    const chats = [room.chat.id, '19:nowhere@thread.v2'].map(
      (chat) => `/api/meetings?chat=${encodeURIComponent(chat)}`,
    );
    const [known, unknown] = await answers(...chats);
    expect(known).toEqual(unknown);
  });

  it('is let in no longer than a minute after they were taken out of the chat', async () => {
    const person = room.person(LEAVER);
    const there = async () =>
      (await (await page(person.aadObjectId ?? '')).send('GET', `/api/meetings/${meetingId}`)).status;
    expect(await there()).toBe(200);
    const { members } = room.chat;
    members.splice(members.indexOf(person), 1);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 61_000);
    expect(await there().finally(() => clock.mockRestore())).toBe(404);
    members.push(person);
  });

  it('asks as fast as hands can, and no faster', async () => {
    const writer = await page(oidOf(1));
    const asked = Array.from({ length: 80 }, (_, at) =>
      writer.send('POST', `/api/meetings/${meetingId}/asks`, {
        commandId: `too-fast-${at}`,
        ask: { ask: 'strikeNote', itemId: 'none', noteId: 'none' },
      }),
    );
    const answers = await Promise.all(asked);
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThan(5);
    expect(slowed[0]?.body).toMatchObject({ kind: 'refused', code: 'tooFast' });
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(60);
  });

  it('stands in no line of the log', async () => {
    await (await page(oidOf(0), authority.appId)).send('GET', `/api/meetings/${meetingId}`);
    const lines = room.punkt.lines.join('\n');
    expect(lines).toContain('audience');
    expect(lines).not.toMatch(/Solvang|Thorup|Storm|Ravnkilde|eyJ/u);
    for (const { aadObjectId } of room.people) expect(lines).not.toContain(aadObjectId);
  });
});
