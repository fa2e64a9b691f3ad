import type { Logger } from 'pino';
import type { Language } from '../meeting/agenda.ts';
import type { Person } from '../meeting/people.ts';
import { leads } from '../meeting/roles.ts';
import { languageOf } from '../meeting/state.ts';
import type { FormsAs } from '../render/actions.ts';
import { renderFitting } from '../render/renderCard.ts';
import { CardRef, readPersonalPlace } from '../service/cardKey.ts';
import type { Clock } from '../service/clock.ts';
import type { Conversations, Reach } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import type { Outbox, Posting } from '../service/outbox.ts';
import type { Sight } from '../views/cardView.ts';
import { viewsOf } from './cards.ts';
import type { CommandTrace } from './commandTrace.ts';
import { accountKey } from './identity.ts';
import { errorTrace, shortHash } from './logTrace.ts';
import type { OpenForms } from './openForms.ts';
import { type Addressee, reachAlone } from './personalChat.ts';
import type { Roster } from './roster.ts';
import type { Connector, SendResult } from './turn.ts';

/**
 * After a crash the cards of a conversation wait as long as this for another process (ms). A send that takes longer
 * renews it.
 */
const LEASE_MS = 3_000;
const RENEW_EVERY_MS = 1_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
/** Attempts after which a card that fails no longer keeps those behind it waiting (about half a minute). */
const HOLDS_OTHERS_FOR = 5;
/** Attempts to open somebody's chat, after which it is left until something new is wanted there (about 20 minutes). */
const OPENING_ATTEMPTS = 24;

/** Where postings go; with a person, their own chat, in their language where it is known. */
interface Destination {
  readonly reach: Reach;
  readonly person: Person | null;
  readonly language: Language | null;
}

/** Sends what the outbox wants: one conversation in order, several side by side, cards rendered as of now. */
export class Postman {
  readonly #busy = new Map<string, Promise<void>>();
  #stopped = false;

  constructor(
    private readonly deps: {
      readonly outbox: Outbox;
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly connector: Connector;
      readonly roster: Roster;
      readonly openForms: OpenForms;
      /** How the cards that are posted open forms. */
      readonly forms: FormsAs;
      readonly clock: Clock;
      /** Jitter, 0 to 1. */
      readonly random: () => number;
      /** Names this process among those on the same store. */
      readonly owner: string;
      /** The language of all private cards; null: that of each person. */
      readonly language: Language | null;
      readonly trace: CommandTrace;
      readonly log: Logger;
    },
  ) {}

