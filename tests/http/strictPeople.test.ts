import { afterEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/compose.ts';
import { type FakePerson, texts } from '../support/fakeTeams.ts';
import { button } from '../support/meetingRoom.ts';
import { decisionsOf, openStrict, type StrictRoom } from '../support/strictRoom.ts';
import { until } from '../support/until.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const GUESTS = ['Hanne Vibe Dalby', 'Dorthe Holm-Nielsen', 'Mads Ottosen'] as const;

let room: StrictRoom;
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
});

async function running(...given: Parameters<typeof openStrict>) {
  room = await openStrict(...given);
  await room.imports('klynge-nordby.txt');
  await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(room.person(CHAIR), await room.sees('Start mødet'), 'Start mødet');
  await room.item(1);
  await room.punkt.settled();
}

const editsOf = (activityId: string) =>
  room.chat.messages.find((message) => message.activityId === activityId)?.edits ?? 0;

describe('half a sentence in a form, while three others tap and the card is edited', () => {
  it('stays in the dialog, whole', async () => {
    await running([CHAIR, WRITER, ...GUESTS]);
    const activityId = await room.itemMessage(1);
    const writer = room.client(WRITER);
    await writer.taps(activityId, 'Beslutning');
    writer.typesInDialog({ text: 'Sekretariatet indhenter' });
    const before = editsOf(activityId);
    for (const name of GUESTS) {
      const guest = room.client(name);
      await guest.taps(activityId, 'Beslutning');
      guest.typesInDialog({ text: `Fra ${name}` });
      await guest.presses('Gem beslutning');
    }
    await room.punkt.settled();
    expect(editsOf(activityId)).toBeGreaterThan(before);
    expect(writer.dialog?.typed.text).toBe('Sekretariatet indhenter');
    writer.typesInDialog({ text: 'Sekretariatet indhenter bidrag' });
    await writer.presses('Gem beslutning');
    expect(await decisionsOf(room)).toEqual([
      ...GUESTS.map((name) => `Fra ${name}`),
      'Sekretariatet indhenter bidrag',
    ]);
  });

  it('stays in the card that the form took the place of: its edits wait until it is saved', async () => {
    await running([CHAIR, WRITER, ...GUESTS], { env: { PUNKT_FORMS: 'card' } });
    const activityId = await room.itemMessage(1);
    const writer = room.client(WRITER);
    await writer.taps(activityId, 'Beslutning');
    writer.types(activityId, { text: 'Sekretariatet indhenter' });
    const before = editsOf(activityId);
    for (const name of GUESTS) await room.types(room.person(name), `beslutning: Fra ${name}`);
    await room.punkt.settled();
    expect(editsOf(activityId)).toBe(before);
    expect(writer.typed(activityId).text).toBe('Sekretariatet indhenter');
    writer.types(activityId, { text: 'Sekretariatet indhenter bidrag' });
    await writer.taps(activityId, 'Gem beslutning');
    expect(await decisionsOf(room)).toContain('Sekretariatet indhenter bidrag');
    await room.punkt.settled();
    const shown = texts(writer.sees(activityId)).join(' ');
    for (const text of [...GUESTS.map((name) => `Fra ${name}`), 'indhenter bidrag'])
      expect(shown).toContain(text);
    expect(writer.typed(activityId)).toEqual({});
  });
});

it('what Teams sends again because an answer came too late is carried out once, whatever id it bears', async () => {
  let slow = false;
  const waiting = new Set<() => void>();
  const watchers = new Set<() => void>();
  const change = (store: Store): Store => ({
    ...store,
    log: {
      ...store.log,
      append: async (...commits) => {
        if (slow) {
          await new Promise<void>((go) => {
            waiting.add(go);
            for (const look of watchers) look();
          });
        }
        return store.log.append(...commits);
      },
    },
  });
  await running([CHAIR, WRITER], { change }, { patience: 1_500 });
  const chair = room.person(CHAIR);
  const card = await room.item(1);
  slow = true;
  const tapped = room.teams.send(
    room.teams.tap(room.chat, chair, card.activityId, button(card.card, 'Næste punkt')),
  );
  expect((await tapped).status).toBe(504);
  await until(() => waiting.size > 0, watchers);
  slow = false;
  for (const go of waiting) go();
  const again = await room.teams.allResent();
  expect(again).toHaveLength(3);
  await room.item(2);
  await room.punkt.settled();
  const moves = (await room.log()).flatMap(({ events }) =>
    events.filter(({ type }) => type === 'MovedToItem'),
  );
  expect(moves).toHaveLength(1);
});

