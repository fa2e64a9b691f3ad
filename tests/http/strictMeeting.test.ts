import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { texts } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { agendaFile } from '../support/insideRoom.ts';
import { decisionsOf, openStrict, type StrictRoom } from '../support/strictRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const GUESTS = ['Hanne Vibe Dalby', 'Dorthe Holm-Nielsen', 'Mads Ottosen'] as const;
const WITH_CARDS = [1, 2, 3, 4, 6, 7] as const;

let room: StrictRoom;

/** A dialog of that person with a decision half typed. */
async function begins(name: string, item: number, text: string) {
  const client = room.client(name);
  await client.taps(await room.itemMessage(item), 'Beslutning');
  client.typesInDialog({ text });
  return client;
}

/** An item: the minute taker writes while three others hand in theirs, and the card changes under all of them. */
async function discuss(item: number): Promise<string[]> {
  const half = `Punkt ${item}: en halv sætning`;
  const writer = await begins(WRITER, item, half);
  const others = await Promise.all(
    GUESTS.map(async (name) => {
      const text = `Punkt ${item}: forslag fra ${name}`;
      const guest = await begins(name, item, text);
      await guest.presses('Gem beslutning');
      return text;
    }),
  );
  await room.sees(others[0] ?? '');
  expect(writer.dialog?.typed.text).toBe(half);
  const whole = `${half}, skrevet færdig`;
  writer.typesInDialog({ text: whole });
  await writer.presses('Gem beslutning');
  await room.sees(whole);
  return [...others, whole];
}

