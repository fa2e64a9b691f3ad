import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { buttons, type SeenCard, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Inge Vind';
const WRITER = 'Karl Toft';

const AGENDA = `Dagsorden for møde i Havneudvalget
Tidspunkt: 12. maj 2031 kl. 9.00-10.00
Mødeleder: ${CHAIR}
Referent: ${WRITER}

1. Budget
Indstilling
At udvalget godkender budgettet

2. Skriftlig orientering
Beskrivelse af sagen
Notat om havnens tilstand.

3. Eventuelt
`;

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
beforeAll(async () => {
  room = await openInside([CHAIR, WRITER]);
  [chair, writer] = [room.person(CHAIR), room.person(WRITER)];
  await room.imports(Buffer.from(AGENDA));
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const posts = async () => {
  await room.punkt.settled();
  return room.chat.messages.length;
};
/** The buttons, without what a tap on a point does. */
const titles = ({ card }: SeenCard) =>
  buttons(card).flatMap(({ title }) => (title.startsWith('At ') ? [] : [title]));

describe('written information and *Eventuelt*', () => {
  const step = inOrder();
  step('get no card: the one before bears their buttons, and says where the meeting is', async () => {
    const one = await room.item(1);
    const before = await posts();
    await room.taps(chair, one, 'Næste punkt');
    const carrying = await room.sees('Mødet er ved punkt 2: Skriftlig orientering');
    expect(carrying.activityId).toBe(one.activityId);
    expect(titles(carrying).slice(0, 4)).toEqual(['Næste punkt', 'Beslutning', 'Notér', 'Mere …']);
    expect(await posts()).toBe(before);
  });

  step('are left from there; the card that was tapped answers, and goes on to the next', async () => {
    const answer = await room.taps(chair, await room.sees('Mødet er ved punkt 2'), 'Næste punkt');
    expect(texts(answer.card).join()).toContain('PUNKT 1 AF 3');
    expect(titles(await room.sees('Mødet er ved punkt 3: Eventuelt'))[0]).toBe('Afslut mødet');
  });

  step('can be written on from the agenda too', async () => {
    const menu = await room.taps(chair, await room.sees('Vi er ved punkt 3'), 'Tilføj');
    expect(titles(menu)).toContain('Beslutning');
  });

  step('get a card once something stands under them, and keep it when that is taken back', async () => {
    const before = await posts();
    expect(await room.asks(writer, 'notér: Lampen er gået.')).toEqual([]);
    const own = await room.sees('1 note til referatet');
    expect(texts(own.card).join()).toContain('PUNKT 3 AF 3');
    // The card before it is edited behind it.
    await room.punkt.settled();
    expect(titles(await room.item(1))).not.toContain('Afslut mødet');
    await room.asks(writer, 'fortryd');
    await room.sees('Mødet er ved punkt 3: Eventuelt');
    expect(await posts()).toBe(before + 1);
    expect(texts((await room.item(3)).card).join()).not.toContain('note til referatet');
  });

  step('are ended from there', async () => {
    await room.taps(chair, await room.sees('Mødet er ved punkt 3'), 'Afslut mødet');
    await room.punkt.settled();
    for (const number of [1, 3]) expect(titles(await room.item(number))).not.toContain('Afslut mødet');
  });

  step('and the whole meeting of three items is six posts', async () => {
    // Read, in use with both roles, agenda, item 1, the item that was written on, summary.
    expect(await posts()).toBe(6);
  });
});
