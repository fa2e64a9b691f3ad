import { readdirSync, readFileSync } from 'node:fs';
import { it } from '@jest/globals';
import { readSource } from '../../src/agendaImport/readSource.ts';
import { importScores } from '../agendaImport/importScores.ts';
import { lines, pdfFile } from '../agendaImport/pdfFile.ts';
import { keepResult, type Measure, median } from './result.ts';

/** Lines of a page of a long PDF. */
const LINES = 45;
const agendas = new URL('../fixtures/agendas/', import.meta.url);

/** An agenda of so many pages, an item a page. */
function longPdf(pages: number): Uint8Array {
  const sentence = 'Forvaltningen redegør for sagen, for økonomien og for det videre forløb i de to kommuner';
  return pdfFile(
    Array.from({ length: pages }, (_, page) =>
      lines([
        `${page + 1}. Orientering om sag ${page + 1} (kl. 9.00-9.05)`,
        'Indstilling',
        `At udvalget tager orienteringen om sag ${page + 1} til efterretning`,
        'Beskrivelse af sagen',
        ...Array.from({ length: LINES - 4 }, (_line, at) => `${sentence} ${at + 1}`),
      ]),
    ),
  );
}

/** Milliseconds that reading takes, the middle of several; the first, which loads the reader, is not counted. */
async function timeOf(bytes: Uint8Array, name: string, times: number): Promise<number> {
  await readSource(bytes, name);
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await readSource(bytes, name);
    taken.push(performance.now() - start);
  }
  return median(taken);
}

it('how well and how fast agendas are read', async () => {
  const scores = (await importScores()).map(
    ({ name, overall, groups }): Measure => ({
      name: `F1 of ${name}, worst group ${Math.min(...groups.values()).toFixed(2)}`,
      value: overall,
      unit: '',
      target: { atLeast: 0.95 },
    }),
  );
  const texts = readdirSync(agendas).filter((name) => name.endsWith('.txt'));
  const each: number[] = [];
  for (const name of texts) each.push(await timeOf(readFileSync(new URL(name, agendas)), name, 5));
  const [short, long] = [await timeOf(longPdf(14), 'a.pdf', 3), await timeOf(longPdf(28), 'a.pdf', 3)];
  keepResult('import', [
    ...scores,
    {
      name: 'a text, the slowest of the fixtures',
      value: Math.max(...each),
      unit: 'ms',
      target: { atMost: 50 },
    },
    { name: 'a PDF of 28 pages', value: long, unit: 'ms', target: { atMost: 1500 } },
    {
      name: 'a page of 28, of one of 14',
      value: long / 28 / (short / 14),
      unit: '×',
      target: { atMost: 1.3 },
    },
  ]);
}, 300_000);
