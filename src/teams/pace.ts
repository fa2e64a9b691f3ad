import type { Clock } from '../service/clock.ts';
import { type Rate, TokenBuckets } from './tokenBucket.ts';

/** How fast people may tap and write. */
export interface PaceLimits {
  readonly person: Rate;
  readonly conversation: Rate;
}

/**
 * Far more than hands can do, and than a meeting needs: 300 persons who tap at the same moment are all served, and one
 * who writes the minutes never meets it. What remains outside is a program that taps with somebody's account.
 */
export const paceLimits: PaceLimits = {
  person: { burst: 30, perSecond: 2 },
  conversation: { burst: 500, perSecond: 100 },
};

/** Why something was not carried out. `first`: nobody has been told so in the last five seconds. */
export interface Exceeded {
  readonly by: 'person' | 'conversation';
  readonly first: boolean;
}

/** Counts taps and lines, by person and by conversation. */
export class Pace {
  readonly #persons: TokenBuckets;
  readonly #conversations: TokenBuckets;
  readonly #told: TokenBuckets;

  constructor(limits: PaceLimits, clock: Pick<Clock, 'now'>) {
    this.#persons = new TokenBuckets(limits.person, clock);
    this.#conversations = new TokenBuckets(limits.conversation, clock);
    this.#told = new TokenBuckets({ burst: 1, perSecond: 0.2 }, clock);
  }

  /** Counts one tap or line; null: it is within the limits. */
  exceeded(personKey: string, conversationId: string): Exceeded | null {
    // Who is too fast alone does not use up what belongs to all.
    if (!this.#persons.take(personKey)) return { by: 'person', first: this.#told.take(personKey) };
    if (!this.#conversations.take(conversationId))
      return { by: 'conversation', first: this.#told.take(conversationId) };
    return null;
  }
}
