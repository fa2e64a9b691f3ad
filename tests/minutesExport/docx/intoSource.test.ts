import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import { fixture, type HeldAgenda, heldAgenda, importedWord } from './heldAgenda.ts';
import { putInto } from './withoutOurs.ts';
import { documentOf, paragraphsOf } from './wordFile.ts';

/** Made by LibreOffice, by a library with headings by look, with tracked changes, and as one table. */
const names = [
  'klynge-soendervang',
  'region-sundby',
  'ejerforening-havneparken',
  'foraeldreraad-skovbrynet',
  'styregruppe-fjordbyen',
];
const said = {
  0: { accepted: true },
  1: {
    note: 'Formanden redegjorde for sagen.\nDer var spørgsmål til økonomien.',
    decisions: ['Sagen genoptages på næste møde.', 'Der indhentes et nyt tilbud.'],
  },
} as const;
const exported = async (held: HeldAgenda) => {
  const { bytes, layout, reason } = await writeDocx(held.document(), { source: held });
  expect({ layout, reason }).toEqual({ layout: 'source', reason: null });
  return bytes;
};

describe.each(names)('minutes written into %s.docx', (name) => {
  const source = fixture(`${name}.docx`);

  it('leave every other part as it was, byte for byte and in its place', async () => {
    const [before, after] = [unzipSync(source), unzipSync(await exported(await heldAgenda(source, said)))];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const part of Object.keys(before).filter((part) => part !== 'word/document.xml'))
      expect(Buffer.compare(before[part] ?? Buffer.of(), after[part] ?? Buffer.of())).toBe(0);
  });

  it('put nothing into its text but content controls and their labels', async () => {
    // without minutes of its own, which would be written over
    const held = await heldAgenda(source, said);
    const empty = held.agenda.items.every(({ written }) => written === null);
    const written = documentOf(await exported(held));
    expect(() => paragraphsOf(written)).not.toThrow();
    if (!empty) return;
    for (const label of putInto(documentOf(source), written))
      expect(label).toMatch(/^(?:Referat|Beslutning)/u);
  });

  it('are read back with the same items, and what was said and decided under them', async () => {
    const held = await heldAgenda(source, said);
    const back = await importedWord(await exported(held));
    const facts = ({ items }: typeof back) =>
      items.map(({ number, title, recommendations, attachments }) => ({
        number,
        title,
        recommendations,
        attachments,
      }));
    expect(facts(back)).toEqual(facts(held.imported));
    const [, second] = back.items;
    expect(second?.discussion).toContain('Der var spørgsmål til økonomien.');
    expect(second?.decisions.map(({ text }) => text)).toEqual([...said[1].decisions]);
  });

  it('are the same bytes when they are written again', async () => {
    const held = await heldAgenda(source, said);
    expect(Buffer.compare(await exported(held), await exported(held))).toBe(0);
  });

  it('replace themselves in a document that they were written into before', async () => {
    const first = await exported(await heldAgenda(source, said));
    const again = await exported(await heldAgenda(first, {}, true));
    const texts = (bytes: Uint8Array) =>
      paragraphsOf(documentOf(bytes))
        .filter(({ tags }) => !tags.some((tag) => tag.endsWith(':open')))
        .map(({ text }) => text);
    expect(texts(again)).toEqual(texts(first));
  });
});

describe('an agenda that became minutes', () => {
  it.each([
    ['Godkendt den 6. marts 2031 af Ida Brandt', 'Referat · Godkendt den 6. marts 2031 af Ida Brandt'],
    ['Referatudkast – ikke godkendt', 'Referatudkast – ikke godkendt'],
  ])('says so above all else, once: %s', async (status, above) => {
    const held = await heldAgenda(fixture('region-sundby.docx'), said);
    const { bytes } = await writeDocx({ ...held.document(), status }, { source: held });
    const [first, second] = paragraphsOf(documentOf(bytes));
    expect([first?.text, first?.tags, second?.text]).toEqual([above, ['punkt-part:status'], 'Dagsorden']);
  });
});
