import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ImportedAgenda } from '../../src/agendaImport/contract.ts';
import { importAgenda } from '../../src/agendaImport/importAgenda.ts';
import { largeTexts } from './largeTexts.ts';
import { fixturesFolder } from './scorer.ts';

const runs = 60 * Number(process.env.PUNKT_TEST_CASES ?? 1);
const texts = readdirSync(fixturesFolder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(fixturesFolder, name), 'utf8'));
const utf8 = (value: string) => new TextEncoder().encode(value);

/** Whatever comes in: a schema-valid agenda with items, or a refusal with a sentence. */
async function holds(bytes: Uint8Array, name: string): Promise<void> {
  const result = await importAgenda(bytes, name);
  if (!result.ok) {
    expect(result.message.length).toBeGreaterThan(10);
    return;
  }
  const parsed = ImportedAgenda.safeParse(result.agenda);
  expect(parsed.error?.issues ?? []).toEqual([]);
  expect(result.agenda.items.length).toBeGreaterThan(0);
}

describe('damaged sources never throw and never give an invalid agenda', () => {
  it('random bytes under any name', async () => {
    const name = fc.constantFrom('a.txt', 'a.json', 'a.pdf', 'a', 'æ.docx');
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), name, holds), { numRuns: runs });
  });

  it('a heading of which nothing but the number is left', async () => {
    for (const text of ['Ad 1.', 'Ad 1.\n\nAd 2.\n', 'Ad 1.\n\nAd 2. Budget\nGodkendt.\n'])
      await holds(utf8(text), 'a.txt');
  });

  it('lines of real layouts cut, doubled and shuffled', async () => {
    const lines = fc.constantFrom(...texts).chain((text) => {
      const all = text.split('\n');
      return fc.array(
        fc
          .tuple(
            fc.constantFrom(...all),
            fc.constantFrom<(line: string) => string>(
              (line) => line,
              (line) => line.slice(0, Math.floor(line.length / 2)),
              (line) => line + line,
              (line) => line.slice(Math.floor(line.length / 3)),
            ),
          )
          .map(([line, damage]) => damage(line)),
        { maxLength: 250 },
      );
    });
    await fc.assert(
      fc.asyncProperty(lines, (some) => holds(utf8(some.join('\n')), 'a.txt')),
      { numRuns: runs },
    );
  });

  it('bytes of real layouts flipped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 40 }),
        async (text, flips) => {
          const bytes = utf8(text);
          for (const [at, value] of flips) bytes[at % bytes.length] = value;
          await holds(bytes, 'a.txt');
        },
      ),
      { numRuns: runs },
    );
  });
});

// How long it takes belongs to the bench; what backtracks without end runs into jest's own limit.
describe('long strange texts are read to the end', () => {
  for (const { name, text } of largeTexts(60_000 * Number(process.env.PUNKT_TEST_CASES ?? 1))) {
    it(name, async () => {
      await holds(utf8(text), 'a.txt');
    });
  }
});
