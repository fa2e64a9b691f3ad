import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { CHAIR, dayFrom, harbourAgenda, WRITER } from '../support/harbourAgenda.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { buttons, texts } from '../support/meetingRoom.ts';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
beforeAll(async () => {
  room = await openInside([CHAIR, WRITER]);
  [chair, writer] = [room.person(CHAIR), room.person(WRITER)];
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const notes = async (meetingId: string) => {
  const { meeting } = await room.meeting(meetingId);
  return Object.values(meeting.records).flatMap((record) => record.notes.map(({ text }) => text));
};

describe('a series of meetings in one thread', () => {
  const step = inOrder();
  const ids: string[] = [];
  const [today, next, after] = [dayFrom(0), dayFrom(30), dayFrom(60)];

  step(
    'has a meeting of its own for each agenda, while the same agenda moved to another day is one',
    async () => {
      ids.push(await room.imports(harbourAgenda(next, 'Broen')));
      expect(await room.imports(harbourAgenda(dayFrom(31), 'Broen'))).toBe(ids[0]);
      await room.imports(harbourAgenda(next, 'Broen'));
      ids.push(await room.imports(harbourAgenda(after, 'Havnen')));
      ids.push(await room.imports(harbourAgenda(today, 'Molen')));
      expect(new Set(ids).size).toBe(3);
      // A new edition goes to the meeting of its day.
      expect(await room.imports(harbourAgenda(after, 'Havnen og kranen'))).toBe(ids[1]);
    },
  );

  step('takes lines for the meeting of today', async () => {
    await room.types(writer, 'dagsorden');
    await room.types(chair, 'status');
    const { meeting } = await room.meeting(ids[2]);
    for (const line of ['status', 'dagsorden'])
      expect((await room.asks(chair, line)).join()).not.toContain('Hvilket møde');
    expect(meeting.status).toBe('planned');
  });

  step('takes lines for the one that runs, and cards for their own', async () => {
    const card = await room.sees('Molen');
    await room.taps(writer, card, 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    await room.sees('PUNKT 1 AF 3');
    await room.types(writer, 'notér: Molen er lang.');
    expect(await notes(ids[2] ?? '')).toEqual(['Molen er lang.']);
    expect(await notes(ids[0] ?? '')).toEqual([]);
  });

  step('takes what is added on the same day for the one that ended', async () => {
    await room.types(chair, 'afslut mødet');
    await room.sees('Mødet er afsluttet');
    await room.types(writer, 'notér 1: Glemt.');
    expect(await notes(ids[2] ?? '')).toEqual(['Molen er lang.', 'Glemt.']);
  });

  step('asks with a button for each where neither time nor day tells, and does it there', async () => {
    const question = async () => {
      await room.types(writer, 'start mødet');
      return room.sees('Hvilket møde gælder det?');
    };
    const asked = await question();
    expect(texts(asked.card).join()).toContain(next);
    const titles = buttons(asked.card).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining([next, after]));
    const before = await Promise.all(ids.map(async (id) => (await room.log(id)).length));
    const said = await room.hears(writer, asked, after);
    expect(said).toMatch(/Brug dagsordenen|Ingen leder/u);
    expect(await Promise.all(ids.map(async (id) => (await room.log(id)).length))).toEqual(before);
  });
});
