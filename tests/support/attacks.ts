import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { RouteName } from '../../src/teams/routes.ts';
import { type Answered, type Attack, asked, asking, otherMethods, type Target } from './attack.ts';
import { dialogCall } from './dialogCall.ts';
import { openInside } from './insideRoom.ts';
import { button } from './meetingRoom.ts';
import { pageAttacks } from './pageAttacks.ts';
import { identityOf } from './surroundings.ts';
import { startTestAuthority, type TokenParts } from './testAuthority.ts';

type Json = Record<string, unknown>;

const CHAIR = 'Birthe Solvang';
const PARTICIPANT = 'Ulrik Storm';

export async function target(): Promise<Target & AsyncDisposable> {
  const authority = await startTestAuthority();
  const tenantId = randomUUID();
  const env = identityOf(authority, tenantId);
  const room = await openInside([CHAIR, 'Asger Thorup', PARTICIPANT], { env, authority, tenantId });
  const chair = room.person(CHAIR);
  const meetingId = await room.imports('klynge-nordby.txt');
  await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  const own = room.teams.personalChat(chair);
  await room.types(chair, 'hent referat', own);
  const { card } = await room.taps(chair, await room.sees('Hent referat', own), 'Tekst');
  const { people } = await room.meeting();
  return {
    room,
    authority,
    meetingId,
    tenantId,
    oid: chair.aadObjectId ?? '',
    personId: Object.values(people).find(({ name }) => name === CHAIR)?.id ?? '',
    participantOid: room.person(PARTICIPANT).aadObjectId ?? '',
    card: await room.item(1),
    link: /"url":"([^"]+)"/u.exec(JSON.stringify(card))?.[1] ?? '',
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await authority.close();
    },
  };
}

/** One activity of each kind that Teams sends. */
export function activities({ room, card }: Target): Json[] {
  const { teams, chat } = room;
  const chair = room.person(CHAIR);
  const consent = { action: 'accept', context: {}, uploadInfo: { uploadUrl: 'https://x.sharepoint.com/' } };
  return [
    teams.tap(chat, chair, card.activityId, button(card.card, 'Næste punkt')),
    teams.line(chat, chair, 'beslutning: Uden nøgle'),
    teams.installed(teams.groupChat([chair]), chair),
    dialogCall('submit', teams.activity, chat, chair, button(card.card, 'Næste punkt').data),
    teams.activity(chat, chair, 'invoke', { name: 'fileConsent/invoke', value: consent }),
  ];
}

type Token = (target: Target) => Promise<string | null> | string | null;

/** Every kind of activity with that token, and with something of the activity changed. */
const sending = (by: string, status: number, token: Token, over: Json = {}): Attack => ({
  by,
  status,
  async answers(at) {
    const answers: Answered[] = [];
    for (const activity of activities(at)) {
      const sent = await at.room.teams.send({ ...activity, ...over }, await token(at));
      answers.push({ status: sent.status, body: JSON.stringify(sent.body ?? '') });
    }
    return answers;
  },
});
const tokenWith = (by: string, parts: TokenParts): Attack =>
  sending(by, 401, ({ authority, room }) => authority.token(room.teams.url, parts));
const good: Token = ({ authority, room }) => authority.token(room.teams.url);

const linkTo = (by: string, change: (token: string, at: Target) => string | Promise<string>): Attack => ({
  by,
  status: 404,
  async answers(at) {
    const [base, token = ''] = at.link.split('/download/');
    return [await asked({ url: `${base}/download/${encodeURIComponent(await change(token, at))}` })];
  },
});
const parts = (token: string) => token.split('.') as [string, string, string];
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** The same signature under other claims. */
const claiming = (over: Json) => (token: string) => {
  const [head, payload, signature] = parts(token);
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
  return `${head}.${encoded({ ...claims, ...over })}.${signature}`;
};