  /** Begins to send everything that is due; resolves when it is sent or put off. */
  async round(): Promise<void> {
    if (this.#stopped) return;
    const waiting = await this.deps.outbox.waiting(this.deps.clock.now());
    await Promise.all(waiting.map((conversationId) => this.#conversation(conversationId)));
  }

  /** Ends after the sends under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled([...this.#busy.values()]);
  }

  #conversation(conversationId: string): Promise<void> {
    const running = this.#busy.get(conversationId);
    if (running) return running;
    const work = this.#drain(conversationId)
      .catch((error: unknown) =>
        this.deps.log.error(
          { ...errorTrace(error), conversation: shortHash(conversationId) },
          'sending failed',
        ),
      )
      .finally(() => this.#busy.delete(conversationId));
    this.#busy.set(conversationId, work);
    return work;
  }

  async #drain(conversationId: string): Promise<void> {
    const { outbox, clock, owner } = this.deps;
    let opened: Destination | null = null;
    while (!this.#stopped) {
      const now = clock.now();
      const first = await this.#next(conversationId, now);
      if (!first) return;
      opened ??= await this.#reach(first);
      // Not seen yet: it waits for the first word from there, and costs no write until then.
      if (!opened) return;
      if (!(await outbox.lease(conversationId, owner, now, now + LEASE_MS))) return;
      try {
        if (!(await this.#holding(conversationId, this.#sendAll(conversationId, opened)))) return;
      } finally {
        await outbox.release(conversationId, owner);
      }
    }
  }

  /** What is due, one after another; false where this conversation has to wait. */
  async #sendAll(conversationId: string, destination: Destination): Promise<boolean> {
    while (!this.#stopped) {
      // Read again: another process may have sent it before the lease was had.
      const posting = await this.#next(conversationId, this.deps.clock.now());
      if (!posting) return true;
      if (!(await this.#send(posting, destination))) return false;
    }
    return true;
  }

  /** Keeps the lease while the sends last: Teams may take its time, a dead process must not. */
  async #holding<T>(conversationId: string, send: Promise<T>): Promise<T> {
    const { outbox, clock, owner } = this.deps;
    let renewing: Promise<unknown> = Promise.resolve();
    const timer = setInterval(() => {
      const now = clock.now();
      renewing = outbox.lease(conversationId, owner, now, now + LEASE_MS).catch(() => undefined);
    }, RENEW_EVERY_MS);
    try {
      return await send;
    } finally {
      clearInterval(timer);
      // Not after the lease was given back.
      await renewing;
    }
  }

  /** What is to be sent next: nothing where an earlier card still waits for its turn; one with an open form is passed. */
  async #next(conversationId: string, now: number): Promise<Posting | undefined> {
    const waiting = await this.deps.outbox.due(conversationId, Number.MAX_SAFE_INTEGER);
    for (const posting of waiting) {
      if (posting.activityId && this.#isHeld(posting)) continue;
      if (posting.notBefore <= now) return posting;
      if (posting.attempts <= HOLDS_OTHERS_FOR) return undefined;
    }
    return undefined;
  }

  #isHeld(posting: Posting): boolean {
    const { state } = this.deps.meetings.known(posting.meetingId) ?? {};
    return this.deps.openForms.holds(posting, state && 'edition' in state ? state.edition : undefined);
  }

  /** Where a posting goes; opens the chat with a person if there is none yet. */
  async #reach(posting: Posting): Promise<Destination | null> {
    const { conversations, connector, meetings } = this.deps;
    const place = readPersonalPlace(posting.conversationId);
    if (!place) {
      const { reach } = await conversations.read(posting.conversationId);
      return reach && { reach, person: null, language: null };
    }
    const { people } = await meetings.look(place.meetingId);
    const person = people[place.personId];
    const near = await this.#meetingReach(place.meetingId);
    if (!person || !near) return null;
    const addressee = addresseeOf(person) ?? (await this.#byName(near, person));
    if (!addressee) {
      // Asked again ever more seldom: Teams limits how often a roster may be read.
      await this.#putOff(posting, 'nobody of that name seen yet', null);
      return null;
    }
    const reach = await reachAlone(conversations, connector, near, addressee);
    if ('failed' in reach) {
      if (posting.attempts < OPENING_ATTEMPTS) await this.#putOff(posting, reach.failed, null);
      else await this.#giveUp(posting, reach.failed);
      return null;
    }
    await conversations.know(addressee.key, { meetingId: place.meetingId });
    const { language } = await conversations.personal(addressee.key);
    return { reach, person, language: this.deps.language ?? language };
  }

  /** Who holds a role by name alone and has not been seen: the only account of the chat with exactly that name. */
  async #byName(near: Reach, person: Person): Promise<Addressee | null> {
    const member = await this.deps.roster.onlyNamed(near, person.name);
    if (!member?.aadObjectId) return null;
    const { id: userId, tenantId } = member;
    return { key: accountKey(member.aadObjectId), userId, tenantId: tenantId ?? near.tenantId };
  }

  async #meetingReach(meetingId: string): Promise<Reach | null> {
    const conversationId = await this.deps.conversations.ofMeeting(meetingId);
    return conversationId ? (await this.deps.conversations.read(conversationId)).reach : null;
  }

  /** True if the next posting may follow; false where this conversation has to wait. */
  async #send(posting: Posting, { reach, person, language }: Destination): Promise<boolean> {
    const { outbox, meetings, connector, openForms, trace, log } = this.deps;
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
      people,
      language: language ?? languageOf(state),
      audience,
      notice: null,
      ...(person ? { reader: person.id } : {}),
    };
    const views = viewsOf(sight, card.data);
    if (views.length === 0) return this.#giveUp(posting, 'nothing to show');
    const message = renderFitting(views, this.deps.forms);
    const result: SendResult | undefined = activityId
      ? await openForms.edit(posting, state.edition, () => connector.edit(reach, activityId, message))
      : await connector.post(reach, message);
    // A form was opened on it in the meantime.
    if (!result) return true;
    switch (result.kind) {
      case 'sent':
        log.info(
          { ...trace.of(posting.meetingId, state.version), conversation: shortHash(conversationId) },
          activityId ? 'card edited' : 'card posted',
        );
        await outbox.delivered(
          conversationId,
          key,
          result.activityId,
          Math.max(state.version, posting.wantedVersion),
        );
        return true;
      case 'later':
        await this.#putOff(posting, result.reason, result.retryAfterMs);
        return false;
      case 'gone':
        // Deleted in Teams: the card is wanted, so it is posted anew.
        await outbox.forget(conversationId, key);
        return true;
      case 'refused':
        return this.#giveUp(posting, result.reason);
      default:
        return result satisfies never;
    }
  }

  async #putOff(posting: Posting, reason: string, retryAfterMs: number | null): Promise<void> {
    const { outbox, clock, random, log } = this.deps;
    const backoff = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(posting.attempts, 10));
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

function addresseeOf(person: Person): Addressee | null {
  const [key] = person.identities;
  return key && person.teams ? { key, ...person.teams } : null;
}
