import { describe, expect, it } from '@jest/globals';
import { parseAgenda } from '../../src/agendaImport/parseAgenda.ts';
import type { Line } from '../../src/agendaImport/source.ts';
import { tableLines } from '../../src/agendaImport/tableLines.ts';

const plain = (text: string): Line => ({
  text,
  anchor: { line: 1 },
  pageStart: false,
  evidence: { paragraph: true },
});
/** Lines of a table given by its rows; a cell may hold several paragraphs. */
const table = (...rows: (string | string[])[][]): Line[] =>
  rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      [cell].flat().map(
        (text, at): Line => ({
          text,
          anchor: { line: row * 100 + column * 10 + at + 1 },
          pageStart: false,
          evidence: { paragraph: true, cell: { table: 0, row, column, columns: cells.length } },
        }),
      ),
    ),
  );
const texts = (lines: readonly Line[]): string[] => tableLines(lines).map((line) => line.text);

describe('a table becomes the lines that a person would read aloud', () => {
  it('people: one line each, without the row that heads them', () => {
    const people = table(
      ['Navn', 'Titel', 'Kommune', 'Afbud'],
      ['Anna Holm', 'direktør', 'Nordby', ''],
      ['Bo Krag', 'chef', 'Sydby', 'x'],
    );
    expect(texts([plain('Deltagere:'), ...people.filter((line) => line.text !== '')])).toEqual([
      'Deltagere:',
      'Anna Holm, direktør, Nordby',
      'Bo Krag, chef, Sydby (afbud)',
    ]);
  });

  it('people without a label above are given one; marks of presence fall away', () => {
    expect(texts(table(['Deltager', 'Organisation', 'Til stede'], ['Anna Holm', 'Nordby', '✓']))).toEqual([
      'Deltagere:',
      'Anna Holm, Nordby',
    ]);
  });

  it('items whose column "Punkt" holds number and title, beside "Indhold"', () => {
    expect(
      texts(
        table(
          ['Tid', 'Punkt', 'Indhold', 'Ansvarlig'],
          ['8.30', '1. Velkomst', 'Formanden byder velkommen.', 'Lars Elgaard'],
          ['9.15', '2. Budget', ['Direktionen indstiller,', 'at udvalget drøfter budgettet'], 'Pia Hvid'],
        ),
      ),
    ).toEqual([
      '1. Velkomst (8.30) v/ Lars Elgaard',
      'Indhold',
      'Formanden byder velkommen.',
      '2. Budget (9.15) v/ Pia Hvid',
      'Direktionen indstiller,',
      'at udvalget drøfter budgettet',
    ]);
  });

  it('items with what they are for: one word of it is no heading', () => {
    expect(
      texts(
        table(
          ['Kl.', 'Punkt', 'Formål'],
          ['9.00', '1. Velkomst', 'Orientering'],
          ['9.10', '2. Vagtplan', 'Beslutning'],
        ),
      ),
    ).toEqual(['1. Velkomst (9.00)', '2. Vagtplan (9.10)']);
  });

  it('items that are a table each, with the number in the first cell: a closed one stays apart', () => {
    const agenda = parseAgenda([
      plain('Dagsorden'),
      ...table(['Punkt 1', 'Velkomst'], ['Indstilling', 'At udvalget godkender dagsordenen']),
      plain('–'),
      ...table(['Punkt 2', 'Lukket: Klagesag'], ['Indstilling', 'At udvalget drøfter sagen']),
    ]);
    expect(agenda?.items.map(({ number, title, closed }) => [number, title, closed])).toEqual([
      ['1', 'Velkomst', false],
      ['2', 'Klagesag', true],
    ]);
    expect(agenda?.items.map(({ recommendations }) => recommendations.length)).toEqual([1, 1]);
  });

  it('people with a mark for who takes part, which is no title', () => {
    const people = table(
      ['Navn', 'Organisation', 'Deltager'],
      ['Anna Holm', 'Nordby', 'x'],
      ['Bo Krag', 'Sydby', 'Afbud'],
    );
    expect(texts([plain('Deltagere:'), ...people])).toEqual([
      'Deltagere:',
      'Anna Holm, Nordby',
      'Bo Krag, Sydby, Afbud',
    ]);
  });

  it('a list of contents below the people, which says what is closed', () => {
    const agenda = parseAgenda([
      plain('Medlemmer: Jens Ask (formand), Maja Toft, Ole Birk'),
      ...table(
        ['Pkt.', 'Tekst', 'Åbent/lukket'],
        ['1.1', 'Dagsorden', 'Åbent'],
        ['1.2', 'Køb af ejendom', 'Lukket'],
      ),
      plain('1.1 Dagsorden'),
      plain('Forvaltningen indstiller'),
      plain('at dagsordenen godkendes.'),
      plain('1.2 Køb af ejendom'),
      plain('Indstilling'),
      plain('At udvalget drøfter købet.'),
    ]);
    expect(agenda?.participants.map(({ name }) => name)).toEqual(['Jens Ask', 'Maja Toft', 'Ole Birk']);
    expect(
      agenda?.items.map(({ number, closed, recommendations }) => [number, closed, recommendations]),
    ).toEqual([
      ['1.1', false, ['at dagsordenen godkendes.']],
      ['1.2', true, ['At udvalget drøfter købet.']],
    ]);
  });

  it('people in columns without heads below their label', () => {
    expect(texts([plain('Afbud:'), ...table(['Anna Holm', 'direktør'], ['Bo Krag', 'chef'])])).toEqual([
      'Afbud:',
      'Anna Holm, direktør',
      'Bo Krag, chef',
    ]);
  });

  it('labels beside their values, several to a row', () => {
    expect(
      texts(table(['Mødedato', '4. maj 2024', 'Sted:', 'Rådhuset'], ['Deltagere', ['Anna Holm', 'Bo Krag']])),
    ).toEqual(['Mødedato: 4. maj 2024', 'Sted: Rådhuset', 'Deltagere:', 'Anna Holm', 'Bo Krag']);
  });

  it('items: number, title, time and presenter in one heading, the other cells under the word at their head', () => {
    const items = table(
      ['Nr.', 'Emne', 'Varighed', 'Oplægsholder', 'Indstilling', 'Bilag'],
      ['3.', ['Ny bro', 'Pælene er sat.'], '20', 'Lea Nord', 'At vi drøfter', 'Tegning'],
    );
    expect(texts(items)).toEqual([
      '3. Ny bro (20 min.) v/ Lea Nord',
      'Pælene er sat.',
      'Indstilling',
      'At vi drøfter',
      'Bilag',
      'Tegning',
    ]);
  });

  it('numbers beside titles without heads', () => {
    expect(
      texts(
        table(['1', 'Velkomst', 'kl. 9.00-9.10'], ['2', ['Budget', 'Tekst om budgettet'], 'kl. 9.10-9.30']),
      ),
    ).toEqual(['1. Velkomst  kl. 9.00-9.10', '2. Budget  kl. 9.10-9.30', 'Tekst om budgettet']);
  });

  it('anything else: cell after cell, every line with its own anchor', () => {
    const lines = table(['Rød', 'Grøn tekst'], ['Blå', 'Gul tekst']);
    expect(tableLines(lines)).toEqual(lines);
  });

  it('joins what wraps inside a cell', () => {
    const [first, second] = table(['Nr.', 'Emne'], ['1', ['Godkendelse af', 'dagsorden']]).slice(3);
    const wrapped = second ? [{ ...second, evidence: { ...second.evidence, paragraph: false } }] : [];
    const head = table(['Nr.', 'Emne'], ['1']);
    expect(texts([...head, ...(first ? [first] : []), ...wrapped])).toEqual(['1. Godkendelse af dagsorden']);
  });

  it('columns of who, deadline and decision below every item', () => {
    const agenda = parseAgenda([
      plain('Driftsudvalget'),
      plain('Dato: 3. maj 2031 kl. 9-10'),
      ...table(
        ['Nr.', 'Punkt', 'Ansvarlig', 'Beslutning', 'Deadline'],
        ['1', 'Velkomst', 'Anna Holm', 'Dagsordenen blev godkendt.', '-'],
        ['2', 'Budget', 'Bo Krag', 'Bo Krag sender tallene.', '1. juni 2031'],
      ),
    ]);
    expect(agenda?.items.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Velkomst',
      '2 Budget',
    ]);
    expect(agenda?.items[1]?.description).toBeNull();
    expect(agenda?.items[1]?.decisions).toMatchObject([
      { text: 'Bo Krag sender tallene.', responsible: ['Bo Krag'], due: { date: '2031-06-01' } },
    ]);
  });
});
