import { describe, expect, it } from '@jest/globals';
import { linesOfWord, listed, paragraph, textsOfWord } from './wordPackage.ts';

const level = (at: number, text: string, format = 'decimal', more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const abstract = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, abstractId: number, override = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${override}</w:num>`;
const startAt = (value: number, at = 0) =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;

describe('numbers that Word counts itself', () => {
  it('are counted on over the text between them', async () => {
    const numbering = abstract(0, level(0, '%1.')) + num(1, 0);
    const body = listed('Velkomst', 1) + paragraph('Tekst') + listed('Budget', 1);
    expect(await textsOfWord({ body, numbering })).toEqual(['1. Velkomst', 'Tekst', '2. Budget']);
  });

  it('show the levels above, and begin anew below the next of those', async () => {
    const numbering =
      abstract(0, level(0, '%1.'), level(1, '%1.%2', 'decimal'), level(2, '%3)', 'lowerLetter')) + num(1, 0);
    const body =
      listed('A', 1) +
      listed('B', 1, 1) +
      listed('C', 1, 2) +
      listed('D', 1, 2) +
      listed('E', 1) +
      listed('F', 1, 1);
    expect(await textsOfWord({ body, numbering })).toEqual([
      '1. A',
      '1.1 B',
      'a) C',
      'b) D',
      '2. E',
      '2.1 F',
    ]);
  });

  it('go on through lists of one definition, and begin anew where a list says so', async () => {
    const numbering = abstract(0, level(0, '%1.')) + num(1, 0) + num(2, 0) + num(3, 0, startAt(7));
    const body = listed('A', 1) + listed('B', 2) + listed('C', 3) + listed('D', 3);
    expect(await textsOfWord({ body, numbering })).toEqual(['1. A', '2. B', '7. C', '8. D']);
  });

  it('keep counting where a level never restarts', async () => {
    const numbering =
      abstract(0, level(0, '%1.'), level(1, '%2)', 'decimal', '<w:lvlRestart w:val="0"/>')) + num(1, 0);
    const body = listed('A', 1) + listed('B', 1, 1) + listed('C', 1) + listed('D', 1, 1);
    expect(await textsOfWord({ body, numbering })).toEqual(['1. A', '1) B', '2. C', '2) D']);
  });

  const formats: [string, string, string[]][] = [
    ['upperRoman', '%1.', ['I.', 'II.', 'III.', 'IV.']],
    ['lowerRoman', '(%1)', ['(i)', '(ii)', '(iii)', '(iv)']],
    ['upperLetter', '%1.', ['A.', 'B.', 'C.', 'D.']],
    ['decimalZero', 'Punkt %1:', ['Punkt 01:', 'Punkt 02:', 'Punkt 03:', 'Punkt 04:']],
    ['bullet', '\uf0b7', ['•', '•', '•', '•']],
  ];
  for (const [format, text, labels] of formats) {
    it(`are printed as ${format}`, async () => {
      const numbering = abstract(0, level(0, text, format)) + num(1, 0);
      const lines = await linesOfWord({ body: listed('x', 1).repeat(4), numbering });
      expect(lines.map((line) => line.evidence?.list?.label)).toEqual(labels);
      expect(lines.map((line) => line.text)).toEqual(labels.map((label) => `${label} x`));
    });
  }

  it('come from the style of a heading, at the level tied to it, and from the style that it is based on', async () => {
    const numbering =
      abstract(
        0,
        level(0, '%1.', 'decimal', '<w:pStyle w:val="Punkt"/>'),
        level(1, '%1.%2', 'decimal', '<w:pStyle w:val="Under"/>'),
      ) + num(4, 0);
    const numbered = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>';
    const styles =
      `<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Overskrift 1"/>${numbered}</w:style>` +
      `<w:style w:type="paragraph" w:styleId="Under"><w:name w:val="Overskrift 2"/>${numbered}</w:style>` +
      '<w:style w:type="paragraph" w:styleId="Rød"><w:name w:val="Rød"/><w:basedOn w:val="Punkt"/></w:style>';
    const styled = (text: string, style: string) => paragraph(text, `<w:pStyle w:val="${style}"/>`);
    const lines = await linesOfWord({
      body: styled('A', 'Punkt') + styled('B', 'Under') + styled('C', 'Rød'),
      styles,
      numbering,
    });
    expect(lines.map((line) => [line.text, line.evidence?.heading])).toEqual([
      ['1. A', 1],
      ['1.1 B', 2],
      ['2. C', 1],
    ]);
  });

  it('follow the link from a list to a list style', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Liste"/></w:abstractNum>' +
      abstract(1, level(0, '%1)')) +
      num(1, 0) +
      num(2, 1);
    const styles =
      '<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    expect(await textsOfWord({ body: listed('A', 1), styles, numbering })).toEqual(['1) A']);
  });

  it('are taken away by list number 0', async () => {
    const numbering = abstract(0, level(0, '%1.')) + num(1, 0);
    const styles =
      '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="P"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body =
      paragraph('A', '<w:pStyle w:val="P"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      paragraph('B', '<w:pStyle w:val="P"/>');
    expect(await textsOfWord({ body, styles, numbering })).toEqual(['A', '1. B']);
  });

  it('do not loop where styles or lists refer to each other in a ring', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="B"/></w:abstractNum>${num(1, 0)}`;
    expect(await textsOfWord({ body: paragraph('x', '<w:pStyle w:val="A"/>'), styles, numbering })).toEqual([
      'x',
    ]);
  });
});
