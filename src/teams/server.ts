import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { afterTexts } from '../wording/afterTexts.ts';
import { TeamsAdapter } from './adapter.ts';
import { systemTimer, type Timer } from './answerInTime.ts';
import { createConnector } from './connector.ts';
import { createEntrance } from './entrance.ts';
import { errorTrace } from './logTrace.ts';
import { type Check, createReadiness, keysCheck } from './readiness.ts';
import type { Connector, TurnHandlers } from './turn.ts';

export interface ServerParts {
  readonly config: Config;
  readonly handlers: TurnHandlers;
  readonly log: Logger;
  /** Development: the file behind a link; null where it leads nowhere (any more). */
  readonly download?: (token: string) => Promise<DownloadedFile | null>;
  /** Default: the real one, `createConnector(config)`. */
  readonly connector?: Connector;
  /** Default: the system's. */
  readonly timer?: Timer;
  /** Default 2800 ms, so that the answer is there within 3 s. */
  readonly answerWithinMs?: number;
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

/** The HTTP server of Punkt: `POST /api/messages`, `GET /healthz` (it runs) and `GET /readyz` (it can serve). */
export function createServer(parts: ServerParts): Server {
  const { config, handlers, log } = parts;
  const timer = parts.timer ?? systemTimer;
  const entrance = createEntrance({
    config,
    handlers,
    log,
    timer,
    connector: parts.connector ?? createConnector(config),
    adapter: new TeamsAdapter(config),
    answerWithinMs: parts.answerWithinMs ?? 2800,
  });

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(securityHeaders);
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  const failing = createReadiness(checksOf(parts), timer, (names) =>
    log.warn({ failing: names }, 'not ready'),
  );
  app.get('/readyz', async (_request, response) => {
    const names = await failing();
    if (names.length > 0) response.status(503).json({ status: 'not ready', failing: names });
    else response.json({ status: 'ready' });
  });
  app.post(
    '/api/messages',
    needsGate(config),
    express.json({ limit: bodyLimit, inflate: false }),
    entrance.handle,
  );
  app.all('/api/messages', (_request, response) => {
    response.status(405).set('Allow', 'POST').json({ error: 'Only POST is understood here.' });
  });
  const { download } = parts;
  if (config.mode === 'development' && download)
    app.get('/download/:token', onlyThisMachine, downloads(download));
  app.use((_request, response) => {
    response.status(404).json({ error: 'There is nothing here.' });
  });
  app.use(failures(log));

  const http = createHttpServer(app);
  // A slow sender may not hold a connection for long.
  http.headersTimeout = 10_000;
  http.requestTimeout = 20_000;
  return {
    async listen() {
      http.listen(config.port, config.host);
      await once(http, 'listening');
      return { port: (http.address() as AddressInfo).port };
    },
    async close() {
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

const headersOfAll = Object.entries({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
});

const securityHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of headersOfAll) response.setHeader(name, value);
  next();
};

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
  (download: NonNullable<ServerParts['download']>): RequestHandler<{ token: string }> =>
  async (request, response) => {
    const file = await download(request.params.token);
    if (!file) {
      response.status(404).type('text/plain').send(afterTexts.da.linkExpired);
      return;
    }
    response.attachment(file.fileName).set('Content-Type', file.contentType).send(Buffer.from(file.bytes));
  };

/** Errors of body parsing by their status; all others are ours, and say nothing of themselves outside. */
function failures(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
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
