import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../../src/service/meetingLog.ts';
import { inputs } from '../support/cardReading.ts';
import { dialogIn, opens, saidIn, submits } from '../support/dialogs.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const GUEST = 'Hanne Vibe Dalby';

let room: InsideRoom;
let writer: FakePerson;
/** What happens to a commit before it is written. */
let before: () => Promise<void>;
/** What happens to a document of that collection before it is written. */
let beforeDocument: (collection: string) => Promise<void>;
let wake: () => void = () => undefined;
beforeEach(async () => {
  before = async () => undefined;
  beforeDocument = async () => undefined;
  room = await runningRoom([CHAIR, WRITER, GUEST], {
    env: { PUNKT_FORMS: 'dialog' },
    change: (store) => ({
      ...store,
      documents: {
        read: (address) => store.documents.read(address),
        addresses: (collection) => store.documents.addresses(collection),
        list: (collection, partition) => store.documents.list(collection, partition),
        remove: (address, expected) => store.documents.remove(address, expected),
        write: async (address, value, expected) => {
          await beforeDocument(address.collection);
          return store.documents.write(address, value, expected);
        },
      },
      log: {
        ...store.log,
        append: async (commit) => {
          await before();
          return store.log.append(commit);
        },
      },
    }),
  });
  writer = room.person(WRITER);
});
afterEach(async () => {
  wake();
  await room?.[Symbol.asyncDispose]();
});

const decisions = async () =>
  (await room.log()).flatMap(({ events }) => events.filter(({ type }) => type === 'DecisionRecorded'));
const text = 'Skrevet, mens lageret sov.';

describe('a store that does not answer', () => {
  it('is told within 3 s, with the form and its text kept; pressed again it is saved once', async () => {
    const sleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const dialog = await opens(room, writer, await room.item(1), 'Beslutning');
    // The meeting has gone on since the form was opened.
    await room.types(room.person(CHAIR), 'beslutning: Imens en anden');
    before = () => sleep;
    const started = performance.now();
    const kept = dialogIn(await submits(room, writer, dialog, 'Gem beslutning', { text }));
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(saidIn(kept)).toContain('Ikke gemt');
    expect(inputs(kept.card).find(({ id }) => id === 'text')?.value).toBe(text);
    wake();
    expect(await submits(room, writer, kept, 'Gem beslutning')).toEqual({ kind: 'closed' });
    expect(await decisions()).toHaveLength(2);
  });

  it('that refuses gives the form back with its text, and pressed again it is saved once', async () => {
    before = () => Promise.reject(new StoreUnavailable('away'));
    const dialog = await opens(room, writer, await room.item(1), 'Beslutning');
    const kept = dialogIn(await submits(room, writer, dialog, 'Gem beslutning', { text }));
    expect(saidIn(kept)).toContain('Ikke gemt');
    expect(inputs(kept.card).find(({ id }) => id === 'text')?.value).toBe(text);
    before = async () => undefined;
    await room.types(room.person(CHAIR), 'beslutning: Imens en anden');
    expect(await submits(room, writer, kept, 'Gem beslutning')).toEqual({ kind: 'closed' });
    expect(await submits(room, writer, kept, 'Gem beslutning')).toEqual({ kind: 'closed' });
    expect(await decisions()).toHaveLength(2);
  });
});

it('what is committed is answered as saved, though it cannot be remembered who took part', async () => {
  const dialog = await opens(room, room.person(GUEST), await room.item(1), 'Beslutning');
  beforeDocument = async (collection) => {
    if (collection === 'identities') throw new StoreUnavailable('away');
  };
  const said = saidIn(await submits(room, room.person(GUEST), dialog, 'Gem beslutning', { text }));
  expect(said).toMatch(/er gemt .*som forslag/u);
  await room.types(writer, 'notér: Også med en linje');
  expect(JSON.stringify(room.chat.messages)).not.toContain('gik galt');
  expect(await decisions()).toHaveLength(1);
});

it('a form whose meeting has ended gives back what a participant typed, with the reason', async () => {
  const guest = room.person(GUEST);
  const dialog = await opens(room, guest, await room.item(1), 'Beslutning');
  await room.types(room.person(CHAIR), 'afslut mødet');
  await room.sees('Mødet er afsluttet');
  const before = await decisions();
  const kept = dialogIn(await submits(room, guest, dialog, 'Gem beslutning', { text }));
  expect(saidIn(kept)).toContain('Mødet er afsluttet');
  expect(inputs(kept.card).find(({ id }) => id === 'text')?.value).toBe(text);
  expect(await decisions()).toEqual(before);
});

it('a form of an item that the room has left is saved under that item', async () => {
  const dialog = await opens(room, writer, await room.item(1), 'Beslutning');
  await room.types(room.person(CHAIR), 'næste');
  await room.item(2);
  expect(await submits(room, writer, dialog, 'Gem beslutning', { text })).toEqual({ kind: 'closed' });
  const [first] = (await room.meeting()).meeting.agenda.items;
  expect(await decisions()).toMatchObject([{ itemId: first?.id, text }]);
});

it('a form to go on from where the meeting no longer is says where it is, and goes from there', async () => {
  const chair = room.person(CHAIR);
  const dialog = await opens(room, chair, await room.taps(chair, await room.item(1), 'Mere …'), 'Gå til …');
  await room.types(room.person(WRITER), 'næste');
  const { agenda } = (await room.meeting()).meeting;
  const chosen = { item: agenda.items[3]?.id };
  const again = dialogIn(await submits(room, chair, dialog, 'Gå til punktet', chosen));
  expect(saidIn(again)).toContain('allerede gået videre');
  expect(await submits(room, chair, again, 'Gå til punktet', chosen)).toEqual({ kind: 'closed' });
  await room.item(4);
});
