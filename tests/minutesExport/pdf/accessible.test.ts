import { describe, expect, it } from '@jest/globals';
import { agenda, chair, item, note, record, running } from '../../support/meetingBuilder.ts';
import { documentOf, oneItem } from '../../support/writtenMinutes.ts';
import { asLines, readBack } from './readBack.ts';

const meeting = () =>
  running(
    agenda({
      place: 'Rådhuset',
      participants: [{ personId: 'ida', apologies: false, guest: false }],
      attachments: [{ title: 'Budget', itemNumber: '1' }],
      items: [
        item(1, { asks: ['At Rådet godkender a', 'At Rådet drøfter b'], description: 'Sagen.\nOg mere.' }),
        item(2, { kind: 'break', number: null, title: 'Pause', durationMinutes: 10 }),
      ],
    }),
  ).does(
    chair,
    note('item-1', 'n', 'Ros til:\n- planen\n- huset'),
    record('item-1', 'd', {
      text: 'Planen sendes ud.',
      responsible: [{ kind: 'person', personId: 'bo' }],
      due: { text: 'uge 11', date: null },
    }),
  );

describe('the PDF tells a screen reader', () => {
  it('what is a heading, a list, a table and in which order it is read', async () => {
    const { pages } = await readBack(documentOf(meeting()));
    const lines = pages.flatMap((page) => asLines(page));
    expect(lines.slice(0, 14)).toEqual([
      'H1 Møde i Styregruppe Fjord',
      'P Udkast – ikke godkendt',
      'Table',
      '  TR',
      '    TH Tidspunkt',
      '    TD den 6. marts 2031 kl. 9.00-11.00',
      '  TR',
      '    TH Sted',
      '    TD Rådhuset',
      '  TR',
      '    TH Mødeleder',
      '    TD Ida Brandt',
      '  TR',
      '    TH Referent',
    ]);
    const at = lines.indexOf('  H2 1. Sag 1');
    expect(lines.slice(at - 1)).toEqual([
      'Sect',
      '  H2 1. Sag 1',
      '  H3 Indstilling',
      ...point('At Rådet godkender a', 'Ikke besvaret'),
      ...point('At Rådet drøfter b', 'Ikke besvaret').slice(1),
      '  H3 Beskrivelse af sagen',
      '  P Sagen.',
      '  P Og mere.',
      '  H3 Referat',
      '  P Ros til:',
      '  L',
      ...entry('-', 'planen'),
      ...entry('-', 'huset'),
      '  H3 Beslutning',
      ...point('1.1 Planen sendes ud.', 'Tovholder: Bo Winther · Frist: uge 11'),
      'Sect',
      '  H2 Pause (10 min.)',
      'Sect',
      '  H2 Opgaver',
      '  H3 Øvrige',
      ...point('1.1 Bo Winther: Planen sendes ud. (frist: uge 11)'),
    ]);
  });

  it('that a label names its row, and that page numbers are no part of the text', async () => {
    const { pages, artifacts, text } = await readBack(
      documentOf(oneItem({ description: 'Et afsnit.\n'.repeat(60) })),
    );
    expect(pages.length).toBe(3);
    expect(artifacts).toEqual(
      [1, 2, 3].map((page) => `Udkast – ikke godkendt · Møde i Styregruppe Fjord Side ${page} af 3`),
    );
    expect(text).not.toContain('Side 1');
    const { bytes } = await readBack(documentOf(meeting()));
    expect(Buffer.from(bytes).toString('latin1').split('/Scope /Row').length - 1).toBe(4);
  });

  it('its language and its title, in Danish as in English', async () => {
    const danish = await readBack(documentOf(meeting()));
    expect([danish.language, danish.info.Title]).toEqual(['da-DK', 'Møde i Styregruppe Fjord']);
    const english = await readBack(documentOf(meeting(), { language: 'en' }));
    expect(english.language).toBe('en-GB');
    expect(english.artifacts[0]).toContain('Page 1 of ');
    const raw = Buffer.from(danish.bytes).toString('latin1');
    for (const mark of ['/DisplayDocTitle true', '/Marked true', '%PDF-1.7', '/Tabs /S'])
      expect(raw).toContain(mark);
    expect(danish.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('all its headings beside the pages', async () => {
    const { outline } = await readBack(documentOf(meeting()));
    expect(outline).toEqual(['Deltagere', 'Bilag', '1. Sag 1', 'Pause (10 min.)', 'Opgaver']);
  });

  it('of a meeting without anything only what it is', async () => {
    const { pages } = await readBack({ ...documentOf(oneItem({})), facts: [], people: [], items: [] });
    expect(pages.map((page) => asLines(page))).toEqual([
      ['H1 Møde i Styregruppe Fjord', 'P Udkast – ikke godkendt'],
    ]);
  });
});

const entry = (mark: string, text: string): string[] => [
  '    LI',
  `      Lbl ${mark}`,
  '      LBody',
  `        P ${text}`,
];
const point = (text: string, remark?: string): string[] => [
  '  L',
  ...entry('•', text),
  ...(remark ? [`        P ${remark}`] : []),
];
