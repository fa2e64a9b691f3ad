import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What befalls a request: before the server sees it, or after it was carried out. */
const faults = [
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

export type Line = 'faulty' | 'down' | 'calm';

export interface FaultyProxy {
  readonly endpoint: string;
  /** How often each fault came. */
  readonly counts: Readonly<Record<Fault, number>>;
  /** `down`: nothing comes through; `calm`: everything does; at first some meets a fault. */
  become(line: Line): void;
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

/** A proxy on loopback before an HTTP server; `rate` of the requests meet a fault, which the seed chooses. */
export async function startFaultyProxy(port: number, seed: number, rate: number): Promise<FaultyProxy> {
  const random = seededRandom(seed);
  const counts = Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>;
  let line: Line = 'faulty';

  function draw(): Fault | null {
    if (line === 'down') return 'dropped';
    if (line === 'calm' || random() >= rate) return null;
    // One that never answers costs a try its whole time: seldom.
    const fault = random() < 0.03 ? 'stalled' : faults[Math.floor(random() * faults.length)];
    if (!fault || (fault === 'stalled' && random() > 0.2)) return 'dropped';
    return fault;
  }

  const server = createServer((asked, answer) => {
    const fault = draw();
    if (fault) counts[fault] += 1;
    void befall(fault, asked, answer, port, 10 + random() * 60);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    become: (next) => {
      line = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function befall(
  fault: Fault | null,
  asked: IncomingMessage,
  answer: ServerResponse,
  port: number,
  waitMs: number,
): Promise<void> {
  const refuse = (status: number, headers: Record<string, string> = {}, body = '{"message":"fault"}') =>
    answer.writeHead(status, headers).end(body);
  const body = (await whole(asked)).toString();
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
      await new Promise((resolve) => setTimeout(resolve, waitMs));
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
