import { withoutThread } from '../service/conversations.ts';
import type { TeamsActivity } from './activity.ts';

/** Longer names say no more to who reads a button. */
const LONGEST = 200;

/** What Teams calls the conversation, where an activity says so: seldom for a chat, with the channel's events. */
export function conversationName(activity: TeamsActivity): string | null {
  const { conversation, topicName, channelData } = activity;
  const { channel } = channelData ?? {};
  // A team tells of each of its channels in its own conversation.
  const own = !channel?.id || channel.id === withoutThread(conversation.id);
  const said = [topicName, conversation.name, own ? channel?.name : null];
  const name = said.map((one) => one?.replace(/\s+/gu, ' ').trim()).find((one) => one);
  return name ? name.slice(0, LONGEST) : null;
}
