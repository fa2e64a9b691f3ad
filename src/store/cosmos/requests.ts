import { StoreUnavailable } from '../../service/meetingLog.ts';
import { StoreClosed } from '../refusal.ts';

/** How long one try may take, and all tries together (ms). */
export interface Patience {
  readonly tryMs: number;
  readonly allMs: number;
}

/** A tap is answered within 3 s, and `Meetings` itself tries again for 2.5 s. */
export const TAP: Patience = { tryMs: 700, allMs: 1_400 };
/** Of a long log that is read for the first time, some megabytes an answer. */
export const LOGS: Patience = { tryMs: 3_000, allMs: 9_000 };
/** Of what nobody waits for: cards, and large files part by part. */
export const BACKGROUND: Patience = { tryMs: 1_000, allMs: 4_000 };
export const FILES: Patience = { tryMs: 10_000, allMs: 60_000 };
/** The first requests fetch tokens and open connections. */
export const OPENING: Patience = { tryMs: 10_000, allMs: 15_000 };

/** Bytes a millisecond that a slow line carries: what is large may take longer. */
const SLOWEST = 200;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 400;

/**
 * What became of a request that the server decided on. `repeated`: an earlier try got no answer, and may have been
 * carried out.
 */
export interface Answer<T> {
  readonly status: number;
  /** What the server sent along, for 2xx. */
  readonly value: T | undefined;
  readonly repeated: boolean;
}

/** Answers that are decisions, not failures: not there, there already, not the version expected, too large. */
const DECISIONS = [404, 409, 412, 413];
/** Nothing was carried out, and trying again at once cannot help. */
const REFUSALS = [400, 401, 403];

/** Every request of a store: bounded in time, tried again where that is safe. Operations must bear repetition. */
export class Requests {
  readonly #place: string;
  readonly #patience: number;
  readonly #pending = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  /** `place` names the store in errors; every time limit is taken times `patience`. */
  constructor(place: string, patience = 1) {
    this.#place = place;
    this.#patience = patience;
  }

  /**
   * @param bytes how much is sent.
   * @throws StoreUnavailable where no try was answered, or the account refuses; StoreClosed after `close`.
   */
  async run<T>(
    operation: (abortSignal: AbortSignal) => Promise<{ statusCode?: number; value: T }>,
    patience: Patience = TAP,
    bytes = 0,
  ): Promise<Answer<T>> {
    if (this.#closing) throw new StoreClosed(this.#place);
    const pending = this.#tries(operation, patience, bytes);
    this.#pending.add(pending);
    try {
      return await pending;
    } finally {
      this.#pending.delete(pending);
    }
  }

  async #tries<T>(
    operation: (abortSignal: AbortSignal) => Promise<{ statusCode?: number; value: T }>,
    patience: Patience,
    bytes: number,
  ): Promise<Answer<T>> {
    const tryMs = this.#patience * (patience.tryMs + bytes / SLOWEST);
    const until = Date.now() + this.#patience * (patience.allMs + (2 * bytes) / SLOWEST);
    let repeated = false;
    for (let tries = 0; ; tries += 1) {
      const left = until - Date.now();
      const failure = await attempt(operation, Math.max(1, Math.min(tryMs, left)));
      if ('value' in failure) return { status: failure.status, value: failure.value, repeated };
      const { status } = failure;
      if (DECISIONS.includes(status)) return { status, value: undefined, repeated };
      const pause = failure.retryAfterMs ?? pauseAfter(tries);
      if (REFUSALS.includes(status) || Date.now() + pause >= until) {
        const message = `The store in ${this.#place} did not take a request (${status || 'no answer'}).`;
        throw new StoreUnavailable(message, { cause: failure.error });
      }
      // A throttled request was not carried out; of every other nobody knows.
      if (status !== 429) repeated = true;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Waits for the requests under way; `dispose` then ends the client. Further calls get the same promise. */
  close(dispose: () => void): Promise<void> {
    this.#closing ??= Promise.allSettled([...this.#pending]).then(dispose);
    return this.#closing;
  }
}

/** With jitter: those who were refused together do not come back together. */
const pauseAfter = (tries: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries) * (0.5 + Math.random() / 2);

type Attempt<T> =
  | { readonly status: number; readonly value: T }
  | { readonly status: number; readonly error: unknown; readonly retryAfterMs: number | undefined };

/** One try. Status 0: no answer, or none that can be understood. */
async function attempt<T>(
  operation: (abortSignal: AbortSignal) => Promise<{ statusCode?: number; value: T }>,
  ms: number,
): Promise<Attempt<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ms);
  try {
    const { statusCode = 200, value } = await operation(abort.signal);
    // Reading what is not there is the one failure that the client does not throw.
    if (statusCode >= 400) return { status: statusCode, error: undefined, retryAfterMs: undefined };
    return { status: statusCode, value };
  } catch (error) {
    return { status: statusOf(error), error, retryAfterMs: retryAfterOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** The HTTP status of what the client threw; 0 where it is none (a broken connection, a body that is no JSON). */
export function statusOf(error: unknown): number {
  const code: unknown = property(error, 'code');
  return typeof code === 'number' && code >= 400 && code < 600 ? code : 0;
}

export const substatusOf = (error: unknown): number => Number(property(error, 'substatus') ?? 0);

function retryAfterOf(error: unknown): number | undefined {
  const ms: unknown = property(error, 'retryAfterInMs');
  return typeof ms === 'number' && ms >= 0 ? ms : undefined;
}

const property = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
