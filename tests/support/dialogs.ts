import { button, type CardAction, texts, untouched } from './cardReading.ts';
import { asksForDialog, dialogCall } from './dialogCall.ts';
import type { FakeConversation, FakePerson } from './fakeTeamsConnector.ts';
import type { MeetingRoom, SeenCard } from './meetingRoom.ts';

type Json = Record<string, unknown>;

/** What a person has before them after Teams was answered: a dialog, a message in its place, or nothing any more. */
export type SeenDialog =
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly card: Json;
      readonly conversation: FakeConversation;
    }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' };
export type OpenDialog = Extract<SeenDialog, { kind: 'dialog' }>;

/** The answer to `task/fetch` or `task/submit` as Teams takes it (docs of botbuilder's TaskModuleResponse). */
export function seenDialog(
  answer: { status: number; body: unknown },
  conversation: FakeConversation,
): SeenDialog {
  if (answer.status !== 200) throw new Error(`answered with ${answer.status}`);
  if (answer.body === undefined) return { kind: 'closed' };
  const { task } = answer.body as { task?: { type?: string; value?: unknown } };
  if (task?.type === 'message' && typeof task.value === 'string')
    return { kind: 'message', text: task.value };
  const value = task?.value as
    | { title?: string; card?: { contentType?: string; content?: Json } }
    | undefined;
  const { title, card } = value ?? {};
  if (task?.type !== 'continue' || !title || !card?.content)
    throw new Error(`Teams would not take ${JSON.stringify(answer.body)}`);
  if (card.contentType !== 'application/vnd.microsoft.card.adaptive')
    throw new Error(String(card.contentType));
  return { kind: 'dialog', title, card: card.content, conversation };
}

/** The activity of a button in a dialog, with the fields as they stand and what is filled in. */
export function submission(
  room: MeetingRoom,
  who: FakePerson,
  on: OpenDialog,
  title: string,
  inputs: Json = {},
) {
  const action = button(on.card, title);
  if (action.type !== 'Action.Submit') throw new Error(`${action.type} does nothing in a dialog`);
  const data = { ...action.data, ...untouched(on.card), ...inputs };
  return dialogCall('submit', room.teams.activity, on.conversation, who, data);
}

/** The activity of a button that opens a dialog. */
export function opening(room: MeetingRoom, who: FakePerson, on: SeenCard, action: CardAction): Json {
  if (!asksForDialog(action)) throw new Error(`${action.title} opens no dialog`);
  return room.teams.tap(on.conversation, who, on.activityId, action, untouched(on.card));
}

/** Taps a button that opens a dialog, and gives what is before the person then. */
export async function fetches(room: MeetingRoom, who: FakePerson, on: SeenCard, title: string | RegExp) {
  const sent = opening(room, who, on, button(on.card, title));
  return seenDialog(await room.teams.send(sent), on.conversation);
}

/** The same, for a dialog that is expected to open. */
export async function opens(room: MeetingRoom, who: FakePerson, on: SeenCard, title: string | RegExp) {
  return dialogIn(await fetches(room, who, on, title));
}

/** Presses a button in a dialog. */
export async function submits(
  room: MeetingRoom,
  who: FakePerson,
  on: OpenDialog,
  title: string,
  inputs: Json = {},
) {
  return seenDialog(await room.teams.send(submission(room, who, on, title, inputs)), on.conversation);
}

export function dialogIn(seen: SeenDialog): OpenDialog {
  if (seen.kind !== 'dialog') throw new Error(`no dialog but ${JSON.stringify(seen)}`);
  return seen;
}

/** What stands to read in a dialog or message. */
export function saidIn(seen: SeenDialog): string {
  if (seen.kind === 'closed') return '';
  return seen.kind === 'message' ? seen.text : texts(seen.card).join('\n');
}
