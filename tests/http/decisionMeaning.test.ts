import { describe, expect, it } from '@jest/globals';
import { inputs } from '../support/fakeTeams.ts';
import { runningRoom } from '../support/insideRoom.ts';
import { button } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';

describe('a decision beside the recommendation', () => {
  it('leaves a point open that asks for something else, and answers the one that needs a decision', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    const chair = room.person(CHAIR);
    await room.types(chair, 'beslutning 3: Asger Thorup udsender tallene i uge 5');
    const item = (await room.meeting()).meeting.agenda.items.find(({ number }) => number === '3');
    const record = async () => (await room.meeting()).meeting.records[item?.id ?? ''];
    expect((await record())?.decisions[0]?.pointIds).toEqual([]);
    await room.types(chair, 'til efterretning 3');
    expect(Object.values((await record())?.answers ?? {}).map(({ outcome }) => outcome)).toEqual(['noted']);

    await room.types(chair, 'beslutning 2: Asger Thorup samler svarene');
    const { agenda, records } = (await room.meeting()).meeting;
    const second = agenda.items.find(({ number }) => number === '2');
    expect(records[second?.id ?? '']?.decisions[0]?.pointIds).toEqual([second?.points.at(-1)?.id]);
  });
});

describe('another wording of a decision', () => {
  it('says anew who and when, unless that was set by hand; and what is undone is said by its name', async () => {
    await using room = await runningRoom([CHAIR, WRITER]);
    const chair = room.person(CHAIR);
    const decision = async () => Object.values((await room.meeting()).meeting.records)[0]?.decisions[0];
    await room.types(chair, 'beslutning: Asger Thorup indkalder senest uge 5');
    await room.types(chair, 'ret 1.1: Birthe Solvang indkalder senest uge 7');
    expect((await decision())?.due?.text).toContain('uge 7');
    const { people } = await room.meeting();
    const [responsible] = (await decision())?.responsible ?? [];
    expect(responsible?.kind === 'person' && people[responsible.personId]?.name).toBe(CHAIR);

    await room.types(chair, 'tovholder: Havby Kommune frist uge 9');
    await room.types(chair, 'ret 1.1: Der indkaldes senest uge 6');
    expect((await decision())?.due?.text).toContain('uge 9');

    const more = await room.taps(chair, await room.item(1), 'Mere …');
    const undo = await room.taps(chair, more, 'Fortryd');
    const listed = (inputs(undo.card)[0]?.choices ?? []).map(({ title }) => title);
    expect(listed[0]).toContain('Rettelsen af 1.1');
    expect(button(undo.card, 'Tilbage').raw).toMatchObject({ associatedInputs: 'None' });
  });
});
