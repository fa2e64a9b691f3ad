import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder, corpusIsThere, fixturesFolder, imported, score } from './scorer.ts';

/** How well one document was read: F1 of all and of each group of facts (0 to 1). */
export interface ImportScore {
  readonly name: string;
  readonly overall: number;
  readonly groups: ReadonlyMap<string, number>;
}

/** Scores of the documents beside the project and of every fixture; empty where the scorer is not there. */
export async function importScores(): Promise<ImportScore[]> {
  if (!corpusIsThere) return [];
  const texts = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const documents = [
    ...texts(corpusFolder).map((file) => {
      const id = file.slice(0, 3);
      return { name: id, path: join(corpusFolder, file), truth: join(corpusFolder, 'truth', `${id}.json`) };
    }),
    ...texts(fixturesFolder).map((file) => {
      const name = file.replace(/\.txt$/, '');
      return { name, path: join(fixturesFolder, file), truth: join(fixturesFolder, `${name}.json`) };
    }),
  ];
  const scores: ImportScore[] = [];
  for (const { name, path, truth } of documents) scores.push({ name, ...score(await imported(path), truth) });
  return scores;
}
