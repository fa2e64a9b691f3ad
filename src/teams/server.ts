import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { afterTexts } from '../wording/afterTexts.ts';
import { TeamsAdapter } from './adapter.ts';
import { systemTimer, type Timer } from './answerInTime.ts';
import { createConnector } from './connector.ts';
import { createEntrance } from './entrance.ts';
import { FloodGate, type FloodLimits, floodLimits } from './floodGate.ts';
import { createFront } from './httpFront.ts';
import { errorTrace } from './logTrace.ts';
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

const bodyLimit = '256kb';
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
  const guarded = floodGuard(gate, log);
  const serving: OwnHandlers & PageHandlers = {
    messages: [
      guarded,
      needsGate(config),
      express.json({ limit: bodyLimit, inflate: false }),
      entrance.handle,
    ],
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
  return { app, entrance };
}

/** The HTTP server of Punkt: what stands in the table of routes, and nothing else. */
export function createServer(parts: ServerParts): Server {
  const { config } = parts;
  const { app, entrance } = createApp(parts);
  const http = createFront(app);
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

/** Refuses what there is too much of before anything of it is read; in the log once in some seconds. */
function floodGuard(gate: FloodGate, log: Logger): RequestHandler {
  const told = new TokenBuckets({ burst: 1, perSecond: 0.2 }, Date);
  const refuse = (response: Response, status: 429 | 503) => {
    if (told.take(String(status))) log.warn({ status }, 'a flood of requests');
    response.status(status).set('Retry-After', '5').json({ error: 'Too many requests. Try again later.' });
  };
  return (request, response, next) => {
    if (!gate.enter()) return refuse(response, 503);
    let inside = true;
    // A stream stays open for hours, and is counted elsewhere.
    response.locals.leaveGate = () => {
      if (inside) gate.leave();
      inside = false;
    };
    response.once('close', response.locals.leaveGate);
    if (!gate.worthwhile(request.get('authorization') ?? '')) return refuse(response, 429);
    next();
  };
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * What can be refused before the body is read. Without a bot nothing is verified, so a page open in the developer's
 * browser must not get in: not across origins (only JSON is taken, which asks first), not by a rebound host name.
 */
function needsGate(config: Config): RequestHandler {
  return (request, response, next) => {
    if (config.bot && !request.get('authorization')) {
      response.status(401).json({ error: 'A valid token of the channel is required.' });
    } else if (!config.bot && !loopbackHost.test(request.get('host') ?? '')) {
      response.status(403).json({ error: 'Without an app id only this machine is served.' });
    } else if (!request.is('application/json')) {
      response.status(415).json({ error: 'The body must be application/json.' });
    } else next();
  };
}

/** Without a token of Teams only this machine may ask, and no page by a rebound host name. */
const onlyThisMachine: RequestHandler = (request, response, next) => {
  if (loopbackHost.test(request.get('host') ?? '')) next();
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

/** Errors of body parsing by their status; all others are ours, and say nothing of themselves outside. */
function failures(log: Logger): ErrorRequestHandler {
  return function refusedRequest(error: unknown, _request, response, next) {
    if (response.headersSent) return next(error);
    const given = error instanceof Error && 'status' in error ? error.status : undefined;
    const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500;
    const sentences: Readonly<Record<number, string>> = {
      400: 'The body is not valid JSON.',
      413: `The body is larger than ${bodyLimit}.`,
      415: 'The body must be plain application/json.',
      500: 'Something went wrong.',
    };
    if (status === 500) log.error(errorTrace(error), 'request failed');
    else log.warn({ status }, 'request refused');
    response.status(status).json({ error: sentences[status] ?? 'The request is not understood.' });
  };
}
