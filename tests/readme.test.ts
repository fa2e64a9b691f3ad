import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settings } from '../src/config.ts';
import { readLine } from '../src/wording/lines.ts';
import { type CosmosServer, cosmosEnvironment, startCosmosServer } from './support/cosmosServer.ts';
import { punkt, punktIn, punktWith, storeFolder } from './support/punkt.ts';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const scripts = (
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: Record<string, string> }
).scripts;
const fixture = new URL('tests/fixtures/agendas/klynge-nordby.txt', root).pathname;

/** The lines of its shell blocks, without comments. */
const commands = [...readme.matchAll(/```sh\n(.*?)```/gsu)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/u, '').trim())
  .filter((line) => line !== '');
const rows = [...readme.matchAll(/^\| (`.*?) \|/gmu)].map(([, cell = '']) => cell);

describe('the README', () => {
  let folder = '';
  let meeting = '';
  let cosmos: CosmosServer;
  let person = '';
  let remove = async () => {};
  let files: Awaited<ReturnType<typeof storeFolder>>;
  beforeAll(async () => {
    files = await storeFolder();
    cosmos = await startCosmosServer();
    const store = await storeFolder();
    folder = store.path;
    remove = store.remove;
    await punkt(folder, 'import', fixture, '--conversation', '19:meeting_readme@thread.v2');
    const { stdout } = await punkt(folder, 'meetings', '--json');
    meeting = (JSON.parse(stdout) as { id: string }[])[0]?.id ?? '';
    const persons = await punkt(folder, 'erase-person', '--name', 'Birthe Solvang');
    [person = ''] = persons.stdout.split('\t');
  });
  afterAll(() => Promise.all([remove(), files.remove(), cosmos.close()]));

  it.each(commands.filter((line) => line.includes('npx punkt')))(
    'shows a command that works: %s',
    async (line) => {
      const words = [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, word]) => quoted ?? word ?? '');
      const args = words
        .slice(2)
        .map(
          (word) =>
            ({ FILE: fixture, ID: '19:meeting_readme@thread.v2', MEETING: meeting, PERSON: person })[word] ??
            word,
        )
        .map((word) => word.replace(/\bFOLDER\b/u, join(folder, 'copy')))
        .map((word) => (word.startsWith('tests/') ? new URL(word, root).pathname : word));
      // In a folder of its own: some commands name the file that they write.
      const run = line.includes('cosmos')
        ? await punktWith({ ...cosmosEnvironment(cosmos.endpoint), PUNKT_DATA: folder }, ...args)
        : await punktIn(files.path, folder, ...args);
      expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
      expect(run.stdout).not.toBe('');
    },
  );

  it.each(commands.filter((line) => /npm (run |test|start)/u.test(line)))(
    'names a script that is there: %s',
    (line) => {
      for (const [, name = ''] of line.matchAll(/npm (?:run )?(?!ci\b)([\w:]+)/gu)) {
        expect(Object.keys(scripts)).toContain(name);
      }
    },
  );

  it('shows only lines that Punkt understands', () => {
    const lines = rows
      .filter((cell) => /[a-zæøå]/u.test(cell) && !/^`(PORT|PUNKT_|COSMOS_|Microsoft)/u.test(cell))
      .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, line = '']) => line));
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines)
      expect({ line, kind: readLine(line).kind }).not.toEqual({ line, kind: 'unknown' });
  });

  it('lists every setting with its default and meaning, and no other', () => {
    const table = [
      ...readme.matchAll(/^\| `((?:PORT|PUNKT_|COSMOS_|Microsoft)\w*)` \| (.*?) \| (.*) \|$/gmu),
    ];
    expect(table.map(([, name, , meaning]) => ({ name, meaning }))).toEqual(
      settings.map(({ name, meaning }) => ({ name, meaning })),
    );
    for (const [, name, value = ''] of table) {
      const setting = settings.find((known) => known.name === name);
      expect(value.replaceAll('`', '').trim()).toBe(setting?.default ?? '');
    }
  });
});
