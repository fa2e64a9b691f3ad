import { describe, expect, it } from '@jest/globals';
import { parseAgenda } from '../../src/agendaImport/parseAgenda.ts';
import type { Line, LineEvidence } from '../../src/agendaImport/source.ts';

const line = (text: string, evidence: LineEvidence = {}): Line => ({
  text,
  anchor: { line: 1 },
  pageStart: false,
  evidence: { paragraph: true, ...evidence },
});
const large = { bold: true, size: 1.3 };
const titles = (lines: readonly Line[]) => parseAgenda(lines)?.items.map((item) => item.title);

const body = (heading: LineEvidence): Line[] => [
  line('Møde i Havnerådet', { bold: true, size: 2 }),
  line('Dato: 4. maj 2024'),
  line('Velkomst', heading),
  line('Formanden bød velkommen.'),
  line('Ny kran', heading),
  line('Indstilling', { bold: true }),
  line('1. At rådet køber kranen', { list: { level: 0, label: '1.', value: 1 } }),
  line('2. At rådet sælger den gamle', { list: { level: 0, label: '2.', value: 2 } }),
  line('Beslutning', { bold: true }),
  line('Godkendt.'),
  line('Eventuelt', heading),
];

describe('items without numbers', () => {
  for (const [name, evidence] of [
    ['bold and larger than the text', large],
    ['a style or tag of a heading', { heading: 1 }],
    ['larger letters alone', { size: 1.4 }],
  ] as const) {
    it(`are told by ${name}`, () => {
      expect(titles(body(evidence))).toEqual(['Velkomst', 'Ny kran', 'Eventuelt']);
    });
  }

  it('may have a heading over two lines', () => {
    const lines = body(large).flatMap((one) =>
      one.text === 'Ny kran'
        ? [one, line('til den store kaj', { ...large, paragraph: false, wraps: true })]
        : [one],
    );
    expect(titles(lines)).toEqual(['Velkomst', 'Ny kran til den store kaj', 'Eventuelt']);
  });

  it('are not looked for where the headings carry numbers', () => {
    let count = 0;
    const numbered = body(large).map((one) =>
      one.evidence?.size === 1.3 ? { ...one, text: `${++count}. ${one.text}` } : one,
    );
    expect(parseAgenda(numbered)?.items.map((item) => item.title)).toEqual([
      'Velkomst',
      'Ny kran',
      'Eventuelt',
    ]);
  });

  it('are not made of bold words in the head or of labels', () => {
    const lines = [
      line('1. Velkomst'),
      line('Indstilling', { bold: true }),
      line('At vi godkender'),
      line('2. Eventuelt'),
      line('Beslutning', { bold: true }),
      line('Referat', { bold: true }),
    ];
    expect(titles(lines)).toEqual(['Velkomst', 'Eventuelt']);
  });
});

describe('items with numbers, among lists with numbers', () => {
  it('are told from them by style, boldness or size', () => {
    const list = (from: number) =>
      [from, from + 1, from + 2].map((value) => line(`${value}. Emne nummer ${value}`));
    for (const look of [{ heading: 2 }, { bold: true }, { size: 1.3 }]) {
      const lines = [
        line('1. Velkomst', look),
        ...list(2),
        line('2. Budget', look),
        ...list(3),
        line('3. Eventuelt', look),
      ];
      expect(titles(lines)).toEqual(['Velkomst', 'Budget', 'Eventuelt']);
    }
  });
});
