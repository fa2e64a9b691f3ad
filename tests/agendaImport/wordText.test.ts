import { describe, expect, it } from '@jest/globals';
import { linesOfWord, paragraph, run, textsOfWord } from './wordPackage.ts';

const insertion = (content: string) => `<w:ins w:id="1" w:author="x">${content}</w:ins>`;
const deletion = (text: string) =>
  `<w:del w:id="2" w:author="x"><w:r><w:delText>${text}</w:delText><w:tab/></w:r></w:del>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const table = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

describe('the text of a Word document', () => {
  it('is read with all tracked changes accepted', async () => {
    const moved = (kind: string, text: string) => `<w:${kind} w:id="3">${run(text)}</w:${kind}>`;
    const body = paragraph(
      run('Mødet ') +
        deletion('aflyses') +
        insertion(run('holdes')) +
        moved('moveFrom', ' i dag') +
        moved('moveTo', ' fredag'),
    );
    expect(await textsOfWord({ body })).toEqual(['Mødet holdes fredag']);
  });

  it('joins paragraphs where the mark between them was deleted, and drops deleted ones and rows', async () => {
    const markGone = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const body =
      paragraph(run('Første '), markGone) +
      paragraph(run('anden')) +
      paragraph(deletion('helt væk'), markGone) +
      paragraph('tredje') +
      `<w:tbl><w:tr><w:trPr><w:del w:id="5"/></w:trPr>${cell(paragraph('slettet'))}</w:tr><w:tr>${cell(paragraph('celle'))}</w:tr></w:tbl>`;
    const lines = await linesOfWord({ body });
    expect(lines.map((line) => line.text)).toEqual(['Første anden', 'tredje', 'celle']);
    expect(lines.map((line) => line.anchor.paragraph)).toEqual([1, 3, 5]);
  });

  it('does not take an old look for the present one', async () => {
    const old = '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>';
    expect(await textsOfWord({ body: paragraph(run('ses', old)) })).toEqual(['ses']);
  });

  it('leaves hidden text out, by run or by style, and prompts of empty fields', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Klik her for at skrive')}</w:sdtContent></w:sdt>`;
    const body = paragraph(
      run('a') +
        run('b', '<w:vanish/>') +
        run('c', '<w:rStyle w:val="Skjult"/>') +
        run('d', '<w:vanish w:val="0"/>') +
        prompt,
    );
    expect(await textsOfWord({ body, styles })).toEqual(['ad']);
  });

  it('has a line for every line break, and tabs, hyphens and symbols in their place', async () => {
    const body = paragraph(
      `${run('Sted:')}<w:r><w:tab/><w:t>Rådhuset</w:t><w:br/><w:t>proces</w:t><w:noBreakHyphen/><w:t>leder</w:t><w:softHyphen/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`,
    );
    const lines = await linesOfWord({ body });
    expect(lines.map((line) => line.text)).toEqual(['Sted:\tRådhuset', 'proces-leder✓']);
    expect(lines.map((line) => line.evidence?.paragraph)).toEqual([true, false]);
    expect(new Set(lines.map((line) => line.anchor.paragraph)).size).toBe(1);
  });

  it('holds a text box once, behind the paragraph that it hangs on', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body =
      paragraph(
        `${run('Anker')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('Boks')}</wps:txbx></w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict><v:textbox>${box('Boks')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) + paragraph('Efter');
    expect(await textsOfWord({ body })).toEqual(['Anker', 'Boks', 'Efter']);
  });

  it('shows what a field made, not how, and knows a list of contents', async () => {
    const entry = paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
        `${run('1. Velkomst')}<w:r><w:tab/></w:r>${field('PAGEREF x', run('3'))}`,
    );
    const body =
      entry +
      paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>') +
      paragraph(run('Dato: ') + field(' DATE \\@ "d. MMMM" ', run('4. maj')));
    const lines = await linesOfWord({ body });
    expect(lines.map((line) => [line.text, line.evidence?.contents])).toEqual([
      ['1. Velkomst ..... 3', true],
      ['Dato: 4. maj', undefined],
    ]);
  });

  it('tells where links lead', async () => {
    const body =
      paragraph(`<w:hyperlink r:id="rIdL0">${run('Bilag')}</w:hyperlink>`) +
      paragraph(field('HYPERLINK "https://eksempel.dk/a"', run('her'))) +
      paragraph(`<w:hyperlink w:anchor="top">${run('op')}</w:hyperlink>`) +
      paragraph(`<w:hyperlink r:id="rIdL1">${run('ved siden af')}</w:hyperlink>`);
    const lines = await linesOfWord({ body, links: ['file:///C:/Brugere/x/bilag.docx', 'Bilag/1.docx'] });
    expect(lines.map((line) => line.evidence?.links)).toEqual([
      ['file:///C:/Brugere/x/bilag.docx'],
      ['https://eksempel.dk/a'],
      undefined,
      ['file:Bilag/1.docx'],
    ]);
  });

  it('sets a footnote behind the line that refers to it, with an anchor in its own part', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph('x')}</w:footnote><w:footnote w:id="2">${paragraph('Inkl. moms')}</w:footnote>`;
    const body =
      paragraph(`${run('Prisen er 2 mio.')}<w:r><w:footnoteReference w:id="2"/></w:r>`) + paragraph('Videre');
    const lines = await linesOfWord({ body, footnotes });
    expect(lines.map((line) => [line.text, line.evidence?.note, line.anchor.part])).toEqual([
      ['Prisen er 2 mio.', undefined, 'word/document.xml'],
      ['Inkl. moms', true, 'word/footnotes.xml'],
      ['Videre', undefined, 'word/document.xml'],
    ]);
  });

  it('reads tables cell by cell and says which; merged cells once', async () => {
    const body = table(
      cell(paragraph('Navn')) + cell(paragraph('Titel'), '<w:gridSpan w:val="2"/>'),
      cell(paragraph('A'), '<w:vMerge w:val="restart"/>') + cell(paragraph('B')) + cell(paragraph('C')),
      cell(paragraph('dækket'), '<w:vMerge/>') + cell(paragraph('D')) + cell(paragraph('E')),
    );
    const lines = await linesOfWord({ body });
    expect(lines.map((line) => [line.text, line.evidence?.cell?.row, line.evidence?.cell?.column])).toEqual([
      ['Navn', 0, 0],
      ['Titel', 0, 1],
      ['A', 1, 0],
      ['B', 1, 1],
      ['C', 1, 2],
      ['D', 2, 1],
      ['E', 2, 2],
    ]);
  });

  it('says how a line looks: heading by style in Danish or English, bold, size beside the running text', async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="O2"><w:name w:val="Overskrift 2"/><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Vores punkt"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>';
    const styled = (style: string) => paragraph('x', `<w:pStyle w:val="${style}"/>`);
    const body =
      styled('T') +
      styled('O2') +
      styled('Egen') +
      paragraph(run('fed', '<w:b/>')) +
      paragraph(run('halv', '<w:b/>') + run('t')) +
      paragraph('almindelig tekst'.repeat(5));
    const lines = await linesOfWord({ body, styles });
    expect(lines.map(({ evidence }) => [evidence?.heading, evidence?.bold, evidence?.size])).toEqual([
      [0, undefined, undefined],
      [2, true, 1.5],
      [1, undefined, undefined],
      [undefined, true, undefined],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });

  it('is found in the strict edition of the format and under other prefixes', async () => {
    const strict =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Strengt</x:t></x:r></x:p></x:body></x:document>';
    expect(await textsOfWord({ body: '', extra: { 'word/document.xml': strict } })).toEqual(['Strengt']);
  });
});
