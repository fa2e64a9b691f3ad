import type { Conversation, Conversations } from '../service/conversations.ts';

/** "19:…@thread.tacv2;messageid=…" is a thread of the channel "19:…@thread.tacv2". */
export const withoutThread = (conversationId: string): string =>
  conversationId.replace(/;messageid=.*$/u, '');

/** The conversation's own entry, or its channel's where only that has a meeting. */
export async function meetingConversation(
  conversations: Conversations,
  conversationId: string,
): Promise<Pick<Conversation, 'meetingId' | 'endedId' | 'meetingIds'>> {
  const own = await conversations.read(conversationId);
  const base = withoutThread(conversationId);
  return own.meetingId || base === conversationId ? own : conversations.read(base);
}
