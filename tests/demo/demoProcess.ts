import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../support/punkt.ts';

const root = new URL('../../', import.meta.url).pathname;

interface Running {
  readonly pid: number;
  readonly command: string;
}

/** `npm run demo -- …` as the README says; without `predemo`, as what the tests run is built already. */
export class DemoProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<void>;
  readonly #heard = new Set<() => void>();
  out = '';
  err = '';

  private constructor(
    args: readonly string[],
    /** Its folder for temporary files, which nobody else uses. */
    readonly temp: string,
  ) {
    const inherited = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(PORT$|PUNKT_|Microsoft|NODE_OPTIONS$)/u.test(name)),
    );
    this.#child = spawn('npm', ['run', '--silent', '--ignore-scripts', 'demo', '--', '--no-open', ...args], {
      cwd: root,
      env: { ...inherited, TMPDIR: temp },
      // A group of its own, as a terminal gives it: Ctrl-C goes to all of it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#hear('out', chunk));
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#hear('err', chunk));
    this.#closed = once(this.#child, 'close').then(() => {
      for (const look of this.#heard) look();
    });
  }

  static async start(...args: readonly string[]): Promise<DemoProcess> {
    return new DemoProcess(args, await mkdtemp(join(tmpdir(), 'punkt-test-demo-')));
  }

  #hear(stream: 'out' | 'err', chunk: Buffer): void {
    this[stream] += chunk.toString();
    for (const look of this.#heard) look();
  }

  /** Resolves when the terminal shows `text`; rejects when the demo ends without. */
  says(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const said = this.out.includes(text);
        if (!said && !this.#over) return;
        this.#heard.delete(look);
        if (said) resolve();
        else reject(new Error(`ended without »${text}«: ${this.out}${this.err}`));
      };
      this.#heard.add(look);
      look();
    });
  }

  get #over(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** What Ctrl-C in a terminal does; resolves as `exit`. */
  async interrupt(): Promise<number | NodeJS.Signals | null> {
    try {
      if (this.#child.pid) process.kill(-this.#child.pid, 'SIGINT');
    } catch {
      // Nobody of the group is left.
    }
    return this.exit();
  }

  /** Exit code of npm, or the signal that ended it: after Ctrl-C npm ends itself as it was asked to. */
  async exit(): Promise<number | NodeJS.Signals | null> {
    await this.#closed;
    return this.#child.exitCode ?? this.#child.signalCode;
  }

  /** Programs that run with its folder for temporary files: itself and what it started. Linux only, else none. */
  processes(): readonly Running[] {
    if (!existsSync('/proc/self/environ')) return [];
    return readdirSync('/proc')
      .filter((name) => /^\d+$/u.test(name))
      .flatMap((pid) => {
        try {
          if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TMPDIR=${this.temp}`)) return [];
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
          // One that is over and waits to be reaped has no command any more.
          return command === '' ? [] : [{ pid: Number(pid), command }];
        } catch {
          return [];
        }
      });
  }

  /** Resolves when none of its processes is left; rejects after 15 s. Nothing tells of the end of another's child. */
  async allGone(): Promise<void> {
    for (let looks = 0; this.processes().length > 0; looks += 1) {
      if (looks === 300) throw new Error(`still there: ${JSON.stringify(this.processes())}`);
      await delay(50);
    }
  }

  /** Ends the one whose command matches; with SIGKILL it says no goodbye. */
  kill(command: RegExp, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): void {
    const found = this.processes().filter((one) => command.test(one.command));
    if (found.length !== 1) throw new Error(`${found.length} of ${JSON.stringify(this.processes())} match`);
    for (const { pid } of found) process.kill(pid, signal);
  }

  /** Ends it where it still runs, and removes its folder. */
  async remove(): Promise<void> {
    await this.interrupt();
    await rm(this.temp, { recursive: true, force: true });
  }
}

export interface RunningDemo {
  readonly demo: DemoProcess;
  readonly punkt: number;
  readonly playground: number;
  /** Address of the chat. */
  readonly url: string;
}

/** The demo on free ports, once it says that it runs. */
export async function runningDemo(...args: readonly string[]): Promise<RunningDemo> {
  const punkt = await freePort();
  const playground = await freePort();
  const ports = ['--port', String(punkt), '--playground-port', String(playground)];
  const demo = await DemoProcess.start(...ports, ...args);
  try {
    await demo.says('Ctrl-C');
  } catch (error) {
    await demo.remove();
    throw error;
  }
  return { demo, punkt, playground, url: `http://127.0.0.1:${playground}` };
}
