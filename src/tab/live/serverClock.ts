/** The server's clock, told by its events, carried on by this machine's. */
export class ServerClock {
  readonly #local: () => number;
  #ahead = 0;

  constructor(local: () => number) {
    this.#local = local;
  }

  /** @param now of the server, ISO 8601 */
  tell(now: string): void {
    const at = Date.parse(now);
    if (!Number.isNaN(at)) this.#ahead = at - this.#local();
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#local() + this.#ahead;
  }
}
