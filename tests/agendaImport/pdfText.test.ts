import { describe, expect, it } from '@jest/globals';
import type { Line } from '../../src/agendaImport/source.ts';
import { lines, linesOfPdf } from './pdfFile.ts';

const texts = (read: readonly Line[]): string[] => read.map((line) => line.text);
const paragraphs = (read: readonly Line[]): string[] =>
  texts(read)
    .map((text, at) => `${read[at]?.evidence?.paragraph ? '\n' : ' '}${text}`)
    .join('')
    .trim()
    .split('\n');
/** Running text that fills the column. */
const prose = (word: string, rows: number): string[] =>
  Array.from({ length: rows }, (_, at) =>
    `${word} ${at} ${'lang nok tekst til at fylde en linje '.repeat(2)}`.trim(),
  );

describe('the lines of a PDF', () => {
  it('come in reading order with page and place, whatever the order in the file', async () => {
    const read = await linesOfPdf([
      [
        ...lines(['2. Budget for næste år', '3. Eventuelt'], { y: 700 }),
        ...lines(['1. Velkomst ved formanden'], { y: 720 }),
      ],
    ]);
    expect(texts(read)).toEqual(['1. Velkomst ved formanden', '2. Budget for næste år', '3. Eventuelt']);
    expect(read[0]?.anchor).toEqual({ line: 1, page: 1, x: 60, y: 720 });
  });

  it('go down one column before the next, with what stands across both in its place', async () => {
    const [left, right] = [prose('venstre', 6), prose('højre', 6)].map((column) =>
      column.map((row) => row.slice(0, 42)),
    );
    const read = await linesOfPdf([
      [
        ...lines(['En overskrift, som går hen over begge spalter på siden og er lang'], { y: 780, size: 14 }),
        ...lines(left ?? [], { x: 50, y: 740 }),
        ...lines(right ?? [], { x: 310, y: 740 }),
        ...lines(['En linje nedenunder, som også går hen over begge spalter på siden, helt ud'], { y: 640 }),
      ],
    ]);
    expect(texts(read).map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      'En overskrift,',
      ...[0, 1, 2, 3, 4, 5].map((at) => `venstre ${at}`),
      ...[0, 1, 2, 3, 4, 5].map((at) => `højre ${at}`),
      'En linje',
    ]);
  });

  it('keep a label and its value on one line, parted by spaces', async () => {
    const read = await linesOfPdf([
      [
        ...lines(['Dato', 'Tidspunkt', 'Sted', 'Referent', 'Mødeleder']),
        ...lines(['4. maj 2024', 'kl. 9.00-10.00', 'Rådhuset', 'Bo Krag', 'Anna Holm'], { x: 200 }),
      ],
    ]);
    expect(texts(read)[1]).toMatch(/^Tidspunkt {2,}kl\. 9\.00-10\.00$/u);
    expect(read).toHaveLength(5);
  });

  it('go on as one paragraph where they wrap, and begin another at a gap, an indent, a short line or a bullet', async () => {
    const [a = '', b = '', c = '', d = ''] = prose('ord', 4);
    const read = await linesOfPdf([
      [
        ...lines([a, b, 'kort slutning.']),
        ...lines([c, d], { y: 724 }),
        ...lines(['• Første punkt', '• Andet punkt'], { x: 78, y: 690 }),
        ...lines([a], { y: 650 }),
      ],
    ]);
    expect(paragraphs(read)).toEqual([
      `${a} ${b} kort slutning.`,
      `${c} ${d}`,
      '• Første punkt',
      '• Andet punkt',
      a,
    ]);
  });

  it('say how they look beside the running text', async () => {
    const read = await linesOfPdf([
      [
        ...lines(['Overskrift'], { y: 780, size: 15, bold: true }),
        ...lines(prose('ord', 5)),
        ...lines(['fed'], { y: 600, bold: true }),
      ],
    ]);
    expect(read[0]?.evidence).toMatchObject({ size: 1.5, bold: true });
    expect(read[1]?.evidence?.bold).toBeUndefined();
    expect(read.at(-1)?.evidence).toMatchObject({ bold: true });
  });

  it('come without running heads, feet and page numbers; the head of the first page stays', async () => {
    const page = (number: number) => [
      ...lines(['Klyngestyregruppe Vest'], { y: 815 }),
      ...lines([`${number}. Punkt om noget vigtigt`, ...prose(`side ${number}`, 3)], { y: 700 }),
      ...lines([`Dagsorden · Side ${number} af 3`], { y: 30 }),
    ];
    const read = await linesOfPdf([page(1), page(2), page(3)]);
    expect(texts(read).filter((text) => /Klynge/u.test(text))).toHaveLength(1);
    expect(texts(read).join('\n')).not.toMatch(/Side \d/u);
    expect(read.filter((line) => line.pageStart).map((line) => line.anchor.page)).toEqual([2, 3]);
  });

  it('keep lines that repeat in the middle of pages', async () => {
    const page = (number: number) =>
      lines([`${number}. Punkt om noget`, 'Indstilling', 'At rådet godkender', ...prose('x', 3)], { y: 600 });
    expect(texts(await linesOfPdf([page(1), page(2)])).filter((text) => text === 'Indstilling')).toHaveLength(
      2,
    );
  });

  it('know entries of a list of contents by their dots', async () => {
    const read = await linesOfPdf([
      lines([
        '1. Velkomst og dagsorden ............................ 2',
        '2. Budget for det kommende år .............. 3',
      ]),
    ]);
    expect(read.map((line) => line.evidence?.contents)).toEqual([true, true]);
  });

  it('leave out the number of a footnote, and know its text', async () => {
    const body = prose('ord', 4);
    const read = await linesOfPdf([
      [
        ...lines(body),
        { text: 'Prisen er to millioner', x: 60, y: 690 },
        { text: '1', x: 158, y: 694, size: 6 },
        { text: '1', x: 60, y: 104, size: 5 },
        { text: 'Inklusive moms og afgifter', x: 66, y: 100, size: 8 },
      ],
    ]);
    expect(texts(read)).toContain('Prisen er to millioner');
    expect(read.at(-1)).toMatchObject({ text: 'Inklusive moms og afgifter', evidence: { note: true } });
    expect(read.filter((line) => line.evidence?.note)).toHaveLength(1);
  });

  it('read a box at the side after the text beside it', async () => {
    const read = await linesOfPdf([
      [
        ...lines(['Dato: 4. maj 2024', 'Tid: kl. 9.00', 'Sted: Rådhuset', 'Referent: Bo Krag'], {
          leading: 16,
        }),
        ...lines(['Sekretariatet', 'Tlf. 12 34 56 78'], { x: 420, y: 755, leading: 12 }),
      ],
    ]);
    const order = texts(read);
    expect(order.slice(0, 2)).toEqual(['Dato: 4. maj 2024', 'Tid: kl. 9.00']);
    expect(order).toContain('Sekretariatet');
    expect(order.indexOf('Tlf. 12 34 56 78')).toBe(order.indexOf('Sekretariatet') + 1);
  });

  it('ignore a stamp across the page, and read a page that lies on its side', async () => {
    const stamped = await linesOfPdf([
      [...lines(prose('ord', 3)), { text: 'UDKAST', x: 200, y: 300, size: 60, turned: 45 }],
    ]);
    expect(texts(stamped)).not.toContain('UDKAST');
    const turned = ['1. Velkomst ved formanden', '2. Budget for de næste år'].map((text, at) => ({
      text,
      x: 100 + at * 20,
      y: 100,
      turned: 90,
    }));
    expect(texts(await linesOfPdf([turned], { rotate: 90 }))).toEqual([
      '1. Velkomst ved formanden',
      '2. Budget for de næste år',
    ]);
  });

  it('tell where links lead, those to somebody’s own disk too', async () => {
    const read = await linesOfPdf([lines(['Bilag til punktet om budget', 'Økonomi og andre vigtige tal'])], {
      links: [
        { uri: 'https://eksempel.dk/bilag', rect: [58, 755, 120, 770] },
        { uri: 'file:///C:/Brugere/x/tal.xlsx', rect: [58, 744, 120, 756] },
      ],
    });
    expect(read.map((line) => line.evidence?.links)).toEqual([
      ['https://eksempel.dk/bilag'],
      ['file:///C:/Brugere/x/tal.xlsx'],
    ]);
  });

  it('stand in the cells of a table without lines or tags below a row of heads', async () => {
    const column = (x: number, ...rows: (readonly string[])[]) =>
      rows.flatMap((row, at) => lines(row, { x, y: 700 - at * 50 }));
    const read = await linesOfPdf([
      [
        ...column(60, ['Nr.'], ['1'], ['2']),
        ...column(120, ['Emne'], ['Status på broen', 'over fjorden'], ['Eventuelt']),
        ...column(300, ['Ansvarlig'], ['Lea Nord'], ['Per Mose']),
      ],
    ]);
    expect(read.map(({ text, evidence }) => [text, evidence?.cell?.row, evidence?.cell?.column])).toEqual([
      ['Nr.', 0, 0],
      ['Emne', 0, 1],
      ['Ansvarlig', 0, 2],
      ['1', 1, 0],
      ['Status på broen', 1, 1],
      ['over fjorden', 1, 1],
      ['Lea Nord', 1, 2],
      ['2', 2, 0],
      ['Eventuelt', 2, 1],
      ['Per Mose', 2, 2],
    ]);
  });
});
