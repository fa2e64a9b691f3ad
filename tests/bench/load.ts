import { Agent, request } from 'node:http';

/** What a load of taps gave. */
export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly answers: number;
  /** The body of the answer that came last. */
  readonly last: string;
}

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function post(agent: Agent, url: URL, body: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends all bodies over that many connections at once; every answer must be a card. */
export async function load(address: string, bodies: readonly string[], connections: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const url = new URL('/api/messages', address);
  const times: number[] = [];
  let next = 0;
  let last = '';
  const began = performance.now();
  const worker = async () => {
    for (let index = next++; index < bodies.length; index = next++) {
      const from = performance.now();
      const answer = await post(agent, url, bodies[index] ?? '');
      times.push(performance.now() - from);
      last = answer.body;
      if (answer.status !== 200 || !answer.body.includes('vnd.microsoft.card.adaptive'))
        throw new Error(`answered with ${answer.status}: ${answer.body.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: bodies.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    answers: times.length,
    last,
  };
}
