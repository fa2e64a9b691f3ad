import type { Ask, AskAnswer, AskRequest } from '../../views/page/ask.ts';
import { backoff } from './backoff.ts';
import type { KeptAsks } from './keptAsks.ts';
import type { Timers } from './timers.ts';

export interface AskPorts {
  /** The server's answer; `later`: nothing answered, or it could not say. Never rejects. */
  send(request: AskRequest): Promise<AskAnswer | 'later'>;
  readonly kept: KeptAsks;
  readonly timers: Timers;
  /** A fresh opaque id of a command. */
  newId(): string;
  /** How many are not answered. */
  changed(unsent: number): void;
  /** What was asked before the page was loaded again is answered: nobody else waits for it. */
  unclaimed(request: AskRequest, answer: AskAnswer): void;
}

interface Waiting {
  readonly key: string;
  request: AskRequest;
  readonly resolve: ((answer: AskAnswer) => void)[];
  /** It was sent at least once: the server may have carried it out. */
  sent: boolean;
}

/** Sends what is asked for one after another, each until it is answered, under one command id however often it is sent. */
export class AskQueue {
  readonly #ports: AskPorts;
  readonly #waiting: Waiting[];
  #sending = false;
  /** Something was asked, or the connection came back, while a try was under way: it may have come too early. */
  #again = false;
  #closed = false;
  #failures = 0;
  #callOff: () => void = () => {};

  constructor(ports: AskPorts) {
    this.#ports = ports;
    this.#waiting = ports.kept.all().map(({ key, request }) => ({ key, request, resolve: [], sent: true }));
  }

  get unsent(): number {
    return this.#waiting.length;
  }

  /** Resolves with the answer, however long that takes. */
  ask(ask: Ask): Promise<AskAnswer> {
    return new Promise((resolve) => {
      const last = this.#waiting.at(-1);
      const request = { commandId: this.#ports.newId(), ask };
      if (last && !last.sent && replaces(ask, last.request.ask)) {
        last.request = request;
        last.resolve.push(resolve);
        this.#ports.kept.keep(last.key, request);
      } else {
        const key = this.#ports.kept.newKey(this.#ports.timers.now());
        this.#waiting.push({ key, request, resolve: [resolve], sent: false });
        this.#ports.kept.keep(key, request);
      }
      this.#ports.changed(this.unsent);
      void this.#send();
    });
  }

  /** The connection is back: what waits is sent at once. */
  wake(): void {
    this.#callOff();
    void this.#send();
  }

  /** Nothing is sent any more: the server does not take it. */
  close(): void {
    this.#closed = true;
    this.#callOff();
  }

  async #send(): Promise<void> {
    if (this.#closed) return;
    if (this.#sending) {
      this.#again = true;
      return;
    }
    this.#callOff();
    this.#sending = true;
    for (let head = this.#waiting[0]; head; head = this.#waiting[0]) {
      head.sent = true;
      this.#again = false;
      const answer = await this.#ports.send(head.request);
      if (answer === 'later') {
        if (this.#closed) break;
        this.#failures += 1;
        if (this.#again) continue;
        this.#callOff = this.#ports.timers.after(
          backoff(this.#failures, this.#ports.timers.random()),
          () => void this.#send(),
        );
        break;
      }
      this.#failures = 0;
      this.#waiting.shift();
      this.#ports.kept.forget(head.key);
      this.#ports.changed(this.unsent);
      if (head.resolve.length === 0) this.#ports.unclaimed(head.request, answer);
      for (const resolve of head.resolve) resolve(answer);
    }
    this.#sending = false;
  }
}

/** The whole text of a proposal makes an older one of it needless. */
const replaces = (ask: Ask, older: Ask): boolean =>
  ask.ask === 'writeProposal' && older.ask === 'writeProposal' && ask.proposalId === older.proposalId;
