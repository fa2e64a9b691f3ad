import { describe, expect, it } from '@jest/globals';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import { fixture, heldAgenda, importedWord } from './heldAgenda.ts';
import { block, itemPart, section } from './sampleMinutes.ts';
import { documentOf, paragraphsOf } from './wordFile.ts';

const added = itemPart('ny', 'Tillægspunkt om cykler', [
  section('ny', 'recommendation', 'Indstilling', [block('At rådet drøfter cyklerne', 'bullet')]),
  section('ny', 'decisions', 'Beslutning', [block('Cyklerne flyttes.', 'bullet')]),
]);

/** Writes an item into the agenda that came later than its file, at that place. */
async function withNewItem(at: number) {
  const held = await heldAgenda(fixture('ejerforening-havneparken.docx'), {
    1: { decisions: ['Taget lægges.'] },
  });
  const document = held.document();
  const [known] = held.agenda.items;
  if (!known) throw new Error('no item');
  const { anchors: _none, ...bare } = known;
  const agenda = { ...held.agenda, items: held.agenda.items.toSpliced(at, 0, { ...bare, id: 'ny' }) };
  const items = document.items.toSpliced(at, 0, added);
  return writeDocx({ ...document, items }, { source: { bytes: held.bytes, agenda } });
}

describe('an item that came later than the agenda’s file', () => {
  it.each([
    [0, 'Velkomst'],
    [2, 'Cykler i gården'],
  ])('is written whole at its place (%i), set as the others are', async (at, next) => {
    const { bytes, layout } = await withNewItem(at);
    expect(layout).toBe('source');
    const texts = paragraphsOf(documentOf(bytes)).map(({ text }) => text);
    const from = texts.indexOf('Tillægspunkt om cykler');
    expect(texts.slice(from, from + 6)).toEqual([
      'Tillægspunkt om cykler',
      'Indstilling',
      'At rådet drøfter cyklerne',
      'Beslutning',
      'Cyklerne flyttes.',
      next,
    ]);
    expect(documentOf(bytes)).toMatch(
      /<w:r><w:rPr><w:b\/><w:bCs\/><w:sz w:val="26"\/><w:szCs w:val="26"\/><\/w:rPr><w:t xml:space="preserve">Till/u,
    );
  });

  it('is read back behind the one that it follows', async () => {
    const { bytes } = await withNewItem(2);
    const titles = (await importedWord(bytes)).items.map(({ title }) => title);
    expect(titles).toContain('Cykler i gården');
    expect(titles.some((title) => title.includes('Tillægspunkt om cykler'))).toBe(true);
  });
});
