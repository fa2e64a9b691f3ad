import { describe, expect, it } from '@jest/globals';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import { paragraph as p, run, wordPackage } from '../../agendaImport/wordPackage.ts';
import { heldAgenda, importedWord, type Said } from './heldAgenda.ts';
import { putInto } from './withoutOurs.ts';
import { documentOf, paragraphsOf } from './wordFile.ts';

const head = [
  p('Dagsorden til møde i Havnerådet'),
  p('Dato: 4. marts 2030 kl. 10.00-12.00'),
  p('Sted: Rådhuset'),
];
const styles =
  '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>';
const h = (text: string): string => p(text, '<w:pStyle w:val="H1"/>');
const label = (text: string): string => p(text, '<w:pStyle w:val="H2"/>');
const control = (content: string, properties = '<w:tag w:val="felt"/>'): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const cell = (...content: readonly string[]): string => `<w:tc>${content.join('') || '<w:p/>'}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
const item = (number: number, title: string, ...more: readonly string[]): string =>
  h(`${number}. ${title}`) +
  label('Indstilling') +
  p(`At rådet godkender ${title.toLowerCase()}`) +
  more.join('');
const last = h('3. Eventuelt');

/** Writes what was said into a document with this body. */
async function written(
  body: readonly string[],
  said: Readonly<Record<number, Said>>,
  withMinutes = false,
): Promise<{ source: string; xml: string; bytes: Uint8Array; layout: string }> {
  const file = wordPackage({ body: [...head, ...body].join(''), styles });
  const held = await heldAgenda(file, said, withMinutes);
  const { bytes, layout } = await writeDocx(held.document(), { source: held });
  return { source: documentOf(file), xml: documentOf(bytes), bytes, layout };
}

const decided = { 0: { decisions: ['Vi siger ja.'] } };
const texts = (xml: string): string[] => paragraphsOf(xml).map(({ text }) => text);
const isPart = (tag: string): boolean => tag.startsWith('punkt-part:');
const ours = (xml: string) =>
  paragraphsOf(xml).find(({ tags }) => tags.some((tag) => tag.endsWith(':decisions')));

describe('a decision written into an agenda made by hand', () => {
  it('stands under a label that waits for it', async () => {
    const { xml, source } = await written(
      [item(1, 'Kajen', label('Beslutning'), p('')), item(2, 'Molen', label('Beslutning')), last],
      decided,
    );
    expect(texts(xml).slice(6, 9)).toEqual(['At rådet godkender kajen', 'Beslutning', 'Vi siger ja.']);
    expect(putInto(source, xml)).toEqual([]);
  });

  it('comes with a label like the others where its item has none', async () => {
    const { xml, source } = await written(
      [item(1, 'Kajen'), item(2, 'Molen', label('Beslutning')), last],
      decided,
    );
    const at = texts(xml).indexOf('Beslutning');
    expect(paragraphsOf(xml)[at]).toMatchObject({ style: 'H2', tags: [] });
    expect(texts(xml)[at + 1]).toBe('Vi siger ja.');
    expect(putInto(source, xml)).toEqual(['Beslutning']);
  });

  it('stands where the other items have it, in front of what follows there', async () => {
    const papers = [label('Bilag'), p('Tegning af molen')];
    const { xml } = await written(
      [
        item(1, 'Kajen', label('Bilag'), p('Tegning af kajen')),
        item(2, 'Molen', label('Beslutning'), p('Udsat.'), ...papers),
        item(3, 'Broen', label('Beslutning'), p('Udsat.'), ...papers),
        h('4. Eventuelt'),
      ],
      decided,
    );
    expect(texts(xml).slice(6, 10)).toEqual([
      'At rådet godkender kajen',
      'Beslutning',
      'Vi siger ja.',
      'Bilag',
    ]);
  });

  it('replaces precisely the lines of the minutes that came with the agenda', async () => {
    const { xml, source } = await written(
      [item(1, 'Kajen', label('Beslutning'), p('Udsat.'), p('Sagen tages op igen.')), h('2. Molen'), last],
      decided,
    );
    const expected = texts(source).flatMap((text) =>
      text === 'Udsat.' ? ['Vi siger ja.'] : text === 'Sagen tages op igen.' ? [] : [text],
    );
    expect(paragraphsOf(xml).flatMap(({ tags, text }) => (tags.some(isPart) ? [] : [text]))).toEqual(
      expected,
    );
  });

  it('leaves minutes that say the same as they are set, and makes them ours', async () => {
    const bold = p(run('Udsat', '<w:b/>') + run(' til maj.'));
    const { xml, source } = await written(
      [item(1, 'Kajen', label('Beslutning'), bold), item(2, 'Molen'), last],
      {},
      true,
    );
    expect(xml).toContain(`<w:sdtContent>${bold}</w:sdtContent>`);
    expect(ours(xml)?.text).toBe('Udsat til maj.');
    expect(source).toContain(bold);
  });

  it('leaves a decision of an earlier meeting that the case quotes', async () => {
    const { xml } = await written(
      [
        item(
          1,
          'Kajen',
          label('Beslutning i Økonomiudvalget den 3. februar 2030'),
          p('Anbefales.'),
          label('Beslutning'),
        ),
        item(2, 'Molen', label('Beslutning')),
        last,
      ],
      decided,
    );
    expect(texts(xml)).toContain('Anbefales.');
    expect(texts(xml)[texts(xml).indexOf('Beslutning') + 1]).toBe('Vi siger ja.');
  });

  it('takes the place of what stands behind its label in the same line', async () => {
    const { xml, source } = await written(
      [
        item(1, 'Kajen', p(run('Beslutning: ', '<w:b/>') + run('Udsat.'))),
        item(2, 'Molen', p('Beslutning: Udsat &amp; sendt.')),
        last,
      ],
      { ...decided, 1: { decisions: ['Vi siger nej.'] } },
    );
    const at = texts(xml).indexOf('Beslutning: ');
    expect(texts(xml).slice(at, at + 2)).toEqual(['Beslutning: ', 'Vi siger ja.']);
    expect(texts(xml).slice(-3, -1)).toEqual(['Beslutning: ', 'Vi siger nej.']);
    expect(xml).toContain(run('Beslutning: ', '<w:b/>'));
    expect(source).toContain('Udsat &amp; sendt.');
  });
});

describe('sections in one paragraph, parted by line breaks', () => {
  const lines = (...texts: readonly string[]): string =>
    p(texts.map((text) => run(text)).join('<w:r><w:br/></w:r>'));

  it('are never written over: nothing of the case is lost', async () => {
    const joined = lines('Indstilling', 'At rådet godkender kajen', 'Beslutning', 'Udsat.');
    const { xml, layout } = await written([h('1. Kajen'), joined, item(2, 'Molen'), last], decided, true);
    expect(layout).toBe('builtIn');
    expect(xml).toContain('At rådet godkender kajen');
  });

  it('take a decision behind them where it comes last', async () => {
    const joined = lines('Indstilling', 'At rådet godkender kajen', 'Beslutning');
    const { xml, source, layout } = await written([h('1. Kajen'), joined, item(2, 'Molen'), last], decided);
    expect(layout).toBe('source');
    expect(texts(xml).slice(5, 7)).toEqual([
      'Indstilling\nAt rådet godkender kajen\nBeslutning',
      'Vi siger ja.',
    ]);
    expect(putInto(source, xml).filter((text) => text !== 'Beslutning')).toEqual([]);
  });
});

describe('a decision in a table made by hand', () => {
  it('stands in the column for it, in the row of its item', async () => {
    const { xml, source } = await written(
      [
        table(
          row(...['Nr.', 'Emne', 'Indstilling', 'Beslutning'].map((text) => cell(p(text)))),
          row(cell(p('1')), cell(p('Kajen')), cell(p('At rådet godkender kajen')), cell()),
          row(cell(p('2')), cell(p('Molen')), cell(p('At rådet godkender molen')), cell(p(''))),
        ),
      ],
      { ...decided, 1: { decisions: ['Vi siger nej.'] } },
    );
    expect(xml).toMatch(
      /At rådet godkender kajen.{0,60}<w:tc><w:sdt>.{0,400}Vi siger ja\..{0,60}<\/w:sdt><w:p\/><\/w:tc>/u,
    );
    expect(putInto(source, xml)).toEqual([]);
  });

  it('stands in the empty cell beside its label', async () => {
    const form = (title: string) =>
      table(
        row(cell(p('Indstilling')), cell(p(`At rådet godkender ${title}`))),
        row(cell(p('Beslutning')), cell()),
      );
    const { xml, source } = await written(
      [h('1. Kajen'), form('kajen'), p(''), h('2. Molen'), form('molen'), p(''), last],
      decided,
    );
    expect(xml).toMatch(/Beslutning<.{0,60}<w:tc><w:sdt>.{0,400}Vi siger ja\./u);
    expect(putInto(source, xml)).toEqual([]);
  });

  it('never stands in a table that is only part of the case', async () => {
    const figures = table(row(cell(p('År')), cell(p('Kr.'))), row(cell(p('2030')), cell(p('12'))));
    const { xml } = await written(
      [
        item(1, 'Kajen', label('Baggrund'), p('Tallene:'), figures, p('')),
        item(2, 'Molen', label('Beslutning')),
        last,
      ],
      decided,
    );
    expect(ours(xml)?.within).not.toContain('w:tc');
  });
});

describe('a decision among content controls, changes and breaks', () => {
  it('stands in the control of its whole item, but in none for a single line', async () => {
    const line = control(p('At rådet godkender molen'), '<w:text/>');
    const { xml, source } = await written(
      [
        control(item(1, 'Kajen') + p('')),
        control(h('2. Molen')) + label('Indstilling') + line + label('Beslutning'),
        last,
      ],
      { ...decided, 1: { note: 'Talt om.' } },
    );
    const [note] = paragraphsOf(xml).filter(({ tags }) => tags.some((tag) => tag.endsWith(':discussion')));
    expect(ours(xml)?.tags).toEqual(['felt', expect.stringMatching(/:decisions$/u)]);
    expect(note?.tags).toHaveLength(1);
    expect(putInto(source, xml).length).toBeGreaterThan(0);
  });

  it('stands beside what was put in and taken out under tracking, and changes none of it', async () => {
    const change = (name: string, content: string) =>
      `<w:${name} w:id="1" w:author="R" w:date="2030-01-01T00:00:00Z">${content}</w:${name}>`;
    const { xml, source } = await written(
      [
        item(1, 'Kajen', p(change('ins', run('Kajen er ny.')))),
        p(change('del', '<w:r><w:delText>Væk</w:delText></w:r>')),
        item(2, 'Molen', label('Beslutning')),
        last,
      ],
      decided,
    );
    expect(ours(xml)?.within).not.toContain('w:ins');
    expect(putInto(source, xml)).toEqual(['Beslutning']);
  });

  it('stands in front of the page break with which its item ends', async () => {
    const { xml, bytes } = await written(
      [
        item(1, 'Kajen', p(`${run('Kajen er ny.')}<w:r><w:br w:type="page"/></w:r>`)),
        item(2, 'Molen', label('Beslutning')),
        last,
      ],
      { 0: { note: 'Talt om.', decisions: ['Vi siger ja.'] } },
    );
    expect(xml.indexOf('Kajen er ny.')).toBeLessThan(xml.indexOf('Vi siger ja.'));
    expect(xml.indexOf('Vi siger ja.')).toBeLessThan(xml.indexOf('w:type="page"'));
    expect((await importedWord(bytes)).items.map(({ title }) => title)).toEqual([
      'Kajen',
      'Molen',
      'Eventuelt',
    ]);
  });

  it('stands in front of the heading that begins a new page', async () => {
    const heading = p(`<w:r><w:br w:type="page"/></w:r>${run('2. Molen')}`, '<w:pStyle w:val="H1"/>');
    const { xml, source } = await written([item(1, 'Kajen'), heading, label('Beslutning'), last], decided);
    expect(xml.indexOf('Vi siger ja.')).toBeLessThan(xml.indexOf('w:type="page"'));
    expect(putInto(source, xml)).toEqual(['Beslutning']);
  });

  it('stands in no text box, which may have no room for it', async () => {
    const box = (content: string): string =>
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const { xml, source, layout } = await written(
      [item(1, 'Kajen', box(p('Kajen er ny.'))), item(2, 'Molen', label('Beslutning')), last],
      decided,
    );
    expect(layout).toBe('source');
    expect(ours(xml)?.within).not.toContain('w:txbxContent');
    expect(putInto(source, xml)).toEqual(['Beslutning']);
  });

  it('is set as its neighbours are: their style, indent and letters', async () => {
    const set = '<w:pStyle w:val="Brød"/><w:ind w:left="567"/>';
    const body = p(run('Kajen er gammel og skal mures op igen.', '<w:sz w:val="20"/>'), set);
    const { xml } = await written(
      [item(1, 'Kajen', label('Baggrund'), body), item(2, 'Molen', label('Beslutning')), last],
      decided,
    );
    expect(xml).toContain(
      `<w:p><w:pPr>${set}</w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">Vi siger ja.</w:t></w:r></w:p>`,
    );
  });
});
