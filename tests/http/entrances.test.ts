import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { pageRoutes } from '../../src/teams/page/pageRoutes.ts';
import { routes } from '../../src/teams/routes.ts';
import { createApp } from '../../src/teams/server.ts';
import { asked, type Target } from '../support/attack.ts';
import { attacks, target } from '../support/attacks.ts';
import { storedAtRest } from '../support/insideRoom.ts';

const GUID = '8d2b6c40-1a9f-4e57-b3d0-6c7e5f4a3b22';
const handlers = {
  seen: () => Promise.reject(new Error('handled')),
  invoke: () => Promise.reject(new Error('handled')),
  dialog: () => Promise.reject(new Error('handled')),
  fileConsent: () => Promise.reject(new Error('handled')),
  message: () => Promise.reject(new Error('handled')),
};
const appIn = (PUNKT_MODE: string) =>
  createApp({
    config: readConfig({
      PUNKT_MODE,
      MicrosoftAppId: GUID,
      MicrosoftAppTenantId: GUID,
      MicrosoftAppType: 'UserAssignedMSI',
    }),
    handlers,
    log: pino({ level: 'silent' }),
  }).app;
interface Layer {
  readonly name: string;
  readonly path?: string;
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] };
}

describe('the table of entrances', () => {
  it.each(['production', 'development'])(
    'has every route that the server has in %s, and no other',
    (mode) => {
      const layers = appIn(mode).router.stack as readonly Layer[];
      const served = layers.flatMap(({ route }) =>
        route
          ? [...new Set(route.stack.map(({ method }) => `${method ?? 'other methods'} ${route.path}`))]
          : [],
      );
      const told = routes
        .filter((route) => route.mode === 'always' || mode === 'development')
        .flatMap(({ method, path }) => [`${method} ${path}`, `other methods ${path}`]);
      // A path is served once, with all its methods.
      expect(served.sort()).toEqual([...new Set(told)].sort());
      // What is no route takes every path: nothing else may be served so, and no router be hung in.
      expect(layers.filter(({ route }) => !route).map(({ name }) => name)).toEqual([
        'notFound',
        'refusedRequest',
      ]);
    },
  );

  it('says of each who may and what keeps the others out, and each is attacked', () => {
    for (const { name, who, guards } of routes) {
      expect(who).not.toBe('');
      expect(guards.length).toBeGreaterThan(0);
      expect(attacks[name].length).toBeGreaterThan(0);
    }
  });

  it('has no download in production', async () => {
    const server = createServer(appIn('production')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect((await asked({ url: `http://127.0.0.1:${port}/download/a.b.c` })).status).toBe(404);
    server.close();
  });
});

/** The page is told by a code what to do, and its reader in a sentence. */
const toldByThePage = /^\{"code":"[a-zA-Z]+","sentence":"[^"\\]+"\}$/u;
const isPage = (name: string): boolean => pageRoutes.some((route) => route.name === name);
/** All that an attacker is ever told; nothing of it says what was wrong. */
const told: Readonly<Record<number, RegExp>> = {
  400: /^\{"error":"The body is not an activity\."\}$/u,
  401: /^\{"error":"A valid token of the channel is required\."\}$/u,
  403: /^\{"error":"(?:Not served|Only this machine is served)\."\}$/u,
  404: /^Linket er udløbet\. Skriv »hent referat« til Punkt for at få et nyt\.$/u,
  405: /^\{"error":"Only [A-Z, ]+ is understood here\."\}$/u,
  413: /^\{"error":"The body is larger than 256kb\."\}$/u,
  415: /^\{"error":"The body must be application\/json\."\}$/u,
};

let at: Target & AsyncDisposable;
beforeAll(async () => {
  // botbuilder writes the keys that it has to the console where a token names none of them.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  at = await target();
}, 60_000);
afterAll(async () => {
  await at?.[Symbol.asyncDispose]();
  jest.restoreAllMocks();
});

for (const { name, method, path } of routes) {
  describe(`nobody gets in by ${method.toUpperCase()} ${path} with`, () => {
    it.each(attacks[name].map((attack) => [attack.by, attack] as const))('%s', async (_by, attack) => {
      const before = await storedAtRest(at.room);
      // Who is in the chat is asked of Teams; nothing is sent there.
      const asks = (request: { readonly method: string }) => isPage(name) && request.method === 'GET';
      const sentNow = () => at.room.teams.requests.filter((request) => !asks(request)).length;
      const sent = sentNow();
      for (const { status, body } of await attack.answers(at)) {
        expect(status).toBe(attack.status);
        expect(body.replace(/^"(.*)"$/u, '$1')).toMatch(
          isPage(name) && status !== 405 ? toldByThePage : (told[status] ?? /never/u),
        );
      }
      expect(sentNow()).toBe(sent);
      expect(await at.room.stored()).toBe(before);
    });
  });
}

describe('a link', () => {
  it('works for ten minutes', async () => {
    expect((await asked({ url: at.link })).status).toBe(200);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 10 * 60_000 + 1_000);
    const { status } = await asked({ url: at.link }).finally(() => clock.mockRestore());
    expect(status).toBe(404);
  });
});

describe('the log', () => {
  it('says why somebody was refused, and names nobody', async () => {
    for (const attack of attacks.messages) await attack.answers(at);
    const lines = at.room.punkt.lines.join('\n');
    for (const reason of [
      'signature',
      'audience',
      'issuer',
      'expired',
      'not yet valid',
      'service URL',
      'tenant',
    ])
      expect(lines).toContain(reason);
    expect(lines).not.toMatch(/Solvang|eyJ|29:1/u);
  });
});
