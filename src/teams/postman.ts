import type { Logger } from 'pino';
import type { Language } from '../meeting/agenda.ts';
import { peopleShown } from '../meeting/identities.ts';
import { leads } from '../meeting/roles.ts';
import { languageOf } from '../meeting/state.ts';
import type { FormsAs } from '../render/actions.ts';
import { renderFitting } from '../render/renderCard.ts';
import { CardRef, markOf } from '../service/cardKey.ts';
import type { Clock } from '../service/clock.ts';
import type { Conversations } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import type { Outbox, Posting } from '../service/outbox.ts';
import type { Sight } from '../views/cardView.ts';
import { Alarms } from './alarms.ts';
import { systemTimer, type Timer } from './answerInTime.ts';
import { isPresentCard, postedViews } from './cards.ts';
import type { ClosedConversations } from './closedConversations.ts';
import type { CommandTrace } from './commandTrace.ts';
import { type Destination, Destinations } from './destinations.ts';
import { errorTrace, shortHash } from './logTrace.ts';
import { nextDue, nextPosting } from './nextPosting.ts';
import type { OpenForms } from './openForms.ts';
import type { Roster } from './roster.ts';
import type { Pass } from './sendingRate.ts';
import { type SendingRight, SendingRights } from './sendingRight.ts';
import type { Connector, SendResult } from './turn.ts';

/** Attempts after which a card is a dead letter (about an hour): its meeting is elsewhere, and an operator looks. */
const ATTEMPTS = 60;
/** Attempts to open somebody's chat, after which it is left until something new is wanted there (about 20 minutes). */
const OPENING_ATTEMPTS = 24;
const REMEMBERED = 1_000;
/** When a card is sent again, in milliseconds. */
export interface CardTimes {
  /** It is edited no more often than this. */
  readonly editEveryMs: number;
  /** After the first attempt that failed, and the longest wait after many; each is twice the one before. */
  readonly firstRetryMs: number;
  readonly lastRetryMs: number;
}

/** What Teams takes: one edit a second of a card. */
export const cardTimes: CardTimes = { editEveryMs: 1_000, firstRetryMs: 1_000, lastRetryMs: 60_000 };

/** Sends what the outbox wants: one conversation in order, several side by side, cards rendered as of now. */
export class Postman {
  readonly #busy = new Map<string, Promise<void>>();
  /** For cards that were edited a moment ago. */
  readonly #alarms: Alarms;
  readonly #stop = new AbortController();
  readonly #destinations: Destinations;
  readonly #rights: SendingRights;
  readonly #times: CardTimes;
  /** Cards that Teams found too large. */
  readonly #tooLarge = new Set<string>();
  /** When a round began last (ms). */
  #lookedAt = Number.POSITIVE_INFINITY;

