import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { attendanceOf } from '../../src/meeting/attendance.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let member: FakePerson;
beforeAll(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER]);
  [chair, writer, member] = [room.person(CHAIR), room.person(WRITER), room.person(MEMBER)];
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const attendance = async (name: string) => {
  const { meeting, people } = await room.meeting();
  return attendanceOf(meeting, Object.values(people).find((person) => person.name === name)?.id ?? '');
};
const heard = async (who: FakePerson, line: string) => (await room.asks(who, line)).join();

describe('attendance by typed lines', () => {
  const step = inOrder();

  step('is noted by first name where one of the invited has it, and answered by one line', async () => {
    expect(await heard(writer, 'afbud Jakob')).toBe('Noteret: afbud fra Jakob Enevoldsen.');
    expect(await attendance('Jakob Enevoldsen')).toBe('apologies');
    expect(await heard(chair, `til stede: ${MEMBER}, Mads Ottosen og Birthe Solvang`)).toBe(
      `Noteret som til stede: ${MEMBER}, Mads Ottosen, ${CHAIR}.`,
    );
    expect(await attendance('Mads Ottosen')).toBe('present');
    expect(await heard(writer, 'not present Mads Ottosen')).toContain('Mads Ottosen');
    expect(await attendance('Mads Ottosen')).toBe('absent');
  });

  step('says it when it is noted so already, and of whom it knows nothing', async () => {
    expect(await heard(writer, 'afbud Jakob Enevoldsen')).toContain('allerede noteret');
    expect(await heard(writer, 'afbud Palle Fjeld')).toContain('Jeg kender ingen, der hedder Palle Fjeld');
    expect(await heard(writer, 'Palle Fjeld har meldt afbud')).toContain('Palle Fjeld');
  });

  step('is taken back by a line, too', async () => {
    expect(await heard(writer, 'fortryd fremmøde Mads Ottosen')).toContain('taget tilbage for Mads Ottosen');
    expect(await attendance('Mads Ottosen')).toBeNull();
  });

  step('is taken back by *fortryd* where it was the last that one did, and nothing else is', async () => {
    await room.types(writer, 'notér: Ottosen kom senere.');
    const notes = async () =>
      Object.values((await room.meeting()).meeting.records).flatMap((one) => one.notes);
    await room.types(writer, 'til stede: Mads Ottosen');
    expect(await heard(writer, 'fortryd')).toContain('taget tilbage for Mads Ottosen');
    expect([await attendance('Mads Ottosen'), (await notes()).length]).toEqual([null, 1]);
    await room.types(writer, 'fortryd');
    expect(await notes()).toEqual([]);
  });

  step('is a matter of who leads and writes', async () => {
    const before = (await room.log()).length;
    expect(await heard(member, 'afbud Mads Ottosen')).toContain('Det kan kun ordstyrer og referent');
    expect(await heard(member, 'fremmøde')).toContain('Fremmødet noteres af ordstyrer og referenter');
    expect(await room.log()).toHaveLength(before);
  });

  step('is told in words, alone', async () => {
    expect(await heard(writer, 'fremmøde')).toBe('Jeg svarer i vores egen chat.');
    const card = await room.sees('Fremmøde', room.teams.personalChat(writer));
    expect(texts(card.card)).toContain(`Til stede (2): ${MEMBER}, ${CHAIR}`);
    expect(JSON.stringify(room.chat.messages)).not.toContain('Til stede (2)');
  });

  step('of everybody else is noted with one line, and the minutes print it', async () => {
    expect(await heard(chair, 'alle er til stede')).toMatch(/Noteret som til stede: \d+ personer\./u);
    expect(await attendance('Mads Ottosen')).toBe('present');
    expect(await attendance('Jakob Enevoldsen')).toBe('apologies');
    const minutes = await room.minutes();
    expect(minutes).toContain('## Til stede');
    expect(minutes.split('## Afbud')[1]).toContain('Jakob Enevoldsen');
  });

  step('can be noted after the meeting', async () => {
    await room.types(chair, 'afslut mødet');
    expect(await heard(writer, 'ikke til stede: Mads Ottosen')).toContain('Mads Ottosen');
    expect(await room.minutes()).toContain('## Ikke til stede');
  });
});
