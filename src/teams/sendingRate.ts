import type { Clock } from '../service/clock.ts';
import { type RateWindow, SlidingWindows } from './slidingWindows.ts';

/**
 * What a request is for. `answer`: somebody waits for it; `post`: a new card; `edit`: a card's newest state, which may
 * come a little later; `roster`: who is in a conversation; `other`: counts for the tenant alone.
 */
export type Use = 'answer' | 'post' | 'edit' | 'roster' | 'other';

/** How much Teams takes of one bot (platform.md 2). */
export interface ConnectorRates {
  /** Posts and edits in one conversation. */
  readonly messages: readonly RateWindow[];
  /** The same for edits, so that there is always room for a new card and for an answer. */
  readonly edits: readonly RateWindow[];
  /** Where so many were sent in a window, edits keep that distance: the hour is not used up before it is over. */
  readonly calmer: { readonly from: RateWindow; readonly apartMs: number } | null;
  /** Requests for members of one conversation. */
  readonly rosters: readonly RateWindow[];
  /** All requests in one tenant. */
  readonly tenant: readonly RateWindow[];
  /** Where Teams refuses without a word of how long: the first pause and the longest, each twice the one before (ms). */
  readonly pauses: { readonly firstMs: number; readonly longestMs: number };
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

export const teamsRates: ConnectorRates = {
  messages: [
    { most: 7, ms: SECOND },
    { most: 8, ms: 2 * SECOND },
    { most: 60, ms: 30 * SECOND },
    { most: 1_800, ms: HOUR },
  ],
  // In five seconds, so that not a whole half minute's are spent at once and none go for the rest of it.
  edits: [
    { most: 5, ms: SECOND },
    { most: 6, ms: 2 * SECOND },
    { most: 8, ms: 5 * SECOND },
    { most: 48, ms: 30 * SECOND },
    { most: 1_440, ms: HOUR },
  ],
  // 720 of the hour are left for edits: one each five seconds.
  calmer: { from: { most: 720, ms: HOUR }, apartMs: 5 * SECOND },
  rosters: [
    { most: 14, ms: SECOND },
    { most: 16, ms: 2 * SECOND },
    { most: 120, ms: 30 * SECOND },
    { most: 3_600, ms: HOUR },
  ],
  tenant: [{ most: 50, ms: SECOND }],
  pauses: { firstMs: SECOND, longestMs: 60 * SECOND },
};

/** Conversations that are remembered before those are looked for that nothing is to be remembered of. */
const REMEMBERED = 1_000;
const URGENCY: readonly Use[] = ['answer', 'roster', 'other', 'post', 'edit'];
/**
 * What has waited so long (ms) goes first, edits then by the windows of all messages: whoever makes Punkt answer without
 * end keeps no card from the others.
 */
const LONG_ENOUGH_MS: Readonly<Partial<Record<Use, number>>> = { post: 3 * SECOND, edit: 6 * SECOND };

/** The right to make one request now. The first call counts; `unused`: it was not made after all. */
export interface Pass {
  used(): void;
  unused(): void;
}

/** Where a request goes. */
interface Target {
  readonly conversationId: string;
  readonly tenantId: string | null;
}

interface Waiter {
  readonly to: Target;
  readonly use: Use;
  /** When it came (ms). */
  readonly since: number;
  readonly go: (pass: Pass) => void;
}

const urgency = ({ use }: Waiter): number => URGENCY.indexOf(use);
/** When it has waited long enough (ms). */
const goesFirstAt = ({ use, since }: Waiter): number =>
  since + (LONG_ENOUGH_MS[use] ?? Number.POSITIVE_INFINITY);

/** Lets requests to Teams pass no faster than Teams takes them, the most urgent first. In memory, one for a process. */
export class SendingRate {
  readonly #messages = new Map<string, SlidingWindows>();
  readonly #rosters = new Map<string, SlidingWindows>();
  readonly #tenants = new Map<string, SlidingWindows>();
  /** Conversations that Teams wants nothing from for now; `times`: how often in a row it said so. */
  readonly #paused = new Map<string, { readonly until: number; readonly times: number }>();
  readonly #waiting: Waiter[] = [];
  /** When it looks again; Infinity: not by itself. */
  #looksAt = Number.POSITIVE_INFINITY;

  constructor(
    private readonly rates: ConnectorRates,
    private readonly clock: Clock,
    /** Jitter, 0 to 1. */
    private readonly random: () => number = () => 0,
  ) {}

  /** Resolves when such a request may be made; rejects with the signal's reason. */
  enter(to: Target, use: Use, signal?: AbortSignal): Promise<Pass> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const leave = () => {
        const at = this.#waiting.indexOf(waiter);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        to,
        use,
        since: this.clock.now(),
        go: (pass) => {
          signal?.removeEventListener('abort', leave);
          resolve(pass);
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      // Behind all that are as urgent.
      const behind = this.#waiting.findLastIndex((other) => urgency(other) <= urgency(waiter));
      this.#waiting.splice(behind + 1, 0, waiter);
      this.#look();
    });
  }

