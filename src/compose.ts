import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Language } from './meeting/agenda.ts';
import type { Clock, NewId } from './service/clock.ts';
import { Conversations } from './service/conversations.ts';
import { Drops } from './service/drops.ts';
import { Importing } from './service/importing.ts';
import { Meetings } from './service/meetings.ts';
import { Nudges } from './service/nudges.ts';
import { Publisher } from './service/publisher.ts';
import { SharedMeetings } from './service/sharedMeetings.ts';
import { Caretaker } from './service/upkeep/caretaker.ts';
import type { StoreParts } from './service/upkeep/storeParts.ts';
import { memoryDocuments } from './store/memory/documents.ts';
import { memoryMeetingLog } from './store/memory/meetingLog.ts';
import { systemTimer } from './teams/answerInTime.ts';
import { BrowserLinks } from './teams/browserLinks.ts';
import { ClosedConversations } from './teams/closedConversations.ts';
import { CommandTrace } from './teams/commandTrace.ts';
import type { DownloadLimits } from './teams/fileDownload.ts';
import { downloadLimits, FileDrops } from './teams/fileDrops.ts';
import { FirstSight } from './teams/firstSight.ts';
import { errorTrace, shortHash } from './teams/logTrace.ts';
import { MinutesFiles } from './teams/minutesFiles.ts';
import { OpenForms } from './teams/openForms.ts';
import { Pace, type PaceLimits } from './teams/pace.ts';
import { createPage } from './teams/page/page.ts';
import { Places } from './teams/places.ts';
import { Placing } from './teams/placing.ts';
import { type CardTimes, Postman } from './teams/postman.ts';
import { Reception } from './teams/reception.ts';
import { Roster } from './teams/roster.ts';
import type { Connector } from './teams/turn.ts';
import { Twins } from './teams/twins.ts';

export type Store = StoreParts;

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Opaque, 90 random bits; hex, so that none begins with a sign that a command line takes for an option. From Node's
 * UUIDs, which fetch their randomness for many at once.
 */
export const randomId: NewId = () => randomUUID().replaceAll('-', '').slice(0, 24);

/** How often the server looks for what the command line wrote, and for what is to be sent again (ms). */
const LOOK_EVERY_MS = 400;
/** How often what could not be published is tried again (ms). */
const RETRY_EVERY_MS = 5_000;
/** How often meetings past their time are erased (ms). */
const ERASE_EVERY_MS = 24 * 3_600_000;

/** The meetings on a store, without Teams: all that the command line needs. */
export function composeCore(
  store: Store,
  log: Logger,
  wanted?: () => void,
  restMs?: number,
  shared: boolean = false,
  changed?: (meetingId: string) => void,
) {
  const conversations = new Conversations(store.documents);
  const nudges = new Nudges(store.documents);
  const meetings: Meetings = new (shared ? SharedMeetings : Meetings)({
    ...store,
    clock: systemClock,
    newId: randomId,
    random: Math.random,
    // The command line only writes; the server sees it by a nudge, and alone sends.
    committed: (meetingId) => (wanted ? publisher.soon(meetingId) : undefined),
    ...(changed ? { changed } : {}),
  });
  const publisher = new Publisher({
    ...store,
    conversations,
    meetings: () => meetings,
    clock: systemClock,
    ...(restMs === undefined ? {} : { restMs }),
    wanted: wanted ?? (() => undefined),
    failed: (meetingId, error) =>
      log.error(
        { ...errorTrace(error), meeting: shortHash(meetingId) },
        'publishing failed; it is done again',
      ),
  });
  const importing = new Importing({ ...store, conversations, meetings, newId: randomId });
  return { conversations, nudges, meetings, publisher, importing };
}

