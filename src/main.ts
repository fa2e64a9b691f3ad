#!/usr/bin/env node
import { pino } from 'pino';
import { composeServer } from './compose.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { openStore } from './openStore.ts';
import { StoreRefused } from './store/refusal.ts';
import { createConnector } from './teams/connector.ts';
import { errorTrace } from './teams/logTrace.ts';
import { paceLimits } from './teams/pace.ts';
import { createServer } from './teams/server.ts';

/** One line on stderr that says what to do, and exit code 1. */
function refuseStart(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function settings(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) refuseStart(error.message);
    throw error;
  }
}

const config = settings();
// Lines of the log go out together and are not waited for: each by itself would hold up an answer. What is left goes
// out at the end.
const logOutput = pino.destination({ sync: false, minLength: 4096, periodicFlush: 100 });
const log = pino({ level: config.logLevel, base: null }, logOutput);
process.on('exit', () => {
  try {
    logOutput.flushSync();
  } catch {
    // Nobody reads it any more.
  }
});
const store = await openStore(config.store).catch((error: unknown) => {
  if (error instanceof StoreRefused && config.store.kind === 'cosmos')
    refuseStart(`COSMOS_ENDPOINT: ${error.path}: ${error.message}`);
  if (error instanceof StoreRefused) refuseStart(`PUNKT_DATA: ${error.message}`);
  throw error;
});
const connector = createConnector(config);
// Without an app id nothing is verified on loopback, and a local client may have no roster to ask.
const punkt = composeServer(store, connector, log, {
  trustActivities: config.mode === 'development',
  language: config.language,
  forms: config.forms,
  mode: config.mode,
  // Of a Cosmos DB there may be several (Container Apps); of a folder there is one, and the command line.
  shared: config.store.kind === 'cosmos',
  config,
  retentionDays: config.retentionDays,
  // Two queries a look, day and night: there they are paid for.
  ...(config.store.kind === 'cosmos' ? { lookEveryMs: 1_000 } : {}),
  // Where nothing is verified, nobody can be told from anybody.
  ...(config.bot ? { pace: paceLimits } : {}),
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
const { port } = await server.listen().catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') refuseStart(`PORT: ${config.port} is in use by another program.`);
  if (error.code === 'EACCES') refuseStart(`PORT: ${config.port} may not be used by this user.`);
  throw error;
});
punkt.servesAt(`http://127.0.0.1:${port}`);
log.info({ port, host: config.host, mode: config.mode }, 'Punkt serves');
logOutput.flush();
punkt.start().catch((error: unknown) => log.error(errorTrace(error), 'catching up failed'));

/** How long what was accepted may take to be finished; what is left then is in the store, for the next start (ms). */
const STOP_WITHIN_MS = 9_000;

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => {
    log.warn('stopping took too long; what is left is done at the next start');
    process.exit(0);
  }, STOP_WITHIN_MS);
  await server.close();
  await punkt.stop();
  await store.close();
  log.info('Punkt has stopped');
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stop().catch((error: unknown) => {
      log.error(errorTrace(error), 'stopping failed');
      process.exit(1);
    });
  });
}
process.on('unhandledRejection', (error) => log.error(errorTrace(error), 'unhandled rejection'));
