import type { Identity } from '../../meeting/people.ts';
import type { MeetingState } from '../../meeting/state.ts';
import { type Conversations, withoutThread } from '../../service/conversations.ts';
import type { Meetings } from '../../service/meetings.ts';
import { meetingConversation } from '../meetingPlace.ts';

/** A meeting of a chat, as `GET /api/meetings?chat=…` lists it. */
export interface ListedMeeting {
  readonly meetingId: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly status: MeetingState['status'];
  /** It is the one that the chat holds now. */
  readonly present: boolean;
}

/** The conversation that stands for a chat or channel; of a channel whose meeting is held in a thread, that thread. */
export async function conversationFor(conversations: Conversations, chat: string): Promise<string> {
  const base = withoutThread(chat);
  if (chat !== base || (await conversations.read(chat)).meetingId) return chat;
  return (await conversations.threadOf(base)) ?? chat;
}

/** The meetings of a conversation: the present one first, then the others of a series, and those that the reader had to do with. */
export async function meetingsOf(
  deps: { readonly conversations: Conversations; readonly meetings: Meetings },
  conversationId: string,
  reader: Identity | null,
): Promise<ListedMeeting[]> {
  const { conversations, meetings } = deps;
  const held = await meetingConversation(conversations, conversationId);
  const { meetingId: present, endedId, meetingIds } = held;
  const here = new Set([conversationId, withoutThread(conversationId)]);
  const own = reader ? (await conversations.personal(reader.key)).meetingIds.toReversed() : [];
  const ids = new Set([present, ...meetingIds.toReversed(), endedId].filter((id) => id !== null));
  for (const id of own) {
    const place = await conversations.ofMeeting(id);
    if (place !== undefined && here.has(place)) ids.add(id);
  }
  const listed: ListedMeeting[] = [];
  for (const meetingId of ids) {
    const { state } = await meetings.look(meetingId);
    if (state.status === 'none') continue;
    const agenda = state.edition === 0 && state.proposal ? state.proposal.agenda : state.agenda;
    const { status } = state;
    const title = agenda.title ?? agenda.forum;
    listed.push({ meetingId, title, date: agenda.date, status, present: meetingId === present });
  }
  return listed;
}
