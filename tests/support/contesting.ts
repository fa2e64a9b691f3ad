import { inputs } from './cardReading.ts';
import { asksForDialog } from './dialogCall.ts';
import { opens, saidIn, submits } from './dialogs.ts';
import type { FakePerson } from './fakeTeamsConnector.ts';
import { button, type MeetingRoom, type SeenCard } from './meetingRoom.ts';

const TITLE = 'Det er ikke rigtigt';

/** *Det er ikke rigtigt* on a card that announces roles, said of this one; gives what is answered. */
export async function contests(
  room: MeetingRoom,
  who: FakePerson,
  on: SeenCard,
  name: string,
): Promise<string> {
  const action = button(on.card, TITLE);
  if (action.data.verb === 'role.contest') return room.hears(who, on, TITLE);
  const dialog = asksForDialog(action) ? await opens(room, who, on, TITLE) : null;
  const form = dialog ?? (await room.taps(who, on, TITLE));
  const { choices = [] } = inputs(form.card).find(({ id }) => id === 'person') ?? {};
  const person = choices.find(({ title }) => title.startsWith(name))?.value;
  if (dialog) return saidIn(await submits(room, who, dialog, TITLE, { person }));
  return room.hears(who, { ...on, card: form.card }, TITLE, { person });
}
