import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BodyRefused, readJsonBody } from '../../src/teams/jsonBody.ts';

const LIMIT = 100;
let server: Server;
let url = '';
/** What became of the requests so far. */
const seen: unknown[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    readJsonBody(request, LIMIT).then(
      (body) => {
        seen.push(body);
        response.end(JSON.stringify(body));
      },
      (error: unknown) => {
        const status = error instanceof BodyRefused ? error.status : 500;
        seen.push(status);
        response.writeHead(status).end();
      },
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function post(body: string | Uint8Array, headers: Record<string, string> = {}) {
  const sent = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
  const answer = await fetch(url, sent);
  return answer.status === 200 ? answer.json() : answer.status;
}
/** As a stream, whose length nobody says beforehand. */
async function postInParts(parts: readonly string[]) {
  const body = ReadableStream.from(parts.map((part) => new TextEncoder().encode(part)));
  const answer = await fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
  return answer.status === 200 ? answer.json() : answer.status;
}

describe('a body', () => {
  it('is an object or a list, in one part or in many', async () => {
    expect(await post('{"a":"æ"}')).toEqual({ a: 'æ' });
    expect(await post('[1]', { 'content-type': 'application/json; charset=UTF-8' })).toEqual([1]);
    const [first, second] = [Buffer.from('{"a":"æ"}').subarray(0, 7), Buffer.from('{"a":"æ"}').subarray(7)];
    expect(await post(Buffer.concat([first, second]))).toEqual({ a: 'æ' });
    expect(await postInParts(['{"a"', ':1}'])).toEqual({ a: 1 });
  });

  it('may begin with the mark of its order of bytes', async () => {
    expect(await post(`\uFEFF{"a":1}`)).toEqual({ a: 1 });
  });

  it.each(['', '{', 'null', '"text"', '1', '{"a":1}{'])('is refused as no JSON: %j', async (body) => {
    expect(await post(body)).toBe(400);
  });

  it('is as long as it may be, and no longer, whether its length is said or not', async () => {
    const longest = `{"a":"${'x'.repeat(LIMIT - 8)}"}`;
    expect(longest).toHaveLength(LIMIT);
    expect(await post(longest)).toEqual(JSON.parse(longest));
    expect(await post(`${longest} `)).toBe(413);
    expect(await postInParts([longest])).toEqual(JSON.parse(longest));
    expect(await postInParts([longest, ' '])).toBe(413);
    expect(await postInParts(Array.from({ length: 50 }, () => longest))).toBe(413);
  });

  it.each([
    { 'content-encoding': 'gzip' },
    { 'content-encoding': 'br' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'application/json;charset="iso-8859-1"' },
  ])('is refused unread: %j', async (headers) => {
    expect(await post('{"a":1}', headers as unknown as Record<string, string>)).toBe(415);
  });

  it('that breaks off is refused', async () => {
    const before = seen.length;
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    const closed = new Promise<void>((resolve) =>
      server.once('request', (request) => request.once('close', resolve)),
    );
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n{"a":');
    await once(server, 'request');
    socket.destroy();
    await closed;
    await new Promise(setImmediate);
    expect(seen.slice(before)).toEqual([400]);
  });
});
