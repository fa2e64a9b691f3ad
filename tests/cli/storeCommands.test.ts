import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { cosmosEnvironment, startCosmosServer } from '../support/cosmosServer.ts';
import { punkt, punktWith, storeFolder } from '../support/punkt.ts';
import { type StoredMeeting, somebody, storedMeeting } from '../support/storedMeetings.ts';

describe('the tools of the store at the command line', () => {
  let folder: Awaited<ReturnType<typeof storeFolder>>;
  let backups: string;
  let birk: StoredMeeting;
  const run = (...args: readonly string[]) => punkt(folder.path, ...args);

  beforeEach(async () => {
    folder = await storeFolder();
    backups = await mkdtemp(join(tmpdir(), 'punkt-backup-'));
    const store = await openEmbeddedStore(folder.path);
    birk = await storedMeeting(store, {
      word: 'birk',
      chair: somebody('Asta Bruun'),
      guest: somebody('Bodil Carlsen'),
    });
    await store.close();
  });
  afterEach(async () => {
    await folder.remove();
    await rm(backups, { recursive: true, force: true });
  });
  const damageDraft = async () => {
    const store = await openEmbeddedStore(folder.path);
    await store.documents.remove({ collection: 'drafts', partition: birk.meetingId, id: 'head' });
    await store.close();
  };

  it('copy to a folder and back prints a receipt, and the copy is used like the store', async () => {
    const there = join(backups, 'mandag');
    const copied = await run('store', 'copy', '--from', 'embedded', '--to', `embedded:${there}`);
    expect(copied).toMatchObject({ code: 0, stderr: '' });
    expect(copied.stdout).toMatch(new RegExp(`^${birk.meetingId}\t\\d+\t[0-9a-f]{64}\n`, 'u'));
    expect(copied.stdout).toMatch(/Kopieret og læst tilbage: 1 møde/u);
    const back = join(backups, 'tilbage');
    const json = await run(
      'store',
      'copy',
      '--from',
      `embedded:${there}`,
      '--to',
      `embedded:${back}`,
      '--json',
    );
    expect(copied.stdout).toContain((JSON.parse(json.stdout) as { sha256: string }).sha256);
    expect((await punkt(back, 'minutes', birk.meetingId)).stdout).toContain('birk nummer 1');
  });

  it('copy to Cosmos DB and back into an empty folder ends with the same receipt', async () => {
    const server = await startCosmosServer();
    const env = { ...cosmosEnvironment(server.endpoint), PUNKT_DATA: folder.path };
    const there = await punktWith(env, 'store', 'copy', '--from', 'embedded', '--to', 'cosmos');
    expect(there).toMatchObject({ code: 0, stderr: '' });
    expect((await punktWith(env, 'store', 'verify')).stdout).toMatch(/Alt stemmer/u);
    const target = `embedded:${join(backups, 'tilbage')}`;
    const back = await punktWith(env, 'store', 'copy', '--from', 'cosmos', '--to', target);
    const receipt = (run: { stdout: string }) => /SHA-256 af det hele: (\w+)/u.exec(run.stdout)?.[1];
    expect(receipt(back)).toMatch(/^[0-9a-f]{64}$/u);
    expect(receipt(back)).toBe(receipt(there));
    await server.close();
  });

  it.each([
    ['the same store', ['--from', 'embedded', '--to', 'embedded'], /er det samme lager/u],
    ['an unknown store', ['--from', 'embedded', '--to', 'disken'], /kendes ikke/u],
    ['a folder without a store', ['--from', 'embedded:/no/such', '--to', 'embedded'], /intet lager/u],
  ])('copy refuses %s with one sentence', async (_what, args, sentence) => {
    const { code, stdout, stderr } = await run('store', 'copy', ...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
  });

  it('verify is one line where all is well, and one a finding with exit code 1 where it is not', async () => {
    expect(await run('store', 'verify')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Alt stemmer\.\n$/u),
    });
    await damageDraft();
    const { code, stdout, stderr } = await run('store', 'verify');
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain(`Møde ${birk.meetingId}: udkastet mangler head.\n`);
    expect(stdout).toContain('punkt store repair');
    expect(stdout).not.toMatch(/Bruun|Carlsen|nummer/u);
  });

  it('repair writes the draft anew and says what it did', async () => {
    await damageDraft();
    const repaired = await run('store', 'repair');
    expect(repaired.code).toBe(0);
    expect(repaired.stdout).toBe(
      `Møde ${birk.meetingId}: udkastet mangler head.\nSkrevet på ny: 1 dokument.\n`,
    );
    expect((await run('store', 'verify')).code).toBe(0);
  });
});
