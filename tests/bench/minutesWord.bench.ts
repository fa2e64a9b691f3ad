import { it } from '@jest/globals';
import { writeDocx } from '../../src/minutesExport/docx/writeDocx.ts';
import { paragraph as p, wordPackage } from '../agendaImport/wordPackage.ts';
import { type HeldAgenda, heldAgenda } from '../minutesExport/docx/heldAgenda.ts';
import { keepResult, median } from './result.ts';

const label = (text: string): string => p(text, '<w:pStyle w:val="H2"/>');

/** A meeting over a Word agenda of so many items, each half a page, with a note and a decision in each. */
function meetingOf(items: number): Promise<HeldAgenda> {
  const each = (at: number): string =>
    p(`${at}. Sag nummer ${at}`, '<w:pStyle w:val="H1"/>') +
    label('Indstilling') +
    p(`At rådet godkender planen for afsnit ${at}`) +
    label('Baggrund') +
    p(`Forvaltningen redegør for sag ${at}, for økonomien og for det videre forløb. `.repeat(6)).repeat(3) +
    label('Beslutning');
  const body =
    p('Dagsorden til møde i Havnerådet') +
    p('Dato: 4. marts 2030 kl. 10.00-12.00') +
    Array.from({ length: items }, (_, at) => each(at + 1)).join('');
  const said = { note: 'Der var ros til planen.\nOle spurgte til prisen.', decisions: ['Planen sendes ud.'] };
  const styles =
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>';
  return heldAgenda(
    wordPackage({ body, styles }),
    Object.fromEntries(Array.from({ length: items }, (_, at) => [at, said])),
  );
}

/** Milliseconds, the middle of several; the first, which loads the writer, is not counted. */
async function timeOf(held: HeldAgenda, layout: 'source' | 'builtIn', times: number): Promise<number> {
  const minutes = held.document();
  const wish = layout === 'source' ? { source: held } : {};
  const taken: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    const start = performance.now();
    const written = await writeDocx(minutes, wish);
    if (written.layout !== layout) throw new Error(written.reason ?? layout);
    if (time > 0) taken.push(performance.now() - start);
  }
  return median(taken);
}

it('how fast minutes are written as Word, by us and into the agenda', async () => {
  const [usual, fifty, long] = [await meetingOf(12), await meetingOf(50), await meetingOf(200)];
  for (const layout of ['builtIn', 'source'] as const) {
    const warm = await timeOf(usual, layout, 15);
    const [some, many] = [await timeOf(fifty, layout, 25), await timeOf(long, layout, 15)];
    const name = layout === 'source' ? 'into the agenda' : 'by us';
    keepResult(`minutes word ${name}`, [
      { name: 'a meeting of 12 items, warm', value: warm, unit: 'ms', target: { atMost: 150 } },
      { name: '200 items', value: many, unit: 'ms' },
      {
        name: 'an item of 200, of one of 50',
        value: many / 200 / (some / 50),
        unit: '×',
        target: { atMost: 1.3 },
      },
    ]);
  }
}, 300_000);
