import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { demoTexts } from '../wording/demoTexts.ts';
import { DemoRefusal } from './demoRefusal.ts';

const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;
const LOOK_AGAIN_MS = 50;

export interface ProgramStart {
  /** As the demo names it to the user. */
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  /** Modules (URLs) that are loaded before the script. */
  readonly preload?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** File for what it prints. */
  readonly log: string;
}

/** A Node program that lives as long as the demo does. */
export class ChildProgram {
  readonly #child: ChildProcess;
  readonly #start: ProgramStart;
  /** Resolves when the program is gone. */
  readonly ended: Promise<unknown>;
  #errors = '';

  constructor(start: ProgramStart) {
    this.#start = start;
    const preload = [new URL('./endWithParent.js', import.meta.url).href, ...(start.preload ?? [])];
    const log = openSync(start.log, 'a');
    this.#child = spawn(
      process.execPath,
      [...preload.flatMap((url) => ['--import', url]), start.script, ...(start.args ?? [])],
      {
        cwd: start.folder,
        env: start.env,
        // A group of its own: Ctrl-C in the terminal reaches the demo alone, which then stops its programs in order.
        detached: process.platform !== 'win32',
        windowsHide: true,
        stdio: ['ignore', log, 'pipe', 'ipc'],
      },
    );
    closeSync(log);
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#errors += chunk.toString();
      appendFileSync(start.log, chunk);
    });
    this.ended = once(this.#child, 'close');
  }

  get #gone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** What the user is told when it ended unasked. */
  get refusal(): DemoRefusal {
    const why = this.#errors.trim();
    // One line was meant for people; more is a stack, which stays in the log.
    const told = why !== '' && !why.includes('\n') ? why : this.#start.log;
    return new DemoRefusal(demoTexts.ended(this.#start.name, told));
  }

  /** @throws DemoRefusal where it ends, or does not answer `url` with 200 in half a minute. */
  async answers(url: string): Promise<void> {
    const until = Date.now() + START_LIMIT_MS;
    while (Date.now() < until) {
      const ok = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
        (response) => response.ok,
        () => false,
      );
      if (ok && !this.#gone) return;
      await Promise.race([this.ended, delay(LOOK_AGAIN_MS)]);
      if (this.#gone) throw this.refusal;
    }
    throw new DemoRefusal(demoTexts.notReady(this.#start.name, this.#start.log));
  }

  /** Asks it to stop, and after five seconds does not ask. */
  async stop(): Promise<void> {
    if (this.#gone) return;
    this.#child.kill('SIGTERM');
    const hard = setTimeout(() => this.#child.kill('SIGKILL'), STOP_LIMIT_MS);
    await this.ended;
    clearTimeout(hard);
  }
}
