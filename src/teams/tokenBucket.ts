import type { Clock } from '../service/clock.ts';

/** How much is let through: so many at once, and then so many a second. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Buckets that are remembered at most; a forgotten one is a full one. */
const REMEMBERED = 10_000;

/** A token bucket for each key: full at first, emptied by what is let through, filled again as time passes. */
export class TokenBuckets {
  readonly #buckets = new Map<string, { level: number; at: number }>();

  constructor(
    private readonly rate: Rate,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** Whether there is one left for that key, which is taken. */
  take(key: string): boolean {
    const left = this.#left(key);
    if (left < 1) return false;
    this.#set(key, left - 1);
    return true;
  }

  /** The same, without taking it. */
  has(key: string): boolean {
    return this.#left(key) >= 1;
  }

  #left(key: string): number {
    const bucket = this.#buckets.get(key);
    const { burst, perSecond } = this.rate;
    if (!bucket) return burst;
    return Math.min(burst, bucket.level + (Math.max(0, this.clock.now() - bucket.at) / 1000) * perSecond);
  }

  #set(key: string, level: number): void {
    // What was used last stands last.
    this.#buckets.delete(key);
    this.#buckets.set(key, { level, at: this.clock.now() });
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined && this.#buckets.size > REMEMBERED) this.#buckets.delete(oldest);
  }
}
