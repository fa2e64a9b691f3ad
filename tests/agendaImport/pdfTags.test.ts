import { describe, expect, it } from '@jest/globals';
import { readPeople } from '../../src/agendaImport/participants.ts';
import { rolesOf, type StructureNode } from '../../src/agendaImport/pdf/structure.ts';

const leaf = (id: string): StructureNode => ({ type: 'content', id });
const node = (role: string, ...children: StructureNode[]): StructureNode => ({ role, children });

describe('the tags of a PDF', () => {
  it('name headings, lists of contents, notes and cells; other text has no role', () => {
    const tree = node(
      'Root',
      node('H2', node('Span', leaf('a'))),
      node('P', leaf('b')),
      node('TOC', node('TOCI', leaf('c'))),
      node('Note', leaf('d')),
      node(
        'Table',
        node('THead', node('TR', node('TH', leaf('e')), node('TH', leaf('f')))),
        node('TBody', node('TR', node('TD', node('P', leaf('g'))), node('TD', leaf('h')))),
      ),
    );
    expect(Object.fromEntries(rolesOf(tree, { count: 3 }))).toEqual({
      a: { heading: 2 },
      c: { contents: true },
      d: { note: true },
      e: { cell: { table: 3, row: 0, column: 0, columns: 2 } },
      f: { cell: { table: 3, row: 0, column: 1, columns: 2 } },
      g: { cell: { table: 3, row: 1, column: 0, columns: 2 } },
      h: { cell: { table: 3, row: 1, column: 1, columns: 2 } },
    });
  });

  it('may nest without end', () => {
    let tree = leaf('x');
    for (let depth = 0; depth < 5_000; depth++) tree = node('Div', tree);
    expect(rolesOf(tree, { count: 0 }).size).toBe(0);
  });
});

describe('names at the edge of a column', () => {
  const names = (...texts: string[]) =>
    readPeople(
      texts.map((text, at) => ({
        text,
        gap: 0 as const,
        anchor: { line: at + 1 },
        evidence: at === 0 ? { paragraph: true } : { paragraph: false, wraps: true },
      })),
      false,
    ).map((person) => person.name);

  it('are joined where one is broken, and not where the next line begins with another', () => {
    expect(names('Gorm Fabricius (formand), Lise Brandt, Aksel', 'Møbjerg, Yvonne Raun')).toEqual([
      'Gorm Fabricius',
      'Lise Brandt',
      'Aksel Møbjerg',
      'Yvonne Raun',
    ]);
    expect(names('Gorm Fabricius, direktør, Nordby Kommune', 'Lise Brandt, chef, Nordby Kommune')).toEqual([
      'Gorm Fabricius',
      'Lise Brandt',
    ]);
  });
});
