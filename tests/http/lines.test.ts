import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Meeting } from '../../src/meeting/state.ts';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, runningRoom } from '../support/insideRoom.ts';
import { button, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

let room: InsideRoom;
let chair: FakePerson;
let writer: FakePerson;
let member: FakePerson;

const length = async () => (await room.log()).length;
const newest = async () => {
  const { meeting } = await room.meeting();
  const all = Object.values(meeting.records).flatMap(({ decisions }) => decisions);
  return all.sort((a, b) => a.at.localeCompare(b.at)).at(-1);
};
const here = (meeting: Meeting) =>
  meeting.agenda.items.find((item) => 'currentItemId' in meeting && item.id === meeting.currentItemId)
    ?.number;

beforeAll(async () => {
  room = await runningRoom([CHAIR, WRITER, MEMBER]);
  chair = room.person(CHAIR);
  writer = room.person(WRITER);
  member = room.person(MEMBER);
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

describe('in the group chat, with a mention', () => {
  const step = inOrder();
  step('næste and forrige move the room, and the cards alone answer who leads', async () => {
    expect(await room.asks(chair, 'næste')).toEqual([]);
    await room.item(2);
    expect(here((await room.meeting()).meeting)).toBe('2');
    expect(await room.asks(writer, 'FORRIGE')).toEqual([]);
    expect(here((await room.meeting()).meeting)).toBe('1');
  });

  step('gaa til 4 moves to item 4', async () => {
    expect(await room.asks(chair, 'gaa til 4')).toEqual([]);
    await room.item(4);
    expect(here((await room.meeting()).meeting)).toBe('4');
  });

  step('a line that Teams sends again, under its own id or a new one, is carried out once', async () => {
    const line = room.teams.line(room.chat, chair, 'næste');
    for (const sent of [line, ...room.teams.resent(line)]) await room.teams.send(sent);
    expect(here((await room.meeting()).meeting)).toBe('5');
    const back = room.teams.line(room.chat, chair, 'forrige');
    await Promise.all(room.teams.resent(back).map((sent) => room.teams.send(sent)));
    expect(here((await room.meeting()).meeting)).toBe('4');
  });

  step('beslutning: by a leader stands on the card, with responsible and due read from it', async () => {
    const said = await room.asks(
      writer,
      'beslutning: Mads Ottosen samler tallene inden den 6. marts 2025 & sender <dem>',
    );
    expect(said).toEqual([]);
    await room.sees('Mads Ottosen samler tallene inden den 6. marts 2025 & sender <dem>');
    expect(await newest()).toMatchObject({
      text: 'Mads Ottosen samler tallene inden den 6. marts 2025 & sender <dem>',
      due: { date: '2025-03-06' },
      confirmed: true,
    });
  });

  step('beslutning: by a participant is answered by one line and stands as not confirmed', async () => {
    const said = await room.asks(member, 'beslutning: Vi prøver igen');
    expect(said).toEqual(['4.2 er gemt under punkt 4 som forslag, til ordstyrer eller referent bekræfter.']);
    await room.sees('ikke bekræftet');
    expect(await room.asks(chair, 'bekræft 4.2')).toEqual([]);
    expect(await newest()).toMatchObject({ confirmed: true });
  });

  step('beslutning 6: names its item, and says so where nobody looks at that item', async () => {
    expect(await room.asks(writer, 'Beslutning 6: Vagtlaget afprøves.')).toEqual([
      '6.1 er gemt under punkt 6.',
    ]);
  });

  step('notér: is counted on the card, and elsewhere answered by a line; it is in the draft', async () => {
    expect(await room.asks(writer, 'notér: Tallene blev gennemgået.\nDer var spørgsmål.')).toEqual([]);
    await room.sees('1 note til referatet');
    expect(await room.asks(writer, 'noter 2: Planen blev rost.')).toEqual(['Noten er gemt under punkt 2.']);
    const draft = await room.minutes();
    expect(draft).toContain('Tallene blev gennemgået.');
    expect(draft).toContain('Planen blev rost.');
  });

  step('tovholder: sets persons and deadline of the newest decision', async () => {
    expect(await room.asks(chair, 'tovholder: Mads Ottosen og Havby Kommune frist uge 5')).toEqual([]);
    const draft = await room.minutes();
    expect(draft).toMatch(/Vi prøver igen[\s\S]{0,200}Mads Ottosen/u);
    expect(draft).toMatch(/Havby Kommune[\s\S]{0,80}uge 5/u);
  });

  step('tovholder: by a participant is a proposal where nothing is agreed, else refused', async () => {
    const [said] = await room.asks(member, 'tovholder 6.1: Gitte Rosenlund');
    expect(said).toContain('ikke bekræftet');
    const [refused] = await room.asks(member, 'tovholder 4.2: Gitte Rosenlund');
    expect(refused).toContain('kun ændre det, du selv har registreret');
  });

  step('tovholder: with a name that several bear asks which, and writes nothing', async () => {
    const before = await length();
    // Two with one first name, known since they acted.
    for (const name of ['Birgit Holm', 'Birgit Lund'])
      await room.asks(room.teams.person(name), `beslutning: Forslag fra ${name}`);
    const [said] = await room.asks(chair, 'tovholder 4.1: Birgit');
    expect(said).toMatch(/flere, der hedder Birgit: Birgit Holm, Birgit Lund/u);
    expect(await length()).toBe(before + 2);
  });

  step('til efterretning answers the point that asks for it, and drøftet the other', async () => {
    expect(await room.asks(chair, 'til efterretning')).toEqual([]);
    expect(await room.asks(chair, 'droeftet')).toEqual([]);
    const { meeting } = await room.meeting();
    const item = meeting.agenda.items.find(({ number }) => number === '4');
    const answers = item?.points.map((point) => meeting.records[item.id]?.answers[point.id]?.outcome);
    expect(answers).toEqual(['noted', 'discussed']);
  });

  step('flyt 4.2 til 6 moves a decision', async () => {
    await room.asks(chair, 'flyt 4.2 til 6');
    const { meeting } = await room.meeting();
    const six = meeting.agenda.items.find(({ number }) => number === '6');
    expect(meeting.records[six?.id ?? '']?.decisions.map(({ text }) => text)).toEqual([
      'Vagtlaget afprøves.',
      'Vi prøver igen',
    ]);
  });

  step('ret and stryg change a decision and keep its history', async () => {
    await room.asks(chair, 'ret 6.1: Vagtlaget afprøves grundigt.');
    await room.asks(chair, 'stryg 6.2');
    const { meeting } = await room.meeting();
    const six = meeting.records[meeting.agenda.items.find(({ number }) => number === '6')?.id ?? ''];
    expect(six?.decisions[0]).toMatchObject({ text: 'Vagtlaget afprøves grundigt.', struck: false });
    expect(six?.decisions[0]?.earlier.map(({ text }) => text)).toEqual(['Vagtlaget afprøves.']);
    expect(six?.decisions[1]?.struck).toBe(true);
  });

  step('fortryd takes back the own newest, and says what', async () => {
    await room.asks(member, 'beslutning: Denne skal væk');
    expect(await room.asks(member, 'fortryd')).toEqual([expect.stringContaining('Denne skal væk')]);
    expect(await room.minutes()).not.toContain('Denne skal væk');
  });

  step('udsæt postpones the item with the words of the deadline as typed', async () => {
    await room.asks(chair, 'udsæt 7 til næste Møde');
    const { meeting } = await room.meeting();
    const seven = meeting.agenda.items.find(({ number }) => number === '7');
    expect(meeting.records[seven?.id ?? '']?.postponed?.until?.text).toBe('næste Møde');
  });

  step('status, dagsorden and hjælp answer, and write nothing', async () => {
    const before = await length();
    expect(await room.asks(member, 'status')).toEqual([expect.stringContaining('Punkt 4 af 8')]);
    await room.types(member, 'hjælp');
    await room.sees('Det kan du skrive');
    await room.types(member, 'dagsorden');
    expect(await room.asks(member, '')).toEqual([expect.stringContaining('Punkt 4 af 8')]);
    expect(await length()).toBe(before);
  });

  for (const typed of ['næst', 'beslut at vi går hjem', 'hvad koster kaffen?', 'flyt det hele', '🎉']) {
    step(
      `what is not understood (${typed}) gets two or three nearest lines, and writes nothing`,
      async () => {
        const before = await length();
        const [said, ...more] = await room.asks(member, typed);
        expect(more).toEqual([]);
        expect(said?.match(/»[^«]+«/gu)?.length).toBeGreaterThanOrEqual(3); // The nearest, and »hjælp«.
        expect(said?.match(/»[^«]+«/gu)?.length).toBeLessThanOrEqual(4);
        expect(said).toContain('ikke gemt');
        expect(await length()).toBe(before);
      },
    );
  }

  for (const [typed, sentence] of [
    ['gå til 44', 'ikke på dagsordenen'],
    ['beslutning 44: Nej', 'ikke på dagsordenen'],
    ['flyt 9.9 til 2', 'ikke på dagsordenen'],
    ['stryg 4.99', 'beslutning findes ikke'],
    ['beslutning:', 'Teksten mangler'],
    ['tovholder 8: Mads Ottosen', 'ingen beslutning endnu'],
    ['ordstyrer: Ukendt Person', 'kender ingen'],
    [`referent: ${'Ukendt Person '.repeat(4_000)}`, 'Ukendt …. Skriv navnet som i dagsordenen'],
  ] as const) {
    step(`»${typed.slice(0, 40)}« is refused with one sentence, and writes nothing`, async () => {
      const before = await length();
      expect(await room.asks(chair, typed)).toEqual([expect.stringContaining(sentence)]);
      expect(await length()).toBe(before);
    });
  }

  step('what only leaders may is refused to a participant', async () => {
    const before = await length();
    for (const typed of ['næste', 'afslut mødet', 'godkendt 1', 'udsæt', 'bekræft 4.1', 'pause'])
      expect(await room.asks(member, typed)).toEqual([expect.stringContaining('ordstyrer og referent')]);
    expect(await length()).toBe(before);
  });

  step(
    'a line without a mention never reaches Punkt, and an edited or deleted one changes nothing',
    async () => {
      const before = await length();
      const line = room.teams.line(room.chat, chair, 'beslutning: Rettet bagefter');
      const edits: [string, string][] = [
        ['messageUpdate', 'editMessage'],
        ['messageDelete', 'softDeleteMessage'],
        ['message', 'editMessage'],
      ];
      for (const [type, eventType] of edits) {
        const channelData = { ...(line.channelData as object), eventType };
        expect((await room.teams.send({ ...line, type, channelData })).status).toBe(200);
      }
      expect(await length()).toBe(before);
    },
  );

  step('a line that Teams sends again is done once', async () => {
    const line = room.teams.line(room.chat, chair, 'beslutning 8: Kun én gang');
    await room.teams.send(line);
    const before = await length();
    await Promise.all([room.teams.send(line), room.teams.send(line)]);
    expect(await length()).toBe(before);
    expect((await room.minutes()).match(/Kun én gang/gu)).toHaveLength(1);
  });

  step(
    'referat for a leader comes in their own chat, paged, and others are told that it will be sent',
    async () => {
      expect(await room.asks(member, 'referat')).toEqual([
        expect.stringContaining('til alle, når det er klar'),
      ]);
      expect(await room.asks(writer, 'referat')).toEqual(['Jeg sender referatudkastet i vores egen chat.']);
      const alone = room.teams.personalChat(writer);
      const first = await room.sees(/Udkast.*side 1|1 af/iu, alone);
      expect(texts(first.card).join(' ')).toContain('Velkomst og godkendelse');
      const second = await room.taps(writer, first, 'Næste side');
      expect(texts(second.card).join(' ')).toContain('hjertesvigt');
      const back = await room.taps(writer, second, 'Forrige side');
      expect(texts(back.card)).toEqual(texts(first.card));
    },
  );

  step('a page of the draft is not handed out in the shared chat', async () => {
    const card = await room.sees('Dagsorden');
    const data = { ...button(card.card, /./u).data, page: 1 };
    const action = { type: 'Action.Execute', title: '', verb: 'draft.page', data, raw: {} };
    for (const who of [member, writer]) {
      const { body } = await room.sends(who, { ...card, card: {} }, action);
      expect(JSON.stringify(body)).not.toContain('Planen blev rost');
    }
  });

  step('referent: appoints somebody of the agenda', async () => {
    await room.asks(chair, 'referent: Gitte Rosenlund');
    await room.sees('Gitte Rosenlund er nu referent.');
  });

  step('afslut mødet ends it, and says so to all', async () => {
    expect(await room.asks(chair, 'afslut mødet')).toEqual([]);
    await room.sees('Mødet er afsluttet');
    expect(await room.asks(chair, 'status')).toEqual([expect.stringContaining('mødet er afsluttet')]);
    await room.sees(/Mangler svar: \d+/u, room.teams.personalChat(writer));
  });
});

it('in a chat without a meeting, a line is told that there is none', async () => {
  const empty = room.teams.groupChat([chair]);
  for (const typed of ['næste', 'beslutning: Noget', 'status'])
    expect(await room.asks(chair, typed, empty)).toEqual([expect.stringContaining('ikke noget møde her')]);
});