  constructor(
    private readonly deps: {
      readonly outbox: Outbox;
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly connector: Connector;
      readonly roster: Roster;
      readonly openForms: OpenForms;
      readonly closed: Pick<ClosedConversations, 'close' | 'layAside'>;
      /** How the cards that are posted open forms. */
      readonly forms: FormsAs;
      readonly clock: Clock;
      /** Default: the system's. */
      readonly timer?: Timer;
      /** Default what Teams takes. */
      readonly times?: CardTimes;
      /** Jitter, 0 to 1. */
      readonly random: () => number;
      /** Names this process among those on the same store. */
      readonly owner: string;
      /** The language of all private cards; null: that of each person. */
      readonly language: Language | null;
      readonly trace: CommandTrace;
      readonly log: Logger;
    },
  ) {
    this.#destinations = new Destinations(deps);
    this.#rights = new SendingRights(deps);
    this.#times = deps.times ?? cardTimes;
    // Still at it: it is looked at once more afterwards.
    const ring = (id: string) =>
      void (this.#busy.get(id) ?? Promise.resolve()).then(() => this.#conversation(id));
    this.#alarms = new Alarms(deps.timer ?? systemTimer, () => deps.clock.now(), ring);
  }

  /** Begins to send everything that is due; resolves when it is sent or put off. */
  async round(): Promise<void> {
    if (this.#stopped) return;
    const now = this.deps.clock.now();
    // At first, and where the clock was set back, what was put off is looked at too: it may wait for no reason.
    const anew = now < this.#lookedAt;
    this.#lookedAt = now;
    const waiting = await this.deps.outbox.waiting(anew ? Number.MAX_SAFE_INTEGER : now);
    await Promise.all(waiting.map((conversationId) => this.#conversation(conversationId)));
  }

  /** Ends after the sends under way. */
  async stop(): Promise<void> {
    this.#stop.abort(new Error('stopped'));
    this.#alarms.stop();
    await Promise.allSettled([...this.#busy.values()]);
  }

  get #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  #conversation(conversationId: string): Promise<void> {
    const running = this.#busy.get(conversationId);
    if (running) return running;
    const work = this.#drain(conversationId)
      .catch((error: unknown) => {
        if (this.#stopped) return;
        this.deps.log.error(
          { ...errorTrace(error), conversation: shortHash(conversationId) },
          'sending failed',
        );
      })
      .finally(() => this.#busy.delete(conversationId));
    this.#busy.set(conversationId, work);
    return work;
  }

  async #drain(conversationId: string): Promise<void> {
    const { clock, closed } = this.deps;
    let opened: Destination | null = null;
    while (!this.#stopped) {
      const first = await this.#next(conversationId, clock.now());
      if (!first) return;
      opened ??= await this.#open(first);
      // Not seen yet: it waits for the first word from there, and costs no write until then.
      if (!opened) return;
      if (opened.closed !== null)
        return closed.layAside(conversationId, opened.reach.conversationId, opened.closed);
      const destination = opened;
      const goesOn = await this.#rights.holding(conversationId, (right) =>
        this.#sendAll(conversationId, destination, right),
      );
      if (!goesOn) return;
    }
  }

  /** What is due, one after another; false where this conversation has to wait. */
  async #sendAll(conversationId: string, destination: Destination, right: SendingRight): Promise<boolean> {
    while (!this.#stopped) {
      // Read again: another process may have sent it before the lease was had.
      const posting = await this.#next(conversationId, this.deps.clock.now());
      if (!posting) return true;
      if (!(await this.#send(posting, destination, right))) return false;
    }
    return true;
  }

  /** What is to be sent next, if anything; one with an open form is passed. */
  async #next(conversationId: string, now: number): Promise<Posting | undefined> {
    const waiting = await this.deps.outbox.due(conversationId, Number.MAX_SAFE_INTEGER);
    const free = waiting.filter((posting) => !(posting.activityId && this.#isHeld(posting)));
    const next = nextPosting(free, now);
    if (!next && !this.#stopped) this.#alarms.at(conversationId, nextDue(free, now));
    return next;
  }

  #isHeld(posting: Posting): boolean {
    const { state } = this.deps.meetings.known(posting.meetingId) ?? {};
    return this.deps.openForms.holds(posting, state && 'edition' in state ? state.edition : undefined);
  }

  async #open(posting: Posting): Promise<Destination | null> {
    const found = await this.#destinations.find(posting.conversationId);
    switch (found.kind) {
      case 'found':
        return found.destination;
      case 'unseen':
        return null;
      case 'unnamed':
        await this.#putOff(posting, 'nobody of that name seen yet', null, Number.POSITIVE_INFINITY);
        return null;
      case 'failed':
        await this.#putOff(posting, found.reason, null, OPENING_ATTEMPTS);
        return null;
      default:
        return found satisfies never;
    }
  }

  /** True if the next posting may follow; false where this conversation has to wait. */
  async #send(posting: Posting, destination: Destination, right: SendingRight): Promise<boolean> {
    const use = posting.activityId === null ? 'post' : 'edit';
    // First its turn, then what it says: however long it waits, it shows the newest.
    const pass = await this.deps.connector.pass(destination.reach, use, this.#stop.signal);
    try {
      const still = await right.check();
      if (still !== 'held') return still === 'again';
      return await this.#sendNow(posting, destination, pass);
    } finally {
      pass.unused();
    }
  }

  async #sendNow(posting: Posting, destination: Destination, pass: Pass): Promise<boolean> {
    const { outbox, meetings, connector, openForms, clock, trace, log } = this.deps;
    const { reach, person, language } = destination;
    const { conversationId, key, activityId } = posting;
    let { state, people } = await meetings.look(posting.meetingId);
    // Another process wrote what this card is to show.
    if (state.version < posting.wantedVersion)
      ({ state, people } = await meetings.look(posting.meetingId, true));
    const card = CardRef.safeParse(posting.card);
    if (state.status === 'none' || !card.success) return this.#giveUp(posting, 'nothing to show');
    const audience: Sight['audience'] = person && leads(state, person.id) ? 'leading' : 'shared';
    const sight: Sight = {
      meeting: state,
      people: peopleShown(state, people),
      stored: people,
      language: language ?? languageOf(state),
      audience,
      notice: null,
      ...(person ? { reader: person.id } : {}),
    };
    const views = postedViews(sight, card.data);
    if (views.length === 0) return this.#giveUp(posting, 'nothing to show');
    const name = `${conversationId} ${key}`;
    const smallest = this.#tooLarge.has(name);
    const message = renderFitting(smallest ? views.slice(-1) : views, this.deps.forms, markOf(key));
    const result: SendResult | undefined = activityId
      ? await openForms.edit(posting, state.edition, () => connector.edit(reach, activityId, message, pass))
      : await connector.post(reach, message, pass);
    // A form was opened on it in the meantime.
    if (!result) return true;
    const version = Math.max(state.version, posting.wantedVersion);
    const line = { ...trace.of(posting.meetingId, state.version), conversation: shortHash(conversationId) };
    switch (result.kind) {
      case 'sent': {
        log.info(line, activityId ? 'card edited' : 'card posted');
        const again = activityId ? clock.now() + this.#times.editEveryMs : 0;
        // More is wished of it soon, in a meeting: then it goes as soon as it may.
        if (activityId) this.#alarms.at(conversationId, again);
        await outbox.delivered(conversationId, key, result.activityId, version, again);
        return true;
      }
      case 'later':
        await this.#putOff(posting, result.reason, result.retryAfterMs, ATTEMPTS);
        return false;
      case 'gone':
        // Deleted in Teams, by somebody or by its age. What the meeting is at is posted anew; the past stays past.
        if (isPresentCard(state, card.data)) await outbox.forget(conversationId, key);
        else {
          log.info(line, 'card gone, and left so');
          await outbox.delivered(conversationId, key, activityId ?? '', version);
        }
        return true;
      case 'closed':
        await this.deps.closed.close(reach.conversationId, result.reason);
        await this.deps.closed.layAside(conversationId, reach.conversationId, result.reason);
        return false;
      case 'refused':
        if (!result.reason.startsWith('413') || smallest) return this.#giveUp(posting, result.reason);
        // Teams takes less than it says: the card comes all the same, with less on it.
        if (this.#tooLarge.size >= REMEMBERED) this.#tooLarge.clear();
        this.#tooLarge.add(name);
        return true;
      default:
        return result satisfies never;
    }
  }

  /** Tried again later, ever more seldom; after so many attempts it is a dead letter. */
  async #putOff(posting: Posting, reason: string, retryAfterMs: number | null, most: number): Promise<void> {
    const { outbox, clock, random, log } = this.deps;
    const { firstRetryMs, lastRetryMs } = this.#times;
    if (posting.attempts >= most) {
      await this.#giveUp(posting, reason);
      return;
    }
    const backoff = Math.min(lastRetryMs, firstRetryMs * 2 ** Math.min(posting.attempts, 10));
    const pause = Math.max(retryAfterMs ?? 0, backoff) * (1 + random() / 4);
    log.warn(
      { conversation: shortHash(posting.conversationId), attempts: posting.attempts + 1, reason },
      'sending put off',
    );
    await outbox.failed(posting.conversationId, posting.key, clock.now() + pause);
  }

  async #giveUp(posting: Posting, reason: string): Promise<boolean> {
    const { outbox, clock, log } = this.deps;
    log.error({ conversation: shortHash(posting.conversationId), reason }, 'sending given up');
    await outbox.failed(posting.conversationId, posting.key, clock.now(), reason);
    return true;
  }
}
