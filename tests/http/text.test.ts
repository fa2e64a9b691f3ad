import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { FakePerson } from '../support/fakeTeams.ts';
import { inputs } from '../support/fakeTeams.ts';
import { inOrder } from '../support/inOrder.ts';
import { type InsideRoom, openInside } from '../support/insideRoom.ts';
import { buttons, texts } from '../support/meetingRoom.ts';

const CHAIR = 'Birthe Solvang';
const WRITER = 'Asger Thorup';
const MEMBER = 'Gitte Rosenlund';

let room: InsideRoom;
let chair: FakePerson;
let member: FakePerson;
const length = async () => (await room.log()).length;
const texted = async () =>
  (await room.log()).flatMap(({ events }) =>
    events.flatMap((event) => ('text' in event && event.text ? [event.text] : [])),
  );

beforeAll(async () => {
  room = await openInside([CHAIR, WRITER, MEMBER]);
  [chair, member] = [room.person(CHAIR), room.person(MEMBER)];
  await room.imports('klynge-nordby.txt');
  await room.taps(room.person(WRITER), await room.sees('Brug dagsordenen'), 'Brug dagsordenen');
  await room.taps(chair, await room.sees('Start mødet'), 'Start mødet');
  await room.item(1);
});
afterAll(async () => {
  await room?.[Symbol.asyncDispose]();
});

const STRANGE: readonly (readonly [string, string])[] = [
  ['bold', 'Det er **meget** vigtigt, og _dette_ også'],
  ['a link', 'Se [vejledningen](http://x) og http://x.example/a_b_c'],
  ['a placeholder of a template', `Kald den ${'$'}{title} eller ${'$'}{json(x)} eller {{DATE(1)}}`],
  ['a script', '<script>alert("æ")</script> & <b>fed</b> &amp; &lt;'],
  ['emoji', 'Godt klaret 👩‍👩‍👧‍👦🎉 og 🇩🇰'],
  ['right-to-left', 'اتفقنا على الموعد \u202eabc\u202c עברית'],
  ['a heading and a list', '# Overskrift\n- et\n- to\n1. tre'],
  ['signs of Markdown', '* _ ` ~ | \\ # > - + ! [ ] ( )'],
  ['a mention', '<at>Punkt</at> gør noget'],
  ['quotes and backslashes', `"citat" 'enkelt' \\n C:\\temp\\ny`],
];

const step = inOrder();

describe('text that could mean something to somebody', () => {
  for (const [name, text] of STRANGE) {
    step(`(${name}) comes out of the form as it was typed`, async () => {
      const form = await room.taps(chair, await room.item(1), 'Beslutning');
      const card = await room.taps(chair, form, 'Gem beslutning', { text, points: '' });
      expect((await texted()).at(-1)).toBe(text);
      await room.punkt.settled();
      const draft = await room.punkt.store.documents.list('drafts', (await room.meeting()).meeting.meetingId);
      expect(JSON.stringify(draft)).toContain(JSON.stringify(text).slice(1, -1));
      // In the card as text that no client interprets.
      const shown = JSON.stringify(card.card);
      expect(shown).not.toMatch(/"text":"\$\{/u);
      const said = texts(card.card).join('\n');
      for (const line of text.split('\n')) expect(said).toContain(line);
    });
  }

  for (const [name, text] of STRANGE.filter(([name]) => name !== 'a mention' && name !== 'a script')) {
    step(`(${name}) comes out of a typed line as it was typed`, async () => {
      await room.asks(chair, `beslutning: ${text}`);
      expect((await texted()).at(-1)).toBe(text);
    });
  }

  step('is decoded once where Teams sends it as HTML', async () => {
    await room.asks(chair, 'beslutning: <script>alert("æ")</script> & &amp;');
    expect((await texted()).at(-1)).toBe('<script>alert("æ")</script> & &amp;');
  });

  step(
    'is escaped nowhere it would be shown so, and interpreted nowhere: the item card uses text runs',
    async () => {
      const card = await room.item(1);
      const blocks = JSON.stringify(card.card).match(/"type":"TextBlock","text":"[^"]*\*\*meget/gu);
      expect(blocks).toBeNull();
    },
  );
});

