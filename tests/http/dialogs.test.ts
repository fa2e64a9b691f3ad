import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inputs } from '../support/cardReading.ts';
import { dialogCall } from '../support/dialogCall.ts';
import {
  dialogIn,
  type OpenDialog,
  opening,
  opens,
  saidIn,
  seenDialog,
  submission,
  submits,
} from '../support/dialogs.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { button, buttons, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const GUEST = 'Birthe Holm';
const CPR = '010203-1234';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let guest: FakePerson;
beforeAll(async () => {
  room = await runningRoom([CHAIR, WRITER, GUEST], { env: { PUNKT_FORMS: 'dialog' } });
  [chair, writer, guest] = [room.person(CHAIR), room.person(WRITER), room.person(GUEST)];
  // Something to correct, and two persons of one first name who are known.
  await room.types(guest, 'beslutning: Et første forslag');
  await room.types(writer, 'beslutning: En første beslutning');
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const length = async () => (await room.log()).length;
const item = () => room.item(1);
const opened = async (who: FakePerson, title: string) => opens(room, who, await item(), title);
const decisions = async () => {
  const { meeting } = await room.meeting();
  return meeting.records[meeting.agenda.items[0]?.id ?? '']?.decisions ?? [];
};
const send = async (activity: Record<string, unknown>) =>
  seenDialog(await room.teams.send(activity), room.chat);
/** Does it, expects that nothing was written, and gives what is seen. */
async function unwritten<T>(work: () => Promise<T>): Promise<T> {
  const before = await length();
  const seen = await work();
  expect(await length()).toBe(before);
  return seen;
}
const value = (dialog: OpenDialog, id: string) => inputs(dialog.card).find((input) => input.id === id)?.value;

describe('a button that opens a form', () => {
  it('opens a dialog with the form of the card, its heading as title and no way back but the cross', async () => {
    const dialog = await unwritten(() => opened(writer, 'Beslutning'));
    expect(dialog.title).toBe('Beslutning til punkt 1');
    expect(texts(dialog.card)).not.toContain(dialog.title);
    expect(buttons(dialog.card).map(({ title }) => title)).toEqual(['Gem beslutning']);
    expect(inputs(dialog.card).map(({ id }) => id)).toContain('text');
  });

  it('stands beside buttons that answer in the card, as before', async () => {
    const menu = await room.taps(writer, await item(), 'Mere …');
    const types = Object.fromEntries(buttons(menu.card).map(({ title, type }) => [title, type]));
    expect(types).toMatchObject({
      Sagen: 'Action.Execute',
      Udsæt: 'Action.Submit',
      'Gå til …': 'Action.Submit',
      Luk: 'Action.Execute',
    });
  });

  it('opens the same dialog when Teams asks again, and writes nothing', async () => {
    const card = await item();
    const asked = opening(room, guest, card, button(card.card, 'Notér'));
    const [one, two, three] = await unwritten(() =>
      Promise.all([send(asked), send(asked), send({ ...asked, id: 'f:again' })]),
    );
    expect([two, three]).toEqual([one, one]);
  });

  it('opens in the language of who asks, whatever that of the card', async () => {
    guest.speaks = { locale: 'en-US' };
    const dialog = await opened(guest, 'Notér');
    guest.speaks = { locale: 'da-DK' };
    expect(dialog.title).toBe('Note on item 1');
    expect(buttons(dialog.card).map(({ title }) => title)).toEqual(['Save note']);
  });

  it('opens none for who may not do it, and says so in the dialog', async () => {
    for (const verb of ['goto.form', 'start.form', 'postpone.form']) {
      const { data } = button((await item()).card, 'Beslutning');
      const call = dialogCall('fetch', room.teams.activity, room.chat, guest, { ...data, verb });
      const seen = dialogIn(await unwritten(() => send(call)));
      expect(saidIn(seen)).toContain('Det kan kun ordstyrer og referent');
      expect(buttons(seen.card)).toEqual([]);
    }
  });

  it('never carries anything out, whatever verb it is made to name', async () => {
    const { data } = button((await item()).card, 'Beslutning');
    for (const verb of ['next', 'adjourn', 'decision.record', 'undo', 'agenda.use', 'constructor', 'back']) {
      const call = dialogCall('fetch', room.teams.activity, room.chat, chair, { ...data, verb, text: 'Nej' });
      expect(saidIn(await unwritten(() => send(call)))).toContain('Den knap kender jeg ikke');
    }
  });
});

describe('what is sent from a dialog', () => {
  it('is saved, the dialog closes at once, and the card shows it', async () => {
    const dialog = await opened(writer, 'Beslutning');
    expect(await submits(room, writer, dialog, 'Gem beslutning', { text: 'Gemt fra dialogen.' })).toEqual({
      kind: 'closed',
    });
    await room.sees('Gemt fra dialogen.');
  });

  it('that awaits confirmation says so in one message, also when Teams sends it again', async () => {
    for (const [title, save, said] of [
      ['Beslutning', 'Gem beslutning', /som forslag/u],
      ['Notér', 'Gem note', /til referenterne bekræfter/u],
    ] as const) {
      const sent = submission(room, guest, await opened(guest, title), save, {
        text: `Af en gæst: ${title}`,
      });
      const first = await send(sent);
      expect(first).toEqual({ kind: 'message', text: expect.stringMatching(said) });
      const again = await unwritten(() => Promise.all([send(sent), send({ ...sent, id: 'f:later' })]));
      expect(again).toEqual([first, first]);
    }
    const owner = await submits(room, guest, await opened(guest, 'Tovholder'), 'Gem', {
      others: 'Sekretariatet',
    });
    expect(saidIn(owner)).toMatch(/Sekretariatet.*ikke bekræftet/u);
  });

  it('at the same time under three ids is saved once, and answered alike', async () => {
    const sent = submission(room, writer, await opened(writer, 'Beslutning'), 'Gem beslutning', {
      text: 'Samtidig',
    });
    const before = await length();
    const seen = await Promise.all([sent, { ...sent, id: 'f:2' }, { ...sent, id: 'f:3' }].map(send));
    expect(seen).toEqual(Array.from({ length: 3 }, () => ({ kind: 'closed' })));
    expect(await length()).toBe(before + 1);
  });

  it('without what is needed comes back with a sentence', async () => {
    const dialog = await opened(writer, 'Beslutning');
    const seen = dialogIn(
      await unwritten(() => submits(room, writer, dialog, 'Gem beslutning', { text: '  ' })),
    );
    expect(saidIn(seen)).toContain('Teksten mangler');
    const { data } = button(dialog.card, 'Gem beslutning');
    const bare = dialogCall('submit', room.teams.activity, room.chat, writer, data);
    expect(saidIn(await unwritten(() => send(bare)))).toContain('Teksten mangler');
  });

  it('that looks like a CPR number comes back with the text each time, until it is saved all the same', async () => {
    const one = await opened(writer, 'Beslutning');
    const two = dialogIn(
      await unwritten(() => submits(room, writer, one, 'Gem beslutning', { text: `A ${CPR}` })),
    );
    expect(saidIn(two)).toContain('ligner et CPR-nummer');
    expect(value(two, 'text')).toBe(`A ${CPR}`);
    const data = { ...button(two.card, 'Gem alligevel').data, anyway: false, text: `B ${CPR}` };
    const plain = dialogCall('submit', room.teams.activity, room.chat, writer, data);
    const three = dialogIn(await unwritten(() => send(plain)));
    expect(value(three, 'text')).toBe(`B ${CPR}`);
    expect(await submits(room, writer, three, 'Gem alligevel')).toEqual({ kind: 'closed' });
    expect((await decisions()).at(-1)?.text).toBe(`B ${CPR}`);
  });

  it('with a CPR number in another field comes back with everything typed', async () => {
    const dialog = await opened(writer, 'Tovholder');
    const typed = { others: 'Sekretariatet', due: CPR };
    const seen = dialogIn(await unwritten(() => submits(room, writer, dialog, 'Gem', typed)));
    expect(saidIn(seen)).toContain('CPR-nummer');
    expect([value(seen, 'others'), value(seen, 'due')]).toEqual(['Sekretariatet', CPR]);
  });

  it('with a name that several bear comes back to be made clear, or says so once it is saved', async () => {
    const dialog = await opened(writer, 'Tovholder');
    const typed = { others: 'Birthe', due: 'uge 7' };
    const seen = dialogIn(await unwritten(() => submits(room, writer, dialog, 'Gem', typed)));
    expect(saidIn(seen)).toContain('flere, der hedder Birthe');
    expect([value(seen, 'others'), value(seen, 'due')]).toEqual(['Birthe', 'uge 7']);
    const text = 'Birthe skriver inden uge 7';
    const saved = await submits(room, writer, await opened(writer, 'Beslutning'), 'Gem beslutning', { text });
    expect(saved).toEqual({ kind: 'message', text: expect.stringContaining('Flere hedder Birthe') });
  });

  it('by who may not comes back as a message, or with the text that was typed', async () => {
    const { data } = button((await item()).card, 'Beslutning');
    const { agenda } = (await room.meeting()).meeting;
    const go = { ...data, verb: 'goto', item: agenda.items[2]?.id };
    const call = dialogCall('submit', room.teams.activity, room.chat, guest, go);
    expect(await unwritten(() => send(call))).toEqual({
      kind: 'message',
      text: expect.stringContaining('kun ordstyrer og referent'),
    });
  });

  it('goes on in the same dialog where more is to be chosen', async () => {
    const text = 'Skal rettes';
    await submits(room, writer, await opened(writer, 'Beslutning'), 'Gem beslutning', { text });
    await room.sees(text);
    const known = await decisions();
    const newest = known.at(-1);
    const list = await opens(room, writer, await room.taps(writer, await item(), 'Mere …'), 'Ret …');
    const number = buttons(list.card).length > 1 ? `1.${known.length}` : 'Vælg';
    const menu = dialogIn(await submits(room, writer, list, number, {}));
    expect(buttons(menu.card).map(({ title }) => title)).not.toContain('Tilbage');
    const form = dialogIn(await submits(room, writer, menu, 'Ret'));
    expect(value(form, 'text')).toBe(text);
    expect(await submits(room, writer, form, 'Gem', { text: 'Er rettet' })).toEqual({ kind: 'closed' });
    expect((await decisions()).find(({ id }) => id === newest?.id)?.text).toBe('Er rettet');
  });
});

describe('a dialog that does not belong here', () => {
  it('is refused from another conversation, and tells nothing', async () => {
    const card = await item();
    const form = await opened(writer, 'Beslutning');
    const elsewhere = room.teams.groupChat([writer]);
    const asked = opening(
      room,
      writer,
      { ...card, conversation: elsewhere },
      button(card.card, 'Beslutning'),
    );
    const sent = submission(room, writer, { ...form, conversation: elsewhere }, 'Gem beslutning', {
      text: 'Væk',
    });
    for (const activity of [asked, sent]) {
      const seen = await unwritten(() => send(activity));
      expect(saidIn(seen)).toContain('andet møde');
    }
  });

  it('is refused for a closed item in the shared chat, before and after it is typed', async () => {
    const closed = (await room.meeting()).meeting.agenda.items.find((entry) => entry.closed);
    const { data } = button((await item()).card, 'Beslutning');
    for (const verb of ['decision.form', 'note.form', 'responsible.form', 'undo.form', 'correct.list']) {
      const call = dialogCall('fetch', room.teams.activity, room.chat, chair, {
        ...data,
        verb,
        i: closed?.id,
      });
      expect(saidIn(await unwritten(() => send(call)))).toContain('Punktet er lukket');
    }
    const text = { text: 'Skrevet' };
    const call = dialogCall('submit', room.teams.activity, room.chat, chair, {
      ...data,
      verb: 'decision.record',
      i: closed?.id,
      ...text,
    });
    const seen = await unwritten(() => send(call));
    expect(seen).toEqual({
      kind: 'message',
      text: expect.stringMatching(/Punktet er lukket.*Du skrev: Skrevet$/u),
    });
    expect(saidIn(seen)).not.toContain(closed?.title);
  });

  it('says that its item is gone, and gives back what was typed', async () => {
    const { data } = button((await item()).card, 'Beslutning');
    const gone = { ...data, i: 'gone' };
    const fetch = dialogCall('fetch', room.teams.activity, room.chat, writer, gone);
    expect(saidIn(await unwritten(() => send(fetch)))).toContain('ikke på dagsordenen');
    const typed = { ...gone, verb: 'decision.record', text: 'En lang tekst' };
    const submit = dialogCall('submit', room.teams.activity, room.chat, writer, typed);
    expect(await unwritten(() => send(submit))).toEqual({
      kind: 'message',
      text: expect.stringMatching(/ikke på dagsordenen.*En lang tekst/u),
    });
  });
});
