import type { Logger } from 'pino';
import type { Conversations, Reach } from '../service/conversations.ts';
import type { Connector, OutgoingMessage } from './turn.ts';

/** Somebody to be written to alone. */
export interface Addressee {
  readonly key: string;
  readonly userId: string;
  readonly tenantId: string | null;
}

/** The chat of one person with the bot: the known one, else opened now by way of a conversation that both are in. */
export async function reachAlone(
  conversations: Conversations,
  connector: Connector,
  near: Reach,
  person: Addressee,
): Promise<Reach | { readonly failed: string }> {
  const known = (await conversations.personal(person.key)).conversationId;
  const reach = known ? (await conversations.read(known)).reach : null;
  if (reach) return reach;
  const made = await connector.openPersonal(near, { id: person.userId, tenantId: person.tenantId });
  if ('failed' in made) return made;
  const opened: Reach = { ...near, conversationId: made.conversationId, conversationType: 'personal' };
  await conversations.reached(opened);
  await conversations.know(person.key, { conversationId: made.conversationId });
  return opened;
}

/** Sends something to a person alone, who did something where `near` says. What Teams does not take is logged. */
export async function sendAlone(
  deps: { readonly conversations: Conversations; readonly connector: Connector; readonly log: Logger },
  near: { readonly reach: Reach; readonly identity: Addressee },
  message: OutgoingMessage,
): Promise<void> {
  const reach = await reachAlone(deps.conversations, deps.connector, near.reach, near.identity);
  if ('failed' in reach) {
    deps.log.warn({ reason: reach.failed }, 'no private chat could be opened');
    return;
  }
  const sent = await deps.connector.say(reach, message);
  if (sent.kind !== 'sent') deps.log.warn({ outcome: sent.kind }, 'a private message was not sent');
}
