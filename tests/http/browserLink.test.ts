import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { button, texts, wordsOf } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const NEW = 'Palle Fjeld';

let room: InsideRoom;
let chair: FakePerson;
let visitor: FakePerson;
beforeAll(async () => {
  room = await runningRoom([CHAIR, WRITER, NEW], { env: { PUNKT_FORMS: 'dialog' } });
  [chair, visitor] = [room.person(CHAIR), room.person(NEW)];
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const urlOf = (card: unknown): string => /"url":"([^"]+)"/u.exec(JSON.stringify(card))?.[1] ?? '';
const ready = () => room.sees(/^Mødet begyndte kl\./u);
const posted = () => JSON.stringify(room.teams.requests.map(({ body }) => body));

describe('*Åbn i browser*', () => {
  it('answers who taps, alone, with a link of their own to the page', async () => {
    const [one, other] = [
      await room.taps(chair, await ready(), 'Åbn i browser'),
      await room.taps(visitor, await ready(), 'Åbn i browser'),
    ];
    const [first, second] = [urlOf(one.card), urlOf(other.card)];
    expect(first).toMatch(new RegExp(`^${room.punkt.url}/tab#k=[\\w-]{20,}$`, 'u'));
    expect(second).not.toBe(first);
    await room.punkt.settled();
    for (const url of [first, second]) expect(posted()).not.toContain(url.split('=')[1]);
    const { meeting, people } = await room.meeting();
    // Other tests may have had theirs before.
    const had = meeting.links.map(({ personId }) => people[personId ?? '']?.name);
    expect(had.slice(-2)).toEqual([CHAIR, NEW]);
    expect(await room.stored()).not.toContain(first.split('=')[1]);
  });

  it('stands under *Mere …* too, and goes back to the card', async () => {
    const menu = await room.taps(chair, await room.item(1), 'Mere …');
    const link = await room.taps(chair, menu, 'Åbn i browser');
    expect(texts(link.card).join()).toContain('Dit eget link');
    expect(texts((await room.taps(chair, link, 'Tilbage')).card).join()).toContain('PUNKT 1 AF 8');
  });

  it('gives none to who is not signed in, nor to who is not in the chat', async () => {
    const before = (await room.log()).length;
    const nobody = room.teams.person('Gæst', { anonymous: true });
    expect(await room.hears(nobody, await ready(), 'Åbn i browser')).toContain('logget ind i Teams');
    expect(await room.hears(room.teams.person('Fremmed'), await ready(), 'Åbn i browser')).toContain(
      'blandt mødets deltagere',
    );
    expect(await room.log()).toHaveLength(before);
  });

  it('comes to the private chat of a client whose taps all can see answered', async () => {
    const on = await ready();
    const action = button(on.card, 'Åbn i browser');
    const data = { ...action.data };
    await room.teams.send(
      room.teams.activity(room.chat, chair, 'message', { replyToId: on.activityId, value: data }),
    );
    const own = await room.sees('Dit eget link', room.teams.personalChat(chair));
    const secret = urlOf(own.card).split('=')[1] ?? '';
    expect(secret).not.toBe('');
    expect(JSON.stringify(room.chat.messages)).not.toContain(secret);
  });

  it('writes nothing when a client draws the card anew by itself', async () => {
    const before = (await room.log()).length;
    const on = await ready();
    const { body } = await room.teams.send(
      room.teams.refresh(room.chat, chair, on.activityId, button(on.card, 'Åbn i browser')),
    );
    expect(wordsOf(body)).not.toContain('Dit eget link');
    expect(await room.log()).toHaveLength(before);
  });
});
