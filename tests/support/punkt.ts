import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = new URL('../../', import.meta.url).pathname;

/** What `npm start` hands to node. */
const start: readonly string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .scripts.start.split(' ')
  .slice(1)
  .map((argument: string) => (argument.startsWith('-') ? argument : join(root, argument)));

/** Everything that Punkt reads of an environment is ours in a test. */
const cleanEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(PORT$|PUNKT_|COSMOS_|Microsoft|NODE_OPTIONS$)/u.test(name)
        ? []
        : [[name, value]],
    ),
  );

/** A folder for a store, gone after the test. */
export async function storeFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'punkt-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Punkt as users start it: `npm start`'s own program in a process of its own, on a free port. */
export interface PunktProcess {
  readonly url: string;
  /** Of the process it runs in. */
  readonly pid: number;
  /** Lines that it logged. */
  readonly lines: readonly string[];
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export interface SpawnedPunkt extends PunktProcess {
  /** The first line that matches, as soon as it is logged. */
  said(pattern: RegExp): Promise<string>;
}

export async function startPunkt(folder: string, env: Record<string, string> = {}): Promise<SpawnedPunkt> {
  const child = spawn(process.execPath, start, {
    env: {
      ...cleanEnvironment(),
      PUNKT_MODE: 'development',
      PUNKT_DATA: folder,
      PORT: '0',
      PUNKT_LOG_LEVEL: 'info',
      PUNKT_FORMS: 'card',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const reader = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    reader.on('line', (line) => {
      lines.push(line);
      const entry = JSON.parse(line) as { msg?: string; port?: number };
      if (entry.msg === 'Punkt serves' && entry.port) resolve(entry.port);
    });
    child.once('exit', (code) => reject(new Error(`Punkt ended with ${code}: ${errors.join('')}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    lines,
    said: (pattern) =>
      new Promise((resolve) => {
        const look = (line: string) => (pattern.test(line) ? resolve(line) : undefined);
        for (const line of lines) look(line);
        reader.on('line', look);
      }),
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npx punkt …` as it is installed. */
export const punkt = (folder: string, ...args: readonly string[]): Promise<CliRun> =>
  punktIn(process.cwd(), folder, ...args);

/** The same, called in a folder of its own: where it writes what it gives a name itself. */
export const punktIn = (cwd: string, folder: string, ...args: readonly string[]): Promise<CliRun> =>
  run(cwd, { PUNKT_DATA: folder }, args);

/** The same with any settings. */
export const punktWith = (env: Record<string, string>, ...args: readonly string[]): Promise<CliRun> =>
  run(process.cwd(), env, args);

async function run(cwd: string, env: Record<string, string>, args: readonly string[]): Promise<CliRun> {
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createNetServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
