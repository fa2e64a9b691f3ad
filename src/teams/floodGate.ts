import { createHash } from 'node:crypto';
import type { Clock } from '../service/clock.ts';
import { type Rate, TokenBuckets } from './tokenBucket.ts';

/** How much is taken in before anybody is proven. */
export interface FloodLimits {
  /** Requests in work at the same time. */
  readonly atOnce: number;
  /** Tokens that turn out to be worth nothing. */
  readonly refused: Rate;
}

/** 300 persons who tap at the same moment are a meeting; a thousand requests at once are none. */
export const floodLimits: FloodLimits = { atOnce: 1_000, refused: { burst: 200, perSecond: 20 } };

/** Proven tokens that are remembered; Azure Bot Service uses one for an hour. */
const REMEMBERED = 1_000;

/**
 * Keeps a flood of strangers from taking the time of a meeting. While worthless tokens pour in, only those that were
 * proven before get as far as a body that is read and a signature that is verified.
 */
export class FloodGate {
  #inside = 0;
  readonly #refused: TokenBuckets;
  readonly #proven = new Set<string>();

  constructor(
    private readonly limits: FloodLimits,
    clock: Pick<Clock, 'now'>,
  ) {
    this.#refused = new TokenBuckets(limits.refused, clock);
  }

  /** Takes a request in, until `leave` is called; false: there are too many. */
  enter(): boolean {
    if (this.#inside >= this.limits.atOnce) return false;
    this.#inside += 1;
    return true;
  }

  leave(): void {
    this.#inside -= 1;
  }

  /** Whether this Authorization header is worth looking at now. */
  worthwhile(authorization: string): boolean {
    return this.#refused.has('') || this.#proven.has(digest(authorization));
  }

  /** That header was worth nothing. */
  refused(): void {
    this.#refused.take('');
  }

  /** That header was good. It is verified again each time; this only says that it may be. */
  proven(authorization: string): void {
    const key = digest(authorization);
    if (this.#proven.has(key)) return;
    this.#proven.add(key);
    const [oldest] = this.#proven;
    if (oldest !== undefined && this.#proven.size > REMEMBERED) this.#proven.delete(oldest);
  }
}

/** Tokens themselves are not kept. */
const digest = (authorization: string): string =>
  createHash('sha256').update(authorization).digest('base64url');
