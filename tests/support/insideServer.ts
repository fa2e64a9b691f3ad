import { basename } from 'node:path';
import { pino } from 'pino';
import { importAgenda } from '../../src/agendaImport/importAgenda.ts';
import { toAgenda } from '../../src/agendaImport/toAgenda.ts';
import { composeCore, composeServer, type Store } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Language } from '../../src/meeting/agenda.ts';
import { openStore } from '../../src/openStore.ts';
import { createConnector } from '../../src/teams/connector.ts';
import type { DownloadLimits } from '../../src/teams/fileDownload.ts';
import type { PaceLimits } from '../../src/teams/pace.ts';
import { type CardTimes, cardTimes } from '../../src/teams/postman.ts';
import { type ConnectorRates, SendingRate, teamsRates } from '../../src/teams/sendingRate.ts';
import { createServer } from '../../src/teams/server.ts';
import { steadyClock } from '../../src/teams/steadyClock.ts';
import type { PunktProcess } from './punkt.ts';

/** What `punkt import` is told besides the file. */
export interface ImportFlags {
  readonly withMinutes?: boolean;
  readonly chair?: string;
  readonly minuteTakers?: readonly string[];
  readonly language?: Language;
  /** Its card waits for the time of the meeting, as the command line has it without --now. */
  readonly inTime?: boolean;
}

/** Punkt as `main.ts` composes it, in the test's own process: the same server on loopback, and its store at hand. */
export interface InsideServer extends PunktProcess {
  readonly store: Store;
  /** As the command line does it, on the same store. */
  imports(bytes: Uint8Array, name: string, conversationId: string, flags?: ImportFlags): Promise<string>;
  /** Resolves when everything asked is answered, published and sent. */
  settled(): Promise<void>;
}

/** Limits that a test sets; without it, what would only make it wait does not hold. */
export interface InsideLimits {
  readonly downloads?: DownloadLimits;
  readonly pace?: PaceLimits;
  /** How much Teams takes. */
  readonly rates?: ConnectorRates;
  /** When a card is sent again. */
  readonly cardTimes?: CardTimes;
}

/** What waits longer (for the time of its meeting) is not waited for (ms). */
const SOON_MS = 600_000;

const unlimited: ConnectorRates = {
  ...teamsRates,
  messages: [],
  edits: [],
  calmer: null,
  rosters: [],
  tenant: [],
};
const atOnce: CardTimes = { ...cardTimes, editEveryMs: 0 };

/** `change` puts something between Punkt and its store (a fault, a delay). */
export async function startInside(
  folder: string,
  env: Record<string, string> = {},
  change: (store: Store) => Store = (store) => store,
  limits: InsideLimits = {},
): Promise<InsideServer> {
  const config = readConfig({
    PUNKT_MODE: 'development',
    PUNKT_FORMS: 'card',
    PORT: '0',
    PUNKT_DATA: folder,
    ...env,
  });
  const lines: string[] = [];
  const log = pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) });
  const { store: settings } = config;
  // The server of the other store shares the test's own thread, and the machine with other tests.
  const opened = await openStore(settings.kind === 'cosmos' ? { ...settings, patience: 20 } : settings);
  const store = change(opened);
  const { rates = unlimited, cardTimes: times = atOnce, ...others } = limits;
  const connector = createConnector(config, undefined, new SendingRate(rates, steadyClock, Math.random));
  const punkt = composeServer(store, connector, log, {
    trustActivities: config.bot === null,
    language: config.language,
    forms: config.forms,
    mode: config.mode,
    shared: config.store.kind === 'cosmos',
    config,
    ...others,
    cardTimes: times,
    lookEveryMs: 20,
    restMs: 0,
  });
  const server = createServer({
    config,
    handlers: punkt.reception,
    log,
    connector,
    storeAnswers: punkt.storeAnswers,
    download: punkt.download,
    ...(punkt.page ? { page: punkt.page } : {}),
  });
  const { port } = await server.listen();
  punkt.servesAt(`http://127.0.0.1:${port}`);
  await punkt.start();
  const operator = composeCore(opened, pino({ level: 'silent' }));

  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= (async () => {
      await server.close();
      await punkt.stop();
      await opened.close();
    })();
    return ended;
  };

  /** True while a card waits to be sent; one with an open form waits for somebody, not for Punkt. */
  async function unsent(): Promise<boolean> {
    for (const conversation of await opened.outbox.waiting(Date.now() + SOON_MS)) {
      const due = await opened.outbox.due(conversation, Number.MAX_SAFE_INTEGER);
      if (due.some((posting) => !punkt.openForms.holds(posting, undefined))) return true;
    }
    return false;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    pid: process.pid,
    lines,
    store: opened,
    kill: end,
    stop: () => end().then(() => 0),
    async imports(bytes, name, conversationId, flags = {}) {
      const read = await importAgenda(bytes, basename(name));
      if (!read.ok) throw new Error(read.message);
      const { agenda, format, sha256 } = read;
      const { handled, meetingId } = await operator.importing.import(
        conversationId,
        {
          source: { name: basename(name), sha256, format },
          bytes,
          warnings: agenda.warnings,
          withIds: (people, newId, language) => toAgenda(agenda, people, newId, language),
        },
        {
          withMinutes: flags.withMinutes ?? false,
          chair: flags.chair ?? null,
          minuteTakers: flags.minuteTakers ?? [],
          language: flags.language ?? agenda.language ?? null,
          atOnce: !flags.inTime,
        },
        { kind: 'operator' },
      );
      if (handled.kind === 'refused') throw new Error(handled.code);
      await operator.nudges.leave(meetingId);
      return meetingId;
    },
    async settled() {
      const limit = Date.now() + 25_000;
      do {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (Date.now() > limit) throw new Error('not settled in 25 s');
      } while (
        (await opened.documents.list('nudges', 'all')).length > 0 ||
        (await unpublished(opened)) ||
        (await unsent())
      );
    },
  };
}

/** True while a meeting's log is ahead of what was published of it. */
async function unpublished(store: Store): Promise<boolean> {
  for (const { meetingId, version } of await store.log.heads()) {
    const mark = await store.documents.read({
      collection: 'settings',
      partition: meetingId,
      id: 'published',
    });
    if ((mark?.value as { version?: number } | undefined)?.version !== version) return true;
  }
  return false;
}
