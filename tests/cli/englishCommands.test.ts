import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { punktWith, storeFolder } from '../support/punkt.ts';

const AGENDA = new URL('../fixtures/agendas/klynge-nordby.txt', import.meta.url).pathname;
let store: Awaited<ReturnType<typeof storeFolder>>;
const run = (...args: readonly string[]) =>
  punktWith({ PUNKT_DATA: store.path, PUNKT_LANGUAGE: 'en' }, ...args);

beforeAll(async () => {
  store = await storeFolder();
});
afterAll(() => store?.remove());

describe('the command line set to English', () => {
  it('says in English what it imported, what to look at, and what there is', async () => {
    expect((await run('meetings')).stdout).toBe('There are no meetings yet.\n');
    const { stdout } = await run('import', AGENDA, '--conversation', '19:english@thread.v2');
    expect(stdout).toContain('Imported: 8 items · 11 recommendation points');
    expect(stdout).toContain('Punkt has not seen that conversation yet.');
    expect(stdout).toMatch(/^Please check:$/mu);
    expect(stdout).not.toMatch(/Mødet|ikke|Importeret/u);
    expect((await run('meetings')).stdout).toContain('\tplanned\t');
  });

  it.each([
    [['minutes', 'nope'], 'There is no meeting nope.'],
    [['log', 'nope'], 'There is no meeting nope.'],
    [['schema', 'nope'], 'The schema nope is not known.'],
    [['import', '/no/such/file'], 'The file /no/such/file cannot be read.'],
    [['import', AGENDA], 'Give either --json'],
    [['import', AGENDA, '--language', 'fr'], 'The language fr is not known.'],
  ])('refuses in one English line: %s', async (args, line) => {
    const { stdout, stderr, code } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/u);
    expect(stderr).toContain(line);
  });
});
