import type { PageRouteName } from '../../src/teams/page/pageRoutes.ts';
import { type Answered, type Attack, asked, asking, otherMethods, type Target } from './attack.ts';
import type { TokenParts } from './testAuthority.ts';

type Headers = Record<string, string>;

/** A request of a route of the page as it would be good, but for the sign-in. */
interface Good {
  readonly method: string;
  readonly path: (at: Target) => string;
  readonly body?: string;
  readonly type?: string;
}

const json = 'application/json';
const m = ({ meetingId }: Target) => `/api/meetings/${meetingId}`;
const ask = JSON.stringify({ commandId: 'attack-0001', ask: { ask: 'pause' } });
const views = (path: string): Good => ({ method: 'GET', path: (at) => `${m(at)}${path}` });

const send = async (at: Target, { method, path, body, type }: Good, headers: Headers): Promise<Answered> => {
  const { url } = at.room.punkt;
  const changes: Headers = method === 'GET' ? {} : { origin: url, 'content-type': type ?? json };
  const all = Object.entries({ ...changes, ...headers }).filter(([, value]) => value !== '');
  return asked({ url, path: path(at), method, headers: Object.fromEntries(all), ...(body ? { body } : {}) });
};
const trying = (
  by: string,
  status: number,
  good: Good,
  headers: (at: Target) => Promise<Headers> | Headers,
): Attack => ({
  by,
  status,
  answers: async (at) => [await send(at, good, await headers(at))],
});
const token = (by: string, status: number, good: Good, parts: TokenParts): Attack =>
  trying(by, status, good, async ({ authority, oid, tenantId }) => ({
    authorization: `Bearer ${await authority.ssoToken(oid, tenantId, parts)}`,
  }));

/** The ways in without a sign-in, or with one that is none. */
const signIns = (good: Good): Attack[] => [
  trying('no sign-in', 401, good, () => ({})),
  trying('a scheme that is none', 401, good, () => ({ authorization: 'Basic cHVua3Q6cHVua3Q=' })),
  trying('a word for a token', 401, good, () => ({ authorization: 'Bearer abc' })),
  trying('three words for a token', 401, good, () => ({ authorization: 'Bearer abc.def.ghi' })),
  trying('the demo, where a bot is registered', 401, good, (at) => ({
    authorization: `Demo ${at.personId}`,
  })),
  trying('a link that nobody gave', 401, good, () => ({
    authorization: `Link ${'a'.repeat(32)}.${'b'.repeat(32)}`,
  })),
  trying("the channel's token of the bot", 401, good, async ({ authority, room }) => ({
    authorization: `Bearer ${await authority.token(room.teams.url)}`,
  })),
  trying('an unsigned token (alg none)', 401, good, ({ authority, oid, tenantId }) => ({
    authorization: `Bearer ${authority.unsignedSso(oid, tenantId)}x`,
  })),
  token('a wrong key', 401, good, { key: 'stranger' }),
  token('a key that nobody published', 401, good, { key: 'unknown' }),
  token('a wrong issuer', 401, good, { issuer: 'https://login.microsoftonline.com/x/v2.0' }),
  token('a wrong audience', 401, good, { audience: '8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22' }),
  token('an expired token', 401, good, { expiresIn: -3600 }),
  token('a token that is not yet valid', 401, good, { notBefore: 3600, expiresIn: 7200 }),
  token('a token for another scope', 401, good, { claims: { scp: 'User.Read' } }),
  token('a token of an app, without a person', 401, good, { claims: { scp: undefined } }),
  token('a token without an account', 401, good, { claims: { oid: undefined } }),
  token('a token of another tenant', 401, good, { claims: { tid: '8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22' } }),
];
/** An account of the tenant that is not in the chat: answered as if there were no such meeting. */
const stranger = (good: Good, status = 404): Attack =>
  trying('somebody who is not in the chat', status, good, async ({ authority, tenantId }) => ({
    authorization: `Bearer ${await authority.ssoToken('8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22', tenantId)}`,
  }));
