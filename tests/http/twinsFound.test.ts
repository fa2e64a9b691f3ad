import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cardTimes } from '../../src/teams/postman.ts';
import { type FakeConversation, type FakePerson, texts } from '../support/fakeTeams.ts';
import { type InsideRoom, openInside, runningRoom } from '../support/insideRoom.ts';
import { button, type SeenCard } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MOVED = 'Flyttet til kortet nedenfor';

let room: InsideRoom;
let chair: FakePerson;
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

/** The messages of a conversation on which something can be read. */
const showing = (reading: RegExp, where: FakeConversation = room.chat): SeenCard[] =>
  where.messages.flatMap((message) => {
    if (!message.activity.attachments) return [];
    const card = room.teams.card(message);
    const fits = texts(card).some((text) => reading.test(text));
    return fits ? [{ conversation: where, activityId: message.activityId, card }] : [];
  });
const postingOf = async (number: string) => {
  const { meeting } = await room.meeting();
  const item = meeting.agenda.items.find((one) => one.number === number);
  const postings = await room.punkt.store.outbox.list(room.chat.id);
  return postings.find(({ key }) => key.endsWith(`:${item?.id}`));
};
const shownId = async (number: string) => (await postingOf(number))?.activityId;
/** The item's card in the chat, once Punkt knows that it got no answer. */
async function unanswered(number: string): Promise<SeenCard> {
  const card = await room.item(number);
  while (((await postingOf(number))?.attempts ?? 0) === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return card;
}

describe('a card whose POST was never answered, and is to be made again', () => {
  beforeEach(async () => {
    // Long enough that people tap before it is posted again.
    const times = { ...cardTimes, editEveryMs: 0, firstRetryMs: 60_000 };
    room = await runningRoom([CHAIR, WRITER], { cardTimes: times });
    chair = room.person(CHAIR);
    await room.punkt.settled();
  });

  it('is found by the first tap on it: it is posted no more, and shows what the tap did', async () => {
    room.teams.failNext({ with: 502, carriedOut: true, method: 'POST' });
    await room.types(chair, 'næste');
    const form = await room.taps(chair, await unanswered('2'), 'Beslutning');
    await room.taps(chair, form, 'Gem beslutning', { text: 'Broen males.', points: '' });
    await room.sees('Broen males.');
    await room.punkt.settled();
    const cards = showing(/^PUNKT 2 AF/u);
    expect(cards.map(({ activityId }) => activityId)).toEqual([await shownId('2')]);
    expect(texts(cards[0]?.card).join()).toContain('Broen males.');
    expect(showing(new RegExp(MOVED, 'u'))).toEqual([]);
    // What had to wait behind it goes on.
    await room.types(chair, 'næste');
    await room.item(3);
  });

  it('posted twice without an answer: the lower one is the card, and the upper one says so', async () => {
    room.teams.failNext(
      { with: 502, carriedOut: true, method: 'POST', retryAfter: 0 },
      { with: 503, method: 'POST' },
    );
    await room.types(chair, 'næste');
    const upper = await unanswered('2');
    await room.taps(chair, upper, 'Mere …');
    expect(await shownId('2')).toBe(upper.activityId);
    // Another process was about to post it again.
    const lower = { ...upper, activityId: '9999999999999' };
    const [message] = room.chat.messages.filter(({ activityId }) => activityId === upper.activityId);
    if (!message) throw new Error('no card');
    room.chat.messages.push({ ...message, activityId: lower.activityId });
    const answer = await room.taps(chair, lower, 'Mere …');
    expect(texts(answer.card)).not.toContain(MOVED);
    expect(await shownId('2')).toBe(lower.activityId);
    const moved = await room.taps(chair, upper, 'Mere …');
    expect(texts(moved.card)).toContain(MOVED);
    await room.teams.until(() => showing(new RegExp(MOVED, 'u')).length === 1);
    expect(showing(new RegExp(MOVED, 'u'))[0]?.activityId).toBe(upper.activityId);
  });

  it('is not taken for a message in which another card stands, whatever a tap says', async () => {
    const item = await room.item(1);
    const [agenda] = showing(/^Dagsorden/u).slice(-1);
    if (!agenda) throw new Error('no agenda');
    const { k } = button(agenda.card, 'Næste punkt').data;
    const more = button(item.card, 'Mere …');
    const before = room.teams.requests.length;
    await room.sends(chair, item, { ...more, data: { ...more.data, k } });
    await room.punkt.settled();
    expect(room.teams.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await shownId('1')).toBe(item.activityId);
  });
});

describe('a card that stands twice in a private chat', () => {
  it('says at the first tap on the upper one where it is, also to who is there by name alone', async () => {
    room = await openInside([CHAIR, WRITER]);
    [chair] = [room.person(CHAIR)];
    const writer = room.person(WRITER);
    await room.imports('klynge-nordby.txt', { chair: CHAIR });
    await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    await room.types(chair, `referent: ${WRITER}`);
    for (const who of [chair, writer])
      room.teams.failNext({
        with: 'drop',
        carriedOut: true,
        method: 'POST',
        into: room.teams.personalChat(who).id,
      });
    await room.types(chair, 'afslut mødet');
    for (const who of [chair, writer]) {
      const alone = room.teams.personalChat(who);
      await room.teams.until(() => showing(/^Mangler svar/u, alone).length === 2);
      await room.punkt.settled();
      const [twin, card] = showing(/^Mangler svar/u, alone);
      if (!twin || !card) throw new Error('no twin');
      const answer = await room.taps(who, twin, 'Hent referat');
      expect(texts(answer.card)).toContain(MOVED);
      await room.teams.until(() => showing(new RegExp(MOVED, 'u'), alone).length === 1);
      expect(showing(new RegExp(MOVED, 'u'), alone)[0]?.activityId).toBe(twin.activityId);
      expect(texts((await room.taps(who, card, 'Hent referat')).card)).not.toContain(MOVED);
    }
  });
});
