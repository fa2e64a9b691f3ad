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
  /** The first message of its thread in a channel. */
  readonly replyToId?: string | null;
}

/** *Til referatet* on a message: what Teams sends for it. */
export function choosing(
  room: MeetingRoom,
  who: FakePerson,
  { from, content, contentType = 'html', at = new Date().toISOString(), replyToId = null }: ChatMessage,
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
        replyToId,
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

/** By the card of a dialog: the message that it was asked for. Teams hands it over again when that is sent. */
const chosen = new WeakMap<Json, unknown>();

/** Chooses a message, and gives what is before the person then. */
export async function chooses(
  room: MeetingRoom,
  who: FakePerson,
  message: ChatMessage,
  where: FakeConversation = room.chat,
) {
  const asked = choosing(room, who, message, where);
  const seen = seenDialog(await room.teams.send(asked), where);
  if (seen.kind === 'dialog') chosen.set(seen.card, (asked.value as Json).messagePayload);
  return seen;
}

/** Presses a button in the dialog of a message action. */
export async function sendsIn(
  room: MeetingRoom,
  who: FakePerson,
  on: OpenDialog,
  title: string,
  inputs: Json = {},
) {
  const sent = submission(room, who, on, title, inputs);
  const value = {
    ...(sent.value as Json),
    commandId: 'toMinutes',
    commandContext: 'message',
    messagePayload: chosen.get(on.card),
  };
  const answer = await room.teams.send({ ...sent, name: 'composeExtension/submitAction', value });
  return seenDialog(answer, on.conversation);
}
