import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { afterTexts } from '../wording/afterTexts.ts';
import { TeamsAdapter } from './adapter.ts';
import { systemTimer, type Timer } from './answerInTime.ts';
import { createConnector } from './connector.ts';
import { createEntrance } from './entrance.ts';
import { FloodGate, type FloodLimits, floodLimits } from './floodGate.ts';
import { createFront } from './httpFront.ts';
import { readJsonBody } from './jsonBody.ts';
import { errorTrace } from './logTrace.ts';
import { isLoopbackHost } from './loopbackHost.ts';
import type { Page } from './page/page.ts';
import { type PageRouteName, pageRoutes } from './page/pageRoutes.ts';
import { type Check, createReadiness, keysCheck } from './readiness.ts';
import { type Route, type RouteName, routes } from './routes.ts';
import { TokenBuckets } from './tokenBucket.ts';
import type { Connector, TurnHandlers } from './turn.ts';

export interface ServerParts {
  readonly config: Config;
  readonly handlers: TurnHandlers;
  readonly log: Logger;
  /** Development: the file behind a link; null where it leads nowhere (any more). */
  readonly download?: (token: string) => Promise<DownloadedFile | null>;
  /** What is served of the page; default: nothing. */
  readonly page?: Page;
  /** Default: the real one, `createConnector(config)`. */
  readonly connector?: Connector;
  /** Default: the system's. */
  readonly timer?: Timer;
  /** Default 2800 ms, so that the answer is there within 3 s. */
  readonly answerWithinMs?: number;
  /** Default: `floodLimits`. */
  readonly floods?: FloodLimits;
  /** Resolves when the store answers; default: there is none to ask. */
  readonly storeAnswers?: () => Promise<unknown>;
}

export interface DownloadedFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly contentType: string;
}

export interface Server {
  /** Resolves when requests are accepted. Rejects if the port is taken. */
  listen(): Promise<{ readonly port: number }>;
  /** Takes no more requests, and resolves when those that run, and their handlers, have ended (10 s at most). */
  close(): Promise<void>;
}

const bodyLimit = 256 * 1024;
const closeWithinMs = 10_000;

type OwnHandlers = Readonly<Record<Exclude<RouteName, PageRouteName>, readonly RequestHandler[]>>;
type PageHandlers = Readonly<Partial<Record<PageRouteName, readonly RequestHandler[]>>>;

/** The routes of the table, and behind them what they do. */
export function createApp(parts: ServerParts) {
  const { config, handlers, log } = parts;
  const timer = parts.timer ?? systemTimer;
  const gate = new FloodGate(parts.floods ?? floodLimits, Date);
  const entrance = createEntrance({
    config,
    handlers,
    log,
    timer,
    gate,
    connector: parts.connector ?? createConnector(config),
    adapter: new TeamsAdapter(config),
    answerWithinMs: parts.answerWithinMs ?? 2800,
  });
  const failing = createReadiness(checksOf(parts), timer, (names) =>
    log.warn({ failing: names }, 'not ready'),
  );
  const enter = floodGate(gate, log);
  const guarded: RequestHandler = (request, response, next) => {
    const leave = enter(request, response);
    if (!leave) return;
    // A stream stays open for hours, and is counted elsewhere.
    response.locals.leaveGate = leave;
    next();
  };
  const refusedBefore = refusalsBeforeBody(config);
  const messages: RequestListener = (request, response) => {
    if (!enter(request, response) || refusedBefore(request, response)) return;
    readJsonBody(request, bodyLimit)
      .then((body) => entrance.handle(request, response, body))
      .catch((error: unknown) => answerFailure(log, error, response));
  };
  const serving: OwnHandlers & PageHandlers = {
    messages: [messages],
    healthz: [(_request, response) => void response.json({ status: 'ok' })],
    readyz: [
      async (_request, response) => {
        const names = await failing();
        if (names.length > 0) response.status(503).json({ status: 'not ready', failing: names });
        else response.json({ status: 'ready' });
      },
    ],
    download: [guarded, onlyThisMachine, downloads(parts.download ?? (async () => null))],
    ...pageHandlers(parts.page, guarded, gate),
  };

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const served = routes.filter(({ mode }) => mode === 'always' || config.mode === 'development');
  for (const path of new Set(served.map((route) => route.path))) {
    const route = app.route(path);
    const here = served.filter((one) => one.path === path);
    for (const { name, method } of here) route[method](...(serving[name] ?? [notFound]));
    route.all(methodNotAllowed(here.map(({ method }) => method)));
  }
  app.use(notFound);
  app.use(failures(log));
  const { path } = routes[0] satisfies { name: 'messages' };
  /** Nearly every request is for this one address: it is not looked for in the table, but what stands there answers. */
  const listener: RequestListener = (request, response) => {
    if (request.url === path && request.method === 'POST') messages(request, response);
    else app(request, response);
  };
  return { app, listener, entrance };
}

