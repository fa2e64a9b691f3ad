import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSource } from '../../../src/agendaImport/readSource.ts';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import { paragraph as p, run, wordPackage } from '../../agendaImport/wordPackage.ts';
import { heldAgenda, type Said } from './heldAgenda.ts';
import { withoutControls } from './withoutOurs.ts';
import { documentOf, paragraphsOf } from './wordFile.ts';

const cases = Number(process.env.PUNKT_TEST_CASES ?? 1);
const styles = ['H1', 'H2']
  .map(
    (id) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${id.slice(1)}"/></w:style>`,
  )
  .join('');

type Wrap = (content: string) => string;
const wraps: readonly Wrap[] = [
  (content) => content,
  (content) => content,
  (content) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`,
  (content) => `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`,
  (content) => `<w:customXml w:element="x">${content}</w:customXml>`,
  (content) => `<w:tbl><w:tr><w:tc>${content}<w:p/></w:tc></w:tr></w:tbl>`,
  (content) => `<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>${content}</w:tc></w:tr></w:tbl>`,
  (content) => `${content}<w:p/>`,
  (content) => `<w:bookmarkStart w:id="1" w:name="a"/>${content}<w:bookmarkEnd w:id="1"/>`,
  (content) => `${content}<w:p><w:r><w:br w:type="page"/></w:r></w:p>`,
];
const wrap = fc.constantFrom(...wraps);
const text = fc.constantFrom(
  'Molen skal mures op.',
  'At rådet godkender planen',
  'Kr. 1 &amp; 2',
  'Tal om sagen.',
);
const line = fc.tuple(text, wrap).map(([words, around]) => around(p(words)));
const broken = text.map((words) => p(`${run(words)}<w:r><w:br/></w:r>${run('Og mere.')}`));
const section = fc
  .tuple(
    fc.constantFrom('Indstilling', 'Baggrund', 'Bilag', 'Referat', 'Beslutning', 'Beslutning: Udsat.'),
    fc.boolean(),
    fc.array(fc.oneof({ weight: 4, arbitrary: line }, broken), { maxLength: 3 }),
    wrap,
    wrap,
  )
  .map(([label, styled, lines, first, whole]) =>
    whole(first(p(label, styled ? '<w:pStyle w:val="H2"/>' : '')) + lines.join('')),
  );
const item = fc.tuple(fc.array(section, { maxLength: 4 }), wrap, wrap);
const body = fc
  .array(item, { minLength: 2, maxLength: 5 })
  .map(
    (items) =>
      p('Dagsorden til møde i Havnerådet') +
      p('Dato: 4. marts 2030') +
      items
        .map(([sections, first, whole], at) =>
          whole(first(p(`${at + 1}. Sag om kaj ${at + 1}`, '<w:pStyle w:val="H1"/>')) + sections.join('')),
        )
        .join(''),
  );
const said: Readonly<Record<number, Said>> = {
  0: { note: 'Alle talte.', decisions: ['Vi siger ja.'] },
  1: { decisions: ['Vi siger nej.', 'Ole ringer.'] },
};
const places = [
  ['Alle talte.', 1],
  ['Vi siger ja.', 1],
  ['Vi siger nej.', 2],
] as const;
/** Every element in `source` in its order is in `written`, which may hold more. */
const holdsInOrder = (source: string, written: string): boolean => {
  let at = 0;
  for (const tag of source.match(/<[^>]*>/gu) ?? []) {
    const found = written.indexOf(tag, at);
    if (found < 0) return false;
    at = found + tag.length;
  }
  return true;
};

describe('an agenda of any make', () => {
  it('is written into with all of its own elements, or set by us with a reason; nothing said is lost', async () => {
    const layouts = { source: 0, builtIn: 0 };
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (content, withMinutes) => {
        const file = wordPackage({ body: content, styles });
        fc.pre((await readSource(file, 'a.docx')).ok);
        const held = await heldAgenda(file, said, withMinutes);
        const { bytes, layout, reason } = await writeDocx(held.document(), { source: held });
        layouts[layout] += 1;
        expect(reason === null).toBe(layout === 'source');
        const xml = documentOf(bytes);
        const own = paragraphsOf(xml).filter(({ tags }) => tags.some((tag) => tag.startsWith('punkt:')));
        const told = own.map((one) => one.text);
        for (const words of held
          .document()
          .items.flatMap(({ sections }) =>
            sections
              .filter(({ kind }) => kind === 'discussion' || kind === 'decisions')
              .flatMap(({ blocks }) => blocks.flatMap((block) => block.text.split('\n'))),
          ))
          expect(told.join('\n').replace(/\s+/gu, ' ')).toContain(words.replace(/\s+/gu, ' '));
        const texts = paragraphsOf(xml).map((one) => one.text);
        const heading = (number: number) => texts.findIndex((one) => one.includes(`Sag om kaj ${number}`));
        for (const [words, number] of places) {
          const at = texts.findIndex((one) => one.includes(words));
          expect([heading(number) < at, heading(number + 1) > at || heading(number + 1) < 0]).toEqual([
            true,
            true,
          ]);
        }
        // a cell ends with something that holds a paragraph, and is never empty
        expect(xml).not.toMatch(/<w:tc><\/w:tc>|<w:sdtContent><\/w:sdtContent>/u);
        const minuted = held.agenda.items.some(({ written }) => written !== null);
        if (layout === 'source' && !minuted)
          expect(holdsInOrder(documentOf(file), withoutControls(xml))).toBe(true);
      }),
      { numRuns: 60 * cases },
    );
    // the strangest of them are set by us
    expect(layouts.source).toBeGreaterThan(layouts.builtIn / 3);
  }, 120_000);

  /** Writes the minutes, imports what was written with them, and writes again: each word stands as often. */
  async function writtenOver(content: string): Promise<void> {
    const file = wordPackage({ body: content, styles });
    fc.pre((await readSource(file, 'a.docx')).ok);
    const held = await heldAgenda(file, said);
    const first = await writeDocx(held.document(), { source: held });
    fc.pre(first.layout === 'source');
    const again = await heldAgenda(first.bytes, {}, true);
    const second = await writeDocx(again.document(), { source: again });
    const times = (bytes: Uint8Array, words: string): number =>
      paragraphsOf(documentOf(bytes)).filter(
        ({ text, tags }) => text.includes(words) && !tags.some((tag) => tag.startsWith('punkt-part')),
      ).length;
    for (const words of ['Alle talte.', 'Vi siger ja.', 'Vi siger nej.', 'Ole ringer.'])
      expect([words, times(second.bytes, words)]).toEqual([words, times(first.bytes, words)]);
  }

  it('is written over, not doubled, when the minutes in it are imported and exported again', async () => {
    await fc.assert(fc.asyncProperty(body, writtenOver), { numRuns: 25 * cases });
  }, 120_000);

  it('whose section begins with a heading is not minuted in the look of that heading', async () => {
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
    await writtenOver(
      [
        p('Dagsorden til møde i Havnerådet'),
        p('Dato: 4. marts 2030'),
        p('1. Sag om kaj 1', style('H1')),
        p('Referat'),
        p('Baggrund', style('H2')),
        p('2. Sag om kaj 2', style('H1')),
      ].join(''),
    );
  });
});
