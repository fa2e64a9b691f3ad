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
    optional?: boolean;
    recommendations?: string[];
    decisions?: unknown[];
    softDecisions?: unknown[];
    decisionBlock?: unknown[];
  }[];
  participants: { name: string; apologies?: boolean }[];
  optionalParticipants?: { name: string }[];
}

const names = readdirSync(fixturesFolder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''));
const truthOf = (name: string): Truth =>
  JSON.parse(readFileSync(join(fixturesFolder, `${name}.json`), 'utf8'));

describe('fictitious agendas in other layouts', () => {
  it('are at least thirty', () => {
    expect(names.length).toBeGreaterThanOrEqual(30);
  });

  for (const name of names) {
    it(`${name} gives its items, points, decisions and people`, async () => {
      const truth = truthOf(name);
      const agenda = await imported(join(fixturesFolder, `${name}.txt`));
      expect(ImportedAgenda.safeParse(agenda).success).toBe(true);
      const optional = truth.items.filter((item) => item.optional).map((item) => item.number);
      const items = agenda.items.filter((item) => item.kind === 'break' || !optional.includes(item.number));
      const wanted = truth.items.filter((item) => !item.optional);
      expect(items.map(({ number, kind, closed }) => ({ number, kind, closed }))).toEqual(
        wanted.map(({ number, kind, closed }) => ({ number, kind, closed })),
      );
      // a key left out is not judged; where one decision may be cut in several ways, its count is the scorer's affair
      const points = wanted.map((item) => item.kind === 'break' || item.recommendations !== undefined);
      expect(items.map((item) => item.recommendations.length).filter((_, at) => points[at])).toEqual(
        wanted.map((item) => item.recommendations?.length ?? 0).filter((_, at) => points[at]),
      );
      const certain = wanted.map((item) => !item.softDecisions && !item.decisionBlock);
      expect(items.map((item) => item.decisions.length).filter((_, at) => certain[at])).toEqual(
        wanted.map((item) => item.decisions?.length ?? 0).filter((_, at) => certain[at]),
      );
      const beside = truth.optionalParticipants?.map((person) => person.name) ?? [];
      const people = (list: Truth['participants']) =>
        list
          .filter((person) => !beside.includes(person.name))
          .map((person) => `${person.name}${person.apologies ? ' (afbud)' : ''}`)
          .sort();
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
