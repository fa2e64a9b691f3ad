import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { StoreUnavailable } from '../../service/meetingLog.ts';
import type { Language } from '../../wording/outcome.ts';
import type { FloodGate } from '../floodGate.ts';
import { errorTrace, shortHash } from '../logTrace.ts';
import { isLoopbackHost } from '../loopbackHost.ts';
import type { Uploaded } from './agendaUpload.ts';
import { type Credentials, readAuthorization } from './authorization.ts';
import { answerProblem, PageProblem } from './problem.ts';
import { readerLanguage } from './readerLanguage.ts';
import { senderOf } from './sender.ts';
import type { Visit } from './visit.ts';
import type { Visits } from './visits.ts';

export interface Entry {
  readonly config: Config;
  readonly visits: Visits;
  readonly gate: FloodGate;
  readonly logger: Logger;
  /** The language of every answer; null: that of who asks. */
  readonly fixed: Language | null;
}

export type Handle = (request: Request, response: Response, next: NextFunction) => Promise<void> | void;

/** Files that may be on their way in at once: each may be 20 MB, and lies in memory until it is read. */
const FILES_AT_ONCE = 8;

/** What stands before every route of the page. */
export function guardPage({ config, visits, gate, logger, fixed }: Entry) {
  let filesComing = 0;

  const answering =
    (handle: Handle): RequestHandler =>
    async (request, response, next) => {
      try {
        await handle(request, response, next);
      } catch (error) {
        const problem = problemOf(error);
        if (problem.code === 'failed' && problem !== error)
          logger.error(errorTrace(error), 'the page failed');
        else logger.warn({ refused: problem.reason, route: request.route?.path }, 'page request refused');
        if (response.headersSent) response.destroy();
        else answerProblem(response, problem, languageOf(request));
      }
    };

  /** Without a bot nobody is verified: only this machine, and no page by a rebound host name. */
  const ourHost: Handle = (request, _response, next) => {
    if (!config.bot && !isLoopbackHost(request.get('host'))) throw new PageProblem('foreignOrigin');
    next();
  };

  /** A page of another origin cannot set it, and without one no browser changes anything. */
  const ourOrigin: Handle = (request, _response, next) => {
    const origin = request.get('origin') ?? '';
    const host = request.get('host') ?? '';
    const ours = config.mode === 'development' ? [`http://${host}`, `https://${host}`] : [`https://${host}`];
    if (!ours.includes(origin)) throw new PageProblem('foreignOrigin');
    next();
  };

  const credentialed: Handle = (request, _response, next) => {
    if (!readAuthorization(request.get('authorization') ?? '')) throw new PageProblem('signIn');
    next();
  };

  const languageOf = (request: Request): Language => readerLanguage(request, fixed);

  /** Tells the flood gate what an Authorization header was worth. */
  async function entering<V>(request: Request, visitOf: (request: Request) => Promise<V>): Promise<V> {
    try {
      const visit = await visitOf(request);
      gate.proven(request.get('authorization') ?? '');
      return visit;
    } catch (error) {
      if (error instanceof PageProblem && error.status === 401) gate.refused();
      throw error;
    }
  }

  /** Who asks, at the meeting of the path, now. */
  const here = (request: Request): Promise<Visit> =>
    visits.at(String(request.params.id), credentialsOf(request), languageOf(request));

  const isJson: Handle = (request, _response, next) => {
    if (!request.is('application/json')) throw new PageProblem('notJson');
    next();
  };

  return {
    open: (handle: Handle) => [answering(ourHost), answering(handle)],
    shown: (handle: Handle) => [answering(ourHost), answering(credentialed), answering(handle)],
    /** Without a sign-in, which is what is asked for. */
    asking: (body: RequestHandler, handle: Handle) => [
      answering(ourHost),
      answering(ourOrigin),
      answering(isJson),
      answering(async (request, response, next) => {
        await read(body, request, response);
        await handle(request, response, next);
      }),
    ],
    /** At the meeting of the path; nothing is read of who has not proven who they are. */
    changing: (
      body: RequestHandler,
      handle: (visit: Visit, request: Request, response: Response) => Promise<void>,
    ) => {
      const change: Handle = async (request, response) => {
        const visit = await entering(request, here);
        await read(body, request, response);
        await handle(visit, request, response);
      };
      return [
        answering(ourHost),
        answering(ourOrigin),
        answering(credentialed),
        answering(isJson),
        answering(change),
      ];
    },
    /** A file: who may not bring one is refused before it is read. */
    uploading: <V>(
      visitOf: (request: Request) => Promise<V>,
      body: RequestHandler,
      take: (visit: V, request: Request) => Promise<Uploaded>,
    ) => {
      const handle: Handle = async (request, response) => {
        const visit = await entering(request, visitOf);
        if (filesComing >= FILES_AT_ONCE) throw new PageProblem('tooFast', 'files');
        filesComing += 1;
        await read(body, request, response).finally(() => {
          filesComing -= 1;
        });
        const { answer, ...taken } = await take(visit, request);
        response.status(taken.kind === 'refused' ? taken.status : 200).json(answer);
      };
      return [answering(ourHost), answering(ourOrigin), answering(credentialed), answering(handle)];
    },
    /** Who asks, at the meeting of the path. @throws PageProblem */
    enter: (request: Request): Promise<Visit> => entering(request, here),
    credentialsOf,
    languageOf,
    /** Who sends, as far as the network tells: the last hop that a proxy saw. */
    from: (request: Request): string =>
      shortHash(senderOf(request.get('x-forwarded-for') ?? '', request.socket.remoteAddress ?? '')),
  };
}
export type PageGuards = ReturnType<typeof guardPage>;

function credentialsOf(request: Request): Credentials {
  const credentials = readAuthorization(request.get('authorization') ?? '');
  if (!credentials) throw new PageProblem('signIn');
  return credentials;
}

const read = (body: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    body(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });

/** Errors of body parsing by their status; all others are ours. */
function problemOf(error: unknown): PageProblem {
  if (error instanceof PageProblem) return error;
  if (error instanceof StoreUnavailable) return new PageProblem('storeAway');
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return new PageProblem('tooLarge');
  if (status === 400) return new PageProblem('notUnderstood');
  if (status === 415) return new PageProblem('notJson');
  return new PageProblem('failed');
}
