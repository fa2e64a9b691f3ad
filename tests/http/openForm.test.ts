import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inputs } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const GUEST = 'Hanne Vibe Dalby';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let guest: FakePerson;
beforeEach(async () => {
  room = await runningRoom([CHAIR, WRITER, GUEST]);
  [chair, writer, guest] = [room.person(CHAIR), room.person(WRITER), room.person(GUEST)];
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const editsOf = (activityId: string) =>
  room.chat.messages.find((message) => message.activityId === activityId)?.edits ?? -1;

it('a form that is opened as others tap is not overwritten, and the card is right once it is saved', async () => {
  const card = await room.item(1);
  for (let round = 0; round < 6; round += 1) {
    await room.punkt.settled();
    const text = `Samtidig beslutning ${round}`;
    const [form] = await Promise.all([
      room.taps(writer, card, 'Beslutning').then((seen) => ({ seen, edits: editsOf(card.activityId) })),
      room.types(chair, `beslutning: Fra ordstyreren ${round}`),
      room.types(guest, `beslutning: Fra en gæst ${round}`),
    ]);
    expect(inputs(form.seen.card).length).toBeGreaterThan(0);
    await room.types(guest, `beslutning: Endnu en ${round}`);
    await room.punkt.settled();
    expect(editsOf(card.activityId)).toBe(form.edits);
    await room.taps(writer, form.seen, 'Gem beslutning', { text, points: '' });
    await room.sees(text);
    await room.sees(`Endnu en ${round}`);
  }
});

it('going back without saving lets the edit out, and others are not held up meanwhile', async () => {
  const card = await room.item(1);
  await room.punkt.settled();
  const form = await room.taps(guest, card, 'Notér');
  const edits = editsOf(card.activityId);
  await room.types(chair, 'næste');
  await room.item(2);
  await room.punkt.settled();
  expect(editsOf(card.activityId)).toBe(edits);
  await room.taps(guest, form, 'Tilbage');
  await room.punkt.settled();
  expect(editsOf(card.activityId)).toBe(edits + 1);
});

it('a form that comes back with a warning still keeps its card', async () => {
  const card = await room.item(1);
  const form = await room.taps(writer, card, 'Notér');
  const warned = await room.taps(writer, form, 'Gem note', { text: '010203-1234' });
  const edits = editsOf(card.activityId);
  await room.types(chair, 'beslutning: Imens');
  await room.punkt.settled();
  expect(editsOf(card.activityId)).toBe(edits);
  await room.taps(writer, warned, 'Gem alligevel', { text: '010203-1234' });
  await room.sees('Imens');
});

it('an automatic refresh of another card, or by another person, does not let it out', async () => {
  const card = await room.item(1);
  await room.punkt.settled();
  const form = await room.taps(writer, card, 'Notér');
  const edits = editsOf(card.activityId);
  await room.types(chair, 'beslutning: Igen imens');
  const [action] = [{ type: 'Action.Execute', title: '', verb: 'back', raw: {}, data: await dataOf() }];
  await room.teams.send(room.teams.refresh(room.chat, writer, card.activityId, action));
  await room.sends(guest, card, action);
  await room.punkt.settled();
  expect(editsOf(card.activityId)).toBe(edits);
  await room.taps(writer, form, 'Tilbage');
  await room.sees('Igen imens');

  async function dataOf() {
    const { meetingId: m, agenda } = (await room.meeting()).meeting;
    return { verb: 'back', m, t: '1', i: agenda.items[0]?.id };
  }
});
