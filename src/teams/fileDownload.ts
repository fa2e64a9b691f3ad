import { isLoopbackHost } from './loopbackHost.ts';

/** Why a file was not fetched. */
export type NotFetched = 'foreignHost' | 'tooLarge' | 'tooSlow' | 'unreachable';
export type Fetched =
  | { readonly kind: 'fetched'; readonly bytes: Uint8Array }
  | { readonly kind: 'not'; readonly why: NotFetched };

export interface DownloadLimits {
  /** Most bytes, as they come out of any compression. */
  readonly bytes: number;
  /** For everything: connecting, redirections, the last byte. */
  readonly milliseconds: number;
}

/**
 * Where Teams keeps what is dropped in a chat: OneDrive and SharePoint of an organisation, the media of both, and
 * those of a private account. All hosts in these domains are Microsoft's.
 */
const microsofts = ['sharepoint.com', 'svc.ms', '1drv.com', 'microsoftpersonalcontent.com'];
const REDIRECTIONS = 3;

/** Whether Punkt fetches from there. In development also from this machine, where a fake stands. */
export function isAllowedFileUrl(given: string, mode: 'production' | 'development'): boolean {
  if (!URL.canParse(given)) return false;
  const url = new URL(given);
  if (url.username !== '' || url.password !== '') return false;
  if (mode === 'development' && isLoopbackHost(url.hostname)) return /^https?:$/u.test(url.protocol);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    microsofts.some((domain) => url.hostname.endsWith(`.${domain}`))
  );
}

/** Fetches a dropped file. Without credentials: the URL itself lets in. Never throws; `stop` gives it up. */
export async function download(
  from: string,
  mode: 'production' | 'development',
  limits: DownloadLimits,
  stop: AbortSignal,
): Promise<Fetched> {
  const late = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await follow(from, mode, AbortSignal.any([late, stop]));
    if (response === 'foreignHost') return { kind: 'not', why: response };
    return await body(response, limits.bytes);
  } catch {
    return { kind: 'not', why: late.aborted ? 'tooSlow' : 'unreachable' };
  }
}

/** The answer behind at most a few redirections, each of them to an allowed host. */
async function follow(
  from: string,
  mode: 'production' | 'development',
  signal: AbortSignal,
): Promise<Response | 'foreignHost'> {
  let url = from;
  for (let step = 0; step <= REDIRECTIONS; step += 1) {
    if (!isAllowedFileUrl(url, mode)) return 'foreignHost';
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      headers: { accept: '*/*', 'accept-encoding': 'identity' },
      signal,
    });
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (to === null) return response;
    await response.body?.cancel();
    url = URL.canParse(to, url) ? new URL(to, url).href : '';
  }
  throw new Error('too many redirections');
}

async function body(response: Response, most: number): Promise<Fetched> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (!response.ok || announced > most) {
    await response.body?.cancel();
    return { kind: 'not', why: response.ok ? 'tooLarge' : 'unreachable' };
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the connection: what is announced too small is not believed.
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) return { kind: 'not', why: 'tooLarge' };
    parts.push(part);
  }
  return { kind: 'fetched', bytes: Buffer.concat(parts, length) };
}
