import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { englishAgenda } from '../support/englishAgenda.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';

const KAREN = 'Karen Smith';
const TOM = 'Tom Brown';

let room: InsideRoom;
beforeEach(async () => {
  room = await openInside([KAREN, TOM]);
  const { items } = JSON.parse(englishAgenda().toString()) as { items: Record<string, unknown>[] };
  const numbers = ['1.1', '1.2', '2.1'];
  await room.imports(englishAgenda({ items: items.map((item, at) => ({ ...item, number: numbers[at] })) }));
  const karen = room.person(KAREN);
  await room.taps(karen, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(karen, await room.sees('Start mødet'), 'Start mødet');
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const decisions = async () => {
  const { meeting } = await room.meeting();
  return meeting.agenda.items.flatMap((item) =>
    (meeting.records[item.id]?.decisions ?? []).map(({ text, responsible, due, struck }) => ({
      item: item.number,
      text,
      who: responsible.map((one) => ('text' in one ? one.text : 'somebody known')),
      due: due?.text ?? null,
      struck: struck !== null,
    })),
  );
};

describe('an agenda that numbers its items 1.1, 1.2, 2.1', () => {
  it('is moved in, decided and corrected by the numbers that it prints', async () => {
    const karen = room.person(KAREN);
    await room.types(karen, 'gå til 1.2');
    const { meeting } = await room.meeting();
    const here = 'currentItemId' in meeting ? meeting.currentItemId : null;
    expect(meeting.agenda.items.find(({ id }) => id === here)?.number).toBe('1.2');

    await room.types(karen, 'beslutning 2.1: Vi går i gang');
    await room.types(karen, 'tovholder 2.1: Ole Lind frist uge 5');
    await room.types(karen, 'ret 2.1.1: Vi går i gang nu');
    expect(await decisions()).toMatchObject([
      { item: '2.1', text: 'Vi går i gang nu', who: ['Ole Lind'], due: 'uge 5' },
    ]);
    await room.types(karen, 'stryg 2.1.1');
    expect(await decisions()).toMatchObject([{ item: '2.1', struck: true }]);
  });

  it('takes a decision and who is responsible for it in one message, and none of the rest where one fails', async () => {
    const karen = room.person(KAREN);
    await room.types(karen, 'beslutning 1.2: Vi går i gang\ntovholder 1.2: Ole Lind frist uge 5');
    const [first] = await decisions();
    expect(first).toMatchObject({ item: '1.2', text: 'Vi går i gang', who: ['Ole Lind'], due: 'uge 5' });

    const said = await room.asks(karen, 'beslutning 9: Findes ikke\ntovholder 1.2: Per Holm');
    expect(said).toHaveLength(1);
    expect(await decisions()).toEqual([first]);
  });
});