describe('people from outside', () => {
  it('who can neither tap nor mention are in the minutes by the minute taker, and the whole meeting is held', async () => {
    room = await openStrict([CHAIR, WRITER], {}, { outsidersCut: true });
    const outside: FakePerson[] = GUESTS.map((name) =>
      room.teams.person(name, { tenantId: 'another tenant' }),
    );
    room.chat.members.push(...outside);
    await room.imports('klynge-nordby.txt');
    await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await room.taps(room.person(CHAIR), await room.sees('Start mødet'), 'Start mødet');
    for (const item of [1, 2, 3, 4]) {
      const card = await room.item(item);
      for (const person of outside) {
        const tap = room.teams.tap(room.chat, person, card.activityId, button(card.card, 'Beslutning'));
        expect((await room.teams.send(tap)).delivered).toBe(false);
        expect((await room.teams.send(room.teams.line(room.chat, person, 'status'))).delivered).toBe(false);
        await room.types(
          room.person(WRITER),
          `på vegne af ${person.name}: beslutning: ${person.name} om punkt ${item}`,
        );
      }
      await room.types(room.person(CHAIR), 'næste');
    }
    await room.types(room.person(CHAIR), 'afslut mødet');
    await room.sees('Mødet er afsluttet');
    await room.punkt.settled();
    const minutes = await room.minutes();
    for (const item of [1, 2, 3, 4])
      for (const { name } of outside) expect(minutes).toContain(`${name} om punkt ${item}`);
    expect(room.teams.tooFast).toEqual([]);
  });

  it('who are anonymous use cards and dialogs: what they type does not reach the bot', async () => {
    await running([CHAIR, WRITER]);
    const guest = room.teams.person('Gæst fra foreningen', { anonymous: true });
    room.chat.members.push(guest);
    const typed = await room.teams.send(room.teams.line(room.chat, guest, 'beslutning: Skrevet'));
    expect(typed.delivered).toBe(false);
    const client = room.teams.clients.open(guest, room.chat);
    await client.taps(await room.itemMessage(1), 'Beslutning');
    client.typesInDialog({ text: 'Fra en anonym' });
    await client.presses('Gem beslutning');
    expect(await decisionsOf(room)).toEqual(['Fra en anonym']);
  });
});

describe('cards that clients draw anew by themselves after every edit', () => {
  it('cause no message and no edit, and are right for everybody', async () => {
    await running([CHAIR, WRITER, ...GUESTS]);
    const clients = [CHAIR, WRITER, ...GUESTS].map((name) => room.client(name));
    const activityId = await room.itemMessage(1);
    for (let round = 0; round < 3; round += 1) {
      await room.types(room.person(GUESTS[0]), `beslutning: Forslag ${round}`);
      await room.punkt.settled();
      await room.teams.clients.settled();
      const before = room.teams.requests.length;
      await room.teams.clients.settled();
      await room.punkt.settled();
      expect(room.teams.requests).toHaveLength(before);
      for (const client of clients)
        expect(texts(client.sees(activityId)).join(' ')).toContain(`Forslag ${round}`);
    }
    // For the two who lead and write, once for each edit.
    const edits = editsOf(activityId);
    expect(edits).toBeGreaterThan(0);
    expect(room.teams.clients.refreshed).toBe(2 * edits);
  });

  it('tell whose view of a card that stands twice is tapped, as the shared one does', async () => {
    await running([CHAIR, WRITER]);
    const writer = room.client(WRITER);
    room.teams.failNext({ with: 'drop', carriedOut: true, method: 'POST' });
    await room.types(room.person(CHAIR), 'næste');
    const twin = await room.itemMessage(2);
    await room.teams.until(
      () =>
        room.chat.messages.filter((one) => texts(one.activity.attachments).join().includes('PUNKT 2 AF'))
          .length === 2,
    );
    await room.punkt.settled();
    await room.teams.clients.settled();
    const answer = await writer.taps(twin, 'Mere …');
    expect(texts(answer.value)).toContain('Flyttet til kortet nedenfor');
  });
});
