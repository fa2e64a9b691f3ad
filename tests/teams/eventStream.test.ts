import { EventEmitter, once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import express, { type Response } from 'express';
import { EventStream } from '../../src/teams/page/eventStream.ts';

it('cuts off a reader who does not read, before much waits for them', async () => {
  const opened: EventStream[] = [];
  const app = express().get('/', (_request, response) => void opened.push(new EventStream(response)));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1' });
  const [response] = await once(request, 'response');
  response.pause();
  response.on('error', () => undefined);
  const [stream] = opened;
  if (!stream) throw new Error('no stream');
  const ended = new Promise<void>((resolve) => stream.onEnd(resolve));
  const line = JSON.stringify('x'.repeat(100_000));
  let sent = 0;
  // The network takes some before anything waits; a thousand times that is never sent.
  for (; sent < 1_000 && !stream.ended; sent += 1) {
    stream.send('change', line);
    if (sent % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(stream.ended).toBe(true);
  expect(sent).toBeLessThan(1_000);
  await ended;
  stream.send('change', line);
  server.close();
});

it('is over from the start for who hung up before it was opened', async () => {
  const arrived = new EventEmitter();
  const app = express().get('/', (_request, response) => void arrived.emit('request', response));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1' });
  request.on('error', () => undefined);
  const [response] = (await once(arrived, 'request')) as [Response];
  const gone = once(response, 'close');
  request.destroy();
  await gone;
  server.close();
  const stream = new EventStream(response);
  let told = 0;
  stream.onEnd(() => {
    told += 1;
  });
  stream.send('change', '{}');
  expect([stream.ended, told]).toEqual([true, 1]);
});
