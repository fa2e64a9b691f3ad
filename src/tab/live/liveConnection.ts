import type { Connection } from '../room.ts';
import { backoff } from './backoff.ts';
import { readServerEvents, type ServerEvent } from './serverEvents.ts';
import type { Timers } from './timers.ts';

/** A stream that says nothing for so long is dead: the server says something every 15 s. */
const SILENCE_MS = 35_000;
/** After sleep a stream that was silent for so long is not waited for. */
const STALE_MS = 16_000;
/** A timer that comes so much too late has slept. */
const LOOK_MS = 5_000;

export interface ConnectionPorts {
  /** Opens the stream of events. Rejects where nothing answers. */
  open(lastEventId: string | null, signal: AbortSignal): Promise<Response>;
  readonly timers: Timers;
  event(event: ServerEvent): void;
  state(connection: Connection): void;
  /** The server answered, and will not show it. False: it is tried again as if nothing had answered. */
  refused(response: Response): Promise<boolean>;
}

/** Keeps one stream of server-sent events alive until it is stopped. */
export class LiveConnection {
  readonly #ports: ConnectionPorts;
  #lastEventId: string | null = null;
  #failures = 0;
  #heardAt = 0;
  #stopped = false;
  #abort: AbortController | null = null;
  #callOff: () => void = () => {};
  #waiting = false;
  #lookedAt = 0;

  constructor(ports: ConnectionPorts) {
    this.#ports = ports;
  }

  start(): void {
    this.#ports.state('connecting');
    this.#look();
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#callOff();
    this.#abort?.abort();
  }

  /** The page is seen again, or the network is back: what waits tries at once, what may have died in sleep is renewed. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#waiting) {
      this.#callOff();
      void this.#run();
    } else if (this.#ports.timers.now() - this.#heardAt > STALE_MS) this.#abort?.abort();
  }

  /** The browser says that the network is gone: so does the page at once, and tries again as after any failure. */
  lost(): void {
    if (this.#stopped) return;
    this.#failures = Math.max(1, this.#failures);
    this.#ports.state('offline');
    if (!this.#waiting) this.#abort?.abort();
  }

  /** Looks every five seconds whether the machine slept, or the stream fell silent. */
  #look(): void {
    const { timers } = this.#ports;
    const now = timers.now();
    if (this.#lookedAt > 0 && now - this.#lookedAt > 3 * LOOK_MS) this.wake();
    else if (!this.#waiting && this.#abort && now - this.#heardAt > SILENCE_MS) this.#abort.abort();
    this.#lookedAt = now;
    if (!this.#stopped) timers.after(LOOK_MS, () => this.#stopped || this.#look());
  }

  async #run(): Promise<void> {
    this.#waiting = false;
    const { timers, open, event, state, refused } = this.#ports;
    const abort = new AbortController();
    this.#abort = abort;
    this.#heardAt = timers.now();
    try {
      const response = await open(this.#lastEventId, abort.signal);
      if (!response.ok || !response.body) {
        if (response.status < 500 && (await refused(response))) return this.stop();
        throw new Error(`answered ${response.status}`);
      }
      if (this.#lastEventId !== null) this.#live(state);
      for await (const one of readServerEvents(response.body)) {
        if (this.#stopped) return;
        this.#heardAt = timers.now();
        if (one.id !== null) this.#lastEventId = one.id;
        event(one);
        if (this.#lastEventId !== null) this.#live(state);
      }
    } catch {
      // Whatever it was: it is tried again.
    }
    if (this.#stopped) return;
    this.#failures += 1;
    state(this.#failures > 1 ? 'offline' : 'connecting');
    this.#waiting = true;
    this.#callOff = timers.after(backoff(this.#failures, timers.random()), () => void this.#run());
  }

  #live(state: (connection: Connection) => void): void {
    this.#failures = 0;
    state('live');
  }
}
