import { z } from 'zod';
import type { Meeting, MeetingState } from '../meeting/state.ts';
import { type CardRef, cardKey, personalPlace } from './cardKey.ts';
import { cardsFrom, isAnsweredInChat } from './cardsFrom.ts';
import type { Clock } from './clock.ts';
import type { Conversations } from './conversations.ts';
import type { Documents } from './documents.ts';
import { Drafts, touchedBy } from './drafts.ts';
import { effects, type WantedCard } from './effects.ts';
import type { MeetingLog } from './meetingLog.ts';
import type { Meetings } from './meetings.ts';
import type { Outbox, Wish } from './outbox.ts';

const Mark = z.object({ version: z.int() });

const markAddress = (meetingId: string) =>
  ({ collection: 'settings', partition: meetingId, id: 'published' }) as const;

/** Up to which version drafts and outbox were brought; 0: not at all. */
export async function publishedVersion(documents: Documents, meetingId: string): Promise<number> {
  const stored = await documents.read(markAddress(meetingId));
  return stored ? Mark.parse(stored.value).version : 0;
}

/**
 * How long a meeting is left alone after a round (ms): who tapped has the answer already, and Teams takes an edit a
 * second of a card and two in a conversation that goes on. Where a round takes long, so many times as long as it took.
 */
const REST_MS = 1_000;
const RESTS_TIMES = 10;
const RESTS_AT_MOST_MS = 2_000;

/**
 * Brings drafts and outbox up to a meeting's log. What was done up to which version is marked; after a crash the
 * commits behind the mark are done again, which changes nothing where they were done.
 */
export class Publisher {
  readonly #drafts: Drafts;
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  /** Meetings that were published a moment ago. */
  readonly #resting = new Set<string>();
  /** Meetings to be published when they have rested. */
  readonly #rested = new Set<string>();
  /** Meetings whose last round failed. */
  readonly #failed = new Set<string>();

  constructor(
    private readonly deps: {
      readonly log: MeetingLog;
      readonly documents: Documents;
      readonly outbox: Outbox;
      readonly conversations: Conversations;
      readonly meetings: () => Meetings;
      readonly clock: Clock;
      /** Default a second; tests wait for many rounds. */
      readonly restMs?: number;
      /** Told when there is something to send. */
      readonly wanted: () => void;
      readonly failed: (meetingId: string, error: unknown) => void;
    },
  ) {
    this.#drafts = new Drafts(deps.documents);
  }

