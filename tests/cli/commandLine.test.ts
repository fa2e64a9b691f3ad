import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { ImportedAgenda } from '../../src/agendaImport/contract.ts';
import { punkt, punktIn, storeFolder } from '../support/punkt.ts';

const AGENDA = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;
let store: Awaited<ReturnType<typeof storeFolder>>;
let files: string;
let meeting = '';
const run = (...args: readonly string[]) => punkt(store.path, ...args);

beforeAll(async () => {
  store = await storeFolder();
  files = await mkdtemp(join(tmpdir(), 'punkt-cli-'));
  const { stdout, stderr, code } = await run('import', AGENDA, '--conversation', '19:never@thread.v2');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('8 punkter');
  expect(stdout).toContain('Punkt har ikke set den samtale endnu');
  meeting = /Møde: (\S+)/u.exec(stdout)?.[1] ?? '';
});
afterAll(async () => {
  await store?.remove();
  await rm(files, { recursive: true, force: true });
});

describe('what it prints', () => {
  it('import --json is the contract, and stores nothing', async () => {
    const { stdout, code } = await run('import', AGENDA, '--json');
    expect(code).toBe(0);
    expect(ImportedAgenda.safeParse(JSON.parse(stdout)).success).toBe(true);
  });

  it('import warns of a date that has passed', async () => {
    const { stdout } = await run('import', AGENDA, '--json');
    const { warnings } = ImportedAgenda.parse(JSON.parse(stdout));
    expect(warnings.map(({ code }) => code)).toContain('dateInPast');
  });

  it('import in a language, which --json hands on and the minutes have', async () => {
    const { stdout } = await run('import', AGENDA, '--json', '--language', 'en');
    expect(JSON.parse(stdout)).toMatchObject({ language: 'en' });
    const file = join(files, 'agenda.json');
    await writeFile(file, stdout);
    const imported = await run('import', file, '--conversation', '19:english@thread.v2');
    const [, id = ''] = /Møde: (\S+)/u.exec(imported.stdout) ?? [];
    expect((await run('minutes', id)).stdout).toContain('*Agenda*');
    expect((await run('log', id)).stdout).toMatch(/Command line\timported agenda\.json: 8 items/u);
  });

  it('meetings, as lines and as JSON', async () => {
    const lines = await run('meetings');
    expect(lines.stdout).toContain(meeting);
    expect(lines.stdout).toContain('planlagt');
    const rows: { id: string; conversation: string }[] = JSON.parse((await run('meetings', '--json')).stdout);
    const row = rows.find(({ id }) => id === meeting);
    expect(row).toMatchObject({ id: meeting, date: '2024-09-12', status: 'planned' });
    expect(row?.conversation).toBe('19:never@thread.v2');
  });

  it('minutes as Markdown and as JSON, and the log in words', async () => {
    const [md, json, log] = await Promise.all([
      run('minutes', meeting),
      run('minutes', meeting, '--format', 'json'),
      run('log', meeting),
    ]);
    expect([md.code, json.code, log.code]).toEqual([0, 0, 0]);
    expect(JSON.parse(json.stdout)).toMatchObject({ head: { meetingId: meeting } });
    expect(log.stdout).toMatch(/Kommandolinjen\timporterede klynge-nordby\.txt: 8 punkter/u);
  });
});

describe('the minutes as a file', () => {
  it('are named by date, kind and forum where no name is given, and said to be written', async () => {
    const { stdout, code } = await punktIn(files, store.path, 'package', meeting);
    expect(code).toBe(0);
    const [, file = ''] = /^Skrevet: (.+)$/mu.exec(stdout) ?? [];
    expect(file).toMatch(/^2024-09-12 Mødepakke .+\.docx$/u);
    expect((await readFile(join(files, file))).subarray(0, 2).toString()).toBe('PK');
  });

  it('are written where it is said, silently, and the pack in the same way', async () => {
    const out = join(files, 'referat.md');
    expect(await run('minutes', meeting, '--out', out, '--public')).toMatchObject({ code: 0, stdout: '' });
    expect(await readFile(out, 'utf8')).toContain('*Dagsorden*');
    const pack = await run('package', meeting, '--format', 'md');
    expect(pack.stdout).toMatch(/Beslutning: …/u);
  });

  it('are written into the Word document that the agenda came as', async () => {
    const agenda = new URL('../fixtures/documents/klynge-soendervang.docx', import.meta.url).pathname;
    const { stdout } = await run('import', agenda, '--conversation', '19:word@thread.v2');
    const [, id = ''] = /Møde: (\S+)/u.exec(stdout) ?? [];
    const out = join(files, 'pakke.docx');
    expect(await run('package', id, '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
    const [before, after] = [unzipSync(await readFile(agenda)), unzipSync(await readFile(out))];
    const changed = Object.keys(after).filter(
      (part) => !Buffer.from(after[part] ?? []).equals(before[part] ?? Buffer.of()),
    );
    expect(changed).toEqual(['word/document.xml']);
  });

  it('have no versions before the meeting has ended, and an earlier state all the same', async () => {
    expect((await run('minutes', meeting, '--versions')).stdout).toMatch(/ingen versioner/u);
    expect((await run('minutes', meeting, '--versions', '--json')).stdout.trim()).toBe('[]');
    const { stdout } = await run('minutes', meeting, '--version', '1', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ head: { version: 1 } });
  });
});

describe('bad input is one Danish sentence and exit code 1', () => {
  const sample = async (name: string, content: string | Buffer) => {
    const path = join(files, name);
    await writeFile(path, content);
    return path;
  };
  it.each<[string, () => Promise<string[]>, RegExp]>([
    ['a missing file', async () => ['import', '/no/such/file.txt', '--json'], /kan ikke læses/u],
    ['a folder', async () => ['import', files, '--json'], /kan ikke læses/u],
    ['an empty file', async () => ['import', await sample('empty.txt', ''), '--json'], /./u],
    ['a binary', async () => ['import', await sample('b.bin', Buffer.from([0, 255, 1, 2])), '--json'], /./u],
    ['JSON of another kind', async () => ['import', await sample('x.json', '{"a":1}'), '--json'], /./u],
    ['no target', async () => ['import', AGENDA], /--conversation/u],
    ['an unknown meeting', async () => ['minutes', 'nej'], /findes ikke/u],
    ['an unknown meeting to log', async () => ['log', 'nej'], /findes ikke/u],
    ['an unknown language', async () => ['import', AGENDA, '--json', '--language', 'sv'], /da eller en/u],
    ['an unknown format', async () => ['minutes', meeting, '--format', 'xls'], /docx, .*md eller json/u],
    ['a version that is not there', async () => ['minutes', meeting, '--version', '99'], /version 99/u],
    ['a version that is no number', async () => ['minutes', meeting, '--version', 'x'], /version x/u],
    [
      'a file that cannot be written',
      async () => ['minutes', meeting, '--out', '/no/such/x.md'],
      /kan ikke skrives/u,
    ],
  ])('%s', async (_what, args, sentence) => {
    const { code, stderr, stdout } = await run(...(await args()));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/Error|at .*:\d+|node:/u);
  });
});