const foreign = (good: Good): Attack[] => [
  trying('no Origin', 403, good, async (at) => ({ ...(await signedIn(at)), origin: '' })),
  trying('the Origin of another page', 403, good, async (at) => ({
    ...(await signedIn(at)),
    origin: 'https://evil.example',
  })),
  trying('an Origin that is none', 403, good, async (at) => ({ ...(await signedIn(at)), origin: 'null' })),
];
const signedIn = async ({ authority, oid, tenantId }: Target): Promise<Headers> => ({
  authorization: `Bearer ${await authority.ssoToken(oid, tenantId)}`,
});
const notJson = (good: Good): Attack[] => [
  trying('a form', 415, good, async (at) => ({ ...(await signedIn(at)), 'content-type': 'text/plain' })),
  trying('a compressed body', 415, good, async (at) => ({
    ...(await signedIn(at)),
    'content-encoding': 'gzip',
  })),
];
const shown = (path: string, only: 'everybody' | 'leaders' = 'everybody'): Attack[] => [
  ...signIns(views(path)),
  stranger(views(path)),
  trying(
    'a meeting that is none',
    404,
    { ...views(path), path: () => `/api/meetings/none${path}` },
    signedIn,
  ),
  ...(only === 'leaders'
    ? [
        trying('a participant', 403, views(path), async ({ authority, participantOid, tenantId }) => ({
          authorization: `Bearer ${await authority.ssoToken(participantOid, tenantId)}`,
        })),
      ]
    : []),
];
const changes = (good: Good): Attack[] => [
  ...signIns(good),
  ...foreign(good),
  ...notJson(good),
  stranger(good),
  trying('a body that is no JSON', 400, { ...good, body: '{' }, signedIn),
  trying('a body that is something else', 400, { ...good, body: '{"a":1}' }, signedIn),
  trying('a body over the limit', 413, { ...good, body: `{"a":"${'x'.repeat(600_000)}"}` }, signedIn),
];
const post = (path: string, body: unknown): Good => ({
  method: 'POST',
  path: (at) => `${m(at)}${path}`,
  body: JSON.stringify(body),
});
const put = (path: (at: Target) => string): Good => ({
  method: 'PUT',
  path,
  body: 'Dagsorden',
  type: 'application/octet-stream',
});
const upload = put((at) => `${m(at)}/agenda?name=x.txt`);
const first = put(({ room }) => `/api/meetings?chat=${encodeURIComponent(room.chat.id)}&name=x.txt`);
const list: Good = {
  method: 'GET',
  path: ({ room }) => `/api/meetings?chat=${encodeURIComponent(room.chat.id)}`,
};
const device = 'd'.repeat(32);
const opens = (body: unknown): Good => ({
  method: 'POST',
  path: () => '/api/session',
  body: JSON.stringify(body),
});

/** For each entrance of the page, the ways in that must be shut. */
export const pageAttacks: Readonly<Record<PageRouteName, readonly Attack[]>> = {
  pageStart: otherMethods('/', ['POST']),
  page: otherMethods('/tab', ['POST', 'PUT', 'DELETE', 'OPTIONS']),
  pageConfigure: otherMethods('/tab/configure', ['POST']),
  pageAsset: [
    asking('a way out of the folder', 404, () => ({ path: '/tab/assets/..%2f..%2fpackage.json' })),
    asking('a way out by a dot', 404, () => ({ path: '/tab/assets/.htaccess' })),
    asking('a file that is none of the build', 404, () => ({ path: '/tab/assets/main.ts' })),
    asking('a name that cannot be one', 404, () => ({ path: '/tab/assets/a%00.js' })),
  ],
  pageScreen: otherMethods('/s/ABCD2345', ['POST']),
  demo: [asking('a bot that is registered', 401, () => ({ path: '/api/demo' }))],
  session: [
    trying('a secret that nobody gave', 401, opens({ secret: 'x'.repeat(32), device }), () => ({})),
    trying('a code that nobody gave', 401, opens({ code: 'ABCD2345', device }), () => ({})),
    trying('no device', 400, opens({ secret: 'x'.repeat(32) }), () => ({})),
    trying('the Origin of another page', 403, opens({ code: 'ABCD2345', device }), () => ({
      origin: 'https://evil.example',
    })),
    trying('a form', 415, opens({ code: 'ABCD2345', device }), () => ({ 'content-type': 'text/plain' })),
    trying('a body over the limit', 413, opens({ code: 'x'.repeat(70_000), device }), () => ({})),
    ...otherMethods('/api/session', ['GET', 'PUT']),
  ],
  meetingList: [
    ...signIns(list),
    stranger(list, 403),
    trying(
      'a chat that Punkt does not know',
      403,
      { ...list, path: () => '/api/meetings?chat=19%3Ax' },
      signedIn,
    ),
    trying('a chat without a name', 400, { ...list, path: () => '/api/meetings?chat=' }, signedIn),
  ],
  meetingBegin: [...signIns(first), ...foreign(first), stranger(first, 403)],
  meetingView: [...shown(''), ...otherMethods('/api/meetings/m', ['POST', 'PUT', 'DELETE'])],
  meetingEvents: shown('/events'),
  meetingAsks: changes({ method: 'POST', path: (at) => `${m(at)}/asks`, body: ask }),
  meetingPresence: changes(post('/presence', { itemId: null, writing: false })),
  meetingLinks: [
    ...changes(post('/links', { personId: null })),
    trying(
      'a participant',
      403,
      post('/links', { personId: null }),
      async ({ authority, participantOid, tenantId }) => ({
        authorization: `Bearer ${await authority.ssoToken(participantOid, tenantId)}`,
      }),
    ),
  ],
  meetingRehearsal: [
    ...signIns(post('/rehearsal', {})),
    ...foreign(post('/rehearsal', {})),
    stranger(post('/rehearsal', {})),
    trying('a participant', 403, post('/rehearsal', {}), async ({ authority, participantOid, tenantId }) => ({
      authorization: `Bearer ${await authority.ssoToken(participantOid, tenantId)}`,
    })),
  ],
  meetingAgenda: [
    ...signIns(upload),
    ...foreign(upload),
    stranger(upload),
    trying('a participant', 403, upload, async ({ authority, participantOid, tenantId }) => ({
      authorization: `Bearer ${await authority.ssoToken(participantOid, tenantId)}`,
    })),
  ],
  meetingSource: shown('/source', 'leaders'),
  meetingMinutes: shown('/minutes?format=md', 'leaders'),
  meetingVersions: shown('/versions', 'leaders'),
  meetingDocument: shown('/document', 'leaders'),
  meetingLog: shown('/log', 'leaders'),
};
