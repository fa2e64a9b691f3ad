import { pageRoutes } from './page/pageRoutes.ts';

/** A way into Punkt over HTTP. */
export interface Route {
  readonly name: string;
  readonly method: 'get' | 'post' | 'put';
  /** As express reads it. */
  readonly path: string;
  /** Who may. */
  readonly who: string;
  /** What keeps all others out, in the order in which it is asked. */
  readonly guards: readonly string[];
  /** Where it exists. */
  readonly mode: 'always' | 'development';
}

/**
 * Every entrance there is. The server registers its routes from this table, and a test for each attack on each of them
 * is demanded by it (tests/http/entrances.test.ts): a route that is written beside it fails the suite.
 */
export const routes = [
  {
    name: 'messages',
    method: 'post',
    path: '/api/messages',
    who: 'Azure Bot Service, for Teams and for tenants that are served',
    guards: [
      'flood gate',
      'Authorization header is there',
      'JSON of at most 256 KB, not compressed',
      'token: form, issuer, audience, time, service URL, tenant',
      'token: signature, endorsed for Teams',
      'channel is Teams',
      "service URL is Microsoft's",
      'tenant of the activity is served',
      'pace of person and conversation',
    ],
    mode: 'always',
  },
  {
    name: 'healthz',
    method: 'get',
    path: '/healthz',
    who: 'anybody',
    guards: ['asks nothing and nobody'],
    mode: 'always',
  },
  {
    name: 'readyz',
    method: 'get',
    path: '/readyz',
    who: 'anybody',
    guards: ['asks the store at most once in five seconds'],
    mode: 'always',
  },
  {
    name: 'download',
    method: 'get',
    path: '/download/:token',
    who: 'who was given the link, on this machine',
    guards: ['flood gate', 'host name of this machine', 'signature, ten minutes', 'still leads or writes'],
    mode: 'development',
  },
  ...pageRoutes,
] as const satisfies readonly Route[];

export type RouteName = (typeof routes)[number]['name'];
