/** At most so many requests in any stretch of so many milliseconds. */
export interface RateWindow {
  readonly most: number;
  readonly ms: number;
}

/**
 * Counts requests so that none of its windows is ever exceeded *where they arrive*. A request arrives at some moment
 * between its start and its end, which nobody here knows: so it counts from its start until a whole window after its
 * end. Of all arrivals within one window, the one that started last was let go while every other still counted.
 */
export class SlidingWindows {
  /** When requests ended, oldest first; those that no window looks back to are forgotten. */
  readonly #ended: number[] = [];
  #underWay = 0;
  readonly #most: number;
  readonly #longest: number;

  constructor(
    private readonly windows: readonly RateWindow[],
    private readonly now: () => number,
  ) {
    this.#most = Math.max(0, ...windows.map(({ most }) => most));
    this.#longest = Math.max(0, ...windows.map(({ ms }) => ms));
  }

  /** Milliseconds until one more may start, by these windows or by narrower ones; Infinity: until one has ended. */
  wait(windows: readonly RateWindow[] = this.windows): number {
    const now = this.now();
    let longest = 0;
    for (const { most, ms } of windows) {
      const free = most - this.#underWay;
      if (free <= 0) return Number.POSITIVE_INFINITY;
      const blocking = this.#ended.at(-free);
      if (blocking !== undefined) longest = Math.max(longest, blocking + ms - now);
    }
    return longest;
  }

  /** One starts. Call `end` when it is answered or given up; `undo` if it was not sent at all. */
  start(): { end(): void; undo(): void } {
    this.#underWay += 1;
    let over = false;
    const close = (sent: boolean) => {
      if (over) return;
      over = true;
      this.#underWay -= 1;
      if (!sent) return;
      this.#ended.push(this.now());
      if (this.#ended.length > this.#most) this.#ended.shift();
    };
    return { end: () => close(true), undo: () => close(false) };
  }

  /** How many count in the last `ms` milliseconds. */
  count(ms: number): number {
    const after = this.now() - ms;
    let index = this.#ended.length;
    while (index > 0 && (this.#ended[index - 1] ?? 0) > after) index -= 1;
    return this.#ended.length - index + this.#underWay;
  }

  /** When the newest one ended; -Infinity: none did. */
  newest(): number {
    return this.#ended.at(-1) ?? Number.NEGATIVE_INFINITY;
  }

  /** True where nothing of the past matters any more. */
  idle(): boolean {
    return this.#underWay === 0 && this.newest() + this.#longest <= this.now();
  }
}
