import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { importAgenda } from '../../src/agendaImport/importAgenda.ts';
import { agendaJsonSchema } from '../../src/agendaImport/jsonSchema.ts';
import { punkt, storeFolder } from '../support/punkt.ts';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;
const sources = ['agendas', 'documents'].flatMap((folder) =>
  readdirSync(join(fixtures, folder))
    .filter((name) => /\.(?:txt|html|docx|pdf)$/u.test(name))
    .map((name) => join(fixtures, folder, name)),
);
// Read back from the JSON Schema alone, as another program would.
const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(agendaJsonSchema())));

async function read(file: string): Promise<Record<string, unknown>> {
  const result = await importAgenda(readFileSync(file), file);
  if (!result.ok) throw new Error(result.message);
  return JSON.parse(JSON.stringify(result.agenda));
}

describe('the JSON Schema of an agenda', () => {
  it.each(sources.map((file) => [file.slice(fixtures.length), file]))(
    'fits what is read of %s',
    async (_, file) => {
      expect(schema.safeParse(await read(file)).error).toBeUndefined();
    },
  );

  it('lets the layout be left out, and nothing that the import needs', async () => {
    const { layout: _, ...agenda } = await read(sources[0] ?? '');
    expect(schema.safeParse(agenda).success).toBe(true);
    for (const field of ['title', 'date', 'items', 'participants']) {
      const { [field]: _left, ...less } = agenda;
      expect(schema.safeParse(less).success).toBe(false);
    }
    expect(schema.safeParse({ ...agenda, start: '25:00' }).success).toBe(false);
  });

  it('is printed by punkt schema agenda, which knows no other', async () => {
    const store = await storeFolder();
    const { stdout, code } = await punkt(store.path, 'schema', 'agenda');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(agendaJsonSchema())));
    const unknown = await punkt(store.path, 'schema', 'referat');
    expect([unknown.code, unknown.stderr.trim()]).toEqual([
      1,
      'Skemaet referat kendes ikke. Brug agenda eller minutes.',
    ]);
    await store.remove();
  });
});
