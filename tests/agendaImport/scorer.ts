import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportedAgenda } from '../../src/agendaImport/contract.ts';
import { importAgenda } from '../../src/agendaImport/importAgenda.ts';

export const fixturesFolder = fileURLToPath(new URL('../fixtures/agendas/', import.meta.url));
export const corpusFolder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
/** The scorer and the real documents live beside the project and may be absent. */
export const corpusIsThere = existsSync(join(corpusFolder, 'score.mjs'));

/** Imports a file that must be readable. */
export async function imported(path: string): Promise<ImportedAgenda> {
  const result = await importAgenda(readFileSync(path), path);
  if (!result.ok) throw new Error(`${path}: ${result.code}`);
  return result.agenda;
}

/** The scorer's table: F1 of each group (groups with nothing to find left out) and of all. */
export function score(
  agenda: ImportedAgenda,
  truthPath: string,
): { overall: number; groups: Map<string, number> } {
  const folder = mkdtempSync(join(tmpdir(), 'punkt-score-'));
  try {
    const out = join(folder, 'out.json');
    writeFileSync(out, JSON.stringify(agenda));
    const run = spawnSync(process.execPath, [join(corpusFolder, 'score.mjs'), out, truthPath], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
    const groups = new Map<string, number>();
    for (const row of run.stdout.split('\n')) {
      const hit = /^([a-z][a-z ]+?)\s+\d+\s+\d+\s+\d+\s.*\s([\d.]+)$/.exec(row);
      if (hit?.[1] && hit[2]) groups.set(hit[1], Number(hit[2]));
    }
    return { overall: Number(/overall F1 ([\d.]+)/.exec(run.stdout)?.[1]), groups };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
