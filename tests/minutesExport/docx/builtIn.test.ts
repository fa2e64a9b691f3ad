import { describe, expect, it } from '@jest/globals';
import { writeDocx } from '../../../src/minutesExport/docx/writeDocx.ts';
import { importedWord } from './heldAgenda.ts';
import { block, itemPart, minutes, section } from './sampleMinutes.ts';
import { controlTexts, documentOf, paragraphsOf, partsOf } from './wordFile.ts';

const written = async (fields = {}) => (await writeDocx(minutes(fields))).bytes;

describe('minutes as a Word document of our own', () => {
  it('come without a reason: nothing else was asked for', async () => {
    expect(await writeDocx(minutes())).toMatchObject({ layout: 'builtIn', reason: null });
  });

  it('have a title, and real headings of items, labels and organisations', async () => {
    const headings = paragraphsOf(documentOf(await written()))
      .filter(({ style }) => style === 'Title' || style?.startsWith('Heading'))
      .map(({ style, text }) => `${style}: ${text}`);
    expect(headings).toEqual([
      'Title: Møde i Styregruppe Fjord',
      'Heading1: Deltagere',
      'Heading3: Fjordby Kommune',
      'Heading3: Region Nordlyng',
      'Heading1: Afbud',
      'Heading1: 1. Godkendelse af dagsorden (kl. 9.00-9.10)',
      'Heading2: Indstilling',
      'Heading2: Beslutning',
      'Heading1: 2. Status for havneprojektet (kl. 9.10-9.50) v. Asta Lund',
      'Heading2: Indstilling',
      'Heading2: Beskrivelse af sagen',
      'Heading2: Bilag',
      'Heading2: Referat',
      'Heading2: Beslutning',
      'Heading1: Pause (kl. 9.50-10.00)',
      'Heading1: 4. Eventuelt',
      'Heading1: Opgaver',
      'Heading3: Fjordby Kommune',
    ]);
    const styles = partsOf(await written())['word/styles.xml'];
    for (const level of [1, 2, 3])
      expect(styles).toMatch(
        new RegExp(`<w:name w:val="heading ${level}"/>.*?<w:outlineLvl w:val="${level - 1}"/>`, 'u'),
      );
  });

  it('hold each section in a content control by its id, its label outside', async () => {
    const xml = documentOf(await written());
    expect(controlTexts(xml, 'punkt:item-2:discussion')).toEqual([
      'Asta Lund viste billeder fra byggepladsen.',
      'Der var spørgsmål til prisen.',
      'Ikke bekræftet – foreslået af Bo Winther',
    ]);
    expect(controlTexts(xml, 'punkt-part:tasks')[0]).toBe('Opgaver');
    expect(paragraphsOf(xml).find(({ text }) => text === 'Referat')?.tags).toEqual([]);
  });

  it('have real lists, each numbered one counted from 1', async () => {
    const numbers = ['a', 'b'].map((id) =>
      itemPart(id, id, [
        section(id, 'recommendation', 'Indstilling', [block('en', 'number'), block('to', 'number')]),
      ]),
    );
    const bytes = await written({ items: numbers });
    const listed = paragraphsOf(documentOf(bytes)).filter((one) => ['en', 'to'].includes(one.text));
    expect(listed.map(({ numbered }) => numbered)).toEqual([true, true, true, true]);
    const ids = [...documentOf(bytes).matchAll(/<w:numId w:val="(\d+)"\/>/gu)].map(([, id]) => id);
    const [first, second] = [...new Set(ids.filter((id) => id !== '1'))];
    expect(ids.filter((id) => id === first || id === second)).toEqual([first, first, second, second]);
    const numbering = partsOf(bytes)['word/numbering.xml'] ?? '';
    expect(numbering.match(/<w:startOverride w:val="1"\/>/gu)).toHaveLength(2);
  });

  it('name their language, and that of an English meeting', async () => {
    const danish = partsOf(await written());
    expect(danish['word/styles.xml']).toContain('<w:lang w:val="da-DK"');
    expect(danish['docProps/core.xml']).toContain('<dc:language>da-DK</dc:language>');
    const english = partsOf(await written({ language: 'en' }));
    expect(english['word/styles.xml']).toContain('<w:lang w:val="en-GB"');
    expect(english['word/footer1.xml']).toMatch(/Page .*PAGE.* of .*NUMPAGES/su);
  });

  it('tell a case system their title, case number, forum, date and confidentiality', async () => {
    const parts = partsOf(await written());
    expect(parts['docProps/core.xml']).toContain('<dc:title>Møde i Styregruppe Fjord</dc:title>');
    for (const [name, value] of [
      ['CaseNumber', '31/1234'],
      ['Forum', 'Styregruppe Fjord'],
      ['MeetingDate', '2031-03-06'],
      ['DocumentType', 'Referat'],
      ['Confidentiality', 'Åben'],
      ['Edition', 'full'],
    ])
      expect(parts['docProps/custom.xml']).toMatch(
        new RegExp(`name="${name}"><vt:lpwstr>${value}</vt:lpwstr>`, 'u'),
      );
  });

  it('count their pages at the foot', async () => {
    expect(partsOf(await written())['word/footer1.xml']).toMatch(/Side .*PAGE.* af .*NUMPAGES/su);
  });

  it('are the same bytes every time', async () => {
    expect(Buffer.compare(await written(), await written())).toBe(0);
  });

  it('name no part that is not there, and hold none that is not named', async () => {
    const parts = partsOf(await written());
    const types = parts['[Content_Types].xml'] ?? '';
    const named = [...types.matchAll(/PartName="\/([^"]+)"/gu)].map(([, name]) => name ?? '');
    const others = ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels'];
    expect([...named, ...others].sort()).toEqual(Object.keys(parts).sort());
    for (const xml of Object.values(parts)) expect(() => paragraphsOf(xml)).not.toThrow();
  });

  it('are imported again as what they were made from', async () => {
    const { items, participants, chairs } = await importedWord(await written());
    expect(items.map(({ number, title, recommendations }) => [number, title, recommendations])).toEqual([
      ['1', 'Godkendelse af dagsorden', ['At Styregruppen godkender dagsordenen']],
      [
        '2',
        'Status for havneprojektet',
        ['At Styregruppen tager status til efterretning', 'At Styregruppen drøfter tidsplanen'],
      ],
      [null, 'Pause', []],
      ['4', 'Eventuelt', []],
    ]);
    expect(items[1]).toMatchObject({
      presenters: ['Asta Lund'],
      description: 'Molen er støbt, og kajen er asfalteret.\nBelysningen mangler.',
      attachments: ['Tidsplan for havnen'],
      discussion: 'Asta Lund viste billeder fra byggepladsen.\nDer var spørgsmål til prisen.',
      decisions: [
        { text: 'Status blev taget til efterretning.', responsible: [], due: null },
        { responsible: ['Asta Lund'], due: { text: 'uge 14' } },
      ],
    });
    expect(chairs).toEqual(['Ida Brandt']);
    expect(participants.filter(({ apologies }) => apologies).map(({ name }) => name)).toEqual(['Bo Winther']);
  });

  it('give who and when of a decision back, and not that nobody confirmed it', async () => {
    const remark = 'Tovholder: Asta Lund · Frist: uge 14 · Ikke bekræftet – foreslået af Bo Winther';
    const decisions = section('a', 'decisions', 'Beslutning', [block('Kajen mures op.', 'bullet', remark)]);
    const bytes = await written({
      items: [itemPart('a', '1. Kajen', [decisions]), itemPart('b', '2. Molen')],
    });
    const [first] = (await importedWord(bytes)).items;
    expect(first?.decisions).toMatchObject([
      { text: 'Kajen mures op.', responsible: ['Asta Lund'], due: { text: 'uge 14' } },
    ]);
    expect(paragraphsOf(documentOf(bytes)).map(({ text }) => text)).toContain(
      'Ikke bekræftet – foreslået af Bo Winther',
    );
  });
});