/** What stands in the chat is what was wanted, and shows the newest. */
async function everythingIsRight() {
  await room.punkt.settled();
  await room.teams.clients.settled();
  for (const posting of await room.punkt.store.outbox.list(room.chat.id)) {
    expect(posting.dead).toBeNull();
    expect(posting.shownVersion).toBeGreaterThanOrEqual(posting.wantedVersion);
  }
  expect(room.teams.tooFast).toEqual([]);
  expect(room.teams.late).toEqual([]);
  for (const { body } of room.teams.requests) expect(JSON.stringify(body).length).toBeLessThan(18_000);
  const refused = room.teams.requests.filter(({ status }) => status >= 400 && status !== 404);
  expect(refused.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([]);
}

const places = [
  ['a group chat', false],
  ['a thread of a channel', true],
] as const;
describe.each(places)('a whole meeting in %s, by the rules of Teams', (_where, channel) => {
  const step = inOrder();
  const decided: string[] = [];
  beforeAll(async () => {
    room = await openStrict([CHAIR, WRITER, ...GUESTS], { channel });
    for (const name of [CHAIR, WRITER, ...GUESTS]) room.client(name);
  });
  afterAll(async () => {
    await room?.[Symbol.asyncDispose]();
  });

  step('is read, used and begun', async () => {
    await room.imports('klynge-nordby.txt');
    await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(room.person(CHAIR), await room.sees('Start mødet'), 'Start mødet');
    await room.item(1);
  });

  step('takes what the minute taker writes while three others write too, on every item', async () => {
    for (const item of [1, 2, 3] as const) {
      decided.push(...(await discuss(item)));
      await room.client(CHAIR).taps(await room.itemMessage(item), 'Næste punkt');
    }
    await everythingIsRight();
  });

  step(
    'goes on where Teams has deleted everything: the agenda and the present item come back, the past does not',
    async () => {
      room.teams.forget(room.chat);
      for (const line of ['beslutning 2: Efter sletningen', 'beslutning: Kortet var væk'])
        await room.types(room.person(CHAIR), line);
      decided.push('Efter sletningen', 'Kortet var væk', ...(await discuss(4)));
      await everythingIsRight();
      const heads = room.chat.messages.map((message) => texts(message.activity.attachments).join(' '));
      expect(heads.filter((text) => /PUNKT [123] AF/u.test(text))).toEqual([]);
      expect(heads.filter((text) => /PUNKT 4 AF/u.test(text))).toHaveLength(1);
    },
  );

  step('stops where the bot is removed, goes on in the private chat, and comes back with it', async () => {
    const chair = room.person(CHAIR);
    await room.teams.send(room.teams.removed(room.chat, chair));
    await room.teams.send(room.teams.uninstalled(room.chat, chair));
    room.chat.closed = { status: 403, code: 'BotNotInConversationRoster' };
    const before = room.teams.requests.length;
    const alone = room.teams.personalChat(chair);
    for (const line of ['gå til 6', 'beslutning: Uden Punkt i chatten']) await room.types(chair, line, alone);
    decided.push('Uden Punkt i chatten');
    await room.punkt.settled();
    expect(room.teams.requests.slice(before).filter(({ path }) => path.includes(room.chat.id))).toEqual([]);
    delete room.chat.closed;
    await room.teams.send(room.teams.installed(room.chat, chair));
    await room.item(6);
    await room.sees('Uden Punkt i chatten');
    decided.push(...(await discuss(6)));
  });

  step('ends with everything in the minutes, nothing sent too fast, too late or too large', async () => {
    const chair = room.person(CHAIR);
    await room.types(chair, 'næste');
    decided.push(...(await discuss(7)));
    await room.types(chair, 'næste');
    await room.types(chair, 'afslut mødet');
    await room.sees('Mødet er afsluttet');
    await everythingIsRight();
    expect((await decisionsOf(room)).sort()).toEqual(decided.sort());
    const minutes = await room.minutes();
    for (const text of decided) expect(minutes).toContain(text);
  });
});

describe('a series: one thread, one meeting after another', () => {
  const step = inOrder();
  beforeAll(async () => {
    room = await openStrict([CHAIR, WRITER, ...GUESTS]);
  });
  afterAll(async () => {
    await room?.[Symbol.asyncDispose]();
  });
  const meetings: string[] = [];
  const decided: string[][] = [];

  const summaries = () =>
    room.chat.messages.filter(({ activity }) => texts(activity.attachments).includes('Mødet er afsluttet'));

  async function hold(agenda: Uint8Array) {
    const meetingId = await room.imports(agenda);
    meetings.push(meetingId);
    await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(room.person(CHAIR), await room.sees('Start mødet'), 'Start mødet');
    const here: string[] = [];
    decided.push(here);
    for (const item of WITH_CARDS.slice(0, 2)) {
      here.push(...(await discuss(item)).map(String));
      await room.types(room.person(CHAIR), 'næste');
    }
    await room.types(room.person(CHAIR), 'afslut mødet');
    await room.teams.until(() => summaries().length === meetings.length);
    await everythingIsRight();
  }

  step('the first is held', () => hold(agendaFile('klynge-nordby.txt')));

  step('the next has a log, cards and minutes of its own', async () => {
    const next = agendaFile('klynge-nordby.txt').toString().replaceAll('Velkomst', 'Velkomst igen');
    await hold(Buffer.from(next));
    expect(new Set(meetings).size).toBe(2);
    for (const [index, meetingId] of meetings.entries())
      expect((await decisionsOf(room, meetingId)).sort()).toEqual(decided[index]?.sort());
  });

  step('an old card goes on working for the meeting that it belongs to', async () => {
    const [first] = room.chat.messages.filter((message) =>
      texts(message.activity.attachments).some((text) => /^PUNKT 2 AF/u.test(text)),
    );
    if (!first) throw new Error('no card of the first meeting');
    const writer = room.client(WRITER);
    await writer.taps(first.activityId, 'Tilføj');
    await writer.taps(first.activityId, 'Beslutning');
    writer.typesInDialog({ text: 'Sent til det første møde' });
    await writer.presses('Gem beslutning');
    expect(await decisionsOf(room, meetings[0])).toContain('Sent til det første møde');
    expect(await decisionsOf(room, meetings[1])).not.toContain('Sent til det første møde');
  });
});
