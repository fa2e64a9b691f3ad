import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { ImportedAgenda } from '../../src/agendaImport/contract.ts';
import { readSource } from '../../src/agendaImport/readSource.ts';

const runs = 25 * Number(process.env.PUNKT_TEST_CASES ?? 1);
const folder = fileURLToPath(new URL('../fixtures/documents/', import.meta.url));
const files = readdirSync(folder)
  .filter((name) => /\.(?:docx|pdf|html)$/u.test(name))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const ofKind = (kind: string) => fc.constantFrom(...files.filter(({ name }) => name.endsWith(kind)));
const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 60 });

/** Whatever comes in: a schema-valid agenda with items, or a refusal with a sentence. */
async function holds(bytes: Uint8Array, name: string): Promise<void> {
  const result = await readSource(bytes, name);
  if (!result.ok) {
    expect(result.message).toMatch(/^\p{Lu}.{10,}\.$/u);
    return;
  }
  expect(ImportedAgenda.safeParse(result.agenda).error?.issues ?? []).toEqual([]);
  expect(result.agenda.items.length).toBeGreaterThan(0);
}

const flipped = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  for (const [at, value] of changes) copy[at % copy.length] = value;
  return copy;
};

describe('damaged documents never throw and never give an invalid agenda', () => {
  for (const kind of ['.docx', '.pdf', '.html']) {
    it(`bytes of a ${kind} flipped`, async () => {
      await fc.assert(
        fc.asyncProperty(ofKind(kind), flips, ({ name, bytes }, changes) =>
          holds(flipped(bytes, changes), name),
        ),
        { numRuns: runs },
      );
    });

    it(`a ${kind} cut off, or with a piece cut out`, async () => {
      await fc.assert(
        fc.asyncProperty(ofKind(kind), fc.nat(), fc.nat(), ({ name, bytes }, a, b) => {
          const [from, to] = [a % bytes.length, b % bytes.length].sort((one, other) => one - other);
          return holds(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]), name);
        }),
        { numRuns: runs },
      );
    });
  }

  it('parts of a Word document with letters changed, lines doubled or tags cut', async () => {
    const documents = files.filter(({ name }) => name.endsWith('.docx')).map(({ bytes }) => unzipSync(bytes));
    const part = fc.constantFrom(
      'word/document.xml',
      'word/styles.xml',
      'word/numbering.xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
    );
    const damage = fc.constantFrom<(text: string, at: number) => string>(
      (text, at) => text.slice(0, at) + text.slice(at + 40),
      (text, at) => text.slice(0, at) + text.slice(at - 300),
      (text, at) => text.replaceAll(/w:val="\d+"/gu, `w:val="${at - 500}"`),
      (text, at) => text.slice(0, at).replaceAll('w:p>', 'w:tbl>') + text.slice(at),
      (text) => text.replaceAll('w:body', 'w:r'),
      () => '',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        part,
        damage,
        fc.nat(),
        (document, name, change, seed) => {
          const text = new TextDecoder().decode(document[name] ?? new Uint8Array());
          return holds(
            zipSync({ ...document, [name]: strToU8(change(text, seed % Math.max(1, text.length))) }),
            'a.docx',
          );
        },
      ),
      { numRuns: runs * 2 },
    );
  });

  it('web pages with tags doubled, dropped and nested', async () => {
    const [page] = files.filter(({ name }) => name.endsWith('.html'));
    const pieces = new TextDecoder().decode(page?.bytes).split(/(?=<)/u);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 300 }), (some) =>
        holds(strToU8(`<html><body>${some.join('')}`), 'a.html'),
      ),
      { numRuns: runs * 2 },
    );
  });
});
