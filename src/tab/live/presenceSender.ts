import type { Timers } from './timers.ts';

interface Where {
  readonly itemId: string | null;
  readonly writing: boolean;
}

/** Told at most so often. */
const PACE_MS = 1_000;
/** Said again while nothing changes, so that the server does not take it for gone. */
const AGAIN_MS = 20_000;

/** Tells the server where this reader is: what changed, soon, and what did not, now and then. */
export class PresenceSender {
  readonly #timers: Timers;
  readonly #send: (where: Where) => Promise<unknown>;
  #where: Where | null = null;
  #told: Where | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;
  #callOff: (() => void) | null = null;
  #stopped = false;

  constructor(timers: Timers, send: (where: Where) => Promise<unknown>) {
    this.#timers = timers;
    this.#send = send;
  }

  here(itemId: string | null, writing: boolean): void {
    this.#where = { itemId, writing };
    if (this.#told?.itemId === itemId && this.#told.writing === writing) return;
    this.#plan(Math.max(0, this.#sentAt + PACE_MS - this.#timers.now()));
  }

  /** After an interruption the server may have forgotten. */
  again(): void {
    if (this.#where) this.#plan(0);
  }

  stop(): void {
    this.#stopped = true;
    this.#callOff?.();
  }

  #plan(ms: number): void {
    if (this.#stopped) return;
    this.#callOff?.();
    this.#callOff = this.#timers.after(ms, () => {
      this.#callOff = null;
      this.#tell();
    });
  }

  #tell(): void {
    if (!this.#where) return;
    this.#told = this.#where;
    this.#sentAt = this.#timers.now();
    // Who is where is no more than a comfort: what is lost comes with the next.
    this.#send(this.#where).catch(() => {});
    this.#plan(AGAIN_MS);
  }
}
