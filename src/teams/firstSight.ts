import type { Clock } from '../service/clock.ts';
import { type Conversations, withoutThread } from '../service/conversations.ts';
import { conversationReference, type TeamsActivity } from './activity.ts';
import type { ClosedConversations } from './closedConversations.ts';
import { conversationName } from './conversationName.ts';
import { identityOf } from './identity.ts';
import { personLanguage } from './personLanguage.ts';

/** Tells that a channel or team takes nothing more: no sign that one may write there. Which ones, the first try says. */
const CLOSING = /^(?:channelDeleted|team(?:Archived|Deleted|HardDeleted))$/iu;

/** How long it is believed that a conversation is as it was stored: another server may have closed it since (ms). */
const BELIEVED_FOR_MS = 60_000;
const REMEMBERED = 10_000;

/** Remembers of every activity how to reach its conversation, and what it says of it. */
export class FirstSight {
  /** What was stored of a conversation already, so that not every tap asks the store. */
  readonly #stored = new Map<string, string>();

  constructor(
    private readonly deps: {
      readonly conversations: Conversations;
      readonly closed: Pick<ClosedConversations, 'close' | 'reopen'>;
      /** A conversation can be reached that could not before. */
      readonly reachable: () => void;
      readonly clock: Clock;
    },
  ) {}

  async seen(activity: TeamsActivity): Promise<void> {
    const { conversations, closed, reachable, clock } = this.deps;
    const reach = conversationReference(activity);
    const { conversationId } = reach;
    if (isFarewell(activity)) return closed.close(conversationId, 'the bot was removed');
    if (CLOSING.test(activity.channelData?.eventType ?? '')) return;
    const language = personLanguage(activity);
    const alone = reach.conversationType === 'personal';
    const name = alone ? null : conversationName(activity);
    const day = activity.timestamp?.slice(0, 10) ?? '';
    const since = Math.floor(clock.now() / BELIEVED_FOR_MS);
    const known = JSON.stringify(alone ? [reach, since, language] : [reach, since, day, name]);
    if (this.#stored.get(conversationId) === known) return;
    const { key } = identityOf(activity);
    const reopened = await closed.reopen(reach, key);
    const news = (await conversations.reached(reach)) || reopened;
    const channel = withoutThread(conversationId);
    if (!alone) await conversations.list(channel, { conversationId, name, seenOn: day });
    // A meeting that was imported for the channel is held in the first thread that speaks up.
    const thread = channel !== conversationId && (await conversations.reachedThrough(channel, reach));
    if (alone) await conversations.know(key, { conversationId, language });
    if (this.#stored.size > REMEMBERED) this.#stored.clear();
    this.#stored.set(conversationId, known);
    if (news || thread) reachable();
  }

  /** The next activity of that conversation is looked at as if it were the first. */
  forget(conversationId: string): void {
    this.#stored.delete(conversationId);
  }
}

/**
 * The bot was removed: no word from there that it may speak. Teams says so twice, in either order; where somebody
 * uninstalls it from their own chat, only by `installationUpdate`.
 */
const isFarewell = ({ type, action, membersRemoved, recipient }: TeamsActivity): boolean =>
  (type === 'installationUpdate' && action === 'remove') ||
  (membersRemoved?.some(({ id }) => id === recipient.id) ?? false);
