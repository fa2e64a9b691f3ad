import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ImportedAgenda } from '../../src/agendaImport/contract.ts';
import { readSource } from '../../src/agendaImport/readSource.ts';
import { corpusIsThere, score } from './scorer.ts';

const folder = fileURLToPath(new URL('../fixtures/documents/', import.meta.url));
const names = readdirSync(folder).filter((name) => /\.(?:docx|pdf|html)$/u.test(name));
const truthPath = (name: string): string => join(folder, `${name.replace(/\..*$/u, '')}.json`);

async function read(name: string): Promise<ImportedAgenda> {
  const result = await readSource(readFileSync(join(folder, name)), name);
  if (!result.ok) throw new Error(`${name}: ${result.code}`);
  return result.agenda;
}

interface Truth {
  items: {
    number: string | null;
    kind: string;
    title: string;
    recommendations: string[];
    decisions: unknown[];
  }[];
  participants: { name: string; apologies: boolean }[];
}

describe('fictitious documents in Word, PDF and HTML', () => {
  it('are of every kind that is read, PDF with tags and without', () => {
    const kinds = new Set(names.map((name) => name.replace(/^[^.]*\./u, '')));
    expect([...kinds].sort()).toEqual(['docx', 'html', 'tagged.pdf', 'untagged.pdf']);
  });

  for (const name of names) {
    it(`${name} gives its items, points, decisions and people`, async () => {
      const truth: Truth = JSON.parse(readFileSync(truthPath(name), 'utf8'));
      const agenda = await read(name);
      expect(ImportedAgenda.safeParse(agenda).success).toBe(true);
      const facts = ({ number, kind, title, recommendations, decisions }: Truth['items'][number]) => ({
        number,
        kind,
        title,
        points: recommendations.length,
        decisions: decisions.length,
      });
      // a paragraph of two decisions may stay one
      const shown = (items: Truth['items']) =>
        items.map(facts).map((one) => ({ ...one, decisions: one.decisions > 0 }));
      expect(shown(agenda.items)).toEqual(shown(truth.items));
      const people = (list: Truth['participants']) =>
        list.map((one) => `${one.name}${one.apologies ? ' (afbud)' : ''}`).sort();
      expect(people(agenda.participants)).toEqual(people(truth.participants));
    });

    (corpusIsThere ? it : it.skip)(
      `${name} scores 0.95 overall (skipped where the scorer is absent)`,
      async () => {
        expect(score(await read(name), truthPath(name)).overall).toBeGreaterThanOrEqual(0.95);
      },
    );
  }
});

describe('what the scorer does not see in them', () => {
  it('a footnote stands with its item and in no list', async () => {
    const [, plan] = (await read('klynge-soendervang.docx')).items;
    expect(plan?.description).toMatch(/efter folketal\..*\nFolketallet er opgjort pr\. 1\. januar 2024\.$/su);
    expect(plan?.description?.match(/Folketallet/gu)).toHaveLength(1);
    expect(plan?.attachments).toEqual(['Udkast til fælles plan', 'Økonomi for planen']);
  });

  it('a link to somebody’s own disk is told by paragraph in Word and by page in a PDF', async () => {
    const told = async (name: string) =>
      (await read(name)).warnings.find(({ code }) => code === 'localPath')?.message;
    expect(await told('klynge-soendervang.docx')).toMatch(/^Afsnit \d+ har et link/u);
    expect(await told('klynge-soendervang.untagged.pdf')).toMatch(/^Side 1 har et link/u);
    expect(JSON.stringify(await read('klynge-soendervang.docx'))).not.toMatch(/file:|okonomi\.xlsx/u);
  });

  it('items keep where their heading and sections stand in the Word document, and in which file', async () => {
    const agenda = await read('klynge-soendervang.docx');
    const anchors = agenda.items.find(({ number }) => number === '3')?.anchors;
    expect(anchors?.source).toMatch(/^[0-9a-f]{64}$/u);
    const heading = anchors?.heading.from.paragraph ?? 0;
    expect(anchors?.heading.from).toMatchObject({ part: 'word/document.xml' });
    const places = anchors?.sections.map(({ kind, label, labelAt, lines }) => [
      kind,
      label,
      (labelAt?.paragraph ?? 0) - heading,
      (lines?.from.paragraph ?? 0) - heading,
      (lines?.to.paragraph ?? 0) - heading,
    ]);
    expect(places).toEqual([
      ['recommendation', 'Indstilling', 1, 2, 4],
      ['description', 'Beskrivelse af sagen', 5, 6, 6],
      ['decisions', 'Beslutning', 7, 8, 8],
    ]);
    expect((anchors?.end.paragraph ?? 0) - heading).toBe(8);
  });

  it('items keep page and place in a PDF, and the id of their heading on a web page', async () => {
    const pdf = await read('kulturraad-toejhus.untagged.pdf');
    expect(pdf.items[2]?.anchors?.heading.from).toMatchObject({
      page: 1,
      x: expect.any(Number),
      y: expect.any(Number),
    });
    const page = await read('skolebestyrelse-birkelund.html');
    expect(page.items.map(({ anchors }) => anchors?.heading.from.elementId)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `punkt-${number}`),
    );
  });
});
