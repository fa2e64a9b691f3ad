import type { Identity } from '../meeting/people.ts';
import { leads } from '../meeting/roles.ts';
import type { Conversation, Conversations, Reach } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';

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

/** A card works only where its meeting is held, or in the private chat of who leads or writes it. */
export async function belongsHere(
  deps: { readonly conversations: Conversations; readonly meetings: Meetings },
  meetingId: string,
  caller: { readonly identity: Identity; readonly reach: Reach; readonly personal: boolean },
): Promise<boolean> {
  if (!caller.personal) {
    const place = await deps.conversations.ofMeeting(meetingId);
    const here = caller.reach.conversationId;
    return place === here || place === withoutThread(here);
  }
  const { people, state } = await deps.meetings.look(meetingId);
  const person = Object.values(people).find((known) => known.identities.includes(caller.identity.key));
  return state.status !== 'none' && person !== undefined && leads(state, person.id);
}
