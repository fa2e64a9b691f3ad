import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CardAction, FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom, storedAtRest } from '../support/insideRoom.ts';
import { button, buttons, type SeenCard, texts, wordsOf } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

interface Refresh {
  readonly action: CardAction;
  readonly userIds: readonly string[];
}

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let member: FakePerson;
beforeEach(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER], { env: { PUNKT_FORMS: 'dialog' } });
  [chair, writer, member] = [room.person(CHAIR), room.person(WRITER), room.person(MEMBER)];
  await room.types(writer, 'notér: Lampen er gået.');
  await room.types(member, 'notér: Sikringen er sprunget.');
  await room.sees('2 noter til referatet');
  await room.punkt.settled();
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

const refreshOf = ({ card }: SeenCard) => card.refresh as Refresh | undefined;
/** What somebody's client shows after it has drawn the card anew by itself. */
async function drawn(who: FakePerson) {
  const card = await room.item(1);
  const { action } = refreshOf(card) as Refresh;
  return room.teams.send(room.teams.refresh(room.chat, who, card.activityId, action));
}

describe('the card of an item, which all share', () => {
  it('is drawn anew by the clients of chair and minute takers, the chair first, and of nobody else', async () => {
    const refresh = refreshOf(await room.item(1));
    expect(refresh?.userIds).toEqual([chair.id, writer.id]);
    expect(refresh?.action).toMatchObject({ type: 'Action.Execute', verb: 'refresh' });
  });

  it('does the whole job alone: the same buttons as theirs, and that there are notes', async () => {
    const { body } = await drawn(writer);
    const titles = (card: unknown) => buttons(card as never).map(({ title }) => title);
    const shared = await room.item(1);
    expect(titles((body as { value: unknown }).value)).toEqual(titles(shared.card));
    expect(texts(shared.card).join()).toContain('2 noter til referatet');
    expect(texts(shared.card).join()).not.toMatch(/Sikringen|Lampen/u);
  });

  it('shows them more: what was noted last, and that it is not confirmed', async () => {
    for (const who of [chair, writer])
      expect(wordsOf((await drawn(who)).body)).toMatch(
        /2 noter til referatet · 1 ikke bekræftet[\s\S]*Senest: Sikringen er sprunget\. \(Gitte Rosenlund\)/u,
      );
  });

  it('shows others nothing of it, whatever they send', async () => {
    for (const who of [member, room.teams.person('Fremmed'), room.teams.person(CHAIR, { anonymous: true })])
      expect(wordsOf((await drawn(who)).body)).not.toContain('Sikringen');
  });

  it('shows nobody more where a client can only be answered by a message, which all read', async () => {
    const card = await room.item(1);
    const { raw, data } = button(card.card, 'Godkend');
    for (const verb of ['back', 'adopt', 'more'])
      await room.teams.send(
        room.teams.tap(room.chat, chair, card.activityId, {
          type: 'Action.Submit',
          title: '',
          raw,
          data: { ...data, verb },
        }),
      );
    await room.punkt.settled();
    const said = texts(room.chat.messages.map(({ activity }) => activity.attachments));
    expect(said).toContain('Mere om punkt 1');
    expect(said.filter((text) => text === '2 noter til referatet')).toHaveLength(3);
    expect(said.filter((text) => /Sikringen|Lampen|ikke bekræftet/u.test(text))).toEqual([]);
  });

  it('is told of a note that is taken back by a line, and not what it said', async () => {
    const answers = [
      ...(await room.asks(member, 'fortryd')),
      ...(await room.asks(writer, 'fortryd 1')),
    ].join();
    expect(answers).toMatch(/^Fortrudt: Note til punkt 1 \(Gitte Rosenlund kl\..+\)/u);
    expect(answers).not.toMatch(/Sikringen|Lampen/u);
  });

  it('answers at once: nothing is written, sent or edited, however often', async () => {
    const before = { stored: await storedAtRest(room), requests: room.teams.requests.length };
    for (const who of [chair, writer, room.teams.person('Ny i rummet')])
      for (let times = 0; times < 20; times += 1) expect((await drawn(who)).status).toBe(200);
    await room.punkt.settled();
    expect({ stored: await storedAtRest(room), requests: room.teams.requests.length }).toEqual(before);
  });

  it('does not ask in its answer to be drawn anew again', async () => {
    expect(JSON.stringify((await drawn(chair)).body)).not.toContain('"refresh":{');
  });

  it('names who is given a role during the meeting, and not who lost it', async () => {
    await room.types(chair, `referent: ${MEMBER}`);
    await room.teams.until(() => {
      const [message] = room.chat.messages.filter(({ activity }) =>
        JSON.stringify(activity).includes('PUNKT 1 AF'),
      );
      return JSON.stringify(message?.activity).includes(member.id);
    });
    expect(refreshOf(await room.item(1))?.userIds).toEqual([chair.id, writer.id, member.id]);
  });
});
