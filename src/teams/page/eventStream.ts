import type { Response } from 'express';

/** What waits to be read by one reader before it is given up as too slow (bytes). */
const MOST_UNREAD = 1_000_000;

/** One answer of server-sent events, open until either side ends it. */
export class EventStream {
  #ended: boolean;

  constructor(private readonly response: Response) {
    // Who hung up while their sign-in was looked at is told nothing, and nobody hears of their end any more.
    this.#ended = response.destroyed;
    response.status(200).set({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that gather answers would hold them back.
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    response.socket?.setNoDelay(true);
    response.once('close', () => {
      this.#ended = true;
    });
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Calls `ended` once, when the line is gone; at once where it is already. */
  onEnd(ended: () => void): void {
    if (this.response.destroyed) ended();
    else this.response.once('close', ended);
  }

  /** `data`: one line of JSON. */
  send(event: string, data: string, id?: number): void {
    this.#write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
  }

  /** Says that the line is alive. */
  comment(): void {
    this.#write(':\n\n');
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.response.end();
  }

  /** Who does not read is cut off, and gets everything whole when they come again. */
  #write(text: string): void {
    if (this.#ended) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_UNREAD) {
      this.#ended = true;
      this.response.destroy();
    }
  }
}
