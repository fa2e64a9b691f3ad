import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixturesFolder } from './scorer.ts';

/** Head, what comes again and again, and tail of a text that no office writes. */
const strange: readonly (readonly [name: string, head: string, again: string, tail: string])[] = [
  ['one line of names', 'Deltagere: ', 'Anna Holm, Bo Krag og ', '\n1. Velkomst\n2. Evt.\n'],
  ['thousands of people', 'Deltagere:\n', 'Anna Holm, chef\n', '\n1. Punkt v/ Anna\n'],
  ['thousands of headings', '', '1. Emne kl. 9.00-9.10\nIndstilling\n', ''],
  ['one endless heading', '1. Emne', ' ved Bo', ''],
  ['brackets', '1. Emne ', '( ', `${' '.repeat(50_000)}x`],
  [
    'one paragraph of decisions',
    '1. Emne\nReferat\n',
    'Det blev besluttet, at Bo gør det inden den 1. maj 2024. ',
    '',
  ],
  ['lines of decisions', '1. Emne\nReferat\n', 'Det blev besluttet, at Bo gør det inden den 1. maj.\n\n', ''],
  ['broken words', '1. Emne\n', 'abc-\n', ''],
  ['a table without end', 'Tid | Punkt | Ansvarlig\n', '9.00 | Emne | Bo Krag\n', ''],
  ['a cell without end', 'Tid | Punkt | Beslutning\n9.00 | A | b\n10.00 | B | b\n', ' | | mere tekst\n', ''],
  ['heads of tables', '', 'Tid\tPunkt\tAnsvarlig\n9\tEmne\tBo\n', ''],
  ['capitals', '', 'OVERSKRIFT\nBeslutning\n\n', ''],
  ['page breaks', '1. Emne\n', 'Tekst her og der om sagen\fSide 3 af 9\n', ''],
  ['labels', '1. Emne\n', 'Indstilling: At udvalget godkender\nBeslutning: Godkendt\n', ''],
  ['one line of words', '1. Emne ', 'ord og mere ord, ', ''],
  ['one line of numbers', 'Dagsorden: 1. Emne ', '2. Emne 3. Emne ', ''],
  ['letters', '1. Emne\n', 'a) Noget\nb) Andet\n', ''],
  ['Roman numerals', '1. Emne\n', 'I. Noget\nII. Andet\n', ''],
  ['one long word', '1. Emne\n', 'a', ''],
  ['commas', 'Deltagere: ', ',', ''],
  ['stops', '1. Emne ', '. ', ''],
  ['closing words', '1. Emne\n', 'Mødet blev hævet kl. 10.\n', ''],
  ['apologies', '', 'Anna har meldt afbud. ', '\n1. Emne\n2. Evt.\n'],
  ['numbered words', '', 'Emne 1: Tekst\n', ''],
];

const counted = (size: number): string => {
  const rows: string[] = [];
  for (let at = 1, length = 0; length < size; at++) {
    const row = `${(at % 900) + 1}. Emne ${at} (kl. 9.00-9.10) v/ Bo\nIndstilling\n• At rådet gør det\nBeslutning\nBo sender det.\n\n`;
    rows.push(row);
    length += row.length;
  }
  return rows.join('');
};

const filled = (head: string, again: string, tail: string, size: number): string =>
  head + again.repeat(Math.max(1, Math.floor((size - head.length - tail.length) / again.length))) + tail;

/** Texts of about `size` characters that try the patience of a reader: strange ones, and every fixture over and over. */
export function largeTexts(size: number): { name: string; text: string }[] {
  const layouts = readdirSync(fixturesFolder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      name: `${name} over and over`,
      text: filled('', readFileSync(join(fixturesFolder, name), 'utf8'), '', size),
    }));
  return [
    ...strange.map(([name, head, again, tail]) => ({ name, text: filled(head, again, tail, size) })),
    { name: 'thousands of items', text: counted(size) },
    ...layouts,
  ];
}
