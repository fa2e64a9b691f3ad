import express, { type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { maxDocumentBytes } from '../../agendaImport/importAgenda.ts';
import { denial } from '../../meeting/decide.ts';
import { leads, sameActor } from '../../meeting/roles.ts';
import { AskRequest, Id } from '../../views/page/ask.ts';
import { refusalSentence } from '../../wording/refusals.ts';
import { unclaimedRoles } from '../commandsOf.ts';
import { shortHash } from '../logTrace.ts';
import { fileNameOf } from './agendaUpload.ts';
import { answerFile, answerTagged } from './answers.ts';
import { demoChoices } from './demo.ts';
import { EventStream } from './eventStream.ts';
import type { PageGuards } from './guards.ts';
import {
  documentAt,
  download,
  leading,
  log,
  MinutesQuery,
  VersionQuery,
  versions,
} from './minutesDownload.ts';
import type { PageRouteName } from './pageRoutes.ts';
import { PageProblem } from './problem.ts';
import { withoutClosed } from './quietSource.ts';
import type { PageDeps, PageServices } from './services.ts';
import { pageSource } from './sourceView.ts';
import { viewFor } from './views.ts';
import type { Visit } from './visit.ts';
import { lookFrom } from './visits.ts';

const Here = z.object({ itemId: Id.nullable(), writing: z.boolean() });
const LinkWish = z.object({ personId: Id.nullable() });
const Opening = z.union([
  z.object({ secret: z.string().regex(/^[\w-]{16,64}$/u), device: z.string().regex(/^[\w-]{16,64}$/u) }),
  z.object({ code: z.string().regex(/^[\w-]{8,12}$/u), device: z.string().regex(/^[\w-]{16,64}$/u) }),
]);
const Chat = z.string().min(1).max(500);
const kilobytes = (count: number) => count * 1024;
const readJson = express.json({ limit: kilobytes(512), inflate: false });
const readSmallJson = express.json({ limit: kilobytes(64), inflate: false });
const readFile = express.raw({ limit: maxDocumentBytes, inflate: false, type: () => true });

/** What each route of the page does. */
export function pageHandlers(
  deps: PageDeps,
  { demo, live, rehearsals, chats, asks, pace, links, upload, files }: PageServices,
  { open, shown, asking, changing, uploading, enter, credentialsOf, languageOf, from }: PageGuards,
): Readonly<Record<PageRouteName, readonly RequestHandler[]>> {
  /** Who may lay an agenda before the meeting, or will once they do. @throws PageProblem */
  const mayPropose = async (request: Request): Promise<Visit> => {
    const visit = await enter(request);
    const { meeting, standing } = await lookFrom(visit);
    if (standing.kind === 'stage') throw new PageProblem('stageOnlyShows');
    if (visit.place.rehearsal) throw new PageProblem('notInRehearsal');
    const { person, acting } = standing;
    const denied = denial(meeting, 'ProposeAgenda', acting) !== null;
    if (denied && unclaimedRoles(meeting, person, acting).length === 0) throw new PageProblem('onlyLeaders');
    return visit;
  };
  return {
    pageStart: open(files.html),
    page: open(files.html),
    pageConfigure: open(files.html),
    pageScreen: open(files.html),
    pageAsset: open(files.asset),
    demo: open(async (_request, response) => {
      if (!demo) throw new PageProblem('signIn');
      response.json(await demoChoices(deps));
    }),
    session: asking(readSmallJson, async (request, response) => {
      const { device, ...by } = parsed(Opening, request.body);
      const secret = 'secret' in by ? by.secret : by.code;
      response.json(await links.open(secret, device, from(request)));
    }),
    meetingList: shown(async (request, response) => {
      const chat = request.query.chat === undefined ? null : parsed(Chat, request.query.chat);
      const meetings = await chats.list(chat, credentialsOf(request), languageOf(request));
      answerTagged(request, response, { meetings });
    }),
    meetingBegin: uploading(
      (request) => chats.at(parsed(Chat, request.query.chat), credentialsOf(request), languageOf(request)),
      readFile,
      async (visit, request) => {
        const { conversationId, asker, caller } = visit;
        const name = fileNameOf(request.query.name);
        return caller
          ? upload.byAccount(bytesOf(request), name, caller)
          : upload.byMember(
              bytesOf(request),
              name,
              { meetingId: null, conversationId },
              asker,
              languageOf(request),
            );
      },
    ),
    meetingView: shown(async (request, response) => {
      const visit = await enter(request);
      const { meeting, people, standing } = await lookFrom(visit);
      answerTagged(request, response, viewFor(visit, standing, meeting, people));
    }),
    meetingEvents: shown(async (request, response) => {
      const visit = await enter(request);
      const { meeting, people } = await lookFrom(visit);
      if (live.full) throw new PageProblem('tooFast');
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      const seen = Number.parseInt(request.get('last-event-id') ?? '', 10);
      response.locals.leaveGate?.();
      live.open(visit, new EventStream(response), meeting, people, Number.isNaN(seen) ? null : seen);
    }),
    meetingAsks: changing(readJson, async (visit, request, response) => {
      const asked = parsed(AskRequest, request.body);
      if (Number(request.get('content-length') ?? 0) > kilobytes(mostOf(asked.ask.ask)))
        throw new PageProblem('tooLarge');
      const began = performance.now();
      const answer = await asks.ask(visit, asked);
      const outcome = answer.kind === 'refused' ? answer.code : answer.kind;
      const ms = Math.round(performance.now() - began);
      const { meetingId, key } = visit;
      const who = { meeting: shortHash(meetingId), person: shortHash(key) };
      deps.logger.info({ ask: asked.ask.ask, outcome, ms, ...who }, 'page ask');
      // Worth another try under the same command id.
      if (answer.kind === 'refused') response.status(laterStatus[answer.code] ?? 200);
      response.json(answer);
    }),
    meetingPresence: changing(readSmallJson, async (visit, request, response) => {
      const here = parsed(Here, request.body);
      if (pace?.exceeded(`here:${visit.key}`, `here:${visit.meetingId}`)) throw new PageProblem('tooFast');
      const { meeting, people, standing } = await lookFrom(visit);
      live.here(visit, standing, meeting, people, here);
      response.status(204).end();
    }),
    meetingLinks: changing(readSmallJson, async (visit, request, response) => {
      const { personId } = parsed(LinkWish, request.body);
      await leading(visit);
      if (!visit.asker) throw new PageProblem('stageOnlyShows');
      if (visit.place.rehearsal) throw new PageProblem('notInRehearsal');
      const base = request.get('origin') ?? '';
      const issued = await links.issue(visit.meetingId, personId, 'copied', visit.asker, base);
      if (!('refused' in issued)) response.json(issued);
      else {
        const { refused: code } = issued;
        response
          .status(laterStatus[code] ?? 403)
          .json({ code, sentence: refusalSentence(code, visit.language) });
      }
    }),
    meetingRehearsal: changing(readSmallJson, async (visit, _request, response) => {
      const { meeting, standing } = await lookFrom(visit);
      if (standing.kind === 'stage') throw new PageProblem('stageOnlyShows');
      if (visit.place.rehearsal) throw new PageProblem('notInRehearsal');
      const { person, acting } = standing;
      if (!leads(meeting, person.id) && unclaimedRoles(meeting, person, acting).length === 0)
        throw new PageProblem('onlyLeaders');
      const meetingId = await rehearsals.begin(visit.meetingId, visit.key);
      if (meetingId === null) throw new PageProblem('tooManyRehearsals');
      response.json({ meetingId });
    }),
    meetingAgenda: uploading(mayPropose, readFile, async (visit, request) => {
      const { meetingId, asker, caller, language } = visit;
      if (!asker) throw new PageProblem('stageOnlyShows');
      const name = fileNameOf(request.query.name);
      const conversationId = await upload.conversationOf(meetingId);
      if (conversationId === null) throw new PageProblem('noChatYet');
      if (caller) return upload.byAccount(bytesOf(request), name, caller, meetingId);
      return upload.byMember(bytesOf(request), name, { meetingId, conversationId }, asker, language);
    }),
    meetingSource: shown(async (request, response) => {
      const visit = await enter(request);
      const { meeting, standing } = await lookFrom(visit);
      if (standing.kind === 'stage') throw new PageProblem('stageOnlyShows');
      const { person, acting } = standing;
      // It is for who leads, and while nobody does for who may use the agenda.
      const mayUse = denial(meeting, 'AdoptAgenda', acting) === null;
      if (!leads(meeting, person.id) && !mayUse) throw new PageProblem('onlyLeaders');
      const proposalId = request.query.proposal === undefined ? null : parsed(Id, request.query.proposal);
      const source = await pageSource(visit.place.documents, meeting, proposalId);
      if (!source) throw new PageProblem('notFound');
      // Closed items stand in it, for who leads, will by the agenda, or has brought it.
      const whole =
        leads(meeting, person.id) ||
        unclaimedRoles(meeting, person, acting).length > 0 ||
        (meeting.proposal !== null && sameActor(meeting.proposal.by, acting.by));
      answerTagged(request, response, whole ? source : withoutClosed(source, visit.language));
    }),
    meetingMinutes: shown(async (request, response) => {
      const visit = await enter(request);
      answerFile(response, await download(visit, parsed(MinutesQuery, request.query), deps.clock.now()));
    }),
    meetingVersions: shown(async (request, response) => {
      answerTagged(request, response, await versions(await enter(request)));
    }),
    meetingDocument: shown(async (request, response) => {
      const visit = await enter(request);
      const { version } = parsed(VersionQuery, request.query);
      answerTagged(request, response, await documentAt(visit, version));
    }),
    meetingLog: shown(async (request, response) => {
      answerTagged(request, response, await log(await enter(request)));
    }),
  };
}

/** @throws PageProblem */
function parsed<T>(shape: z.ZodType<T>, value: unknown): T {
  const result = shape.safeParse(value);
  if (!result.success) throw new PageProblem('notUnderstood');
  return result.data;
}

/** Kilobytes of an ask: a whole agenda, the two texts of a rewriting, or anything else. */
const mostOf = (ask: AskRequest['ask']['ask']): number =>
  ask === 'correctAgenda' || ask === 'writeDiscussion' ? 512 : 128;

/** Refusals that may be none a moment later. */
const laterStatus: Readonly<Record<string, number>> = { notSaved: 503, tooFast: 429, tooBusy: 429 };

const bytesOf = (request: Request): Uint8Array =>
  Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
