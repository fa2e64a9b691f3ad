import { it } from '@jest/globals';
import { writePdf } from '../../src/minutesExport/pdf/writePdf.ts';
import type { MinutesDocument } from '../../src/views/minutesDocument.ts';
import { agenda, chair, item, note, record, running } from '../support/meetingBuilder.ts';
import { documentOf } from '../support/writtenMinutes.ts';
import { keepResult, median } from './result.ts';

/** Minutes of so many items, each half a page, in words of their own. */
function minutesOf(items: number): MinutesDocument {
  const held = running(
    agenda({
      items: Array.from({ length: items }, (_, at) =>
        item(at + 1, {
          asks: [`At rådet godkender sag ${at}`, `At rådet drøfter tidsplanen for havnens afsnit ${at}`],
          description: `Forvaltningen redegør for sag${at}, for økonomien og for det videre forløb. `.repeat(
            6,
          ),
          attachments: [`Notat ${at}`],
        }),
      ),
    }),
  );
  held.does(
    chair,
    note('item-1', 'n', 'Der var ros til planen.'),
    record('item-1', 'd', { text: 'Planen sendes ud.', due: { text: 'uge 11', date: null } }),
  );
  return documentOf(held);
}

/** Milliseconds, the middle of several; the first, which loads fonts and writer, is not counted. */
async function timeOf(minutes: MinutesDocument, times: number): Promise<number> {
  await writePdf(minutes);
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await writePdf(minutes);
    taken.push(performance.now() - start);
  }
  return median(taken);
}

it('how fast and how large minutes are as PDF', async () => {
  const usual = minutesOf(12);
  const warm = await timeOf(usual, 7);
  const [fifty, long] = [await timeOf(minutesOf(50), 3), await timeOf(minutesOf(200), 3)];
  keepResult('minutes pdf', [
    { name: 'a meeting of 12 items, warm', value: warm, unit: 'ms', target: { atMost: 500 } },
    {
      name: 'its file',
      value: (await writePdf(usual)).bytes.length / 1024,
      unit: 'KiB',
      target: { atMost: 150 },
    },
    { name: '200 items', value: long, unit: 'ms' },
    {
      name: 'an item of 200, of one of 50',
      value: long / 200 / (fifty / 50),
      unit: '×',
      target: { atMost: 1.3 },
    },
  ]);
}, 300_000);
