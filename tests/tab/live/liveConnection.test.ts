import { describe, expect, it } from '@jest/globals';
import { LiveConnection } from '../../../src/tab/live/liveConnection.ts';
import type { Connection } from '../../../src/tab/room.ts';
import { SteppedTimers, settled } from '../../support/steppedTimers.ts';

/** A server that is there or not, and streams that it can feed and end. */
function browser() {
  const timers = new SteppedTimers();
  const asked: (string | null)[] = [];
  const states: Connection[] = [];
  const events: string[] = [];
  const refusals: number[] = [];
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const server = { status: 200, away: false };
  const connection = new LiveConnection({
    open: async (lastEventId, signal) => {
      asked.push(lastEventId);
      if (server.away) throw new TypeError('Failed to fetch');
      if (server.status !== 200) return new Response('{}', { status: server.status });
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          streams.push(controller);
          signal.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError')));
        },
      });
      return new Response(body);
    },
    timers,
    event: ({ type }) => void events.push(type),
    state: (state) => {
      if (states.at(-1) !== state) states.push(state);
    },
    refused: async ({ status }) => {
      refusals.push(status);
      return [401, 403, 404, 410].includes(status);
    },
  });
  const say = async (text: string) => {
    streams.at(-1)?.enqueue(new TextEncoder().encode(text));
    await settled();
  };
  return { connection, timers, asked, states, events, refusals, streams, server, say };
}
const snapshot = (version: number) => `id: ${version}\nevent: snapshot\ndata: {}\n\n`;

describe('the connection', () => {
  it('is live with the first view', async () => {
    const { connection, states, say } = browser();
    connection.start();
    await settled();
    expect(states).toEqual(['connecting']);
    await say(snapshot(3));
    expect(states).toEqual(['connecting', 'live']);
  });

  it('comes again when the server ends it, and says which version it has', async () => {
    const { connection, timers, asked, states, streams, say } = browser();
    connection.start();
    await settled();
    await say(snapshot(3));
    streams.at(-1)?.close();
    await timers.pass(1_000);
    expect(asked).toEqual([null, '3']);
    expect(states).toEqual(['connecting', 'live', 'connecting', 'live']);
  });

  it('is offline after a second try in vain, and keeps trying, never more than 15 s apart', async () => {
    const { connection, timers, asked, states, server } = browser();
    server.away = true;
    connection.start();
    await timers.pass(2_000);
    expect(states).toEqual(['connecting', 'offline']);
    const before = asked.length;
    await timers.pass(60_000);
    expect(asked.length - before).toBeGreaterThanOrEqual(4);
    server.away = false;
    await timers.pass(15_000);
    expect(asked.length).toBeGreaterThan(before);
  });

  it('says at once that the network is gone, and is live again when it is back', async () => {
    const { connection, timers, asked, states, server, say } = browser();
    connection.start();
    await settled();
    await say(snapshot(3));
    server.away = true;
    connection.lost();
    await settled();
    expect(states).toEqual(['connecting', 'live', 'offline']);
    server.away = false;
    connection.wake();
    await timers.pass(0);
    expect(states).toEqual(['connecting', 'live', 'offline', 'live']);
    expect(asked).toEqual([null, '3']);
  });

  it('tries later and later, and by chance apart from others', async () => {
    const times = async (chance: number) => {
      const { connection, timers, asked, server } = browser();
      timers.chance = chance;
      server.away = true;
      connection.start();
      await timers.pass(10_000);
      return asked.length;
    };
    expect(await times(0)).toBeGreaterThan(await times(1));
  });

  it('is given up where nothing was heard for 35 s, though the line stands', async () => {
    const { connection, timers, asked, say } = browser();
    connection.start();
    await settled();
    await say(snapshot(3));
    await timers.pass(34_000);
    expect(asked).toHaveLength(1);
    await timers.pass(10_000);
    expect(asked.length).toBeGreaterThan(1);
  });

  it('is kept by comments alone', async () => {
    const { connection, timers, asked, say } = browser();
    connection.start();
    await settled();
    await say(snapshot(3));
    for (let times = 0; times < 8; times += 1) {
      await timers.pass(15_000);
      await say(':\n\n');
    }
    expect(asked).toHaveLength(1);
  });

  it('is renewed when the machine has slept', async () => {
    const { connection, timers, asked, say } = browser();
    connection.start();
    await settled();
    await say(snapshot(3));
    timers.sleep(600_000);
    await timers.pass(6_000);
    expect(asked.length).toBeGreaterThan(1);
  });

  it('tries at once when it is woken, and leaves a line alone that is alive', async () => {
    const { connection, timers, asked, server, say } = browser();
    server.away = true;
    connection.start();
    await timers.pass(40_000);
    server.away = false;
    const before = asked.length;
    connection.wake();
    await settled();
    expect(asked.length).toBe(before + 1);
    await say(snapshot(1));
    connection.wake();
    await settled();
    expect(asked.length).toBe(before + 1);
  });

  it('ends where the server will not show the meeting', async () => {
    const { connection, timers, asked, refusals, server } = browser();
    server.status = 403;
    connection.start();
    await timers.pass(60_000);
    expect(refusals).toEqual([403]);
    expect(asked).toHaveLength(1);
  });

  it.each([429, 500, 503])('is tried again where the server answers %s', async (status) => {
    const { connection, timers, asked, server } = browser();
    server.status = status;
    connection.start();
    await timers.pass(5_000);
    expect(asked.length).toBeGreaterThan(1);
  });

  it('does nothing more once it is stopped', async () => {
    const { connection, timers, asked, events, streams, say } = browser();
    connection.start();
    await settled();
    await say(snapshot(1));
    connection.stop();
    await timers.pass(120_000);
    connection.wake();
    await settled();
    expect(asked).toHaveLength(1);
    expect(events).toEqual(['snapshot']);
    expect(streams).toHaveLength(1);
  });
});
