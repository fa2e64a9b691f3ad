import { randomUUID } from 'node:crypto';
import { type OpenDialog, seenDialog, submission } from './dialogs.ts';
import type { FakeConversation, FakePerson } from './fakeTeamsConnector.ts';
import type { MeetingRoom } from './meetingRoom.ts';

type Json = Record<string, unknown>;

/** A message of a person in a chat, as Teams hands it to a message action. */
export interface ChatMessage {
  readonly from: FakePerson | 'app';
  readonly content: string;
  readonly contentType?: 'html' | 'text';
  readonly at?: string;
}

/** *Til referatet* on a message: what Teams sends for it. */
export function choosing(
  room: MeetingRoom,
  who: FakePerson,
  { from, content, contentType = 'html', at = new Date().toISOString() }: ChatMessage,
  where: FakeConversation = room.chat,
): Json {
  const user =
    from === 'app'
      ? null
      : {
          userIdentityType: from.aadObjectId ? 'aadUser' : 'anonymousGuest',
          id: from.aadObjectId ?? from.id,
          displayName: from.name,
        };
  return room.teams.activity(where, who, 'invoke', {
    name: 'composeExtension/fetchTask',
    id: `f:${randomUUID()}`,
    value: {
      commandId: 'toMinutes',
      commandContext: 'message',
      requestId: randomUUID(),
      context: { theme: 'default' },
      messagePayload: {
        id: '1763700009999',
        replyToId: null,
        subject: null,
        importance: 'normal',
        createdDateTime: at,
        body: { contentType, content },
        from: { device: null, conversation: null, user, application: from === 'app' ? { id: 'x' } : null },
        attachments: [],
        mentions: [],
        reactions: [],
      },
    },
  });
}

/** Chooses a message, and gives what is before the person then. */
export const chooses = async (
  room: MeetingRoom,
  who: FakePerson,
  message: ChatMessage,
  where: FakeConversation = room.chat,
) => seenDialog(await room.teams.send(choosing(room, who, message, where)), where);

/** Presses a button in the dialog of a message action. */
export async function sendsIn(
  room: MeetingRoom,
  who: FakePerson,
  on: OpenDialog,
  title: string,
  inputs: Json = {},
) {
  const sent = submission(room, who, on, title, inputs);
  const value = { ...(sent.value as Json), commandId: 'toMinutes', commandContext: 'message' };
  const answer = await room.teams.send({ ...sent, name: 'composeExtension/submitAction', value });
  return seenDialog(answer, on.conversation);
}
