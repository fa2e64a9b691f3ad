#!/usr/bin/env node
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { demoTexts } from '../wording/demoTexts.ts';
import { agendaOfDemo } from './agendaOfDemo.ts';
import { ChildProgram } from './childProgram.ts';
import { startCosmosServer } from './cosmosServer.ts';
import { demoChair } from './demoAgenda.ts';
import { demoPages } from './demoPages.ts';
import { DemoRefusal } from './demoRefusal.ts';
import { requireFree } from './freePort.ts';
import { importInto, isUnderWay } from './importDemo.ts';
import { openBrowser } from './openBrowser.ts';
import { type DemoOptions, readOptions } from './options.ts';
import { findPlayground, startPlayground } from './playground.ts';
import { meetingChatId, playgroundConfig } from './playgroundConfig.ts';

const programs: ChildProgram[] = [];
/** Everything of this run but the store of --data: gone when the demo ends. */
let folder: string | null = null;
let stopping = false;

const say = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

/** Stops what was started, the newest first, and ends the process. */
async function stop(code: number, lines: readonly string[]): Promise<never> {
  stopping = true;
  for (const program of programs.toReversed()) await program.stop();
  // What the last word points at is left to be read.
  const named = lines.some((line) => folder !== null && line.includes(folder));
  if (folder && !named) await rm(folder, { recursive: true, force: true });
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  process.exit(code);
}

/** The environment without what would configure Punkt or the Playground by accident. */
function cleanEnvironment(): Record<string, string> {
  const others =
    /^(PORT$|BOT_ENDPOINT$|PUNKT_|COSMOS_|MicrosoftApp|TEAMSAPPTESTER_|M365_AGENTS_|DEFAULT_CHANNEL_ID$)/iu;
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !others.test(name)) env[name] = value;
  }
  // Both speak to each other on loopback, which no proxy can do for them.
  return { ...env, NO_PROXY: 'localhost,127.0.0.1', no_proxy: 'localhost,127.0.0.1' };
}

async function run(options: DemoOptions): Promise<void> {
  const agenda = await agendaOfDemo(options.agenda, new Date());
  const script = findPlayground();
  await requireFree(options.port, '--port');
  await requireFree(options.playgroundPort, '--playground-port');
  folder = await mkdtemp(join(tmpdir(), 'punkt-demo-'));
  const data = options.data ? resolve(options.data) : join(folder, 'data');
  const where = options.store === 'cosmos' ? await startCosmosServer() : { PUNKT_DATA: data };
  const env: Record<string, string> = { ...cleanEnvironment(), ...where };

  const mayGoOn = options.data !== undefined && options.agenda === undefined;
  const goesOn = mayGoOn && (await isUnderWay(meetingChatId, env));
  if (!goesOn) {
    const file = join(folder, agenda.fileName);
    await writeFile(file, agenda.bytes);
    const chair = agenda.chair === null ? demoChair : null;
    await importInto(meetingChatId, file, options.language, chair, env);
  }
  const bot = `http://127.0.0.1:${options.port}`;
  const punkt = new ChildProgram({
    name: 'Punkt',
    script: fileURLToPath(new URL('../main.js', import.meta.url)),
    env: {
      ...env,
      PUNKT_MODE: 'development',
      // It has no dialogs, and says en-US in everybody's name.
      PUNKT_FORMS: 'card',
      PUNKT_LANGUAGE: options.language,
      PORT: String(options.port),
    },
    folder,
    log: join(folder, 'punkt.log'),
  });
  programs.push(punkt);
  const playground = await startPlayground({
    script,
    port: options.playgroundPort,
    bot: `${bot}/api/messages`,
    config: playgroundConfig(agenda.chair, agenda.chat),
    folder: join(folder, 'playground'),
    env,
  });
  programs.push(playground);
  const url = `http://127.0.0.1:${options.playgroundPort}`;
  await punkt.answers(`${bot}/healthz`);
  // Reads its configuration only now, and then looks for the bot.
  await playground.answers(`${url}/_internal/v1/config`);

  const name = agenda.chair ?? demoChair;
  const { goesOn: resumed, first } = demoTexts;
  const pages = await demoPages(bot, name, options.language);
  const next = (goesOn ? resumed : first)(agenda.chat, name, options.language);
  say([
    ...demoTexts.runs(url),
    '',
    ...next,
    '',
    ...demoTexts.pages(pages, name),
    '',
    demoTexts.howToStop(options.data !== undefined, options.store === 'embedded'),
  ]);
  if (options.open) for (const address of [pages.desk, pages.stage, url]) openBrowser(address);
  await Promise.race(programs.map((program) => program.ended.then(() => Promise.reject(program.refusal))));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) void stop(0, [demoTexts.stopped]);
  });
}
// npm that is killed leaves its scripts running, without a terminal to stop them by.
if (process.env.npm_lifecycle_event === 'demo') {
  const { ppid } = process;
  setInterval(() => {
    if (process.ppid !== ppid && !stopping) void stop(0, [demoTexts.stopped]);
  }, 500).unref();
}
try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  // A program that ends because the demo stops it is no error.
  if (!stopping) await stop(1, [error instanceof DemoRefusal ? error.message : inspect(error)]);
}
