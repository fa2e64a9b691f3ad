import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import type { Clock, NewId } from '../../service/clock.ts';
import type { Conversations } from '../../service/conversations.ts';
import type { Documents } from '../../service/documents.ts';
import type { MeetingLog } from '../../service/meetingLog.ts';
import type { Meetings } from '../../service/meetings.ts';
import { AskRequest } from '../../views/page/ask.ts';
import { systemTimer } from '../answerInTime.ts';
import { errorTrace } from '../logTrace.ts';
import type { Pace } from '../pace.ts';
import { pageFolder } from '../pageFolder.ts';
import type { Roster } from '../roster.ts';
import { Asks } from './asks.ts';
import { demoChoices } from './demo.ts';
import { entityTag } from './entityTag.ts';
import { EventStream } from './eventStream.ts';
import { type Entry, guardPage } from './guards.ts';
import { Live } from './live.ts';
import type { PageRouteName } from './pageRoutes.ts';
import { PageProblem } from './problem.ts';
import { StaticPage } from './staticPage.ts';
import { viewFor } from './views.ts';
import type { MeetingPlace } from './visit.ts';
import { lookFrom, Visits } from './visits.ts';

export interface PageDeps {
  readonly config: Config;
  readonly meetings: Meetings;
  readonly log: MeetingLog;
  readonly documents: Documents;
  readonly conversations: Conversations;
  readonly roster: Roster;
  readonly pace: Pace | null;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Other servers may write the same store. */
  readonly shared: boolean;
  readonly logger: Logger;
  /** Where the page was built to; default: `dist/tab` of this package. */
  readonly folder?: URL;
}

/** What the server serves of the page. */
export interface Page {
  handlers(gate: Entry['gate']): Readonly<Record<PageRouteName, readonly RequestHandler[]>>;
  /** A meeting was changed in this process. */
  changed(meetingId: string): void;
  /** Ends every stream. */
  close(): void;
}

const Here = z.object({ itemId: z.string().max(64).nullable(), writing: z.boolean() });

export function createPage(deps: PageDeps): Page {
  const { config, meetings, log, documents, clock, logger } = deps;
  const failed = (error: unknown) => logger.error(errorTrace(error), 'the page failed');
  const stored: MeetingPlace = { meetings, log, documents, rehearsal: false };
  const live = new Live({ now: () => clock.now(), shared: deps.shared, failed });
  const visits = new Visits({
    ...deps,
    placeOf: () => stored,
    account: async () => {
      throw new PageProblem('signInAgain');
    },
    demo: config.mode === 'development' && config.bot === null,
  });
  const asks = new Asks({ ...deps, timer: systemTimer, answerWithinMs: 2_800, failed });
  const files = new StaticPage(deps.folder ?? pageFolder);

  return {
    changed: (meetingId) => live.changed(meetingId),
    close: () => live.close(),
    handlers(gate) {
      const { open, shown, changing, enter } = guardPage({
        config,
        visits,
        gate,
        logger,
        fixed: config.language,
      });
      const json = express.json({ limit: '512kb', inflate: false });
      return {
        page: open(files.html),
        pageConfigure: open(files.html),
        pageScreen: open(files.html),
        pageStart: open(files.html),
        pageAsset: open(files.asset),
        demo: open(async (_request, response) => {
          if (config.bot) throw new PageProblem('signIn');
          response.json(await demoChoices(deps));
        }),
        meetingView: shown(async (request, response) => {
          const visit = await enter(request, response);
          const { meeting, people, standing } = await lookFrom(visit);
          const view = viewFor(visit, standing, meeting, people);
          answerTagged(request, response, JSON.stringify(view));
        }),
        meetingEvents: shown(async (request, response) => {
          const visit = await enter(request, response);
          const { meeting, people } = await lookFrom(visit);
          if (live.full) throw new PageProblem('tooFast');
          const seen = Number.parseInt(request.get('last-event-id') ?? '', 10);
          response.locals.leaveGate?.();
          live.open(visit, new EventStream(response), meeting, people, Number.isNaN(seen) ? null : seen);
        }),
        meetingAsks: changing(json, async (request, response) => {
          const visit = await enter(request, response);
          const asked = AskRequest.safeParse(request.body).data;
          if (!asked) throw new PageProblem('notUnderstood');
          if (tooLong(request, asked.ask.ask)) throw new PageProblem('tooLarge');
          response.json(await asks.ask(visit, asked));
        }),
        meetingPresence: changing(json, async (request, response) => {
          const visit = await enter(request, response);
          const here = Here.safeParse(request.body).data;
          if (!here) throw new PageProblem('notUnderstood');
          const { meeting, people, standing } = await lookFrom(visit);
          live.here(visit, standing, meeting, people, here);
          response.status(204).end();
        }),
      };
    },
  };
}

/** Bytes of an ask: a whole agenda, the two texts of a rewriting, or anything else. */
function tooLong(request: Request, ask: AskRequest['ask']['ask']): boolean {
  const limit = ask === 'correctAgenda' ? 512 : ask === 'writeDiscussion' ? 192 : 64;
  return Number(request.get('content-length') ?? 0) > limit * 1024;
}

function answerTagged(request: Request, response: Response, json: string): void {
  const tag = entityTag(json);
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
  if (request.get('if-none-match') === tag) response.status(304).end();
  else response.type('application/json').send(json);
}
