import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { inputs } from '../support/cardReading.ts';
import { dialogIn, type OpenDialog, saidIn } from '../support/dialogs.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { CHAIR, dayFrom, harbourAgenda, WRITER } from '../support/harbourAgenda.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { chooses, sendsIn } from '../support/messageAction.ts';

const MEMBER = 'Alma Friis';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let member: FakePerson;
beforeAll(async () => {
  room = await openInside([CHAIR, WRITER, MEMBER], { env: { PUNKT_FORMS: 'dialog' } });
  [chair, writer, member] = [room.person(CHAIR), room.person(WRITER), room.person(MEMBER)];
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const AT = '2031-03-06T09:15:00.000Z';
const field = ({ card }: OpenDialog, id: string) => inputs(card).find((input) => input.id === id);
const asks = async (who: FakePerson, content: string) =>
  dialogIn(await chooses(room, who, { from: member, content, at: AT }));
describe('*Til referatet* in a thread with several meetings', () => {
  const step = inOrder();
  const ids: string[] = [];
  const [next, after] = [dayFrom(30), dayFrom(60)];

  step('asks which one is meant, in the dialog', async () => {
    ids.push(await room.imports(harbourAgenda(next, 'Broen')));
    ids.push(await room.imports(harbourAgenda(after, 'Havnen')));
    const dialog = await asks(writer, 'Hvad koster den?');
    expect(
      field(dialog, 'meeting')
        ?.choices?.map(({ value }) => value)
        .toSorted(),
    ).toEqual(ids.toSorted());
    expect(
      field(dialog, 'meeting')
        ?.choices?.map(({ title }) => title)
        .join(),
    ).toContain(after);
  });

  step('says what to do where that one has not begun', async () => {
    const dialog = await asks(writer, 'Hvad koster den?');
    const [first, second] = ids;
    for (const meeting of [first, second])
      expect(saidIn(await sendsIn(room, writer, dialog, 'Vælg punkt', { meeting }))).toMatch(
        /Ingen leder|ikke begyndt/u,
      );
  });

  step('then asks for the item of the one that was chosen, and saves it there', async () => {
    for (const matter of ['Broen', 'Havnen'])
      await room.taps(writer, await room.sees(matter), 'Brug dagsordenen');
    await room.types(chair, 'start mødet');
    const which = await room.sees('Hvilket møde gælder det?');
    for (const day of [next, after]) await room.taps(chair, which, day);
    const dialog = await asks(writer, 'Hvad koster havnen?');
    const form = dialogIn(await sendsIn(room, writer, dialog, 'Vælg punkt', { meeting: ids[1] }));
    expect(field(form, 'text')?.value).toBe('Hvad koster havnen?');
    const item = field(form, 'item')?.choices?.find(({ title }) => title.startsWith('2 '));
    expect(item?.title).toContain('Havnen');
    expect(saidIn(await sendsIn(room, writer, form, 'Gem i referatet', { item: item?.value }))).toContain(
      'punkt 2',
    );
    const notes = async (id = '') =>
      Object.values((await room.meeting(id)).meeting.records).flatMap((record) => record.notes);
    const [note] = await notes(ids[1]);
    const { people } = await room.meeting(ids[1]);
    expect(note).toMatchObject({ text: 'Hvad koster havnen?', saidAt: AT });
    expect(people[(note?.onBehalfOf as { personId?: string })?.personId ?? '']?.name).toBe(MEMBER);
    expect(await notes(ids[0])).toEqual([]);
  });

  step('carries a long message through, and warns that it is shortened', async () => {
    const dialog = await asks(writer, 'meget langt '.repeat(2_000));
    expect(JSON.stringify(dialog.card).length).toBeLessThan(18_000);
    const form = dialogIn(await sendsIn(room, writer, dialog, 'Vælg punkt', { meeting: ids[0] }));
    expect(saidIn(form)).toContain('forkortet');
  });

  step(
    'takes no meeting of another chat, and lets nobody in who may not take the words of others',
    async () => {
      const dialog = await asks(member, 'Hvad koster den?');
      expect(saidIn(await sendsIn(room, member, dialog, 'Vælg punkt', { meeting: ids[0] }))).toMatch(
        /ordstyrer og referent/u,
      );
      const elsewhere = await room.imports(
        harbourAgenda(next, 'Molen'),
        {},
        room.teams.groupChat([member]).id,
      );
      expect(saidIn(await sendsIn(room, writer, dialog, 'Vælg punkt', { meeting: elsewhere }))).toMatch(
        /andet møde/u,
      );
    },
  );
});