/** Punkt as a server on a store and a connector: what handles activities, and what sends. */
export function composeServer(
  opened: Store,
  connector: Connector,
  log: Logger,
  options: {
    readonly trustActivities: boolean;
    /** The language of every answer; null: that of who asks. */
    readonly language: Language | null;
    readonly forms: 'dialog' | 'card';
    /** Development: files may also lie on this machine. Default production. */
    readonly mode?: 'production' | 'development';
    readonly downloads?: DownloadLimits;
    /** How fast people may tap and write; default: nobody is counted. */
    readonly pace?: PaceLimits;
    /** Days that an ended meeting is kept; null (the default): for ever. */
    readonly retentionDays?: number | null;
    /** Other servers may write the same store. Default no. */
    readonly shared?: boolean;
    readonly lookEveryMs?: number;
    /** How long the cards of a busy meeting rest between two editions (ms; default a second). */
    readonly restMs?: number;
    /** When a card is sent again; default what Teams takes. */
    readonly cardTimes?: CardTimes;
    /** Of the server, for the page; without it there is none. */
    readonly config?: Config;
  },
) {
  const { forms } = options;
  const kick = () =>
    void postman.round().catch((error: unknown) => log.error(errorTrace(error), 'sending failed'));
  const trace = new CommandTrace(log);
  const store = { ...opened, log: trace.through(opened.log) };
  const changed = (meetingId: string) => page?.changed(meetingId);
  const core = composeCore(store, log, kick, options.restMs, options.shared, changed);
  const roster = new Roster(connector, systemClock, options.trustActivities ? 'member' : 'unknown');
  const openForms = new OpenForms({ clock: systemClock, timer: systemTimer, released: kick });
  const { outbox } = store;
  const closed = new ClosedConversations({ ...core, outbox, closed: (id) => firstSight.forget(id), log });
  const firstSight: FirstSight = new FirstSight({ ...core, closed, reachable: kick, clock: systemClock });
  const postman = new Postman({
    ...core,
    outbox,
    connector,
    roster,
    openForms,
    closed,
    forms,
    clock: systemClock,
    ...(options.cardTimes ? { times: options.cardTimes } : {}),
    random: Math.random,
    owner: randomId(),
    language: options.language,
    trace,
    log,
  });
  const placing = new Placing({ ...core, roster, newId: randomId });
  const files = new FileDrops({
    drops: new Drops(store.documents),
    places: new Places({ ...core, roster, clock: systemClock }),
    placing,
    connector,
    mode: options.mode ?? 'production',
    limits: options.downloads ?? downloadLimits,
    clock: systemClock,
    newId: randomId,
    log,
  });
  const mode = options.mode ?? 'production';
  const minutesFiles = new MinutesFiles({
    ...core,
    documents: store.documents,
    roster,
    connector,
    mode,
    // A client without dialogs takes no files either.
    byLink: mode === 'development' && forms === 'card',
    clock: systemClock,
    newId: randomId,
    log,
  });
  const pace = options.pace ? new Pace(options.pace, systemClock) : null;
  const page = options.config
    ? createPage({
        ...core,
        config: options.config,
        log: store.log,
        documents: store.documents,
        roster,
        pace,
        placing,
        memory: () => ({ log: memoryMeetingLog(), documents: memoryDocuments() }),
        clock: systemClock,
        newId: randomId,
        shared: options.shared ?? false,
        logger: log,
      })
    : undefined;
  const browserLinks = new BrowserLinks({
    ...core,
    roster,
    newId: randomId,
    links: page?.links ?? null,
    publicHost: options.config?.publicHost ?? null,
  });
  const reception = new Reception({
    ...core,
    files,
    minutesFiles,
    connector,
    roster,
    openForms,
    forms,
    newId: randomId,
    clock: systemClock,
    language: options.language,
    pace,
    firstSight,
    publisher: core.publisher,
    browserLinks,
    twins: new Twins({ ...core, outbox, connector, openForms, timer: systemTimer, wanted: kick, log }),
    log,
  });
  let timers: NodeJS.Timeout[] = [];
  let looking: Promise<void> | null = null;

  const caretaker = new Caretaker({
    ...core,
    store,
    clock: systemClock,
    retentionDays: options.retentionDays ?? null,
    unreadable: (meetingId, error) =>
      log.error({ ...errorTrace(error), meeting: shortHash(meetingId) }, 'a meeting cannot be read'),
  });

  async function eraseOld(): Promise<void> {
    try {
      const kept = await caretaker.daily();
      if (kept)
        log.info({ erased: kept.erased.length, notExported: kept.notExported.length }, 'old meetings erased');
    } catch (error) {
      log.error(errorTrace(error), 'erasing old meetings failed');
    }
  }

  async function look(): Promise<void> {
    try {
      await core.nudges.take((nudge) => caretaker.follow(nudge));
    } catch (error) {
      log.error(errorTrace(error), 'looking for work failed');
    }
  }

  return {
    reception,
    page,
    openForms,
    /** Resolves when the store answers a read. */
    storeAnswers: () => store.documents.read({ collection: 'settings', partition: 'readyz', id: 'readyz' }),
    /** The file behind a link of development; null: none (any more). */
    download: (token: string) => minutesFiles.download(token),
    /** The server's own address, by which links lead to it. */
    servesAt: (base: string) => {
      minutesFiles.links.serveAt(base);
      browserLinks.serveAt(base);
    },
    /** Does again what a crash left undone, then follows the command line. */
    async start(): Promise<void> {
      const lookSoon = () => {
        // Not waited for: a conversation that Teams does not answer for must not hold up the others.
        kick();
        looking ??= look().finally(() => {
          looking = null;
        });
      };
      const retry = () => void core.publisher.retry();
      timers = [
        setInterval(lookSoon, options.lookEveryMs ?? LOOK_EVERY_MS),
        setInterval(retry, RETRY_EVERY_MS),
        setInterval(() => void eraseOld(), ERASE_EVERY_MS),
      ];
      await caretaker.resume();
      for (const { meetingId } of await store.log.heads()) await core.publisher.publish(meetingId);
      await eraseOld();
    },
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
      await looking;
      await files.stop();
      await minutesFiles.stop();
      await core.meetings.idle();
      await core.publisher.idle();
      await postman.stop();
    },
  };
}
