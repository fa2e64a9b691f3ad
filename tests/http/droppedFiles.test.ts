import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buttons, texts } from '../support/cardReading.ts';
import type { FakeConversation, FakePerson } from '../support/fakeTeams.ts';
import { attached, dropping, type FileHost, startFileHost } from '../support/fileHost.ts';
import { agendaFile, type InsideRoom, openInside } from '../support/insideRoom.ts';

const MONA = 'Mona Hvid';
const TAGE = 'Tage Lund';
const NORDBY = 'klynge-nordby.txt';
let room: InsideRoom;
let host: FileHost;
let mona: FakePerson;
let alone: FakeConversation;

beforeEach(async () => {
  host = await startFileHost();
  room = await openInside([MONA, TAGE], { downloads: { bytes: 300_000, milliseconds: 2_000 } });
  mona = room.person(MONA);
  alone = room.teams.personalChat(mona);
  await named(room.chat, 'Møde i klyngen');
});
afterEach(async () => {
  await room?.[Symbol.asyncDispose]();
  await host?.[Symbol.asyncDispose]();
});

/** Something happens in a chat by which Teams tells its name. */
const named = (chat: FakeConversation, topicName: string, by: FakePerson = room.person(TAGE)) =>
  room.teams.send(room.teams.activity(chat, by, 'conversationUpdate', { topicName }));
const drop = (files: readonly Record<string, unknown>[], who = mona, rest = {}) =>
  room.teams.send(dropping(room.teams, room.teams.personalChat(who), who, files, rest));
const dropNordby = (who = mona) => drop([attached(NORDBY, host.file(agendaFile(NORDBY)))], who);
const said = (chat: FakeConversation): string[] =>
  chat.messages.flatMap(({ activity }) => (activity.text ? [String(activity.text)] : []));
/** The texts that Punkt said in the chat with it, once there are so many. */
const hears = (count: number, chat = alone) =>
  room.teams.until(() => (said(chat).length >= count ? said(chat) : null));
const meetings = async () => (await room.punkt.store.log.heads()).length;

