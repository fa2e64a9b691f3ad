import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createFront } from '../../src/teams/httpFront.ts';
import { createServer } from '../../src/teams/server.ts';
import { asked } from '../support/attack.ts';
import { type FakeTeams, startFakeTeams } from '../support/fakeTeams.ts';
import { identityOf } from '../support/surroundings.ts';
import { startTestAuthority, type TestAuthority } from '../support/testAuthority.ts';

let front: Server;
let port: number;
beforeEach(async () => {
  const limits = { headersTimeout: 200, requestTimeout: 300, connectionsCheckingInterval: 50 };
  front = createFront((request, response) => {
    request.resume().on('end', () => response.end('ok'));
  }, limits).listen(0, '127.0.0.1');
  await once(front, 'listening');
  port = (front.address() as AddressInfo).port;
});
afterEach(() => {
  front.closeAllConnections();
  front.close();
});

/** All that comes back for these bytes, until the server ends it. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += String(chunk);
  });
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

describe('what is no proper request', () => {
  it.each([
    ['garbage', 'what is this\r\n\r\n', 400],
    ['TLS to a port without it', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc', 400],
    [
      'a length and pieces',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\nConnection: close\r\n\r\n', 417],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['too many headers', `GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(20_000)}\r\n`, 431],
    ['a head that never ends', 'GET / HTTP/1.1\r\nHost: x\r\n', 408],
    ['a body that never comes', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{', 408],
  ])(
    '(%s) is answered and ended, with the headers of all answers and no name of software',
    async (_name, bytes, status) => {
      const answer = await answerTo(bytes);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'));
      expect(answer).toMatch(/^X-Content-Type-Options: nosniff\r$/mu);
      expect(answer).toMatch(/^Content-Security-Policy: default-src 'none'/mu);
      expect(answer).toMatch(/^Cache-Control: no-store\r$/mu);
      expect(answer).not.toMatch(/^(?:Server|X-Powered-By|Via):|node|express/imu);
      expect(answer.split('\r\n\r\n')[1] ?? '').toMatch(/^(?:0|)$/u);
    },
  );
});

describe('a flood', () => {
  let teams: FakeTeams;
  let authority: TestAuthority;
  let punkt: ReturnType<typeof createServer>;
  let url: string;
  let release: () => void;
  const logged: string[] = [];
  beforeEach(async () => {
    logged.length = 0;
    [teams, authority] = await Promise.all([startFakeTeams(), startTestAuthority()]);
    const waits = new Promise<void>((resolve) => {
      release = resolve;
    });
    punkt = createServer({
      config: readConfig({ PUNKT_MODE: 'development', PORT: '0', ...identityOf(authority, teams.tenantId) }),
      handlers: {
        seen: () => waits,
        invoke: () => Promise.reject(new Error('never')),
        dialog: async () => null,
        fileConsent: async () => undefined,
        message: async () => undefined,
      },
      log: pino({ level: 'warn' }, { write: (line: string) => logged.push(line) }),
      floods: { atOnce: 4, refused: { burst: 3, perSecond: 0 } },
    });
    url = `http://127.0.0.1:${(await punkt.listen()).port}`;
    teams.connect(url, authority);
  });
  afterEach(async () => {
    release();
    await punkt.close();
    await Promise.all([teams.close(), authority.close()]);
  });
  const line = () => teams.line(teams.groupChat([]), teams.person('Astrid Lund'), 'status');

  it('of worthless tokens is refused before it is read, while a proven one goes on being served', async () => {
    release();
    expect((await teams.send(line())).status).toBe(200);
    const worthless = [];
    for (let sent = 0; sent < 6; sent += 1)
      worthless.push(
        (await teams.send(line(), await authority.token(teams.url, { expiresIn: -600 }))).status,
      );
    expect(worthless).toEqual([401, 401, 401, 429, 429, 429]);
    expect((await teams.send(line())).status).toBe(200);
    expect(logged.filter((entry) => entry.includes('flood'))).toHaveLength(1);
  });

  it('of requests at once is refused where there are too many, and the probe of life is answered all the while', async () => {
    const held = [line(), line(), line(), line()].map((activity) => teams.send(activity));
    await new Promise<void>((resolve) => {
      const look = () => (logged.some((entry) => entry.includes('flood')) ? resolve() : void probe());
      const probe = async () => {
        const { status } = await teams.send(line());
        if (status === 503) resolve();
        else look();
      };
      void probe();
    });
    expect((await asked({ url: `${url}/healthz` })).status).toBe(200);
    release();
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await teams.send(line())).status).toBe(200);
  });
});
