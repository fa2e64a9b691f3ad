import { type Identity, type People, type Person, withName } from '../meeting/people.ts';
import { leads } from '../meeting/roles.ts';
import {
  type Conversation,
  type Conversations,
  type Reach,
  withoutThread,
} from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';

/**
 * The conversation's own entry; or its channel's where only that has a meeting; or, of a channel whose activity names no
 * thread, that of its newest one.
 */
export async function meetingConversation(
  conversations: Conversations,
  conversationId: string,
): Promise<Pick<Conversation, 'meetingId' | 'endedId' | 'meetingIds'>> {
  const own = await conversations.read(conversationId);
  const base = withoutThread(conversationId);
  if (own.meetingId) return own;
  if (base !== conversationId) return conversations.read(base);
  const thread = await conversations.threadOf(base);
  return thread ? conversations.read(thread) : own;
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
    if (place === undefined) return false;
    // Who reads one thread of a channel reads all; not every activity says in which it is.
    return place === here || place === withoutThread(here) || withoutThread(place) === here;
  }
  const { people, state } = await deps.meetings.look(meetingId);
  if (state.status === 'none') return false;
  const person = await personAlone(deps.conversations, meetingId, people, caller.identity);
  return person !== null && leads(state, person.id);
}

/** The person of a meeting whose private chat with Punkt this account has; null: nobody's. */
export async function personAlone(
  conversations: Conversations,
  meetingId: string,
  people: People,
  identity: Identity,
): Promise<Person | null> {
  const known = Object.values(people).find(({ identities }) => identities.includes(identity.key));
  return known ?? writtenTo(conversations, meetingId, people, identity);
}

/**
 * Who leads or writes by name alone, and acts for the first time on a card that Punkt put in their private chat: it went
 * to the only account of that name in the meeting's roster, and that account is remembered as having to do with it.
 */
async function writtenTo(
  conversations: Conversations,
  meetingId: string,
  people: People,
  identity: Identity,
): Promise<Person | null> {
  const [only, another] = withName(people, identity.name);
  if (!identity.authenticated || !only || another || only.identities.length > 0) return null;
  const { meetingIds } = await conversations.personal(identity.key);
  return meetingIds.includes(meetingId) ? only : null;
}
