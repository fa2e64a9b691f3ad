import type { Language } from '../../meeting/agenda.ts';
import type { AskAnswer, AskRequest } from '../../views/page/ask.ts';
import type { PageChange, PagePresence, PageView } from '../../views/page/pageView.ts';
import type { Connection, Room } from '../room.ts';
import { applyChange } from './applyChange.ts';
import { AskQueue } from './askQueue.ts';
import type { KeptAsks } from './keptAsks.ts';
import { LiveConnection } from './liveConnection.ts';
import { newHex } from './newHex.ts';
import { PresenceSender } from './presenceSender.ts';
import { ServerClock } from './serverClock.ts';
import type { ServerEvent } from './serverEvents.ts';
import type { Timers } from './timers.ts';

export type Gone = 'revoked' | 'expired' | 'erased' | 'notMember';

export interface LiveRoomPorts {
  readonly meetingId: string;
  readonly language: Language;
  /** `fetch` under the reader's sign-in. */
  call(path: string, init?: RequestInit): Promise<Response>;
  readonly timers: Timers;
  readonly kept: KeptAsks;
  /** Shows another meeting in this page; null: the one that it was opened for. */
  openMeeting(meetingId: string | null): void;
  /** The server does not show this meeting any more, or never did. */
  gone(reason: Gone | { readonly status: number; readonly code: string | null }): void;
  /** A refusal of what was asked before the page was loaded again. */
  refusedLater(request: AskRequest, answer: AskAnswer & { readonly kind: 'refused' }): void;
}

/** How long the server may take to answer an ask before it is sent again. */
const ASK_LIMIT_MS = 20_000;

/** The meeting, live: a `Room` anew for each change, for whoever subscribes. */
export class LiveRoom {
  readonly #ports: LiveRoomPorts;
  readonly #path: string;
  readonly #queue: AskQueue;
  readonly #connection: LiveConnection;
  readonly #clock: ServerClock;
  readonly #presenceSender: PresenceSender;
  readonly #listeners = new Set<() => void>();
  #view: PageView | null = null;
  #state: Connection = 'connecting';
  #presence: readonly PagePresence[] = [];
  #room: Room | null = null;

  constructor(ports: LiveRoomPorts) {
    this.#ports = ports;
    this.#path = `/api/meetings/${encodeURIComponent(ports.meetingId)}`;
    this.#clock = new ServerClock(ports.timers.now);
    this.#queue = new AskQueue({
      send: (request) => this.#send(request),
      kept: ports.kept,
      timers: ports.timers,
      newId: newHex,
      changed: () => this.#tell(),
      unclaimed: (request, answer) => {
        if (answer.kind === 'refused') ports.refusedLater(request, answer);
      },
    });
    this.#presenceSender = new PresenceSender(ports.timers, (where) => this.#post('/presence', where));
    this.#connection = new LiveConnection({
      open: (lastEventId, signal) =>
        ports.call(`${this.#path}/events`, {
          signal,
          headers: { accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
        }),
      timers: ports.timers,
      event: (event) => this.#event(event),
      state: (state) => this.#become(state),
      refused: (response) => this.#refused(response),
    });
  }

  start(): void {
    this.#connection.start();
    this.#queue.wake();
  }

  stop(): void {
    this.#presenceSender.stop();
    this.#connection.stop();
  }

  /** The page is seen again, or the network is back. */
  wake(): void {
    this.#connection.wake();
    this.#queue.wake();
  }

  /** The network is gone. */
  lost(): void {
    this.#connection.lost();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null until the first view came. The same object until something changes. */
  readonly room = (): Room | null => this.#room;

  readonly connection = (): Connection => this.#state;

  #tell(): void {
    const view = this.#view;
    this.#room = view && {
      view,
      language: this.#ports.language,
      connection: this.#state,
      unsent: this.#queue.unsent,
      presence: this.#presence,
      now: () => this.#clock.now(),
      ask: (ask) => this.#queue.ask(ask),
      here: (itemId, writing) => this.#presenceSender.here(itemId, writing),
      fetch: (path, init) => this.#ports.call(`${this.#path}${path}`, init),
      openMeeting: this.#ports.openMeeting,
      newId: newHex,
    };
    for (const listener of this.#listeners) listener();
  }

  #become(state: Connection): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#tell();
    if (state !== 'live') return;
    this.#queue.wake();
    this.#presenceSender.again();
  }

  #event({ type, data }: ServerEvent): void {
    if (type === 'comment') return;
    const value: unknown = JSON.parse(data);
    switch (type) {
      case 'snapshot':
        this.#view = value as PageView;
        break;
      case 'change':
        if (this.#view) this.#view = applyChange(this.#view, value as PageChange);
        break;
      case 'presence':
        this.#presence = value as readonly PagePresence[];
        break;
      case 'clock':
        this.#clock.tell((value as { now: string }).now);
        return;
      case 'gone':
        this.stop();
        this.#queue.close();
        this.#ports.gone((value as { reason: Gone }).reason);
        return;
    }
    this.#tell();
  }

  async #refused(response: Response): Promise<boolean> {
    if (![401, 403, 404, 410].includes(response.status)) return false;
    this.#queue.close();
    this.#ports.gone({ status: response.status, code: await codeOf(response) });
    return true;
  }

  async #send(request: AskRequest): Promise<AskAnswer | 'later'> {
    try {
      const response = await this.#post('/asks', request);
      if (response.ok) return (await response.json()) as AskAnswer;
      // What the server cannot read it will never be able to: it must not stand in the way of what comes after.
      if (![400, 404, 410, 413, 422].includes(response.status)) return 'later';
      const version = this.#view?.head.version ?? 0;
      const { code, sentence } = await refusalIn(response);
      return { kind: 'refused', code, sentence, version };
    } catch {
      return 'later';
    }
  }

  #post(path: string, body: unknown): Promise<Response> {
    return this.#ports.call(`${this.#path}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ASK_LIMIT_MS),
    });
  }
}

interface Said {
  readonly code: string;
  readonly sentence: string;
}

async function refusalIn(response: Response): Promise<Said> {
  const said = (await response.json().catch(() => null)) as Partial<Said> | null;
  return { code: said?.code ?? `http${response.status}`, sentence: said?.sentence ?? '' };
}

/** The reason that stands in an answer's JSON, if one does. */
export async function codeOf(response: Response): Promise<string | null> {
  const said = (await response.json().catch(() => null)) as Partial<Said> | null;
  return said?.code ?? null;
}