describe('a long text', () => {
  const long = Array.from({ length: 500 }, (_, index) => `ord${index} ${index % 25 ? '' : '\n'}`).join('');
  const text = long.slice(0, 5000).trim();

  step('of 5,000 characters is cut on the card with *Vis mere*, which opens the whole', async () => {
    await room.asks(chair, 'næste');
    const form = await room.taps(chair, await room.item(2), 'Beslutning');
    const card = await room.taps(chair, form, 'Gem beslutning', { text, points: '' });
    expect(texts(card.card).join('\n')).not.toContain('ord480');
    expect((await texted()).at(-1)).toBe(text);
    const whole = await room.taps(chair, card, 'Vis mere');
    let said = texts(whole.card).join('\n');
    let page = whole;
    while (buttons(page.card).some(({ title }) => title === 'Næste side')) {
      page = await room.taps(chair, page, 'Næste side');
      said += texts(page.card).join('\n');
    }
    for (const word of ['ord0', 'ord250', 'ord480', text.split(/\s/u).at(-1) ?? ''])
      expect(said).toContain(word);
    expect(await room.minutes()).toContain('ord480');
  });

  step('of 60,000 characters in one word is stored, shown and sent', async () => {
    await room.asks(chair, 'gå til 3');
    const word = 'x'.repeat(60_000);
    const form = await room.taps(chair, await room.item(3), 'Beslutning');
    const card = await room.taps(chair, form, 'Gem beslutning', { text: word, points: '' });
    expect(JSON.stringify(card.card).length).toBeLessThan(18_000);
    expect((await texted()).at(-1)).toBe(word);
    await room.punkt.settled();
    for (const { activity } of room.chat.messages)
      expect(JSON.stringify(activity).length).toBeLessThan(18_000);
  });

  step('that is too long is refused, says so, and every answer stays small enough for Teams', async () => {
    const before = await length();
    const form = await room.taps(chair, await room.item(3), 'Beslutning');
    const tooLong = `${'langt '.repeat(17_000)}slut`;
    const back = await room.taps(chair, form, 'Gem beslutning', { text: tooLong, points: '' });
    expect(texts(back.card).join(' ')).toContain('for lang');
    expect(JSON.stringify(back.card).length).toBeLessThan(18_000);
    expect(await length()).toBe(before);
  });
});

