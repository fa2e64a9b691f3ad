import { randomBytes } from 'node:crypto';
import type { Ask, AskAnswer } from '../../src/views/page/ask.ts';
import type { PageChange, PageView } from '../../src/views/page/pageView.ts';

export interface PageAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, else the text. */
  readonly body: unknown;
}

export interface ServerEvent {
  readonly event: string;
  readonly data: unknown;
  readonly id: string | null;
}

/** A browser's side of the API of the page, under one sign-in. */
export class PageClient {
  constructor(
    readonly url: string,
    readonly authorization: string | null,
    private readonly language = 'da',
  ) {}

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<PageAnswer> {
    const binary = body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        'accept-language': this.language,
        ...(this.authorization === null ? {} : { authorization: this.authorization }),
        ...(method === 'GET' ? {} : { origin: this.url }),
        ...(body === undefined || binary ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: binary ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  }

  async view(meetingId: string): Promise<PageView> {
    const { status, body } = await this.send('GET', `/api/meetings/${meetingId}`);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body as PageView;
  }

  async ask(meetingId: string, ask: Ask, commandId = newId()): Promise<AskAnswer> {
    const { status, body } = await this.send('POST', `/api/meetings/${meetingId}/asks`, { commandId, ask });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body as AskAnswer;
  }

  /** Opens the stream of a meeting. */
  async events(meetingId: string, lastEventId?: number): Promise<EventReader> {
    const abort = new AbortController();
    const response = await fetch(`${this.url}/api/meetings/${meetingId}/events`, {
      signal: abort.signal,
      headers: {
        'accept-language': this.language,
        ...(this.authorization === null ? {} : { authorization: this.authorization }),
        ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
      },
    });
    if (response.status !== 200 || !response.body)
      throw new Error(`${response.status} ${await response.text()}`);
    return new EventReader(response.body, abort);
  }
}

/** Reads a stream of server-sent events as they come. */
export class EventReader {
  readonly seen: ServerEvent[] = [];
  ended = false;
  #wake: () => void = () => undefined;
  #next = 0;

  constructor(
    body: ReadableStream<Uint8Array>,
    private readonly abort: AbortController,
  ) {
    void this.#read(body);
  }

  /** The next event of that kind, now or later; others before it are passed over. Rejects where the stream ends. */
  async next(event: string): Promise<ServerEvent> {
    for (;;) {
      for (; this.#next < this.seen.length; this.#next += 1) {
        const found = this.seen[this.#next];
        if (found?.event !== event) continue;
        this.#next += 1;
        return found;
      }
      if (this.ended) throw new Error(`the stream ended without ${event}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  snapshot = async (): Promise<PageView> => (await this.next('snapshot')).data as PageView;
  change = async (): Promise<PageChange> => (await this.next('change')).data as PageChange;

  /** Resolves when the server has ended it. */
  async end(): Promise<void> {
    while (!this.ended)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
  }

  close(): void {
    this.abort.abort();
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block);
        this.#wake();
      }
    } catch {
      // Aborted, or the server is gone.
    }
    this.ended = true;
    this.#wake();
  }

  #take(block: string): void {
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2) ?? null;
    const event = field('event');
    if (event) this.seen.push({ event, data: parsed(field('data') ?? ''), id: field('id') });
  }
}

/** A fresh id as the page makes them. */
export const newId = (): string => randomBytes(12).toString('hex');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
