import { type CardTimes, cardTimes } from '../../src/teams/postman.ts';
import { type ConnectorRates, teamsRates } from '../../src/teams/sendingRate.ts';
import type { RateWindow } from '../../src/teams/slidingWindows.ts';

/** What this Teams insists on. Without it, it takes everything at any pace, as most tests want. */
export interface FakeRules {
  /** Posts and edits in one conversation, questions for its members, and all requests in the tenant. */
  readonly rates: Pick<ConnectorRates, 'messages' | 'rosters' | 'tenant'>;
  /** Whether a 429 says how long to wait; "byTurns": every other one. */
  readonly retryAfter: 'always' | 'never' | 'byTurns';
  /** Bytes of a message in UTF-16; 40 KB is the least that Microsoft's pages name. */
  readonly largest: number;
  /** Milliseconds until Teams gives an activity up, and sends it again: with the same id, then with new ones. */
  readonly patience: number;
  /** What anonymous persons type does not reach a bot: they use cards and dialogs. */
  readonly anonymousMute: boolean;
  /** People of other tenants can neither tap nor mention the bot. */
  readonly outsidersCut: boolean;
  /** Members on one page of a roster. */
  readonly page: number;
}

export const lenient: FakeRules = {
  rates: { messages: [], rosters: [], tenant: [] },
  retryAfter: 'always',
  largest: 100 * 1024,
  patience: Number.POSITIVE_INFINITY,
  anonymousMute: false,
  outsidersCut: false,
  page: 500,
};

const scaled = (windows: readonly RateWindow[], by: number): RateWindow[] =>
  windows.map(({ most, ms }) => ({ most, ms: ms * by }));

/** Teams' limits with every stretch of time so many times as long: a meeting in seconds, held to the same numbers. */
export const ratesTimes = (by: number): ConnectorRates => ({
  messages: scaled(teamsRates.messages, by),
  edits: scaled(teamsRates.edits, by),
  calmer: teamsRates.calmer && {
    from: { most: teamsRates.calmer.from.most, ms: teamsRates.calmer.from.ms * by },
    apartMs: teamsRates.calmer.apartMs * by,
  },
  rosters: scaled(teamsRates.rosters, by),
  tenant: scaled(teamsRates.tenant, by),
  pauses: { firstMs: teamsRates.pauses.firstMs * by, longestMs: teamsRates.pauses.longestMs * by },
});

/** The same of the times by which cards are sent again. */
export const cardTimesTimes = (by: number): CardTimes => ({
  editEveryMs: cardTimes.editEveryMs * by,
  firstRetryMs: cardTimes.firstRetryMs * by,
  lastRetryMs: cardTimes.lastRetryMs * by,
});

/** Teams as strict as it is, in time that runs so many times as fast. */
export const strictRules = (by: number): FakeRules => ({
  ...lenient,
  rates: ratesTimes(by),
  retryAfter: 'byTurns',
  largest: 40 * 1024,
  patience: 10_000,
  anonymousMute: true,
});

/** Five a minute: the old way to ask for members, all on one page. */
const UNPAGED: readonly RateWindow[] = [{ most: 5, ms: 60_000 }];

/** A request that came too fast. */
export interface TooFast {
  readonly what: 'message' | 'roster' | 'tenant' | 'unpaged roster';
  readonly most: number;
  readonly ms: number;
}

/** Counts what arrives, by its own clock, and refuses what is too much. */
export class FakeRates {
  /** Every request that was refused for its pace. */
  readonly tooFast: TooFast[] = [];
  readonly #arrived = new Map<string, number[]>();

  constructor(private readonly rules: FakeRules) {}

  /** Null: it may; else seconds to wait, undefined where it does not say. */
  refused(method: string, steps: readonly string[]): { readonly retryAfter: number | undefined } | null {
    const [, , conversation = '', part] = steps;
    const { messages, rosters, tenant } = this.rules.rates;
    const limits: [TooFast['what'], string, readonly RateWindow[]][] = [['tenant', '', tenant]];
    if (part === 'activities') limits.push(['message', conversation, messages]);
    if (part === 'members' || part === 'pagedmembers') limits.push(['roster', conversation, rosters]);
    if (part === 'members' && steps.length === 4 && method === 'GET' && rosters.length > 0)
      limits.push(['unpaged roster', conversation, UNPAGED]);
    const now = performance.now();
    for (const [what, of, windows] of limits)
      for (const { most, ms } of windows)
        if (this.#times(what, of).filter((at) => at > now - ms).length >= most) {
          this.tooFast.push({ what, most, ms });
          return { retryAfter: this.#says() ? Math.ceil(ms / 1000) : undefined };
        }
    for (const [what, of] of limits) this.#times(what, of).push(now);
    return null;
  }

  #times(what: string, of: string): number[] {
    const key = `${what} ${of}`;
    const known = this.#arrived.get(key) ?? [];
    this.#arrived.set(key, known);
    return known;
  }

  #says(): boolean {
    const { retryAfter } = this.rules;
    return retryAfter === 'always' || (retryAfter === 'byTurns' && this.tooFast.length % 2 === 1);
  }
}
