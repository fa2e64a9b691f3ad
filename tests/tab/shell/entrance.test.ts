import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Credentials, linkCredentials } from '../../../src/tab/shell/credentials.ts';
import { type Device, device } from '../../../src/tab/shell/device.ts';
import { enter, type ListedMeeting, theMeeting } from '../../../src/tab/shell/entrance.ts';
import type { Host } from '../../../src/tab/shell/host.ts';
import { memoryStorage } from '../../support/memoryStorage.ts';

const outside: Host = {
  inTeams: false,
  locale: 'da-DK',
  place: null,
  chat: null,
  reader: null,
  meetingId: null,
  configuring: false,
  theme: 'light',
  onTheme() {},
  credentials: null,
  canShare: false,
  share: async () => false,
  configure() {},
};
const teams = (
  more: Partial<Host> = {},
  token: Credentials['authorization'] = async () => 'Bearer a.b.c',
): Host => ({
  ...outside,
  inTeams: true,
  chat: '19:meeting_x@thread.v2',
  place: 'panel',
  credentials: { kind: 'teams', authorization: token },
  ...more,
});
const listed = (meetingId: string, status: ListedMeeting['status']): ListedMeeting => ({
  meetingId,
  title: null,
  date: null,
  status,
});

describe('who opens the page', () => {
  const requests: { url: string; body: unknown; authorization: string | null }[] = [];
  const addresses: string[] = [];
  let answer: () => Response | Promise<Response>;
  let here: Device;
  const { fetch } = globalThis;
  beforeEach(() => {
    requests.length = 0;
    addresses.length = 0;
    here = device(memoryStorage());
    answer = () => Response.json({ meetingId: 'm1', place: 'desk' });
    globalThis.fetch = async (url, init) => {
      const headers = new Headers(init?.headers);
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
      requests.push({ url: String(url), body, authorization: headers.get('authorization') });
      return answer();
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
  });
  const open = (path: string, host: Host = outside) =>
    enter({
      host,
      device: here,
      language: 'da',
      address: new URL(path, 'https://punkt.example'),
      replaceAddress: (next) => void addresses.push(next),
    });

  it('by a personal link: it is bound to this device, and gone from the address bar before anything is asked', async () => {
    const entered = await open('/tab#k=geheim-geheim');
    expect(addresses[0]).toBe('/tab');
    expect(addresses.join(' ')).not.toContain('geheim');
    expect(requests[0]?.body).toEqual({ secret: 'geheim-geheim', device: here.secret() });
    expect(entered).toMatchObject({ kind: 'meeting', meetingId: 'm1', place: 'desk' });
  });

  it('by the same link after a reload, with nothing secret in the address', async () => {
    await open('/tab#k=geheim-geheim');
    const again = await open(addresses.at(-1) ?? '');
    expect(again).toMatchObject({ kind: 'meeting', meetingId: 'm1' });
    if (again.kind !== 'meeting') return;
    await again.call('/api/meetings/m1');
    expect(requests.at(-1)?.authorization).toBe(
      await linkCredentials('geheim-geheim', here.secret()).authorization(),
    );
  });

  it('on the PC of the room by the short address', async () => {
    answer = () => Response.json({ meetingId: 'm1', place: 'stage' });
    expect(await open('/s/ABCD2345')).toMatchObject({ kind: 'meeting', meetingId: 'm1', place: 'stage' });
    expect(requests[0]?.body).toEqual({ code: 'ABCD2345', device: here.secret() });
  });

  it.each([
    [401, 'linkUnknown', 'linkUnknown'],
    [403, 'linkElsewhere', 'linkTaken'],
    [403, 'linkRevoked', 'linkRevoked'],
    [403, 'linkExpired', 'linkExpired'],
    [503, 'failed', 'serverAway'],
    [429, 'tooFast', 'serverAway'],
    [400, 'notUnderstood', 'linkUnknown'],
  ])('with a link that is answered with %s %s is told %s', async (status, code, notice) => {
    answer = () => Response.json({ code, sentence: '' }, { status });
    expect(await open('/tab#k=geheim-geheim')).toEqual({ kind: 'notice', notice });
  });

  it('while the server is away is told so', async () => {
    answer = () => {
      throw new TypeError('Failed to fetch');
    };
    expect(await open('/tab#k=geheim-geheim')).toEqual({ kind: 'notice', notice: 'serverAway' });
  });

  it('in Teams gets the meeting of the chat, with a token for each request', async () => {
    answer = () => Response.json({ meetings: [listed('m1', 'running'), listed('m0', 'approved')] });
    let tokens = 0;
    const entered = await open(
      '/tab',
      teams({}, async () => `Bearer ${++tokens}`),
    );
    expect(requests[0]).toMatchObject({ url: '/api/meetings?chat=19%3Ameeting_x%40thread.v2' });
    expect(entered).toMatchObject({ kind: 'meeting', meetingId: 'm1', place: 'panel' });
    if (entered.kind !== 'meeting') return;
    await entered.call('/a');
    await entered.call('/b');
    expect(new Set(requests.map(({ authorization }) => authorization)).size).toBe(requests.length);
  });

  it('in Teams without a token is told how to come by a link', async () => {
    const refused = teams({}, async () => Promise.reject(new Error('resourceDisabled')));
    expect(await open('/tab', refused)).toEqual({ kind: 'notice', notice: 'noToken' });
  });

  it.each([
    [403, 'notMember', 'notMember'],
    [404, 'noSuchMeeting', 'noMeeting'],
    [401, 'signInAgain', 'noToken'],
    [503, 'rosterUnknown', 'serverAway'],
  ])('in Teams where the chat is answered with %s %s is told %s', async (status, code, notice) => {
    answer = () => Response.json({ code, sentence: '' }, { status });
    expect(await open('/tab', teams())).toEqual({ kind: 'notice', notice });
  });

  it('in a chat without a meeting may drop an agenda on the desk, and elsewhere is told what to do', async () => {
    answer = () => Response.json({ meetings: [] });
    expect(await open('/tab', teams())).toEqual({ kind: 'notice', notice: 'noMeeting' });
    expect(await open('/tab', teams({ place: 'desk' }))).toMatchObject({ kind: 'empty' });
  });

  it('in a chat of several meetings chooses, unless one is meant', async () => {
    answer = () => Response.json({ meetings: [listed('m1', 'planned'), listed('m2', 'planned')] });
    expect(await open('/tab', teams())).toMatchObject({ kind: 'choose' });
  });

  it('on the stage of Teams sees the meeting that the address names', async () => {
    const entered = await open('/tab?place=stage&meeting=m7', teams({ place: 'stage' }));
    expect(entered).toMatchObject({ kind: 'meeting', meetingId: 'm7', place: 'stage' });
  });

  it('in the personal app, which has no chat, comes to their own meetings', async () => {
    const alone = teams({ chat: null, place: null });
    answer = () => Response.json({ meetings: [listed('m1', 'running'), listed('m2', 'approved')] });
    expect(await open('/tab', alone)).toMatchObject({ kind: 'meeting', meetingId: 'm1', place: 'desk' });
    answer = () => Response.json({ meetings: [listed('m1', 'planned'), listed('m2', 'planned')] });
    expect(await open('/tab', alone)).toMatchObject({ kind: 'choose' });
    answer = () => Response.json({ meetings: [] });
    expect(await open('/tab', alone)).toEqual({ kind: 'notice', notice: 'noneOfYours' });
    expect(new Set(requests.map(({ url }) => url))).toEqual(new Set(['/api/meetings']));
  });

  it('without anything is told how to come in', async () => {
    expect(await open('/tab')).toEqual({ kind: 'notice', notice: 'noWay' });
    expect(await open('/tab?meeting=m1')).toEqual({ kind: 'notice', notice: 'noWay' });
    expect(requests).toEqual([]);
  });

  it('is told apart from others who use the same browser: what one typed, another does not send', async () => {
    const who = async (path: string, host: Host) => {
      const entered = await open(path, host);
      return entered.kind === 'meeting' ? entered.who : entered.kind;
    };
    const readers = [
      await who('/tab?meeting=m-1', teams({ reader: 'user-1' })),
      await who('/tab?meeting=m-1', teams({ reader: 'user-2' })),
      await who('/tab#k=first-secret', outside),
      await who('/tab#k=other-secret', outside),
    ];
    expect(new Set(readers).size).toBe(4);
  });

  it('in the demo is whom they chose', async () => {
    const entered = await open('/tab?place=panel&demo=p1&meeting=m1');
    expect(entered).toMatchObject({ kind: 'meeting', meetingId: 'm1', place: 'panel' });
  });
});

describe('the meeting that is meant', () => {
  it.each([
    ['the only one', [listed('a', 'approved')], 'a'],
    ['the one under way', [listed('a', 'planned'), listed('b', 'paused'), listed('c', 'approved')], 'b'],
    ['the only one that is not over', [listed('a', 'approved'), listed('b', 'planned')], 'b'],
    ['none of two', [listed('a', 'planned'), listed('b', 'planned')], null],
    ['none of nothing', [], null],
  ])('is %s', (_, meetings, expected) => {
    expect(theMeeting(meetings)?.meetingId ?? null).toBe(expected);
  });
});
