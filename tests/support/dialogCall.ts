import { randomUUID } from 'node:crypto';
import type { CardAction } from './cardReading.ts';
import type { FakeConversation, FakePerson } from './fakeTeamsConnector.ts';

type Json = Record<string, unknown>;
type MakeActivity = (conversation: FakeConversation, person: FakePerson, type: string, rest: Json) => Json;

/** An Action.Submit by which Teams asks the bot for a dialog, instead of sending a message. */
export const asksForDialog = ({ type, data }: CardAction): boolean =>
  type === 'Action.Submit' && (data.msteams as { type?: string } | undefined)?.type === 'task/fetch';

/** What Teams sends for a dialog: asked for by a button of the message `replyToId`, or a button pressed in it. */
export function dialogCall(
  step: 'fetch' | 'submit',
  activity: MakeActivity,
  conversation: FakeConversation,
  person: FakePerson,
  data: Json,
  replyToId?: string,
): Json {
  return activity(conversation, person, 'invoke', {
    name: `task/${step}`,
    id: `f:${randomUUID()}`,
    value: { data, context: { theme: 'default' } },
    ...(replyToId === undefined ? {} : { replyToId }),
  });
}