/** The HTTP server of Punkt: what stands in the table of routes, and nothing else. */
export function createServer(parts: ServerParts): Server {
  const { config } = parts;
  const { listener, entrance } = createApp(parts);
  const http = createFront(listener);
  return {
    async listen() {
      http.listen(config.port, config.host);
      await once(http, 'listening');
      return { port: (http.address() as AddressInfo).port };
    },
    async close() {
      parts.page?.close();
      const closed = http.listening ? once(http, 'close') : Promise.resolve();
      http.close();
      http.closeIdleConnections();
      const ended = Promise.all([closed, entrance.running()]);
      let giveUp: () => void = () => undefined;
      const tooLong = new Promise<void>((resolve) => {
        giveUp = systemTimer(closeWithinMs, resolve);
      });
      await Promise.race([ended, tooLong]);
      giveUp();
      http.closeAllConnections();
    },
  };
}

function checksOf({ config, storeAnswers }: ServerParts): Check[] {
  const store: Check[] = storeAnswers ? [{ name: 'store', run: storeAnswers }] : [];
  const keys = keysCheck(config);
  return keys ? [...store, keys] : store;
}

const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'There is nothing here.' });
};

/** The page's routes, which lead nowhere where no page was composed. */
function pageHandlers(page: Page | undefined, guarded: RequestHandler, gate: FloodGate): PageHandlers {
  const handlers = page?.handlers(gate);
  return Object.fromEntries(
    pageRoutes.map(({ name }) => [name, [guarded, ...(handlers?.[name] ?? [notFound])]]),
  );
}

const methodNotAllowed =
  (methods: readonly Route['method'][]): RequestHandler =>
  (_request, response) => {
    const allowed = methods
      .map((method) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase()))
      .join(', ');
    response
      .status(405)
      .set('Allow', allowed)
      .json({ error: `Only ${allowed} is understood here.` });
  };

function answerError(response: ServerResponse, status: number, error: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify({ error }));
}

/**
 * Refuses what there is too much of before anything of it is read; in the log once in some seconds. Gives what leaves
 * the gate again before the answer is closed; null where it was refused.
 */
function floodGate(gate: FloodGate, log: Logger) {
  const told = new TokenBuckets({ burst: 1, perSecond: 0.2 }, Date);
  const refuse = (response: ServerResponse, status: 429 | 503) => {
    if (told.take(String(status))) log.warn({ status }, 'a flood of requests');
    answerError(response.setHeader('Retry-After', '5'), status, 'Too many requests. Try again later.');
    return null;
  };
  return (request: IncomingMessage, response: ServerResponse): (() => void) | null => {
    if (!gate.enter()) return refuse(response, 503);
    let inside = true;
    const leave = () => {
      if (inside) gate.leave();
      inside = false;
    };
    response.once('close', leave);
    return gate.worthwhile(request.headers.authorization ?? '') ? leave : refuse(response, 429);
  };
}

const isJson = /^\s*application\/json\s*(?:;|$)/iu;

/**
 * What can be refused before the body is read; says whether it was. Without a bot nothing is verified, so a page open
 * in the developer's browser must not get in: not across origins (only JSON is taken, which asks first), not by a
 * rebound host name.
 */
function refusalsBeforeBody(config: Config) {
  return ({ headers }: IncomingMessage, response: ServerResponse): boolean => {
    if (config.bot && !headers.authorization) {
      answerError(response, 401, 'A valid token of the channel is required.');
    } else if (!config.bot && !isLoopbackHost(headers.host)) {
      answerError(response, 403, 'Without an app id only this machine is served.');
    } else if (!isJson.test(headers['content-type'] ?? '')) {
      answerError(response, 415, 'The body must be application/json.');
    } else return false;
    return true;
  };
}

/** Without a token of Teams only this machine may ask, and no page by a rebound host name. */
const onlyThisMachine: RequestHandler = (request, response, next) => {
  if (isLoopbackHost(request.get('host'))) next();
  else response.status(403).json({ error: 'Only this machine is served.' });
};

const downloads =
  (download: NonNullable<ServerParts['download']>): RequestHandler =>
  async (request, response) => {
    const file = await download(String(request.params.token));
    if (!file) {
      response.status(404).type('text/plain').send(afterTexts.da.linkExpired);
      return;
    }
    response.attachment(file.fileName).set('Content-Type', file.contentType).send(Buffer.from(file.bytes));
  };

const failures = (log: Logger): ErrorRequestHandler =>
  function refusedRequest(error: unknown, _request, response, next) {
    if (response.headersSent) next(error);
    else answerFailure(log, error, response);
  };

/** Errors of body parsing by their status; all others are ours, and say nothing of themselves outside. */
function answerFailure(log: Logger, error: unknown, response: ServerResponse): void {
  const given = error instanceof Error && 'status' in error ? error.status : undefined;
  const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500;
  const sentences: Readonly<Record<number, string>> = {
    400: 'The body is not valid JSON.',
    413: `The body is larger than ${bodyLimit / 1024}kb.`,
    415: 'The body must be plain application/json.',
    500: 'Something went wrong.',
  };
  if (status === 500) log.error(errorTrace(error), 'request failed');
  else log.warn({ status }, 'request refused');
  if (response.headersSent) response.destroy();
  else answerError(response, status, sentences[status] ?? 'The request is not understood.');
}
