import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AgendaReading, readAgenda } from '../../src/agendaImport/parseAgenda.ts';
import { wordsOf } from '../../src/agendaImport/placement.ts';
import { linesOf } from '../../src/agendaImport/textReader.ts';
import { fixturesFolder } from './scorer.ts';

const runs = 40 * Number(process.env.PUNKT_TEST_CASES ?? 1);
const names = readdirSync(fixturesFolder).filter((name) => name.endsWith('.txt'));
const textOf = (name: string) => readFileSync(join(fixturesFolder, name), 'utf8');

/** Where links lead and what is ticked is not text of the document. */
const link = /(?:https?|file|mailto):\S*|\S+@\S+|\[[ x]\]/gi;

/** Every string that a reading holds, in one text. */
const heldBy = ({ agenda, furniture, setAside }: AgendaReading): string => {
  const { warnings: _warnings, ...rest } = agenda;
  return JSON.stringify([rest, furniture, setAside]).replace(/\\[nt]/g, ' ');
};

/** Words of the source that stand nowhere in what was read; words broken over two lines count as mended. */
function lostWords(text: string, reading: AgendaReading): string[] {
  const held = new Set(wordsOf(heldBy(reading)));
  const lines = text
    .replace(link, ' ')
    .replace(/\u00ad/g, '')
    .split(/[\n\f]/);
  return lines.flatMap((line, at) => {
    const words = wordsOf(line);
    const next = wordsOf(lines.slice(at + 1).find((one) => one.trim() !== '') ?? '')[0] ?? '';
    const above = wordsOf(
      lines
        .slice(0, at)
        .reverse()
        .find((one) => one.trim() !== '' && !/^\s*\d+\s*$/.test(one)) ?? '',
    ).at(-1);
    return words.filter(
      (word, index) =>
        !held.has(word) &&
        !(index === words.length - 1 && held.has(word + next)) &&
        !(index === 0 && held.has(`${above ?? ''}${word}`)),
    );
  });
}

describe('nothing of a document disappears silently', () => {
  for (const name of names) {
    it(`every word of ${name} is in the agenda, set aside, unplaced or furniture of its pages`, () => {
      const text = textOf(name);
      const reading = readAgenda(linesOf(text));
      expect(reading && lostWords(text, reading)).toEqual([]);
    });
  }

  it('a sentence put anywhere into a document is still there', () => {
    const sentence = 'Zebrafinken qvitrede upåagtet';
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true }), (name, part) => {
        const lines = textOf(name).split('\n');
        lines.splice(Math.floor(part * lines.length), 0, '', sentence, '');
        const reading = readAgenda(linesOf(lines.join('\n')));
        if (reading) expect(wordsOf(heldBy(reading))).toEqual(expect.arrayContaining(wordsOf(sentence)));
      }),
      { numRuns: runs },
    );
  });
});

describe('what is not placed stands next to where it stood', () => {
  const agendaOf = (text: string) => readAgenda(linesOf(text))?.agenda;

  it('in the head before the first item, else behind its item; one remark tells of all', () => {
    const agenda = agendaOf(
      'Bestyrelsen\n3. maj 2024 kl. 9-10\nHusk madpakke og regntøj til turen.\n\n1. Velkomst\n2. Regnskab\n\nNæste møde er den 4. juni 2024 hos Bo.\n',
    );
    expect(agenda?.unplaced).toEqual([
      { text: 'Husk madpakke og regntøj til turen.', after: null },
      { text: 'Næste møde er den 4. juni 2024 hos Bo.', after: '2' },
    ]);
    expect(agenda?.warnings.filter((warning) => warning.code === 'unplaced')).toHaveLength(1);
  });

  it('text below a closed item is not quoted in the remark', () => {
    const agenda = agendaOf(
      'Udvalget\n3. maj 2024\n1. Velkomst\n2. Personsag (lukket)\n\nNæste møde er hos den hemmelige kilde.\n',
    );
    expect(JSON.stringify(agenda?.warnings)).not.toContain('hemmelige');
  });
});
