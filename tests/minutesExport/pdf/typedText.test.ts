import { describe, expect, it } from '@jest/globals';
import { missingCharacters } from '../../../src/wording/pdfTexts.ts';
import { chair, note, record } from '../../support/meetingBuilder.ts';
import { documentOf, oneItem } from '../../support/writtenMinutes.ts';
import { readBack, unpacked } from './readBack.ts';

const readAloud = async (typed: string) => {
  const held = oneItem({}).does(chair, note('item-1', 'n', typed));
  const read = await readBack(documentOf(held));
  const from = read.text.indexOf('Referat\n') + 'Referat\n'.length;
  return { ...read, note: read.text.slice(from) };
};
const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');

describe('what people typed is in the PDF as they typed it', () => {
  it.each([
    ['Danish and its neighbours', 'Blåbærgrød på Ærø: é ü ñ ß å ø æ Å Ø Æ þ ð ł ž'],
    ['signs', '– — “citat” »citat« ’ … • € £ ½ ² ° § † → ← ✓ ☐ ☑ ≤ ≥ ± × % ‰ № µ'],
    ['letters that share a shape', 'µ og μ, - og ‑ og ‐, ∆ og Δ'],
    ['letters behind those that are made of them', 'ÅÆÖÜÉ AOUE ĀĒĪ ΆΑ άα ϊι ύυ ЃГ ЙИ йи ½ 1 2 ⅓ 3'],
    ['other alphabets', 'Ωμέγα Привет Ελλάδα Україна'],
    ['Hebrew and Arabic', 'Sagt: שלום עולם og مرحبا بالعالم her.'],
    ['letters that join in the font', 'Offentlig affald fik fløjet afficeret'],
    ['marks of their own', 'cafe\u0301 A\u030a x\u0304'],
    ['code and markup', '<b>&amp;</b> {{x}} =SUM(A1) \\n (a) [b] %PDF-1.7 endstream endobj >>'],
    ['smileys that a font has', 'Godt 😀 gået'],
  ])('%s', async (_name, typed) => {
    const { note, missing } = await readAloud(typed);
    expect(squeezed(note)).toBe(squeezed(typed));
    expect(missing).toEqual([]);
  });

  it('with its paragraphs, its blank lines as room, and its tabs as gaps', async () => {
    const { pages } = await readAloud('Første.\r\n\r\nAnden\tmed gab.\nTredje.\u2028Fjerde.');
    const item = pages.flat().at(-1);
    expect(
      item?.children.filter(({ tag }) => tag === 'P').map(({ text }) => text.replace(/ +/gu, ' ')),
    ).toEqual(['Første.', 'Anden med gab.', 'Tredje.', 'Fjerde.']);
  });

  it('a word longer than a line is cut, and nothing of it is lost', async () => {
    const typed = `Se ${'https://eksempel.dk/sti/'.repeat(12)} og ${'x'.repeat(900)}.`;
    const { note } = await readAloud(typed);
    expect(squeezed(note)).toBe(squeezed(typed));
  });

  it('100,000 characters in one note', async () => {
    const typed = Array.from({ length: 20_000 }, (_, at) => `ord${at % 700}`)
      .join(' ')
      .slice(0, 100_000);
    expect(squeezed((await readAloud(typed)).note)).toBe(squeezed(typed));
  });

  it('in headings, lists, remarks and the head as well', async () => {
    const typed = 'Æblet <ø> → Ωμέγα';
    const held = oneItem({ title: typed, asks: [`At ${typed}`], attachments: [typed] }).does(
      chair,
      record('item-1', 'd', {
        text: `Vedtaget.\n${typed}`,
        responsible: [{ kind: 'text', text: `${typed}!` }],
      }),
    );
    const document = { ...documentOf(held), title: typed, facts: [{ label: typed, value: typed }] };
    const { text, artifacts } = await readBack(document);
    expect(squeezed(text).split(squeezed(typed)).length - 1).toBe(10);
    expect(artifacts[0]).toContain(typed);
  });
});

describe('what no font has', () => {
  it('stands there by its number, is what a screen reader hears, and is told', async () => {
    const { note, missing, bytes } = await readAloud('Tak 👍🏽 og 👨‍👩‍👧, 中 og \u0007 og \ud83d!');
    expect(note.replace(/\s+/gu, ' ').trim()).toBe(
      'Tak ⟦U+1F44D U+1F3FD⟧ og ⟦U+1F468 U+200D U+1F469 U+200D U+1F467⟧, ⟦U+4E2D⟧ og ⟦U+0007⟧ og ⟦U+D83D⟧!',
    );
    expect(missing).toEqual(['👍🏽', '👨‍👩‍👧', '中', '\u0007', '\ud83d']);
    const heard = Buffer.from('👍🏽', 'utf16le').swap16().toString('latin1');
    expect(unpacked(bytes)).toContain(`/ActualText (\xfe\xff${heard})`);
  });

  it('shows nothing where it is made to show nothing', async () => {
    const { note, missing } = await readAloud('for\u00adval\u200bt\ufeff\u202eni\u2060ng ❤\ufe0f');
    expect([note.trim(), missing]).toEqual(['forvaltning ❤', []]);
  });

  it('is a sentence that says what to do', () => {
    expect(missingCharacters([], 'da')).toBeNull();
    expect(missingCharacters(['\u0007', '\ud83d'], 'da')).toContain(': U+0007 U+D83D –');
    expect(missingCharacters(['👍'], 'da')).toMatch(/^PDF-filen kan ikke vise dette tegn: 👍 –/u);
    expect(missingCharacters([...'中文字'], 'en')).toMatch(
      /^The PDF cannot show these characters: 中 文 字 –/u,
    );
    expect(
      missingCharacters(
        Array.from({ length: 99 }, (_, at) => `${at}`),
        'da',
      ),
    ).toContain('11 … –');
  });
});
