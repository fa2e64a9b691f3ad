import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { choosing } from '../support/messageAction.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';
const OUTSIDER = 'Hanne Vibe Dalby';

let room: InsideRoom;
let writer: FakePerson;
let member: FakePerson;
let outsider: FakePerson;
beforeEach(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER]);
  [writer, member] = [room.person(WRITER), room.person(MEMBER)];
  outsider = room.teams.person(OUTSIDER, { tenantId: 'another tenant' });
  room.chat.members.push(outsider);
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const WRITTEN = '2031-03-06T08:12:00.000Z';
const answers = (who: FakePerson, text: string, from: FakePerson, preview: string) => {
  const quoting = { from, preview, time: String(Date.parse(WRITTEN)) };
  return room.teams.send(room.teams.line(room.chat, who, text, { quoting }));
};
const said = () =>
  room.chat.messages.flatMap(({ activity }) => (typeof activity.text === 'string' ? [activity.text] : []));
const record = async () => {
  const { meeting, people } = await room.meeting();
  const known = meeting.records[meeting.agenda.items[0]?.id ?? ''];
  const of = (one: { onBehalfOf: unknown } | undefined) =>
    people[(one?.onBehalfOf as { personId?: string } | undefined)?.personId ?? '']?.name;
  return { known, of };
};

describe('a message of somebody from outside', () => {
  it('has no message action: Teams offers none to anybody in such a chat', async () => {
    const chosen = choosing(room, writer, { from: outsider, content: 'Vi venter.' });
    expect((await room.teams.send(chosen)).delivered).toBe(false);
  });

  it('is taken into the minutes by an answer that quotes it, on behalf of its author and with its time', async () => {
    await answers(writer, 'til referatet', outsider, 'Vi venter et år.');
    await answers(writer, 'beslutning', outsider, 'Bænken males.');
    const { known, of } = await record();
    expect(known?.notes.at(-1)).toMatchObject({ text: 'Vi venter et år.', confirmed: true, saidAt: WRITTEN });
    expect(of(known?.notes.at(-1))).toBe(OUTSIDER);
    expect(known?.decisions.at(-1)).toMatchObject({ text: 'Bænken males.', saidAt: WRITTEN });
    expect(of(known?.decisions.at(-1))).toBe(OUTSIDER);
    expect(said()).toEqual([]);
  });

  it('of which Teams shows only the beginning is said to be cut off', async () => {
    await answers(writer, 'notér', outsider, 'Vi venter et år, fordi…');
    expect(said()).toEqual(['Teams gav mig kun begyndelsen af beskeden. Ret teksten, hvis resten skal med.']);
  });
});

describe('an answer that quotes a message', () => {
  it('and says something of its own is only what it says', async () => {
    await answers(member, 'beslutning: Vi maler den.', outsider, 'Hvad gør vi?');
    expect((await record()).known?.decisions).toMatchObject([{ text: 'Vi maler den.', saidAt: null }]);
  });

  it('takes the writer’s own message as theirs, and nothing of Punkt’s own', async () => {
    await answers(writer, 'notér', writer, 'Skrevet før.');
    const { known } = await record();
    expect(known?.notes.at(-1)).toMatchObject({ text: 'Skrevet før.' });
    expect(known?.notes.at(-1)?.onBehalfOf).toBeNull();
    const bot = { ...member, id: room.teams.bot.id, name: room.teams.bot.name };
    await answers(writer, 'notér', bot, 'PUNKT 1 AF 7');
    expect((await record()).known?.notes).toHaveLength(1);
  });
});
