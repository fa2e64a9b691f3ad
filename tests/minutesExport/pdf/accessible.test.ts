import { describe, expect, it } from '@jest/globals';
import type { MinutesDocument } from '../../../src/views/minutesDocument.ts';
import { documentOf, oneItem } from '../../support/writtenMinutes.ts';
import { asLines, readBack, unpacked } from './readBack.ts';

const block = (style: 'paragraph' | 'bullet' | 'number', text: string, remark = '') => ({
  style,
  text,
  remark,
});
/** Small minutes with something of everything, in no words but these. */
const minutes: MinutesDocument = {
  language: 'da',
  edition: 'full',
  title: 'Møde i Rådet',
  status: 'Udkast – ikke godkendt',
  facts: [
    { label: 'Tidspunkt', value: 'kl. 9.00' },
    { label: 'Sted', value: 'Rådhuset' },
  ],
  people: [
    { heading: 'Deltagere', groups: [{ organisation: 'Havneby', people: ['Ida Brandt', 'Bo Krag'] }] },
  ],
  front: [],
  items: [
    {
      itemId: 'i1',
      kind: 'item',
      closed: false,
      heading: '1. Sag 1',
      sections: [
        {
          id: 'i1:recommendation',
          kind: 'recommendation',
          label: 'Indstilling',
          blocks: [block('number', 'At a', 'Godkendt'), block('number', 'At b')],
        },
        {
          id: 'i1:discussion',
          kind: 'discussion',
          label: null,
          blocks: [block('paragraph', 'Sagen.\nRos til:\n- planen\n- huset', 'Ikke bekræftet')],
        },
        {
          id: 'i1:decisions',
          kind: 'decisions',
          label: 'Beslutning',
          blocks: [block('bullet', 'Planen sendes ud.\nStraks.', 'Frist: uge 11')],
        },
      ],
    },
    { itemId: 'i2', kind: 'break', closed: false, heading: 'Pause (10 min.)', sections: [] },
  ],
  back: [
    {
      id: 'tasks',
      heading: 'Opgaver',
      groups: [{ heading: 'Havneby', blocks: [block('bullet', 'Planen')] }],
    },
  ],
  metadata: { title: '', date: '', forum: '', caseNumber: '', documentType: '', confidentiality: '' },
};

describe('the PDF tells a screen reader', () => {
  it('what is a heading, a list, a table and in which order it is read', async () => {
    const { pages } = await readBack(minutes);
    expect(pages.map((page) => asLines(page))).toEqual([
      [
        'H1 Møde i Rådet',
        'P Udkast – ikke godkendt',
        'Table',
        '  TR',
        '    TH Tidspunkt',
        '    TD kl. 9.00',
        '  TR',
        '    TH Sted',
        '    TD Rådhuset',
        'Sect',
        '  H2 Deltagere',
        '  H3 Havneby',
        '  L',
        ...entry('•', 'Ida Brandt'),
        ...entry('•', 'Bo Krag'),
        'Sect',
        '  H2 1. Sag 1',
        '  H3 Indstilling',
        '  L',
        ...entry('1.', 'At a', 'Godkendt'),
        ...entry('2.', 'At b'),
        '  P Sagen.',
        '  P Ros til:',
        '  L',
        ...entry('-', 'planen'),
        ...entry('-', 'huset'),
        '  P Ikke bekræftet',
        '  H3 Beslutning',
        '  L',
        ...entry('•', 'Planen sendes ud.', 'Straks.', 'Frist: uge 11'),
        'Sect',
        '  H2 Pause (10 min.)',
        'Sect',
        '  H2 Opgaver',
        '  H3 Havneby',
        '  L',
        ...entry('•', 'Planen'),
      ],
    ]);
  });

  it('that a label names its row, and how a list is marked', async () => {
    const file = Buffer.from((await readBack(minutes)).bytes).toString('latin1');
    const count = (attribute: string) => file.split(attribute).length - 1;
    expect(count('/O /Table\n/Scope /Row')).toBe(2);
    expect(['Disc', 'Decimal', 'None'].map((kind) => count(`/O /List\n/ListNumbering /${kind}`))).toEqual([
      3, 1, 1,
    ]);
  });

  it('that page numbers are no part of the text', async () => {
    const { pages, artifacts, text } = await readBack(
      documentOf(oneItem({ description: 'Et afsnit.\n'.repeat(60) })),
    );
    expect(pages.length).toBe(3);
    expect(artifacts).toEqual(
      [1, 2, 3].map((page) => `Referatudkast – ikke godkendt · Møde i Styregruppe Fjord Side ${page} af 3`),
    );
    expect(text).not.toContain('Side 1');
  });

  it('its language and its title, in Danish as in English', async () => {
    const danish = await readBack(minutes);
    expect([danish.language, danish.info.Title]).toEqual(['da-DK', 'Møde i Rådet']);
    const english = await readBack({ ...minutes, language: 'en' });
    expect(english.language).toBe('en-GB');
    expect(english.artifacts[0]).toContain('Page 1 of ');
    const raw = Buffer.from(danish.bytes).toString('latin1');
    for (const mark of ['/DisplayDocTitle true', '/Marked true', '%PDF-1.7', '/Tabs /S'])
      expect(raw).toContain(mark);
    expect(danish.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('of nothing on a page that is neither tagged nor set aside', async () => {
    const { bytes } = await readBack({ ...minutes, title: 'Møde 👍🏽 שלום' });
    let depth = 0;
    const outside = unpacked(bytes)
      .split('\n')
      .filter((line) => {
        if (/ B[DM]C$/u.test(line)) depth += 1;
        else if (line === 'EMC') depth -= 1;
        return line === 'BT' && depth === 0;
      });
    expect([depth, outside]).toEqual([0, []]);
  });

  it('all its headings beside the pages', async () => {
    const { outline } = await readBack(minutes);
    expect(outline).toEqual(['Deltagere', '1. Sag 1', 'Pause (10 min.)', 'Opgaver']);
  });

  it('of a meeting without anything only what it is', async () => {
    const { pages } = await readBack({ ...minutes, facts: [], people: [], items: [], back: [] });
    expect(pages.map((page) => asLines(page))).toEqual([['H1 Møde i Rådet', 'P Udkast – ikke godkendt']]);
  });
});

const entry = (mark: string, ...texts: string[]): string[] => [
  '    LI',
  `      Lbl ${mark}`,
  '      LBody',
  ...texts.map((text) => `        P ${text}`),
];
