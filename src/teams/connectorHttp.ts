import { z } from 'zod';

/** Teams' answer to a request of ours, where it was not a success. */
export class ConnectorRefusal extends Error {
  override readonly name = 'ConnectorRefusal';
  constructor(
    readonly status: number,
    /** Teams' error code such as `MessageSizeTooBig`; empty if it sent none. */
    readonly code: string,
    readonly retryAfterMs: number | null,
  ) {
    super(`${status} ${code}`.trim());
  }
}

/** The parts of the old core-http request that botbuilder's client hands over. */
interface Request {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  readonly headers: { toJson(options?: { preserveCase?: boolean }): Record<string, string> };
  readonly abortSignal?: unknown;
}

const problem = z.object({ error: z.object({ code: z.string().regex(/^[A-Za-z]{1,80}$/) }) });

/**
 * The HTTP client below botbuilder's ConnectorClient. Anything but a success is thrown as a plain error, because the
 * client answers a failing *response* by sending the request again up to three times, a POST too: every lost answer
 * would put a second card into the meeting (measured, platform.md 2). What is tried again is the outbox's decision.
 */
export const connectorHttp = {
  async sendRequest(request: Request) {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.toJson({ preserveCase: true }),
      // The token goes nowhere but to the host that was checked.
      redirect: 'manual',
      signal: request.abortSignal instanceof AbortSignal ? request.abortSignal : null,
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    });
    const bodyAsText = await response.text();
    if (!response.ok) throw refusal(response, bodyAsText);
    return { request, status: response.status, headers: compatHeaders(response.headers), bodyAsText };
  },
};

function refusal(response: Response, body: string): ConnectorRefusal {
  let code = '';
  try {
    code = problem.safeParse(JSON.parse(body)).data?.error.code ?? '';
  } catch {
    // Not JSON: a proxy's page. The status says enough.
  }
  return new ConnectorRefusal(response.status, code, retryAfter(response.headers));
}

/** Teams' longest window is an hour: who says more is not counting, and a meeting is not left alone for a day. */
const LONGEST_WAIT_MS = 3_600_000;

/** Seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds, at most an hour; null: none, or neither of the two. */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(value)) return Math.min(LONGEST_WAIT_MS, Math.ceil(Number(value) * 1000));
  // Only what begins as a date does: "-5" would be read as one too.
  const date = /^[A-Za-z]{3}/u.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(date)) return null;
  // By the clock of who said it, where it tells the time.
  const said = Date.parse(headers.get('date') ?? '');
  return Math.min(LONGEST_WAIT_MS, Math.max(0, date - (Number.isNaN(said) ? Date.now() : said)));
}

/** The one method of core-http's header collection that the conversion asks for. */
function compatHeaders(headers: Headers) {
  const plain = Object.fromEntries(headers.entries());
  return { toJson: () => plain, rawHeaders: () => plain };
}