  /** Teams refused a message for now, and perhaps said for how long (ms): the conversation is left alone as long. */
  pause(conversationId: string, ms: number | null): void {
    const times = (this.#paused.get(conversationId)?.times ?? 0) + 1;
    const { firstMs, longestMs } = this.rates.pauses;
    const backoff = Math.min(longestMs, firstMs * 2 ** (times - 1));
    const until = this.clock.now() + Math.max(ms ?? 0, backoff) * (1 + this.random() / 4);
    this.#paused.set(conversationId, { until, times });
  }

  /** Teams took a message. One that was on its way when Teams refused another does not end the pause. */
  flows(conversationId: string): void {
    const pause = this.#paused.get(conversationId);
    if (pause && pause.until <= this.clock.now()) this.#paused.delete(conversationId);
  }

  /** Lets go who may, and looks again when the next may. */
  #look(): void {
    let soonest = Number.POSITIVE_INFINITY;
    /** Where one waits, all behind it wait that want the same. */
    const blocked = new Set<string>();
    const now = this.clock.now();
    const isFirst = (waiter: Waiter) => goesFirstAt(waiter) <= now;
    const first = this.#waiting.filter(isFirst);
    const others = first.length === 0 ? this.#waiting : this.#waiting.filter((waiter) => !isFirst(waiter));
    for (const waiter of [...first, ...others]) {
      const same = `${waiter.use} ${waiter.to.conversationId}`;
      if (blocked.has(same)) continue;
      const wait = this.#wait(waiter);
      if (wait > 0) {
        const untilFirst = goesFirstAt(waiter) - now;
        soonest = Math.min(soonest, wait, untilFirst > 0 ? untilFirst : Number.POSITIVE_INFINITY);
        blocked.add(same);
        continue;
      }
      this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
      waiter.go(this.#pass(waiter));
    }
    const at = this.clock.now() + soonest;
    if (at >= this.#looksAt) return;
    this.#looksAt = at;
    // Not a millisecond too early: timers and clocks round as they like.
    void this.clock.wait(soonest + 1).then(() => {
      if (this.#looksAt === at) this.#looksAt = Number.POSITIVE_INFINITY;
      this.#look();
    });
  }

  #wait(waiter: Waiter): number {
    const { to, use } = waiter;
    const tenant = this.#counted(this.#tenants, to.tenantId ?? '', this.rates.tenant).wait();
    if (use === 'other') return tenant;
    if (use === 'roster')
      return Math.max(tenant, this.#counted(this.#rosters, to.conversationId, this.rates.rosters).wait());
    const pause = (this.#paused.get(to.conversationId)?.until ?? 0) - this.clock.now();
    const messages = this.#counted(this.#messages, to.conversationId, this.rates.messages);
    const leavesRoom = use === 'edit' && goesFirstAt(waiter) > this.clock.now();
    return Math.max(tenant, pause, messages.wait(), leavesRoom ? this.#editWait(messages) : 0);
  }

  #editWait(messages: SlidingWindows): number {
    const { edits, calmer } = this.rates;
    const room = messages.wait(edits);
    if (!calmer || messages.count(calmer.from.ms) < calmer.from.most) return room;
    return Math.max(room, messages.newest() + calmer.apartMs - this.clock.now());
  }

  #pass({ to, use }: Waiter): Pass {
    const counted = [this.#counted(this.#tenants, to.tenantId ?? '', this.rates.tenant)];
    if (use === 'roster') counted.push(this.#counted(this.#rosters, to.conversationId, this.rates.rosters));
    else if (use !== 'other')
      counted.push(this.#counted(this.#messages, to.conversationId, this.rates.messages));
    const started = counted.map((windows) => windows.start());
    return {
      used: () => {
        for (const one of started) one.end();
        this.#look();
      },
      unused: () => {
        for (const one of started) one.undo();
        this.#look();
      },
    };
  }

  #counted(all: Map<string, SlidingWindows>, key: string, windows: readonly RateWindow[]): SlidingWindows {
    const known = all.get(key);
    if (known) return known;
    if (all.size >= REMEMBERED) this.#forget(all);
    const made = new SlidingWindows(windows, () => this.clock.now());
    all.set(key, made);
    return made;
  }

  #forget(all: Map<string, SlidingWindows>): void {
    const now = this.clock.now();
    for (const [key, windows] of all) if (windows.idle()) all.delete(key);
    for (const [key, { until }] of this.#paused) if (until + HOUR <= now) this.#paused.delete(key);
  }
}
