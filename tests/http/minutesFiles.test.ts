import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/compose.ts';
import { StoreUnavailable } from '../../src/service/meetingLog.ts';
import { texts } from '../support/cardReading.ts';
import { contests } from '../support/contesting.ts';
import type { FakeConversation, FakeMessage, FakePerson } from '../support/fakeTeams.ts';
import { consents, type Drive, offer, offered, startDrive } from '../support/fileOffers.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';

const BIRTHE = 'Birthe Solvang';
const ASGER = 'Asger Thorup';
const ASTA = 'Asta Lund';
let room: InsideRoom;
let drive: Drive;
let asger: FakePerson;
let chat: FakeConversation;

/** While true, conversations cannot be read from the store. */
let failing = false;
const unreliable = (store: Store): Store => ({
  ...store,
  documents: {
    read: (address) =>
      failing && address.collection === 'conversations'
        ? Promise.reject(new StoreUnavailable())
        : store.documents.read(address),
    write: (...args) => store.documents.write(...args),
    remove: (...args) => store.documents.remove(...args),
    list: (...args) => store.documents.list(...args),
    addresses: (...args) => store.documents.addresses(...args),
  },
});

beforeEach(async () => {
  drive = await startDrive();
  failing = false;
  room = await runningRoom([BIRTHE, ASGER, ASTA], { env: { PUNKT_FORMS: 'dialog' }, change: unreliable });
  asger = room.person(ASGER);
  chat = room.teams.personalChat(asger);
  await room.types(asger, 'notér 1: Alt gik godt');
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
  await drive?.[Symbol.asyncDispose]();
});

/** Asks for the file in the private chat; gives the message that offers it. */
async function asks(line = 'hent referat', format = 'Word'): Promise<FakeMessage> {
  const before = chat.messages.length;
  await room.types(asger, line, chat);
  const menu = await room.sees(/^Hent (?:referat|mødepakke)$/u, chat);
  const answer = await room.taps(asger, menu, format);
  expect(texts(answer.card).join(' ')).toContain('lægger Teams filen i din OneDrive');
  return offer(room.teams, chat, before);
}
const answers = (message: FakeMessage, answer: { uploadUrl: string } | 'decline', who = asger) =>
  room.teams.send(consents(room.teams, chat, who, message, answer));
const lines = () => chat.messages.map(({ activity }) => String(activity.text ?? ''));
/** A text that stands in the chat, once it does. */
const hears = (reading: RegExp) => room.teams.until(() => lines().find((line) => reading.test(line)));
const infos = () =>
  chat.messages.filter(({ activity }) => JSON.stringify(activity).includes('teams.card.file.info'));

