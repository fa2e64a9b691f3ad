import { describe, expect, it } from '@jest/globals';
import { parseAgenda } from '../../src/agendaImport/parseAgenda.ts';
import { linesOfWord, listed, paragraph } from './wordPackage.ts';

/** A Word document with a paragraph for every line of a text. */
const poured = (text: string) => ({
  body: text
    .split('\n')
    .map((line) => (line === '' ? '<w:p/>' : paragraph(line)))
    .join(''),
});
const head = 'Driftsudvalget Åmosen\n\nDato: 3. maj 2031 kl. 9.00-10.00\n\n';
const broken = `${head}1. Velkomst

2. Budget
Udvalget har set på budgettet for det kommende år og
finder, at der mangler midler til den nye indgang og
til belægningen foran den.

Indstilling
- at udvalget drøfter budgettet for det kommende år og
beder om et nyt overslag

3. Eventuelt`;

describe('a typed text that was poured into Word', () => {
  it('is read as the text that it was: blank lines part it, and lines broken at the margin join', async () => {
    const lines = await linesOfWord(poured(broken));
    expect(lines.every((line) => line.evidence?.paragraph === undefined)).toBe(true);
    const items = parseAgenda(lines)?.items ?? [];
    expect(items.map(({ title }) => title)).toEqual(['Velkomst', 'Budget', 'Eventuelt']);
    expect(items[1]).toMatchObject({
      description:
        'Udvalget har set på budgettet for det kommende år og finder, at der mangler midler til den nye indgang og til belægningen foran den.',
      recommendations: ['at udvalget drøfter budgettet for det kommende år og beder om et nyt overslag'],
    });
  });

  it('keeps the spaces that set its columns, and the paragraph of every line', async () => {
    const lines = await linesOfWord(
      poured(
        `${head}Punkt                    Beslutning\n\n1 Velkomst               Godkendt\n                         uden bemærkninger`,
      ),
    );
    expect(lines.at(-1)?.text).toBe('                         uden bemærkninger');
    expect(lines.map((line) => line.anchor.paragraph)).toEqual(lines.map((_line, at) => at));
  });

  it.each([
    ['whose paragraphs are whole', poured(`${head}1. Velkomst\n\n2. Eventuelt`)],
    ['without blank lines', poured(broken.replace(/\n+/g, '\n'))],
    ['with a list of its own', { body: poured(broken).body + listed('Punkt', 1), numbering: numbers() }],
  ])('is no document %s', async (_what, parts) => {
    const lines = await linesOfWord(parts);
    expect(lines.every((line) => line.evidence?.paragraph === true)).toBe(true);
    expect(lines.every((line) => line.text !== '')).toBe(true);
  });
});

function numbers(): string {
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>';
  return `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
}
