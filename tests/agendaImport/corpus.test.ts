import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { corpusFolder, corpusIsThere, imported, score } from './scorer.ts';

const proseOnly = new Set(['003']);
const documents = corpusIsThere ? readdirSync(corpusFolder).filter((name) => name.endsWith('.txt')) : [];

describe('the real documents beside the project', () => {
  const check = corpusIsThere ? it : it.skip;
  check('are there (skipped where ../shared/corpus is absent)', () => {
    expect(documents.length).toBeGreaterThan(0);
  });
  for (const document of documents) {
    const id = document.slice(0, 3);
    it(`${id} is read with an overall F1 of 0.95 and no weak group`, async () => {
      const { overall, groups } = score(
        await imported(join(corpusFolder, document)),
        join(corpusFolder, 'truth', `${id}.json`),
      );
      expect(overall).toBeGreaterThanOrEqual(0.95);
      for (const [group, f1] of groups) {
        const least = group === 'decisions' && proseOnly.has(id) ? 0.75 : 0.85;
        expect({ group, enough: f1 >= least, f1 }).toEqual({ group, enough: true, f1 });
      }
      expect([...groups.keys()]).toContain('recommendations');
    });
  }
});
