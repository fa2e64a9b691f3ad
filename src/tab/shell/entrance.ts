import type { Language } from '../../meeting/agenda.ts';
import type { NoticeKind } from '../../wording/page/noticeTexts.ts';
import { codeOf } from '../live/liveRoom.ts';
import { type Credentials, demoCredentials, linkCredentials } from './credentials.ts';
import type { Device } from './device.ts';
import type { Host, PlaceName } from './host.ts';
import { noticeOfCode } from './noticeOf.ts';
import { asJson, bare, type ServerCall, serverCalls } from './serverCalls.ts';

/** A meeting of the chat, as `GET /api/meetings?chat=…` lists it. */
export interface ListedMeeting {
  readonly meetingId: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly status: 'none' | 'planned' | 'running' | 'paused' | 'adjourned' | 'approved';
}

export type Entered =
  | {
      readonly kind: 'meeting';
      readonly meetingId: string;
      readonly place: PlaceName;
      readonly call: ServerCall;
      /** Tells readers of this browser apart, whose unsent asks are kept in it. */
      readonly who: string;
    }
  | { readonly kind: 'choose'; readonly meetings: readonly ListedMeeting[] }
  | { readonly kind: 'start' }
  /** The chat has no meeting, and this reader may lay an agenda before it. */
  | { readonly kind: 'empty'; readonly chat: string; readonly call: ServerCall }
  | { readonly kind: 'notice'; readonly notice: NoticeKind };

export interface EntrancePorts {
  readonly host: Host;
  readonly device: Device;
  readonly language: Language;
  readonly address: URL;
  /** Puts another address in the bar, without loading it. */
  replaceAddress(path: string): void;
}

const notice = (kind: NoticeKind): Entered => ({ kind: 'notice', notice: kind });

/** Finds out who reads which meeting where, from Teams or from the address. Never rejects. */
export async function enter(ports: EntrancePorts): Promise<Entered> {
  const { address, host, device } = ports;
  const secret = new URLSearchParams(address.hash.slice(1)).get('k');
  // At once: whoever looks over a shoulder, or takes a picture of the screen, must not get it.
  if (secret !== null) ports.replaceAddress(`${address.pathname}${address.search}`);
  const code = /^\/s\/([^/]+)$/u.exec(address.pathname)?.[1];
  try {
    if (address.pathname === '/') return { kind: 'start' };
    if (code !== undefined) return await byLink(ports, { code });
    if (secret !== null) return await byLink(ports, { secret });
    const meetingId = address.searchParams.get('meeting') ?? host.meetingId;
    const person = address.searchParams.get('demo');
    const place = placeOf(ports);
    if (person !== null && meetingId)
      return entered(ports, meetingId, place, demoCredentials(person), `demo-${person}`);
    if (host.credentials) return await byTeams(ports, host.credentials, meetingId, place);
    const kept = meetingId ? device.linkOf(meetingId) : null;
    if (meetingId && kept)
      return entered(ports, meetingId, place, linkCredentials(kept, device.secret()), linkReader(kept));
    return notice('noWay');
  } catch {
    return notice('serverAway');
  }
}

function placeOf({ host, address }: EntrancePorts): PlaceName {
  const asked = address.searchParams.get('place');
  return host.place ?? (asked === 'panel' || asked === 'stage' ? asked : 'desk');
}

function entered(
  { language }: EntrancePorts,
  meetingId: string,
  place: PlaceName,
  credentials: Credentials,
  who: string,
): Entered {
  return {
    kind: 'meeting',
    meetingId,
    place,
    call: serverCalls(credentials, language),
    who,
  };
}

const teamsReader = ({ host }: EntrancePorts): string => `teams-${host.reader ?? ''}`;
/** The secret is kept in this browser anyway; its beginning tells links apart. */
const linkReader = (secret: string): string => `link-${secret.slice(0, 8)}`;

interface Session {
  readonly meetingId: string;
  readonly place: PlaceName;
}

async function byLink(
  ports: EntrancePorts,
  by: { readonly secret: string } | { readonly code: string },
): Promise<Entered> {
  const { device } = ports;
  const body = { ...by, device: device.secret() };
  const response = await fetch('/api/session', { ...asJson('POST', body), ...bare });
  if (!response.ok) return refusedLink(response.status, await codeOf(response));
  const { meetingId, place } = (await response.json()) as Session;
  const secret = 'secret' in by ? by.secret : by.code;
  if ('secret' in by) {
    device.keepLink(meetingId, secret);
    const search = new URLSearchParams(ports.address.search);
    search.set('meeting', meetingId);
    ports.replaceAddress(`/tab?${search}`);
  }
  const asked = ports.address.searchParams.get('place');
  const where = place === 'stage' ? 'stage' : asked === 'panel' || asked === 'stage' ? asked : place;
  return entered(ports, meetingId, where, linkCredentials(secret, device.secret()), linkReader(secret));
}

/** What is said of a link that the server does not take. */
function refusedLink(status: number, code: string | null): Entered {
  if (status >= 500 || status === 429) return notice('serverAway');
  return notice(noticeOfCode(code) ?? 'linkUnknown');
}

async function byTeams(
  ports: EntrancePorts,
  credentials: Credentials,
  meetingId: string | null,
  place: PlaceName,
): Promise<Entered> {
  const { chat } = ports.host;
  const call = serverCalls(credentials, ports.language);
  try {
    await credentials.authorization();
  } catch {
    return notice('noToken');
  }
  if (meetingId) return entered(ports, meetingId, place, credentials, teamsReader(ports));
  // The personal app is of no chat: there are one's own meetings.
  const response = await call(chat ? `/api/meetings?chat=${encodeURIComponent(chat)}` : '/api/meetings');
  if (!response.ok) {
    const said = noticeOfCode(await codeOf(response));
    // Where Punkt does not know the chat, it has no meeting there.
    return notice(said === 'noAccess' ? 'noMeeting' : (said ?? 'serverAway'));
  }
  const { meetings } = (await response.json()) as { readonly meetings: readonly ListedMeeting[] };
  const only = theMeeting(meetings);
  if (only) return entered(ports, only.meetingId, place, credentials, teamsReader(ports));
  if (meetings.length > 0) return { kind: 'choose', meetings };
  if (!chat) return notice('noneOfYours');
  return place === 'desk' ? { kind: 'empty', chat, call } : notice('noMeeting');
}

/** The one that is meant without asking: the only one that is under way, else the only one that is not over, else the only one. */
export function theMeeting(meetings: readonly ListedMeeting[]): ListedMeeting | null {
  const among = (...states: readonly ListedMeeting['status'][]) =>
    meetings.filter(({ status }) => states.includes(status));
  const underWay = among('running', 'paused');
  const ahead = among('none', 'planned', 'running', 'paused');
  const some = underWay.length > 0 ? underWay : ahead.length > 0 ? ahead : meetings;
  const [first] = some;
  return first && some.length === 1 ? first : null;
}