describe('the minutes as a file in the private chat', () => {
  it('are offered by name and size, put where Teams says, and shown as the file', async () => {
    const message = await asks();
    expect(offered(message)).toMatchObject({
      name: '2024-09-12 Referatudkast Styregruppen.docx',
      content: { sizeInBytes: expect.any(Number), acceptContext: { kind: 'minutes', format: 'docx' } },
    });
    expect(await answers(message, { uploadUrl: drive.place() })).toMatchObject({
      status: 200,
      body: undefined,
    });
    await hears(/^»2024-09-12 Referatudkast .+\.docx« ligger i din OneDrive\./u);
    await room.teams.until(() => infos().length === 1);
    const [put] = drive.put;
    if (!put) throw new Error('nothing was put');
    const { bytes, headers } = put;
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(headers['content-range']).toBe(`bytes 0-${bytes.length - 1}/${bytes.length}`);
    expect(headers.authorization).toBeUndefined();
    expect(infos()[0]?.activity.attachments).toMatchObject([
      { contentUrl: expect.stringContaining('sharepoint.com'), content: { uniqueId: 'unique-1' } },
    ]);
  });

  it('hold what was registered after they were offered', async () => {
    const message = await asks('hent referat', 'Tekst');
    await room.types(asger, 'notér 1: Kom til siden');
    await answers(message, { uploadUrl: drive.place() });
    await hears(/ligger i din OneDrive/u);
    expect(drive.put[0]?.bytes.toString()).toContain('Kom til siden');
  });

  it('are put once, however often the answer comes', async () => {
    const message = await asks();
    const activity = consents(room.teams, chat, asger, message, { uploadUrl: drive.place() });
    await Promise.all([room.teams.send(activity), room.teams.send({ ...activity, id: 'f:again' })]);
    await hears(/ligger i din OneDrive/u);
    await answers(message, 'decline');
    await room.teams.until(() => infos().length === 1);
    expect(drive.put).toHaveLength(1);
    expect(lines().filter((line) => /OneDrive|ikke hentet/u.test(line))).toHaveLength(1);
  });

  it('are not sent where somebody says no, and one quiet line stands in the place of the question', async () => {
    const message = await asks();
    const before = chat.messages.length;
    await answers(message, 'decline');
    await hears(/ikke hentet/u);
    await answers(message, 'decline');
    expect(chat.messages).toHaveLength(before);
    expect(drive.put).toEqual([]);
  });

  it('are offered anew where the place has expired, with a sentence that says so', async () => {
    const message = await asks();
    const before = chat.messages.length;
    await answers(message, { uploadUrl: drive.place(404) });
    await hears(/kunne ikke lægges i din OneDrive\. Prøv igen på det nye kort/u);
    const again = await offer(room.teams, chat, before);
    await answers(again, { uploadUrl: drive.place() });
    await hears(/ligger i din OneDrive/u);
  });

  it('are tried again where OneDrive is busy for a moment', async () => {
    await answers(await asks(), { uploadUrl: drive.place(503) });
    await hears(/ligger i din OneDrive/u);
    expect(drive.put).toHaveLength(2);
  });

  it('never go to a host that is not Microsoft\u2019s', async () => {
    await answers(await asks(), { uploadUrl: 'https://sharepoint.com.example.org/upload' });
    await hears(/ikke er Microsofts/u);
    expect(infos()).toEqual([]);
  });

  it('are not for who leads and writes no more, though they were offered', async () => {
    const message = await asks();
    const { meeting, people } = await room.meeting();
    const id = Object.values(people).find(({ name }) => name === ASGER)?.id ?? '';
    const roles = meeting.roles.filter(({ personId }) => personId === id);
    expect(roles).not.toEqual([]);
    await contests(room, room.person(BIRTHE), await room.sees(`${ASGER} er nu referent.`), ASGER);
    await answers(message, { uploadUrl: drive.place() });
    await hears(/det er du ikke længere/u);
    expect(drive.put).toEqual([]);
  });

  it('of a mødepakke there is one before the meeting too, with room to write', async () => {
    const message = await asks('hent mødepakke', 'Tekst');
    expect(offered(message)?.name).toMatch(/ Mødepakke /u);
    await answers(message, { uploadUrl: drive.place() });
    await hears(/ligger i din OneDrive/u);
    const pack = drive.put[0]?.bytes.toString();
    expect(pack).toContain('Beslutning: …');
    expect(pack).not.toContain('Alt gik godt');
  });
});

describe('a file that cannot be made', () => {
  it('is said to be so, and another yes is another try', async () => {
    const message = await asks();
    failing = true;
    await answers(message, { uploadUrl: drive.place() });
    await hears(/^Filen kunne ikke laves lige nu/u);
    failing = false;
    await answers(message, { uploadUrl: drive.place() });
    await hears(/ligger i din OneDrive/u);
  });
});

describe('asked for where others read along', () => {
  it('the menu goes to who may have it, alone; nothing of it stands in the chat', async () => {
    expect(await room.asks(asger, 'hent referat')).toEqual([expect.stringContaining('i vores egen chat')]);
    await room.sees('Hent referat', chat);
    expect(room.sentToChat()).not.toMatch(/download\.get|file\.consent/u);
  });

  it('who neither leads nor writes is told who does', async () => {
    const asta = room.person(ASTA);
    expect(await room.asks(asta, 'hent referat')).toEqual([
      expect.stringMatching(/hentes af ordstyrer og referenter/u),
    ]);
    expect(room.teams.personalChat(asta).messages).toEqual([]);
  });
});
