import type { Timers } from '../../src/tab/live/timers.ts';

/** The browser's clock, moved on by hand. */
export class SteppedTimers implements Timers {
  #now = Date.parse('2031-03-06T08:00:00Z');
  #waiting: { at: number; call: () => void }[] = [];
  /** What chance says. */
  chance = 0.5;

  readonly now = (): number => this.#now;

  readonly random = (): number => this.chance;

  readonly after = (ms: number, call: () => void): (() => void) => {
    const one = { at: this.#now + ms, call };
    this.#waiting.push(one);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== one);
    };
  };

  /** Moves on, and calls in order what was due; what answers in between is waited for. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (;;) {
      const [next] = this.#waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#waiting = this.#waiting.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.call();
      await settled();
    }
    this.#now = until;
  }

  /** The machine sleeps: time passes, and no timer comes. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}

/** Lets everything that is ready run. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