  /** Publishes soon; many commits in a row become one round. */
  soon(meetingId: string): void {
    if (this.#running.has(meetingId) || this.#resting.has(meetingId)) this.#rested.add(meetingId);
    else void this.publish(meetingId);
  }

  /** Resolves when everything committed before the call is published; failures are reported, see `retry`. */
  publish(meetingId: string): Promise<void> {
    this.#again.add(meetingId);
    this.#rested.delete(meetingId);
    const running = this.#running.get(meetingId);
    if (running) return running;
    const round = this.#rounds(meetingId);
    this.#running.set(meetingId, round);
    return round;
  }

  /** Publishes again what failed. */
  async retry(): Promise<void> {
    const failed = [...this.#failed];
    this.#failed.clear();
    await Promise.all(failed.map((meetingId) => this.publish(meetingId)));
  }

  /** Somebody turned to Punkt in the chat: what waits there for the time of its meeting waits no longer. */
  async release(meetingId: string): Promise<void> {
    const { conversations, outbox, clock } = this.deps;
    const conversationId = await conversations.ofMeeting(meetingId);
    if (!conversationId) return;
    const now = clock.now();
    const held = (await outbox.list(conversationId)).filter(
      (one) =>
        one.meetingId === meetingId &&
        one.shownVersion === null &&
        one.attempts === 0 &&
        one.dead === null &&
        one.notBefore > now,
    );
    if (held.length === 0) return;
    await outbox.want(
      held.map(({ key, card, wantedVersion: version }) => ({
        conversationId,
        key,
        meetingId,
        version,
        card,
      })),
    );
    this.deps.wanted();
  }

  /** Asks persons something alone, once: the same card is not posted again. */
  async offer(meeting: Meeting, card: CardRef, personIds: readonly string[]): Promise<void> {
    const { meetingId } = meeting;
    const cards = personIds.map((personId): WantedCard => ({ to: { personId }, card, once: true }));
    await this.deps.outbox.want(wishes(meeting, '', await this.#posted(meetingId, '', cards), null));
    this.deps.wanted();
  }

  /** Publishes what rests; resolves when nothing is being published. */
  async idle(): Promise<void> {
    for (const meetingId of this.#rested) void this.publish(meetingId);
    while (this.#running.size > 0) await Promise.allSettled([...this.#running.values()]);
  }

  async #rounds(meetingId: string): Promise<void> {
    // Never within the call that starts it, so that `#running` is set before it can be cleared.
    await Promise.resolve();
    const began = this.deps.clock.now();
    try {
      // Deleted by `delete` itself and asked in the same step: a wish between two steps cannot be lost.
      while (this.#again.delete(meetingId)) await this.#round(meetingId);
    } catch (error) {
      this.#failed.add(meetingId);
      this.deps.failed(meetingId, error);
    } finally {
      this.#running.delete(meetingId);
      void this.#rest(meetingId, this.deps.clock.now() - began);
    }
  }

  async #rest(meetingId: string, tookMs: number): Promise<void> {
    this.#resting.add(meetingId);
    const { clock, restMs = REST_MS } = this.deps;
    await clock.wait(Math.max(restMs, Math.min(RESTS_AT_MOST_MS, RESTS_TIMES * tookMs)));
    this.#resting.delete(meetingId);
    if (this.#rested.has(meetingId)) await this.publish(meetingId);
  }

  /** Without those that are only to be edited and were never posted, or were to be posted once and were. */
  async #posted(
    meetingId: string,
    conversationId: string,
    cards: readonly WantedCard[],
  ): Promise<readonly WantedCard[]> {
    const kept: WantedCard[] = [];
    for (const wanted of cards) {
      const place =
        wanted.to === 'conversation' ? conversationId : personalPlace(meetingId, wanted.to.personId);
      const known = (key: string) => this.deps.outbox.find(place, key);
      const asks = wanted.onlyEdit || wanted.once;
      const there = asks ? (await known(cardKey(meetingId, wanted.card))) !== undefined : false;
      if (!asks || there === (wanted.onlyEdit ?? false)) kept.push(wanted);
    }
    return kept;
  }

  /** Of a series, the meeting that began is the present one. */
  async #present(conversationId: string, meetingId: string): Promise<void> {
    const { conversations } = this.deps;
    const before = (await conversations.read(conversationId)).meetingId;
    if (before !== meetingId) await conversations.pointAt(conversationId, meetingId, before);
  }

  async #round(meetingId: string): Promise<void> {
    const { documents, log, meetings, outbox } = this.deps;
    const mark = await publishedVersion(documents, meetingId);
    const commits = await log.read(meetingId, mark);
    const last = commits.at(-1);
    if (!last) return;
    let { state, people } = await meetings().look(meetingId);
    if (state.version < last.version) ({ state, people } = await meetings().look(meetingId, true));
    if (state.status === 'none') return;
    const meeting = state;
    await this.#drafts.write(meeting, people, touchedBy(commits));
    const conversationId = await this.deps.conversations.ofMeeting(meetingId);
    if (conversationId) {
      const cards = commits.flatMap((commit) => effects(meeting, commit));
      const from = commits.some(isAnsweredInChat) ? null : cardsFrom(meeting);
      await outbox.want(
        wishes(meeting, conversationId, await this.#posted(meeting.meetingId, conversationId, cards), from),
      );
    }
    if (conversationId && commits.some(({ events }) => events.some(({ type }) => type === 'MeetingStarted')))
      await this.#present(conversationId, meetingId);
    await documents.write(markAddress(meetingId), { version: last.version }, 'any');
    this.deps.wanted();
  }
}

function wishes(
  meeting: Exclude<MeetingState, { status: 'none' }>,
  conversationId: string,
  cards: readonly WantedCard[],
  from: number | null,
): Wish[] {
  return cards.map(({ to, card }) => ({
    conversationId: to === 'conversation' ? conversationId : personalPlace(meeting.meetingId, to.personId),
    key: cardKey(meeting.meetingId, card),
    meetingId: meeting.meetingId,
    version: meeting.version,
    card,
    ...(from === null ? {} : { notBefore: from }),
  }));
}
