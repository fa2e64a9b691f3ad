import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buttons, type FakePerson, texts } from '../support/fakeTeams.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import type { SeenCard } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const GUEST = 'Hanne Vibe Dalby';
const MOVED = 'Flyttet til kortet nedenfor';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let guest: FakePerson;
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

/** A meeting at item 1 whose agenda card was posted, but the answer never came; it was posted again. */
async function agendaTwice() {
  await room.imports('klynge-nordby.txt');
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  const ready = await room.sees('Start mødet');
  await room.punkt.settled();
  // The ready card is edited; then the agenda and the item are posted.
  room.teams.failNext({ with: 'drop', carriedOut: true, method: 'POST' });
  await room.taps(chair, ready, 'Start mødet');
  await room.item(1);
  await room.punkt.settled();
}

const seen = (index: number): SeenCard => {
  const message = room.chat.messages[index];
  if (!message) throw new Error(`no message ${index}`);
  return { conversation: room.chat, activityId: message.activityId, card: room.teams.card(message) };
};
const messagesWith = (reading: RegExp) =>
  room.chat.messages.flatMap((message, index) =>
    texts(room.teams.card(message)).some((text) => reading.test(text)) ? [index] : [],
  );
/** Behind the preview of what was read. */
const agendas = () => messagesWith(/^Dagsorden/u).filter((index) => index > 1);
const decisions = async () => {
  const commits = await room.log();
  return commits.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'DecisionRecorded' ? [event.text] : [])),
  );
};

describe('a card that stands twice', () => {
  beforeEach(async () => {
    room = await openInside([CHAIR, WRITER, GUEST], { env: { PUNKT_FORMS: 'dialog' } });
    [chair, writer, guest] = [room.person(CHAIR), room.person(WRITER), room.person(GUEST)];
    await agendaTwice();
  });

  it('a POST whose answer was lost leaves every card there, and one twin', async () => {
    expect(agendas()).toHaveLength(2);
    expect(messagesWith(/^PUNKT 1 AF/u)).toHaveLength(1);
    const stored = await room.punkt.store.outbox.list(room.chat.id);
    const ids = room.chat.messages.map(({ activityId }) => activityId);
    for (const posting of stored) expect(ids).toContain(posting.activityId);
  });

  it('at its first tap the twin says where the card is, to who taps and to everybody, and what was tapped is done', async () => {
    const [twin = -1, card = -1] = agendas();
    expect(twin).toBeLessThan(card);
    const answer = await room.taps(chair, seen(twin), 'Næste punkt');
    expect(texts(answer.card)).toEqual([MOVED, 'Det, du trykkede på her, er gjort.']);
    expect(buttons(answer.card)).toEqual([]);
    await room.item(2);
    await room.punkt.settled();
    await room.teams.until(() => texts(seen(twin).card).includes(MOVED));
    expect(messagesWith(new RegExp(MOVED, 'u'))).toEqual([twin]);
    expect(agendas()).toEqual([card]);
    const moves = (await room.log()).flatMap(({ events }) =>
      events.filter(({ type }) => type === 'MovedToItem'),
    );
    expect(moves).toHaveLength(1);
  });

  it('a tap on both is carried out once', async () => {
    const [twin = -1, card = -1] = agendas();
    const [first, second] = [seen(twin), seen(card)];
    await room.taps(chair, first, 'Næste punkt');
    await room.taps(chair, second, 'Næste punkt');
    const moves = (await room.log()).flatMap(({ events }) =>
      events.filter(({ type }) => type === 'MovedToItem'),
    );
    expect(moves).toHaveLength(1);
  });

  it('a tap that is refused on it says why', async () => {
    const [twin = -1] = agendas();
    const stale = seen(twin);
    await room.types(chair, 'gå til 3');
    const said = texts((await room.taps(chair, stale, 'Næste punkt')).card);
    expect(said[0]).toBe(MOVED);
    expect(said.join()).not.toContain('er gjort');
    expect(said.length).toBeGreaterThan(1);
  });

  it('an automatic refresh of it changes nothing, and edits nothing', async () => {
    const [twin = -1] = agendas();
    const before = room.teams.requests.length;
    const [action] = buttons(seen(twin).card);
    if (!action) throw new Error('no button');
    await room.teams.send(room.teams.refresh(room.chat, guest, seen(twin).activityId, action));
    await room.punkt.settled();
    expect(room.teams.requests).toHaveLength(before);
  });

  it('the card itself, and cards that answer a line, are none', async () => {
    const [, card = -1] = agendas();
    const answer = await room.taps(chair, seen(card), 'Mere …').catch(() => null);
    if (answer) expect(texts(answer.card)).not.toContain(MOVED);
    await room.types(chair, 'dagsorden');
    const said = await room.taps(chair, seen(room.chat.messages.length - 1), 'Næste punkt');
    expect(texts(said.card)).not.toContain(MOVED);
  });
});

it('words that were typed in a form on the twin are saved once, whatever it became', async () => {
  room = await openInside([CHAIR, WRITER, GUEST]);
  [chair, writer, guest] = [room.person(CHAIR), room.person(WRITER), room.person(GUEST)];
  await room.imports('klynge-nordby.txt');
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  await room.item(1);
  await room.punkt.settled();
  room.teams.failNext({ with: 'drop', carriedOut: true, method: 'POST' });
  await room.types(chair, 'næste');
  const orphan = await room.item(2);
  const form = await room.taps(writer, orphan, 'Beslutning');
  await room.teams.until(() => messagesWith(/^PUNKT 2 AF/u).length === 2);
  await room.punkt.settled();
  const saved = await room.taps(writer, form, 'Gem beslutning', {
    text: 'Skrevet på den første',
    points: '',
  });
  expect(texts(saved.card)).toContain(MOVED);
  await room.taps(writer, form, 'Gem beslutning', { text: 'Skrevet på den første', points: '' });
  expect(await decisions()).toEqual(['Skrevet på den første']);
  await room.sees('Skrevet på den første');
});

it('a broken connection makes no more than one twin, and none where nothing was carried out', async () => {
  room = await openInside([CHAIR, WRITER, GUEST]);
  [chair, writer, guest] = [room.person(CHAIR), room.person(WRITER), room.person(GUEST)];
  await room.imports('klynge-nordby.txt');
  await room.taps(writer, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  await room.item(1);
  await room.punkt.settled();
  room.teams.failNext({ with: 'drop', carriedOut: true, method: 'POST' });
  await room.types(chair, 'næste');
  await room.teams.until(() => messagesWith(/^PUNKT 2 AF/u).length === 2);
  room.teams.failNext({ with: 'drop', method: 'POST' });
  await room.types(chair, 'næste');
  await room.item(3);
  await room.punkt.settled();
  expect(messagesWith(/^PUNKT 2 AF/u)).toHaveLength(2);
  expect(messagesWith(/^PUNKT 3 AF/u)).toHaveLength(1);
});