/** For each entrance, the ways in that must be shut. A route of the table without its row does not compile. */
export const attacks: Readonly<Record<RouteName, readonly Attack[]>> = {
  messages: [
    sending('no token', 401, () => null),
    sending('an empty token', 401, () => ''),
    sending('a word for a token', 401, () => 'abc'),
    sending('three words for a token', 401, () => 'abc.def.ghi'),
    sending('an unsigned token (alg none)', 401, ({ authority, room }) => authority.unsigned(room.teams.url)),
    sending('a token without its signature', 401, async (at) =>
      String(await good(at)).replace(/[^.]+$/u, ''),
    ),
    sending('a token whose claims were changed', 401, async (at) =>
      claiming({ exp: 9_999_999_999 })(String(await good(at))),
    ),
    tokenWith('a wrong key', { key: 'stranger' }),
    tokenWith('a key that nobody published', { key: 'unknown' }),
    tokenWith('a wrong issuer', { issuer: 'https://api.botframework.com' }),
    tokenWith('a wrong audience', { audience: 'https://api.botframework.com' }),
    tokenWith('a token for another bot, replayed', { audience: randomUUID() }),
    tokenWith('a token for two bots', { audience: [randomUUID(), randomUUID()] }),
    tokenWith('an expired token', { expiresIn: -3600 }),
    tokenWith('a token that is not yet valid', { notBefore: 3600, expiresIn: 7200 }),
    tokenWith('a token of another tenant', { claims: { tid: randomUUID() } }),
    tokenWith('a token for another service URL', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }),
    sending('a good token, and an activity for another service URL', 401, good, {
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
    }),
    sending(
      "a good token for a service URL that is not Microsoft's",
      403,
      ({ authority }) => authority.token('https://evil.example/'),
      { serviceUrl: 'https://evil.example/' },
    ),
    sending('a good token, and an activity of another tenant', 403, good, {
      channelData: { tenant: { id: randomUUID() } },
    }),
    sending('a good token, and a conversation of another tenant', 403, good, {
      conversation: { id: '19:x@thread.v2', conversationType: 'groupChat', tenantId: randomUUID() },
    }),
    sending('a good token, and no tenant', 403, good, { channelData: {}, conversation: { id: 'c' } }),
    sending('a good token, and a channel that its keys do not speak for', 401, good, {
      channelId: 'webchat',
    }),
    sending('a good token, and no activity', 400, good, { id: null, from: null }),
    asking('the scheme Basic', 401, (at) => ({
      path: '/api/messages',
      method: 'POST',
      headers: { authorization: 'Basic cHVua3Q6cHVua3Q=', 'content-type': 'application/json' },
      body: JSON.stringify(activities(at)[0]),
    })),
    asking('a web page, which sends text', 415, () => ({
      path: '/api/messages',
      method: 'POST',
      headers: { authorization: 'Bearer a.b.c', 'content-type': 'text/plain' },
      body: '{}',
    })),
    // Nothing is read for who brings nothing.
    asking('a body over the limit and no token', 401, () => ({
      path: '/api/messages',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"text":"${'x'.repeat(300_000)}"}`,
    })),
    asking('a body over the limit', 413, () => ({
      path: '/api/messages',
      method: 'POST',
      headers: { authorization: 'Bearer a.b.c', 'content-type': 'application/json' },
      body: `{"text":"${'x'.repeat(300_000)}"}`,
    })),
    ...otherMethods('/api/messages', ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
  ],
  healthz: otherMethods('/healthz', ['POST', 'PUT', 'DELETE', 'OPTIONS']),
  readyz: otherMethods('/readyz', ['POST', 'PUT', 'DELETE', 'OPTIONS']),
  download: [
    linkTo('no token', () => 'x'),
    linkTo('a changed signature', (token) => `${token.slice(0, -4)}AAAA`),
    linkTo('a signature left out', (token) => parts(token).slice(0, 2).join('.')),
    linkTo('no signature (alg none)', (token) => `${encoded({ alg: 'none' })}.${parts(token)[1]}.`),
    linkTo('another meeting', claiming({ m: randomUUID() })),
    linkTo('another person', claiming({ sub: randomUUID() })),
    linkTo('another format', claiming({ format: 'docx' })),
    linkTo('the edition with the closed items', claiming({ edition: 'full', kind: 'package' })),
    linkTo('a later end', claiming({ exp: 9_999_999_999 })),
    linkTo("a key of one's own", (token) =>
      new SignJWT(JSON.parse(Buffer.from(parts(token)[1], 'base64url').toString()))
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new Uint8Array(32)),
    ),
    asking('another host name (a page that rebound it)', 403, ({ link }) => ({
      url: link,
      headers: { host: 'punkt.example.org' },
    })),
    asking('another method', 405, ({ link }) => ({ url: link, method: 'POST' })),
  ],
  ...pageAttacks,
};
