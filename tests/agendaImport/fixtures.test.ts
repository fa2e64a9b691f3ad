import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ImportedAgenda } from '../../src/agendaImport/contract.ts';
import { corpusIsThere, fixturesFolder, imported, score } from './scorer.ts';

interface Truth {
  items: {
    number: string | null;
    kind: string;
    closed: boolean;
    recommendations?: string[];
    decisions?: unknown[];
  }[];
  participants: { name: string; apologies?: boolean }[];
}

const names = readdirSync(fixturesFolder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''));
const truthOf = (name: string): Truth =>
  JSON.parse(readFileSync(join(fixturesFolder, `${name}.json`), 'utf8'));

describe('fictitious agendas in other layouts', () => {
  it('are at least five', () => {
    expect(names.length).toBeGreaterThanOrEqual(5);
  });

  for (const name of names) {
    it(`${name} gives its items, points, decisions and people`, async () => {
      const truth = truthOf(name);
      const agenda = await imported(join(fixturesFolder, `${name}.txt`));
      expect(ImportedAgenda.safeParse(agenda).success).toBe(true);
      expect(agenda.items.map(({ number, kind, closed }) => ({ number, kind, closed }))).toEqual(
        truth.items.map(({ number, kind, closed }) => ({ number, kind, closed })),
      );
      expect(agenda.items.map((item) => item.recommendations.length)).toEqual(
        truth.items.map((item) => item.recommendations?.length ?? 0),
      );
      expect(agenda.items.map((item) => item.decisions.length)).toEqual(
        truth.items.map((item) => item.decisions?.length ?? 0),
      );
      const people = (list: Truth['participants']) =>
        list.map((person) => `${person.name}${person.apologies ? ' (afbud)' : ''}`).sort();
      expect(people(agenda.participants)).toEqual(people(truth.participants));
    });

    (corpusIsThere ? it : it.skip)(
      `${name} scores 0.95 overall (skipped where the scorer is absent)`,
      async () => {
        const agenda = await imported(join(fixturesFolder, `${name}.txt`));
        expect(score(agenda, join(fixturesFolder, `${name}.json`)).overall).toBeGreaterThanOrEqual(0.95);
      },
    );
  }
});

describe('what the scorer does not see', () => {
  const read = (name: string) => imported(join(fixturesFolder, `${name}.txt`));

  it('the layout keeps the order and labels of the document', async () => {
    const nordby = (await read('klynge-nordby')).layout;
    expect(nordby.sections.slice(0, 3)).toEqual([
      { kind: 'recommendation', label: 'Indstilling' },
      { kind: 'description', label: 'Beskrivelse af sagen' },
      { kind: 'attachments', label: 'Bilag' },
    ]);
    expect(nordby.points).toBe('bullets');
    const sydkyst = (await read('klynge-sydkyst')).layout;
    expect(sydkyst.sections.slice(0, 2)).toEqual([
      { kind: 'description', label: null },
      { kind: 'recommendation', label: 'Det indstilles' },
    ]);
    expect(sydkyst.points).toBe('numbers');
  });

  it('a path on somebody’s own computer is told by its line and never shown', async () => {
    const agenda = await read('klynge-nordby');
    expect(JSON.stringify(agenda)).not.toMatch(/file:|C:\/|Users/);
    expect(agenda.warnings.map((warning) => warning.code)).toContain('localPath');
  });

  it('doubts are told with their item', async () => {
    const nordby = (await read('klynge-nordby')).warnings;
    expect(nordby).toContainEqual(expect.objectContaining({ code: 'emptySection', itemNumber: '3' }));
    expect(nordby.map((warning) => warning.code)).toEqual(
      expect.arrayContaining(['attachmentListsDiffer', 'malformedEmail']),
    );
    const sydkyst = (await read('klynge-sydkyst')).warnings;
    expect(sydkyst).toContainEqual(expect.objectContaining({ code: 'nameSpelling', itemNumber: '2' }));
    expect(sydkyst).toContainEqual(expect.objectContaining({ code: 'truncatedPoint', itemNumber: '4' }));
    expect(sydkyst.map((warning) => warning.code)).toContain('titleSaysAgenda');
    const missing = (await read('bestyrelse-groenne-gaarde')).warnings;
    expect(missing).toContainEqual(expect.objectContaining({ code: 'numberMissing', itemNumber: '3' }));
  });
});