describe('an agenda dropped in the chat with Punkt', () => {
  it('is shown as read, placed in the chat by one tap, and used there', async () => {
    expect((await dropNordby()).status).toBe(200);
    const card = await room.sees('Dagsordenen er læst', alone);
    expect(texts(card.card).join(' ')).toContain('8 punkter');
    expect(texts(card.card)).toContain(`Fra ${NORDBY}`);
    expect(texts(card.card).join(' ')).toContain('Mødets dato, den 12. september 2024, er passeret');
    expect(buttons(card.card).map(({ title }) => title)).toEqual(['Læg i »Møde i klyngen«']);
    expect(room.chat.messages).toEqual([]);
    const placed = await room.taps(mona, card, /Læg i/u);
    expect(texts(placed.card).join(' ')).toContain('Lagt i »Møde i klyngen«. Tryk »Brug dagsordenen«');
    expect(texts(placed.card).join(' ')).toContain('Du er referent');
    expect(buttons(placed.card)).toEqual([]);
    const preview = await room.sees('Brug dagsordenen');
    await room.taps(mona, preview, 'Brug dagsordenen');
    await room.sees(/Punkt er klar: 8 punkter/u);
    await room.sees('Mona Hvid er nu referent');
    expect(await meetings()).toBe(1);
  });

  it('is fetched without any credentials', async () => {
    await dropNordby();
    await room.sees('Dagsordenen er læst', alone);
    expect(host.asked).toHaveLength(1);
    expect(Object.keys(host.asked[0]?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/authorization|cookie/u)]),
    );
  });

  it('makes one meeting, however often it is dropped, tapped or delivered', async () => {
    const activity = dropping(room.teams, alone, mona, [attached(NORDBY, host.file(agendaFile(NORDBY)))]);
    await room.teams.send(activity);
    await room.teams.send(activity);
    await room.teams.send({ ...activity, id: 'another-id' });
    const card = await room.sees('Dagsordenen er læst', alone);
    const [first, second] = await Promise.all([
      room.hears(mona, card, /Læg i/u),
      room.hears(mona, card, /Læg i/u),
    ]);
    expect([first, second].filter((text) => text.includes('Lagt i'))).toHaveLength(1);
    expect([first, second].filter((text) => text.includes('ligger allerede i'))).toHaveLength(1);
    await dropNordby();
    await room.teams.until(() => alone.messages.length === 2);
    const again = await room.sees('Dagsordenen er læst', alone);
    expect(await room.hears(mona, again, /Læg i/u)).toContain('ligger allerede i »Møde i klyngen«');
    await room.punkt.settled();
    expect(host.asked).toHaveLength(2);
    expect(await meetings()).toBe(1);
    expect(
      room.chat.messages.filter(({ activity }) => JSON.stringify(activity).includes('agenda.use')),
    ).toHaveLength(1);
  });

  it('of several files each is answered, the unreadable one with what to do', async () => {
    await drop([
      attached('gammel.doc', host.file(readFileSync('tests/fixtures/documents/refused/old.doc'))),
      attached(NORDBY, host.file(agendaFile(NORDBY))),
      attached('tom.txt', host.file(Buffer.from(''))),
    ]);
    const heard = await hears(2);
    expect(heard[0]).toMatch(/^»gammel.doc«: Filen er i det gamle Word-format/u);
    expect(heard[1]).toMatch(/^»tom.txt«: Filen er tom/u);
    await room.sees('Dagsordenen er læst', alone);
  });

  it('is answered in English to who reads English', async () => {
    mona.speaks = { locale: 'en-GB' };
    await drop([
      attached('old.doc', host.file(readFileSync('tests/fixtures/documents/refused/old.doc'))),
      attached(NORDBY, host.file(agendaFile(NORDBY))),
    ]);
    expect((await hears(1))[0]).toContain('old Word format');
    const card = await room.sees('The agenda has been read', alone);
    expect(await room.hears(mona, card, /Put in/u)).toContain('Put in “Møde i klyngen”');
  });

  it('comes with a line that is no command, or is one', async () => {
    await drop([attached(NORDBY, host.file(agendaFile(NORDBY)))], mona, { text: 'Her er den til mandag' });
    await room.sees('Dagsordenen er læst', alone);
    expect(said(alone)).toEqual([]);
    await drop([attached('x.txt', host.file(Buffer.from('')))], mona, { text: 'hjælp' });
    await room.sees('Det kan du skrive', alone);
  });
});

describe('the chats to choose among', () => {
  it('are only those that the person is in', async () => {
    const secret = room.teams.groupChat([room.person(TAGE)]);
    await named(secret, 'Direktionen');
    await dropNordby();
    const card = await room.sees('Dagsordenen er læst', alone);
    expect(JSON.stringify(card.card)).not.toContain('Direktionen');
    expect(JSON.stringify(card.card)).not.toContain(room.chat.id);
  });

  it('stand in a list where they are many', async () => {
    for (let count = 1; count <= 6; count += 1)
      await named(room.teams.groupChat([mona]), `Udvalg ${count}`, mona);
    await dropNordby();
    const card = await room.sees('Dagsordenen er læst', alone);
    const list = JSON.stringify(card.card);
    for (const name of ['Udvalg 1', 'Udvalg 6', 'Møde i klyngen']) expect(list).toContain(name);
    expect(await room.hears(mona, card, 'Læg i chatten')).toContain('Vælg først en chat');
    const value = /\{"title":"Udvalg 4","value":"([^"]+)"\}/u.exec(list)?.[1] ?? '';
    expect(await room.hears(mona, card, 'Læg i chatten', { place: value })).toContain('Lagt i »Udvalg 4«');
  });

  it('are called by their people where Teams says no name, then by their meeting', async () => {
    const nameless = room.teams.groupChat([mona, room.person(TAGE)]);
    await room.teams.send(room.teams.installed(nameless, mona));
    await dropNordby();
    const card = await room.sees('Dagsordenen er læst', alone);
    expect(await room.hears(mona, card, 'Læg i »Chat med Tage Lund«')).toContain('Lagt i »');
    await drop([attached('x.txt', host.file(agendaFile('klynge-sydkyst.txt')))]);
    await room.teams.until(() => alone.messages.length === 2);
    const next = await room.sees('Fra x.txt', alone);
    expect(JSON.stringify(next.card)).toContain('NORDBYKLYNGEN');
  });

  it('are none until Punkt is in one, and then found by Prøv igen', async () => {
    const eva = room.teams.person('Eva Dam');
    const own = room.teams.personalChat(eva);
    await dropNordby(eva);
    const card = await room.sees('Dagsordenen er læst', own);
    expect(texts(card.card).join(' ')).toContain('Føj Punkt til mødets chat');
    const chat = room.teams.groupChat([eva]);
    await named(chat, 'Evas møde', eva);
    const again = await room.taps(eva, card, 'Prøv igen');
    expect(await room.hears(eva, again, 'Læg i »Evas møde«')).toContain('Lagt i »Evas møde«');
    await room.sees('Brug dagsordenen', chat);
  });
});

