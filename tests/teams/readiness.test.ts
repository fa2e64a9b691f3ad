import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { systemTimer } from '../../src/teams/answerInTime.ts';
import { type Check, createReadiness, keysCheck } from '../../src/teams/readiness.ts';
import { createServer, type Server } from '../../src/teams/server.ts';
import { startTestAuthority, type TestAuthority } from '../support/testAuthority.ts';

const TENANT = '8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22';
const handlers = {
  seen: async () => undefined,
  invoke: () => Promise.reject(new Error('not asked')),
  dialog: async () => null,
  fileConsent: async () => undefined,
  message: async () => undefined,
};

let authority: TestAuthority;
let server: Server | undefined;
let logged: string[];
beforeEach(async () => {
  authority = await startTestAuthority();
  logged = [];
});
afterEach(async () => {
  await server?.close();
  await authority.close();
});

const verifying = () =>
  readConfig({
    PORT: '0',
    PUNKT_MODE: 'development',
    PUNKT_TEST_AUTHORITY: authority.url,
    MicrosoftAppId: authority.appId,
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppTenantId: TENANT,
  });

/** Starts a server with that store, and asks whether it is ready. */
async function asked(storeAnswers: () => Promise<unknown>) {
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  server = createServer({ config: verifying(), handlers, log, storeAnswers });
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => {
    const response = await fetch(`${url}/readyz`);
    return { status: response.status, body: await response.json() };
  };
  return { ready, url };
}

describe('/readyz', () => {
  it('says 200 when the store answers and the keys can be had', async () => {
    const { ready } = await asked(async () => undefined);
    expect(await ready()).toEqual({ status: 200, body: { status: 'ready' } });
  });

  it('says 503 with the name of what fails, and nothing else; /healthz goes on', async () => {
    const { ready, url } = await asked(() => Promise.reject(new Error('secret-account.documents.azure.com')));
    expect(await ready()).toEqual({ status: 503, body: { status: 'not ready', failing: ['store'] } });
    expect(logged.join()).not.toContain('secret-account');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('names the keys where nobody hands them out', async () => {
    await authority.close();
    const { ready } = await asked(async () => undefined);
    expect((await ready()).body).toEqual({ status: 'not ready', failing: ['keys'] });
    authority = await startTestAuthority();
  });

  it('asks the store once, and logs once, however often it is called', async () => {
    let reads = 0;
    const { ready } = await asked(async () => {
      reads += 1;
      throw new Error('silent');
    });
    const answers = await Promise.all(Array.from({ length: 50 }, ready));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(reads).toBe(1);
    expect(logged.filter((line) => line.includes('not ready'))).toHaveLength(1);
  });
});

describe('readiness', () => {
  it('asks again after five seconds, and forgets what failed', async () => {
    let now = 0;
    let broken = true;
    const check: Check = { name: 'store', run: async () => (broken ? Promise.reject(new Error('x')) : 1) };
    const ready = createReadiness(
      [check],
      systemTimer,
      () => undefined,
      () => now,
    );
    expect(await ready()).toEqual(['store']);
    broken = false;
    now = 4_999;
    expect(await ready()).toEqual(['store']);
    now = 5_000;
    expect(await ready()).toEqual([]);
  });

  it('counts a store that does not answer as failed', async () => {
    const check: Check = { name: 'store', run: () => new Promise(() => undefined) };
    const atOnce = (_ms: number, ring: () => void) => {
      ring();
      return () => undefined;
    };
    expect(await createReadiness([check], atOnce, () => undefined)()).toEqual(['store']);
  });

  it('fetches the keys once a day, as long as they were had', async () => {
    let now = 0;
    const check = keysCheck(verifying(), () => now);
    await check?.run();
    await check?.run();
    expect(authority.keyRequests()).toBe(1);
    now = 24 * 60 * 60 * 1000;
    await check?.run();
    expect(authority.keyRequests()).toBe(2);
  });

  it('needs no keys where nothing is verified', () => {
    expect(keysCheck(readConfig({ PUNKT_MODE: 'development' }))).toBeNull();
  });
});