describe('a number that looks like a CPR number', () => {
  const NUMBER = '010190-1234';

  step('in the form brings the form back with the text, and *Gem alligevel* saves it', async () => {
    const before = await length();
    const form = await room
      .taps(chair, await room.item(1), 'Tilføj')
      .then((menu) => room.taps(chair, menu, 'Beslutning'));
    const text = `Borger ${NUMBER} får svar`;
    const warned = await room.taps(chair, form, 'Gem beslutning', { text, points: '' });
    expect(texts(warned.card).join(' ')).toContain('ligner et CPR-nummer');
    expect(inputs(warned.card).find(({ id }) => id === 'text')?.value).toBe(text);
    expect(await length()).toBe(before);
    expect(await room.stored()).not.toContain(NUMBER);
    // Mended instead:
    await room.taps(chair, warned, 'Gem alligevel', { text: 'Borgeren får svar', points: '' });
    expect((await texted()).at(-1)).toBe('Borgeren får svar');
    expect(await room.stored()).not.toContain(NUMBER);
  });

  step(
    'in the note, the correction and the fields of *Tovholder* and *Udsæt* is not stored either',
    async () => {
      const before = await length();
      const card = await room.item(1);
      const menu = () => room.taps(chair, card, 'Tilføj');
      const note = await room.taps(chair, await menu(), 'Notér');
      const warned = await room.taps(chair, note, 'Gem note', { text: `Født ${NUMBER}` });
      expect(texts(warned.card).join(' ')).toContain('ligner et CPR-nummer');

      const list = await room.taps(chair, await menu(), 'Ret …');
      const decision = await room.taps(chair, list, 'Vælg');
      const correct = await room.taps(chair, decision, 'Ret');
      const again = await room.taps(chair, correct, 'Gem', { text: `Rettet ${NUMBER}`, points: '' });
      expect(inputs(again.card).find(({ id }) => id === 'text')?.value).toBe(`Rettet ${NUMBER}`);
      expect(buttons(again.card).map(({ title }) => title)).toContain('Gem alligevel');

      const responsible = await room.taps(chair, await menu(), 'Tovholder');
      const back = await room.taps(chair, responsible, 'Gem', { others: `Ida ${NUMBER}`, due: 'uge 5' });
      expect(texts(back.card).join(' ')).toContain('ligner et CPR-nummer');
      expect(inputs(back.card).find(({ id }) => id === 'others')?.value).toBe(`Ida ${NUMBER}`);
      expect(inputs(back.card).find(({ id }) => id === 'due')?.value).toBe('uge 5');

      const more = await room.taps(chair, await room.item(3), 'Mere …');
      const postpone = await room.taps(chair, more, 'Udsæt');
      const kept = await room.taps(chair, postpone, 'Udsæt', { until: `sag ${NUMBER}` });
      expect(inputs(kept.card).find(({ id }) => id === 'until')?.value).toBe(`sag ${NUMBER}`);

      expect(await length()).toBe(before);
      expect(await room.stored()).not.toContain(NUMBER);
    },
  );

  for (const line of [
    'beslutning: Borger',
    'notér: Borger',
    'ret 1.1: Borger',
    'tovholder 1.1: Borger',
    'udsæt til',
  ]) {
    step(`in the line »${line} …« is warned about and not stored`, async () => {
      const before = await length();
      for (const number of [NUMBER, '0101901234']) {
        const said = await room.asks(chair, `${line} ${number}`);
        expect(said.join()).toContain('ligner et CPR-nummer');
      }
      expect(await length()).toBe(before);
      expect(await room.stored()).not.toMatch(/010190-?1234/u);
    });
  }

  step('is stored when the line begins with »gem alligevel«', async () => {
    await room.asks(chair, 'gem alligevel beslutning: Journalnummer 240512-0001 åbnes');
    expect((await texted()).at(-1)).toBe('Journalnummer 240512-0001 åbnes');
  });

  step('is not seen in telephone numbers, dates and long case numbers', async () => {
    for (const text of [
      'Ring 12 34 56 78',
      'Sag 2024-000123-77',
      'Den 12.09.2024 kl. 9.00',
      'Nr. 12345678901234',
    ]) {
      await room.asks(chair, `beslutning: ${text}`);
      expect((await texted()).at(-1)).toBe(text);
    }
  });
});

describe('a refusal', () => {
  step('keeps what was typed in the form that comes back', async () => {
    const form = await room.taps(chair, await room.item(3), 'Beslutning');
    const back = await room.taps(chair, form, 'Gem beslutning', { text: '   ', points: '' });
    expect(texts(back.card).join(' ')).toContain('Teksten mangler');
    expect(inputs(back.card).find(({ id }) => id === 'text')?.value).toBe('   ');
  });

  step('to a participant after the meeting keeps the text, so that it can be handed on', async () => {
    const card = await room.item(3);
    const form = await room.taps(member, card, 'Beslutning');
    const note = await room.taps(member, card, 'Notér');
    await room.asks(chair, 'afslut mødet');
    const back = await room.taps(member, form, 'Gem beslutning', {
      text: 'For sent, men vigtigt',
      points: '',
    });
    expect(texts(back.card).join(' ')).toContain('Mødet er afsluttet');
    expect(inputs(back.card).find(({ id }) => id === 'text')?.value).toBe('For sent, men vigtigt');
    const also = await room.taps(member, note, 'Gem note', { text: 'Også dette' });
    expect(inputs(also.card).find(({ id }) => id === 'text')?.value).toBe('Også dette');
  });
});
