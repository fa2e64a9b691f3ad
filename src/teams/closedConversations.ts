import type { Logger } from 'pino';
import { personalPlace, readPersonalPlace } from '../service/cardKey.ts';
import { type Conversations, type Reach, withoutThread } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import type { Outbox, Posting } from '../service/outbox.ts';
import { shortHash } from './logTrace.ts';

/** How the reason of a posting begins that was given up because its conversation takes nothing. */
const CLOSED = 'closed: ';

/**
 * Conversations in which Teams lets the bot say nothing: it was removed or blocked, or the channel is archived. What
 * waits there is laid aside without being tried, until somebody there turns to the bot (or adds it again).
 */
export class ClosedConversations {
  constructor(
    private readonly deps: {
      readonly outbox: Outbox;
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      /** Told of each that closes, so that the next word from there is not taken for known. */
      readonly closed: (conversationId: string) => void;
      readonly log: Logger;
    },
  ) {}

  /** Teams' word that a conversation takes nothing, or an event that says so. One line in the log. */
  async close(conversationId: string, reason: string): Promise<void> {
    const { conversations, log } = this.deps;
    const news = await conversations.close(conversationId, reason);
    this.deps.closed(conversationId);
    if (!news) return;
    const conversation = shortHash(conversationId);
    log.warn(
      { conversation, reason },
      'a conversation takes no messages; nothing is sent there until it speaks up',
    );
  }

  /** Lays aside what waits in a place of the outbox, for a conversation that is closed. */
  async layAside(place: string, conversationId: string, reason: string): Promise<void> {
    const { conversations, outbox } = this.deps;
    for (const { key } of await outbox.due(place, Number.MAX_SAFE_INTEGER))
      await outbox.failed(place, key, 0, `${CLOSED}${reason}`);
    // Somebody turned to the bot in the meantime: then they may have looked before it was laid aside.
    if ((await conversations.read(conversationId)).closed === null) await this.#take(place);
  }

  /** Somebody there turned to the bot: what was laid aside waits again. True if the conversation was closed. */
  async reopen(reach: Reach, identityKey: string): Promise<boolean> {
    const { conversations } = this.deps;
    const { conversationId } = reach;
    const { closed } = await conversations.read(conversationId);
    if (closed === null) return false;
    const places = [conversationId, ...(await this.#personalPlaces(conversationId, identityKey))];
    // A meeting that was imported for the channel is held in this thread of it.
    const channel = withoutThread(conversationId);
    if (channel !== conversationId) places.push(channel);
    // Before, because a crash may follow; after, for what is laid aside meanwhile.
    for (const place of places) await this.#take(place);
    await conversations.reached(reach);
    for (const place of places) await this.#take(place);
    return true;
  }

  async #take(place: string): Promise<void> {
    const { outbox } = this.deps;
    for (const { key, dead } of await outbox.list(place))
      if (dead?.startsWith(CLOSED)) await outbox.revive(place, key);
  }

  /** An operator's word that a card is to be tried again, whatever Teams said of its conversation. */
  async retry({ conversationId, key }: Posting): Promise<void> {
    const { conversations, outbox, meetings } = this.deps;
    const place = readPersonalPlace(conversationId);
    const person = place && (await meetings.look(place.meetingId)).people[place.personId];
    const [identityKey] = person?.identities ?? [];
    const alone = identityKey ? (await conversations.personal(identityKey)).conversationId : null;
    const { reach } = await conversations.read(alone ?? conversationId);
    if (reach && (await conversations.read(reach.conversationId)).closed !== null)
      await conversations.reached(reach);
    await outbox.revive(conversationId, key);
  }

  /** The places of a person whose own chat this is: one a meeting. */
  async #personalPlaces(conversationId: string, identityKey: string): Promise<string[]> {
    const { conversations, meetings } = this.deps;
    const personal = await conversations.personal(identityKey);
    if (personal.conversationId !== conversationId) return [];
    const places: string[] = [];
    for (const meetingId of personal.meetingIds) {
      const { people } = await meetings.look(meetingId);
      for (const { id, identities } of Object.values(people))
        if (identities.includes(identityKey)) places.push(personalPlace(meetingId, id));
    }
    return places;
  }
}
