import { describe, expect, it } from '@jest/globals';
import { readSource } from '../../src/agendaImport/readSource.ts';
import { writeDocx } from '../../src/minutesExport/docx/writeDocx.ts';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { chair, note } from '../support/meetingBuilder.ts';
import { documentOf, oneItem } from '../support/writtenMinutes.ts';
import { documentOf as wordXml } from './docx/wordFile.ts';
import { asLines, readBack } from './pdf/readBack.ts';

const said = [
  'Der blev peget på:',
  '- at det haster',
  '  - især i syd',
  '    - og om vinteren',
  '- at der er råd',
  'Det var det.',
].join('\n');
const written = (text = said) =>
  documentOf(oneItem({ title: 'Sagen' }).does(chair, note('item-1', 'n', text)));

describe('bullets that were typed', () => {
  it('are nested lists in Word', async () => {
    const xml = wordXml((await writeDocx(written())).bytes);
    const levels = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu)].map(([paragraph]) => [
      /<w:ilvl w:val="(\d)"\/>/u.exec(paragraph)?.[1] ?? null,
      paragraph.replace(/<[^>]+>/gu, ''),
    ]);
    expect(levels).toEqual(
      expect.arrayContaining([
        [null, 'Der blev peget på:'],
        ['0', 'at det haster'],
        ['1', 'især i syd'],
        ['2', 'og om vinteren'],
        ['0', 'at der er råd'],
        [null, 'Det var det.'],
      ]),
    );
  });

  it('are nested lists in Markdown, and what stands behind them is none of them', () => {
    expect(markdown(written())).toContain(
      'Der blev peget på:\n- at det haster\n  - især i syd\n    - og om vinteren\n- at der er råd\n<!-- -->\nDet var det.',
    );
  });

  it('are nested lists in PDF', async () => {
    const { pages } = await readBack(written());
    const entries = asLines(pages.flat())
      .filter((line) => /(?:det haster|i syd|om vinteren|er råd|var det)/u.test(line))
      .map(
        (line) =>
          [line.search(/\S/u), line.replace(/^.*?(?=at det|især|og om|at der|Det var)/u, '')] as const,
      );
    const depth = (text: string) => entries.find(([, one]) => one.startsWith(text))?.[0] ?? -1;
    expect(entries.map(([, text]) => text)).toEqual(
      said
        .split('\n')
        .slice(1)
        .map((line) => line.replace(/^ *- /u, '')),
    );
    expect(depth('især i syd')).toBeGreaterThan(depth('at det haster'));
    expect(depth('og om vinteren')).toBeGreaterThan(depth('især i syd'));
    expect(depth('at der er råd')).toBe(depth('at det haster'));
    expect(depth('Det var det')).toBeLessThan(depth('at det haster'));
  });

  it.each([
    ['lists', said],
    ['a list at the end', 'Ja:\n- a\n  - b'],
    ['a list at the front, and blank lines', '- a\n\n- b\n\nc'],
    ['a second level that is under nothing', '  - a\nb'],
    ['what only looks like one', 'a\n-b\n- \n+ c'],
    ['signs in the entries', '- # a\n- *b*\n  - 1. c\n- - d'],
  ])('are read back from Markdown as they were typed: %s', async (_, text) => {
    const read = await readSource(Buffer.from(markdown(written(text))), 'referat.md');
    expect(read.ok && read.agenda.items[0]?.discussion).toBe(text);
  });

  it('are read back from Word as they were typed', async () => {
    const { bytes } = await writeDocx(written());
    const read = await readSource(Buffer.from(bytes), 'referat.docx');
    expect(read.ok && read.agenda.items[0]?.discussion).toBe(said);
  });
});
