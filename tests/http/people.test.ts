import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { button, wordsOf } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
let room: InsideRoom;
beforeEach(async () => {
  room = await runningRoom([CHAIR, WRITER]);
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

/** Registers a decision by the form of the shared card; gives what was stored of it. */
async function decides(who: FakePerson, text: string) {
  const form = await room.taps(who, await room.item(1), 'Beslutning');
  await room.taps(who, form, 'Gem beslutning', { text, points: '' });
  const events = (await room.log()).flatMap((commit) => commit.events);
  return events.findLast((event) => event.type === 'DecisionRecorded');
}
/** The answer to a claim of the chair, by the data of a button that everybody has. */
async function claims(who: FakePerson): Promise<string> {
  const card = await room.item(1);
  const next = button(card.card, 'Næste punkt');
  const { body } = await room.sends(who, card, {
    ...next,
    verb: 'role.claim',
    data: { ...next.data, role: 'chair' },
  });
  return wordsOf(body);
}
const roles = async () =>
  (await room.log()).flatMap(({ events }) => events.filter(({ type }) => type === 'RoleGranted')).length;

describe('a guest of the meeting, with an account of another tenant', () => {
  it('counts by the roster: takes part as everybody, with a proposal that is theirs', async () => {
    const guest = room.teams.person('Karla Østermark', { tenantId: randomUUID(), userRole: 'guest' });
    room.chat.members.push(guest);
    expect(await decides(guest, 'Kajen spærres i uge 5.')).toMatchObject({ confirmed: false });
  });

  it('takes no role where the roster does not know them, though the account is real', async () => {
    const stranger = room.teams.person('Karla Østermark', { tenantId: randomUUID(), userRole: 'user' });
    const before = await roles();
    const answer = await claims(stranger);
    if (room.authority) expect(answer).toContain('kan ikke finde dig blandt mødets deltagere');
    if (room.authority) expect(await roles()).toBe(before);
  });
});

describe('somebody of a federated tenant', () => {
  it('is served in the meeting of a served tenant: the tenant that counts is the conversation’s', async () => {
    const federated = room.teams.person('Viggo Rask', { tenantId: randomUUID(), userRole: 'user' });
    room.chat.members.push(federated);
    expect(await decides(federated, 'Broen males.')).toMatchObject({
      text: 'Broen males.',
      confirmed: false,
    });
  });

  it('is not served where the activity names their own tenant, which no allow-list has', async () => {
    const federated = room.teams.person('Viggo Rask', { tenantId: randomUUID() });
    const line = room.teams.line(room.chat, federated, 'beslutning: Broen males.');
    const before = (await room.log()).length;
    const { status } = await room.teams.send({
      ...line,
      channelData: { tenant: { id: federated.tenantId } },
    });
    expect(status).toBe(room.authority ? 403 : 200);
    if (room.authority) expect(await room.log()).toHaveLength(before);
  });
});

describe('somebody anonymous', () => {
  it('proposes by a card, and takes no role whatever they are called', async () => {
    const nobody = room.teams.person(CHAIR, { anonymous: true });
    room.chat.members.push(nobody);
    expect(await decides(nobody, 'Bænken flyttes.')).toMatchObject({ confirmed: false });
    const before = await roles();
    expect(await claims(nobody)).toMatch(/logget ind i Teams/u);
    expect(await roles()).toBe(before);
  });
});