describe('who may place it', () => {
  it('is only who dropped it, in their own chat', async () => {
    await dropNordby();
    const card = await room.sees('Dagsordenen er læst', alone);
    const tage = room.person(TAGE);
    const own = { ...card, conversation: room.teams.personalChat(tage) };
    expect(await room.hears(tage, own, /Læg i/u)).toContain('Jeg har ikke filen længere');
    const shared = { ...card, conversation: room.chat };
    expect(await room.hears(mona, shared, /Læg i/u)).toContain('hører til et andet møde');
    expect(await meetings()).toBe(0);
  });

  it('is nobody who left the chat meanwhile', async () => {
    const eva = room.teams.person('Eva Dam');
    const chat = room.teams.groupChat([eva]);
    await named(chat, 'Evas møde', eva);
    await dropNordby(eva);
    const own = room.teams.personalChat(eva);
    const card = await room.sees('Dagsordenen er læst', own);
    chat.members.splice(0);
    await room.restart();
    const heard = await room.hears(eva, card, /Læg i/u);
    expect(heard).toContain('Du er ikke med i den chat');
    expect(heard).not.toContain('Evas møde');
    expect(await meetings()).toBe(0);
  });

  it('is only who leads or writes, where somebody does', async () => {
    await dropNordby();
    await room.taps(mona, await room.sees('Dagsordenen er læst', alone), /Læg i/u);
    const tage = room.person(TAGE);
    const sydkyst = attached('x.txt', host.file(agendaFile('klynge-sydkyst.txt')));
    await drop([sydkyst], tage);
    const card = await room.sees('Fra x.txt', room.teams.personalChat(tage));
    expect(await room.hears(tage, card, /Læg i/u)).toContain('Kun ordstyrer og referent kan lægge');
    await drop([attached('x.txt', host.file(agendaFile('klynge-sydkyst.txt')))]);
    expect(await room.hears(mona, await room.sees('Fra x.txt', alone), /Læg i/u)).toContain('Lagt i »');
    expect(await meetings()).toBe(1);
  });

  it('is told when its card comes where the meeting is far off; nothing stands in the chat until then', async () => {
    const text = agendaFile('klynge-nordby.txt').toString().replace('2024 kl. 09:00', '2061 kl. 09:00');
    await drop([attached('fremtid.txt', host.file(Buffer.from(text)))]);
    const card = await room.sees('Fra fremtid.txt', alone);
    const posts = room.chat.messages.length;
    expect(await room.hears(mona, card, /Læg i/u)).toContain('12. september 2061 kl. 8.45, eller når nogen');
    await room.punkt.settled();
    expect(room.chat.messages).toHaveLength(posts);
  });

  it('is nobody without an account, whose file is not even fetched', async () => {
    const guest = room.teams.person('Gæst', { anonymous: true });
    await dropNordby(guest);
    expect((await hears(1, room.teams.personalChat(guest)))[0]).toContain('logget ind i Teams');
    expect(host.asked).toEqual([]);
  });
});
