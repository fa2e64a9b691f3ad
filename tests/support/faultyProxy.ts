import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What befalls a request: before the server sees it, or after it was carried out. */
export const faults = [
  'dropped',
  'answerDropped',
  'answerCut',
  'delayed',
  'stalled',
  'throttled',
  'throttledWithoutWait',
  'unavailable',
  'failedAfterwards',
  'timedOut',
] as const;
export type Fault = (typeof faults)[number];

/** An answer in the place of the server's, which does not see the request. */
export interface Instead {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** What is to befall a request; null: nothing. */
export type Schedule = (request: IncomingMessage) => Fault | Instead | null;

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** What befell it. */
  readonly fault: string | null;
  /** The query with its parameters as JSON, if it is one. */
  readonly query: string | null;
  /** Bytes of the bodies; `received`: 0 until it was answered. */
  sent: number;
  received: number;
}

export interface FaultyProxy {
  readonly endpoint: string;
  /** Requests that came, in that order. */
  readonly requests: readonly SeenRequest[];
  /** From now on. */
  schedule(next: Schedule): void;
  close(): Promise<void>;
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `rate` of the requests meet a fault, which the seed chooses. */
export function seededFaults(seed: number, rate: number): Schedule {
  const random = seededRandom(seed);
  return () => {
    if (random() >= rate) return null;
    const fault = faults[Math.floor(random() * faults.length)] ?? 'dropped';
    // One that never answers costs a try its whole time: seldom.
    return fault === 'stalled' && random() > 0.3 ? 'dropped' : fault;
  };
}

/** The faults one after another, each for the next request that fits; then nothing more befalls. */
export function inTurn(
  fits: (request: IncomingMessage) => boolean,
  ...next: readonly (Fault | Instead)[]
): Schedule {
  const left = [...next];
  return (request) => (fits(request) ? (left.shift() ?? null) : null);
}

/** A proxy on loopback before an HTTP server. */
export async function startFaultyProxy(port: number, first: Schedule = () => null): Promise<FaultyProxy> {
  let schedule = first;
  const requests: SeenRequest[] = [];
  const server = createServer((asked, answer) => {
    const fault = schedule(asked);
    const { method = '', url: path = '' } = asked;
    const name = typeof fault === 'object' ? fault && String(fault.status) : fault;
    const seen = { method, path, fault: name, query: null, sent: 0, received: 0 };
    requests.push(seen);
    void befall(fault, asked, answer, port, seen);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    schedule(next) {
      schedule = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function befall(
  fault: Fault | Instead | null,
  asked: IncomingMessage,
  answer: ServerResponse,
  port: number,
  seen: { query: string | null; sent: number; received: number },
): Promise<void> {
  const refuse = (status: number, headers: Record<string, string> = {}, body = '{"message":"fault"}') =>
    answer.writeHead(status, headers).end(body);
  const bytes = await whole(asked);
  const body = bytes.toString();
  seen.sent = bytes.length;
  if (asked.headers['x-ms-documentdb-isquery']) seen.query = body;
  if (typeof fault === 'object' && fault) return void refuse(fault.status, fault.headers, fault.body);
  switch (fault) {
    case 'dropped':
      return void answer.destroy();
    case 'throttled':
      return void refuse(429, { 'x-ms-retry-after-ms': '15' });
    case 'throttledWithoutWait':
      return void refuse(429);
    case 'unavailable':
      // As a load balancer says it: no JSON.
      return void refuse(503, {}, '<html>Service Unavailable</html>');
    default:
  }
  const done = await forward(asked, body, port).catch(() => null);
  if (!done) return void answer.destroy();
  seen.received = done.body.length;
  switch (fault) {
    case 'answerDropped':
      return void answer.destroy();
    case 'answerCut':
      answer.writeHead(done.status, done.headers);
      answer.write(done.body.slice(0, Math.floor(done.body.length / 2)));
      return void setTimeout(() => answer.destroy(), 1);
    case 'stalled':
      return;
    case 'failedAfterwards':
      return void refuse(500, {}, '');
    case 'timedOut':
      return void refuse(408);
    case 'delayed':
      await new Promise((resolve) => setTimeout(resolve, 40));
      break;
    default:
  }
  answer.writeHead(done.status, done.headers).end(done.body);
}

interface Done {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

async function forward(asked: IncomingMessage, body: string, port: number): Promise<Done> {
  const { method, url: path, headers } = asked;
  const sent = request({ port, host: '127.0.0.1', method, path, headers }).end(body);
  const [got] = (await once(sent, 'response')) as [IncomingMessage];
  const { 'transfer-encoding': _, ...rest } = got.headers;
  const answered = await whole(got);
  const length = { 'content-length': String(answered.length) };
  return { status: got.statusCode ?? 500, headers: { ...rest, ...length }, body: answered };
}

async function whole(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
