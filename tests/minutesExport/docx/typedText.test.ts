import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import { paragraph as p, wordPackage } from '../../agendaImport/wordPackage.ts';
import { heldAgenda } from './heldAgenda.ts';
import { block, itemPart, minutes, section } from './sampleMinutes.ts';
import { controlTexts, documentOf, paragraphsOf, partsOf } from './wordFile.ts';

const cases = Number(process.env.PUNKT_TEST_CASES ?? 1);
const odd = fc.constantFrom(
  ...['<w:p/>', '&amp;', '&', ']]>', '"', "'", ' ', '\t', '\n', '\r\n', '=1+1', '{ HYPERLINK "x" }', 'æøå'],
  ...['👩‍👩‍👧', 'שלום', 'مرحبا', '(', '\u200f', '\u00a0', '\u2028', '{PAGE}', 'MERGEFIELD a', '\\*'],
);
const odds = fc
  .array(fc.oneof(odd, fc.string({ unit: 'binary' })), { maxLength: 12 })
  .map((pieces) => pieces.join(''));

/** What Word reads: the ends of lines are one kind, and what XML can't hold is named. */
const asRead = (text: string): string =>
  text
    .replace(/\r\n|\r/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, (char) => {
      const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase();
      return `⟨U+${code.padStart(4, '0')}⟩`;
    });

const saying = (text: string) => [
  itemPart('item-1', `1. ${text}`, [
    section('item-1', 'discussion', text, [block(text)]),
    section('item-1', 'decisions', 'Beslutning', [block(text, 'bullet', text)]),
  ]),
];
const builtIn = async (text: string) => documentOf((await writeDocx(minutes({ items: saying(text) }))).bytes);

describe('text as it was typed', () => {
  it('is well-formed XML and reads back the same, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(odds, async (text) => {
        const xml = await builtIn(text);
        expect(controlTexts(xml, 'punkt:item-1:discussion').join('\n')).toBe(asRead(text));
        const [entry, remark] = controlTexts(xml, 'punkt:item-1:decisions');
        expect(entry).toBe(asRead(text));
        expect(remark ?? '').toBe(asRead(text));
        const texts = paragraphsOf(xml).map((one) => one.text);
        expect(texts).toContain(asRead(`1. ${text}`));
      }),
      { numRuns: 60 * cases },
    );
  });

  it('is well-formed in the properties of the file as well', async () => {
    await fc.assert(
      fc.asyncProperty(odds, async (text) => {
        const base = minutes();
        const metadata = { ...base.metadata, title: text, forum: text, caseNumber: text };
        const parts = partsOf((await writeDocx({ ...base, title: text, metadata })).bytes);
        for (const xml of Object.values(parts)) expect(() => paragraphsOf(xml)).not.toThrow();
      }),
      { numRuns: 30 * cases },
    );
  });

  it('reads back the same from the agenda’s own document', async () => {
    const body = ['Dagsorden for Havnerådet', 'Dato: 4. marts 2030', '1. Kajen', 'Beslutning', '2. Molen'];
    const bytes = wordPackage({ body: body.map((text) => p(text)).join('') });
    const held = await heldAgenda(bytes, { 0: { decisions: ['x'] } });
    const document = held.document();
    await fc.assert(
      fc.asyncProperty(odds, async (text) => {
        const items = document.items.map((item) => ({
          ...item,
          sections: item.sections.map((one) => ({ ...one, blocks: [block(text)] })),
        }));
        const written = await writeDocx({ ...document, items }, { source: held });
        expect(written.layout).toBe('source');
        const id = items[0]?.sections.find(({ kind }) => kind === 'decisions')?.id;
        expect(controlTexts(documentOf(written.bytes), `punkt:${id}`).join('\n')).toBe(asRead(text));
      }),
      { numRuns: 50 * cases },
    );
  });

  it('becomes no field and no formula', async () => {
    const xml = await builtIn('{ HYPERLINK "http://x" } =1+1 <w:instrText>PAGE</w:instrText>');
    expect(xml).not.toMatch(/<w:(?:instrText|fldSimple|fldChar)/u);
  });

  it('runs from right to left where it is written so, and only there', async () => {
    const xml = await builtIn('Taleren sagde שלום, og gik.');
    expect(xml).toMatch(/<w:t xml:space="preserve">Taleren sagde <\/w:t>/u);
    expect(xml).toMatch(/<w:rPr><w:rtl\/><\/w:rPr><w:t xml:space="preserve">שלום<\/w:t>/u);
    expect(xml).not.toContain('<w:bidi/>');
    expect(await builtIn('שלום לכולם')).toContain('<w:bidi/>');
  });

  it('may be 100,000 characters long, or nothing but one strange sign', async () => {
    for (const sign of ['a', '&', 'ש', ' ', '\n', '\u0007', '👩', 'ש ']) {
      const text = sign.repeat(100_000 / sign.length);
      const before = performance.now();
      const xml = await builtIn(text);
      expect(performance.now() - before).toBeLessThan(15_000);
      expect(controlTexts(xml, 'punkt:item-1:discussion').join('\n')).toBe(asRead(text));
    }
  }, 180_000);
});
