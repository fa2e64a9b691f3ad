import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate, writeDay } from '../../src/wording/dates.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { buttons, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Inge Vind';
const WRITER = 'Karl Toft';
const MEMBER = 'Signe Dal';

/** Held today, and late from its first minute on. */
const agenda = () => `Dagsorden for møde i Havneudvalget
Tidspunkt: ${writeDay(localDate(new Date().toISOString()))} kl. 00.00-23.59
Mødeleder: ${CHAIR}
Referent: ${WRITER}

1. Budget (kl. 00.00-00.01)
Indstilling
At udvalget godkender budgettet

2. Broen (kl. 00.01-00.02)

3. Havnen (kl. 00.02-23.59)
`;

let room: InsideRoom;
let writer: FakePerson;
let chair: FakePerson;
beforeAll(async () => {
  room = await openInside([CHAIR, WRITER, MEMBER]);
  [chair, writer] = [room.person(CHAIR), room.person(WRITER)];
  await room.imports(Buffer.from(agenda()));
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  await room.item(1);
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const own = () => room.teams.personalChat(writer);
const records = async (index: number) => {
  const { meeting } = await room.meeting();
  const record = meeting.records[meeting.agenda.items[index]?.id ?? ''];
  return {
    notes: record?.notes.map(({ text }) => text) ?? [],
    decisions: record?.decisions.map(({ text }) => text) ?? [],
  };
};

describe('what is registered after the present item was to end', () => {
  const step = inOrder();
  let asked: Awaited<ReturnType<typeof room.sees>> | undefined;
  step('makes Punkt ask who takes the minutes, alone and once', async () => {
    await room.types(room.person(MEMBER), 'notér: Broen er rusten.');
    await room.types(writer, 'beslutning: Broen males.');
    const asked = await room.sees('Er I gået videre til punkt 2?', own());
    expect(buttons(asked.card).map(({ title }) => title)).toEqual(['Ja, siden kl.\u00a00.01', 'Nej']);
    await room.types(writer, 'notér: Rusten er gammel.');
    await room.punkt.settled();
    expect(own().messages).toHaveLength(1);
    for (const name of [CHAIR, MEMBER])
      expect(room.teams.personalChat(room.person(name)).messages).toHaveLength(0);
    expect(JSON.stringify(room.chat.messages)).not.toContain('gået videre');
  });

  step('*Nej* changes nothing but the card, which is answered for good', async () => {
    const before = (await room.log()).length;
    asked = await room.sees('Er I gået videre', own());
    const answer = await room.taps(writer, asked, 'Nej');
    expect(texts(answer.card)).toContain('Mødet bliver ved punkt 1.');
    expect(buttons((await room.sees('Mødet bliver ved punkt 1.', own())).card)).toEqual([]);
    expect(own().messages).toHaveLength(1);
    expect(await room.log()).toHaveLength(before);
  });

  step('*Ja, siden* moves the meeting on, and what was registered since with it', async () => {
    // Where the card still stands as it was asked.
    if (!asked) throw new Error('not asked');
    const answer = await room.taps(writer, asked, /^Ja, siden/u);
    expect(texts(answer.card).join()).toMatch(/3 registreringer er flyttet med.*Mødet er ved punkt 2/u);
    await room.item(2);
    expect(await records(0)).toEqual({ notes: [], decisions: [] });
    expect(await records(1)).toEqual({
      notes: ['Broen er rusten.', 'Rusten er gammel.'],
      decisions: ['Broen males.'],
    });
    await room.punkt.settled();
    // The question has been answered.
    expect(JSON.stringify(own().messages[0])).not.toContain('Ja, siden');
  });

  step('is asked again for the next item, and not for the last', async () => {
    await room.types(writer, 'notér: Endnu en.');
    const asked = await room.sees('Er I gået videre til punkt 3?', own());
    await room.taps(writer, asked, /^Ja, siden/u);
    await room.types(writer, 'notér: Den sidste.');
    await room.punkt.settled();
    expect(own().messages).toHaveLength(2);
  });
});

describe('the question', () => {
  it('is answered by nobody else', async () => {
    const before = (await room.log()).length;
    const data = { verb: 'movedOn.yes', m: (await room.meeting()).meeting.meetingId, t: '1', i: 'x', n: 'y' };
    const action = { type: 'Action.Execute', title: 'x', verb: 'movedOn.yes', data };
    await room.teams.send(room.teams.tap(room.chat, room.person(MEMBER), '1', action as never));
    expect(await room.log()).toHaveLength(before);
  });
});
