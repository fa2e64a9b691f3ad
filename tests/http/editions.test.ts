import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importAgenda } from '../../src/agendaImport/importAgenda.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { agendaFile, type InsideRoom, openInside } from '../support/insideRoom.ts';
import { texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const text = agendaFile('klynge-nordby.txt').toString();
const edited = (...changes: readonly (readonly [string, string])[]) =>
  Buffer.from(
    changes.reduce((now, [from, to]) => {
      if (!now.includes(from)) throw new Error(`not in the agenda: ${from}`);
      return now.replace(from, to);
    }, text),
  );

/** Without items 6 to 8, and with another one instead. */
const withTransport = Buffer.from(
  `${text.slice(0, text.indexOf('6. Vikardækning'))}

6. Ny sag om transport (kl. 11.00-11.10)

Indstilling
• At styregruppen drøfter transporten
`,
);

let room: InsideRoom;
let chair: FakePerson;
beforeAll(async () => {
  room = await openInside([CHAIR]);
  chair = room.person(CHAIR);
  await room.imports('klynge-nordby.txt');
  await room.taps(chair, await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});
const items = async () => (await room.meeting()).meeting.agenda.items;
const idOf = async (title: string) => (await items()).find((item) => item.title.includes(title))?.id ?? '';

describe('a second import', () => {
  const step = inOrder();
  step('into a planned meeting shows what differs, and keeps the ids', async () => {
    const before = await idOf('Gensidig orientering');
    const meetingId = (await room.meeting()).meeting.meetingId;
    expect(
      await room.imports(
        edited(
          ['7.  Gensidig orientering', '8.  Gensidig orientering'],
          ['8.  Eventuelt', '7.  Eventuelt'],
          ['drøfter behovet for et fælles vagtlag', 'drøfter behovet for to fælles vagtlag'],
        ),
      ),
    ).toBe(meetingId);
    const preview = await room.sees('En ny udgave af dagsordenen er læst');
    const said = texts(preview.card).join(' ');
    expect(said).toContain('Ændret: nummer');
    expect(said).toContain('Ændret: indstilling');
    await room.taps(chair, preview, 'Brug dagsordenen');
    expect(await idOf('Gensidig orientering')).toBe(before);
    expect((await items()).find(({ id }) => id === before)?.number).toBe('8');
  });

  step('into a running one only adds and corrects, and what was registered goes with its item', async () => {
    await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
    await room.asks(chair, 'beslutning 6: Vagtlaget afprøves.');
    const six = await idOf('Vikardækning');
    const known = (await items()).map(({ id }) => id);
    await room.imports(withTransport);
    const preview = await room.sees('Tilføjelser og rettelser til dagsordenen er læst');
    expect(texts(preview.card).join(' ')).not.toContain('Udgår');
    await room.taps(chair, preview, 'Brug dagsordenen');
    const now = await items();
    for (const id of known) expect(now.map((item) => item.id)).toContain(id);
    expect(now.some(({ title }) => title.includes('transport'))).toBe(true);
    const { meeting } = await room.meeting();
    expect(meeting.records[six]?.decisions.map((one) => one.text)).toEqual(['Vagtlaget afprøves.']);
  });

  step('that brings nothing new is refused with a sentence, and changes nothing', async () => {
    const { edition } = (await room.meeting()).meeting;
    await room.imports(withTransport);
    await room.punkt.settled();
    const heard = await room.hears(
      chair,
      await room.sees(/Ingen ændringer|Tilføjelser/u),
      'Brug dagsordenen',
    );
    expect(heard).toContain('intet nyt');
    expect((await room.meeting()).meeting.edition).toBe(edition);
  });

  step('after the end is a new meeting, and the old one stays as it was', async () => {
    await room.asks(chair, 'afslut mødet');
    await room.sees('Mødet er afsluttet');
    const old = (await room.meeting()).meeting;
    const next = await room.imports('klynge-sydkyst.txt');
    expect(next).not.toBe(old.meetingId);
    // Until the next agenda is in use, what is written belongs to the meeting that ended.
    await room.sees('Fra klynge-sydkyst.txt');
    await room.asks(chair, 'notér 1: En sen tilføjelse');
    expect(await room.minutes(old.meetingId)).toContain('En sen tilføjelse');
    await room.asks(chair, 'fortryd 1');
    await room.taps(chair, await room.sees('Fra klynge-sydkyst.txt'), 'Brug dagsordenen');
    await room.taps(chair, await room.sees(/Punkt er klar: 5 punkter/u), 'Start mødet');
    await room.item(1);
    const { records: _, version: _v, history: _h, ...rest } = (await room.meeting(old.meetingId)).meeting;
    expect(old).toMatchObject(rest);
    expect((await room.meeting(next)).meeting.status).toBe('running');
  });
});

describe('the source', () => {
  it('may be the JSON of the contract', async () => {
    await using own = await openInside([CHAIR]);
    const read = await importAgenda(agendaFile('klynge-nordby.txt'), 'klynge-nordby.txt');
    if (!read.ok) throw new Error(read.message);
    await own.imports(Buffer.from(JSON.stringify(read.agenda)));
    await own.taps(own.person(CHAIR), await own.sees('Brug dagsordenen'), 'Brug dagsordenen');
    await own.sees(/Punkt er klar: 8 punkter/u);
  });

  it('gives its minutes only when it is asked to', async () => {
    await using own = await openInside([CHAIR, 'Preben Lund']);
    for (const withMinutes of [false, true]) {
      const chat = own.teams.groupChat([...own.people]);
      await own.teams.send(own.teams.installed(chat, own.person(CHAIR)));
      const id = await own.imports('klynge-sydkyst.txt', { withMinutes }, chat.id);
      const preview = await own.sees('Brug dagsordenen', chat);
      expect(texts(preview.card).join(' ')).toContain(withMinutes ? 'tages med' : 'Det er udeladt');
      await own.taps(own.person(CHAIR), preview, 'Brug dagsordenen');
      expect((await own.minutes(id)).includes('forlænges til 31. marts 2024')).toBe(withMinutes);
    }
  });
});

it('an import into a conversation that was never seen waits for its first activity', async () => {
  await using own = await openInside([CHAIR]);
  const unseen = own.teams.groupChat([own.person(CHAIR)]);
  await own.imports('klynge-nordby.txt', {}, unseen.id);
  expect(unseen.messages).toEqual([]);
  await own.teams.send(own.teams.installed(unseen, own.person(CHAIR)));
  await own.sees('Brug dagsordenen', unseen);
});
