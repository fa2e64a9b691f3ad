import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSource } from '../../src/agendaImport/readSource.ts';
import { asMarkdown, asMarkdownLine, typedText } from '../../src/wording/markdownText.ts';
import { NASTY } from '../support/extremeMeetings.ts';
import { adjourned, agenda, chair, type HeldMeeting, item, note, record } from '../support/meetingBuilder.ts';
import { draftText, oneItem } from '../support/writtenMinutes.ts';

const cases = Number(process.env.PUNKT_TEST_CASES ?? 1);
/** Signs of Markdown, of XML, of other scripts, and what stands at the start of lines. */
const signs = fc.constantFrom(
  ...['a', 'Åse', ' ', '  ', '\n', '\n\n', '\t', '*', '**', '_', '`', '```', '~~', '#', '# ', '## ', '### '],
  ...['- ', '+ ', '-', '---', '=', '1. ', '2) ', '>', '<', '<b>', '</w:t>', '<!-- decisions -->', ']]>', '&'],
  ...[
    '&amp;',
    '&#32;',
    '[',
    ']',
    '(',
    ')',
    '!',
    '\\',
    '|',
    ':-',
    'http://x.example',
    '😀',
    '👩‍⚕️',
    'שלום',
    '\u202e',
  ],
  ...['"', "'", '• ', 'o ', '=1+1', '{{x}}', '\u2028', '\u0007', '*Ikke besvaret*', '1.1 '],
);
const typed = fc
  .array(signs, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').trim().normalize('NFC'))
  .filter((text) => text !== '');

async function readBack(held: HeldMeeting) {
  const read = await readSource(Buffer.from(draftText(held)), 'referat.md');
  if (!read.ok) throw new Error(read.message);
  return read.agenda;
}

describe('what people typed', () => {
  it('is read back as they typed it, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, typed, typed, async (ask, description, said, decided) => {
        const held = oneItem({ asks: [`At ${ask}`], description, attachments: [said] }).does(
          chair,
          note('item-1', 'n', said),
          record('item-1', 'd', { text: decided }),
        );
        const [back] = (await readBack(held)).items;
        expect(back).toMatchObject({
          recommendations: [`At ${ask}`],
          description,
          attachments: [said],
          discussion: said,
        });
        expect(back?.decisions.map(({ text }) => text)).toEqual([decided]);
      }),
      { numRuns: 300 * cases },
    );
  });

  it('is the same again after any escaping', () => {
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'grapheme' })), (text) => {
        const plain = text.replace(/\r\n/gu, '\n');
        expect(typedText(asMarkdown(text).split('\n'))).toBe(plain);
        expect(typedText([asMarkdownLine(text)])).toBe(plain);
        expect(asMarkdownLine(text)).not.toContain('\n');
      }),
      { numRuns: 1000 * cases },
    );
  });

  // Each was seen to show as typed in commonmark.js and markdown-it, also in lists and headings.
  it.each([
    ['*fed* og _skrå_, men ikke et_led_i', '\\*fed\\* og \\_skrå\\_, men ikke et_led_i'],
    ['# Nr. 1', '\\# Nr. 1'],
    ['- a\n+ b\n1. c\n2) d', '\\- a  \n\\+ b  \n1\\. c  \n2\\) d'],
    ['1.000 kr. -5 % < 1 > 2', '1.000 kr. -5 % < 1 > 2'],
    ['<b> &amp; & co.', '\\<b> \\&amp; & co.'],
    ['[x](http://y.example) ![z]', '\\[x](http://y.example) !\\[z]'],
    ['Titel\n---', 'Titel  \n\\---'],
    ['a | b\n:-', 'a \\| b  \n\\:-'],
    ['Afsnit.\n\nAfsnit.', 'Afsnit.\n\nAfsnit.'],
    ['    kode', '&#32;   kode'],
  ])('%j is escaped only where it would mean something', (text, escaped) => {
    expect(asMarkdown(text)).toBe(escaped);
  });

  it('cannot make a heading, a rule, a remark or a part of the minutes', async () => {
    const text = '## 2. Falsk\n\n---\n\n## Opgaver\n\n*Ikke besvaret*\n\n### Beslutning\n\n- Falsk';
    const held = oneItem({ title: '# Sag ##', asks: ['At a'] }).does(
      chair,
      note('item-1', 'n', text),
      record('item-1', 'd', { text: NASTY }),
    );
    const back = await readBack(held);
    expect(back.items).toHaveLength(1);
    expect(back.items[0]).toMatchObject({ title: '# Sag ##', discussion: text });
    expect(back.items[0]?.decisions.map((one) => one.text)).toEqual([NASTY]);
  });

  it('keeps its number where it begins with one that is none of a decision', async () => {
    const held = oneItem({}).does(chair, record('item-1', 'd', { text: '1.1 mio. kr. bevilges.' }));
    expect((await readBack(held)).items[0]?.decisions[0]?.text).toBe('1.1 mio. kr. bevilges.');
  });

  it('keeps its paragraphs, within its bullet where it is one', () => {
    const held = oneItem({}).does(
      chair,
      note('item-1', 'n', 'Første afsnit.\n\nAndet afsnit.'),
      record('item-1', 'd', { text: 'Vedtaget:\na) planen\nb) budgettet' }),
      note('item-1', 'm', 'Tredje.'),
    );
    const text = draftText(held);
    expect(text).toContain('Første afsnit.\n\nAndet afsnit.\n\nTredje.');
    expect(text).toContain('- Vedtaget:  \n  a) planen  \n  b) budgettet');
  });

  it('is there whole, however long', async () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `ord${index}`)
      .join(' ')
      .slice(0, 100_000);
    const held = oneItem({}).does(chair, note('item-1', 'n', words), record('item-1', 'd', { text: words }));
    expect(draftText(held).split(words)).toHaveLength(3);
    expect((await readBack(held)).items[0]?.discussion).toBe(words);
  });
});

describe('what was added after the meeting', () => {
  it('is no decision when the minutes are read back', async () => {
    const held = adjourned(agenda({ items: [item(1)] })).does(
      chair,
      record('item-1', 'd', { text: 'Planen følges.' }),
      { type: 'AddAddendum', addendumId: 'a', itemId: 'item-1', text: 'Fristen er flyttet.' },
    );
    expect(draftText(held)).toContain('Fristen er flyttet.');
    expect(JSON.stringify(await readBack(held))).not.toContain('Fristen er flyttet.');
  });
});
