import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { punkt, startPunkt, storeFolder } from '../support/punkt.ts';
import { type StoredMeeting, somebody, storedMeeting } from '../support/storedMeetings.ts';

/** Words of the erased meeting, wherever they stood. */
const TRACES = [
  'Møde birk',
  'Udvalget birk',
  'birk nummer',
  'birk: ',
  'birk Kommune',
  'birk.txt',
  'Bodil Carlsen',
];

describe('punkt erase', () => {
  let folder: Awaited<ReturnType<typeof storeFolder>>;
  let birk: StoredMeeting;
  let running: StoredMeeting;
  const run = (...args: readonly string[]) => punkt(folder.path, ...args);
  const holds = (word: string) => readFileSync(join(folder.path, 'punkt.mdb')).includes(word);

  beforeEach(async () => {
    folder = await storeFolder();
    const store = await openEmbeddedStore(folder.path);
    const chair = somebody('Asta Bruun');
    const conversationId = '19:samme@thread.v2';
    birk = await storedMeeting(store, {
      word: 'birk',
      chair,
      guest: somebody('Bodil Carlsen'),
      conversationId,
    });
    running = await storedMeeting(store, {
      word: 'eg',
      chair,
      guest: somebody('Dagny Holt'),
      until: 'running',
    });
    await store.close();
  });
  afterEach(() => folder.remove());

  /** Puts the end of the meeting so many days back. */
  async function makeOlder(days: number): Promise<void> {
    const store = await openEmbeddedStore(folder.path);
    for (const commit of await store.log.read(birk.meetingId))
      await store.log.replace({
        ...commit,
        at: new Date(Date.parse(commit.at) - days * 86_400_000).toISOString(),
      });
    await store.close();
  }

  it('says what would go and erases nothing, until it is told --yes; then nothing is left on the disk', async () => {
    const before = await run('erase', birk.meetingId);
    expect(before).toMatchObject({ code: 0, stderr: '' });
    expect(before.stdout).toContain(`punkt minutes ${birk.meetingId} --out`);
    const refused = await run('erase', birk.meetingId, '--yes');
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/er ikke hentet/u);

    await run('minutes', birk.meetingId, '--format', 'md', '--out', join(folder.path, 'referat.md'));
    const dry = await run('erase', birk.meetingId);
    expect(dry.stdout).toMatch(/hentet som md .* Kan slettes\.\nIntet er slettet/su);
    const done = await run('erase', '--closed-before', '2999-01-01', '--yes');
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toMatch(/er slettet .* \d+ versioner, \d+ dokumenter, \d+ kort/u);
    expect(TRACES.filter(holds)).toEqual([]);
    expect(holds('Dagny Holt')).toBe(true);
    const { stdout } = await run('meetings', '--json');
    expect((JSON.parse(stdout) as { id: string }[]).map(({ id }) => id)).toEqual([running.meetingId]);
    expect((await run('store', 'verify')).code).toBe(0);
  });

  it('erases what is not ended only by --force', async () => {
    expect((await run('erase', running.meetingId)).stdout).toMatch(/er ikke afsluttet/u);
    expect((await run('erase', running.meetingId, '--yes')).code).toBe(1);
    expect((await run('erase', running.meetingId, '--yes', '--force')).code).toBe(0);
    expect(holds('Dagny Holt')).toBe(false);
  });

  it('leaves nothing on the disk while the server runs on the same store, either', async () => {
    const server = await startPunkt(folder.path);
    await run('minutes', birk.meetingId, '--out', join(folder.path, 'referat.md'));
    const done = await run('erase', birk.meetingId, '--yes');
    expect(done.stderr).toBe('');
    expect(TRACES.filter(holds)).toEqual([]);
    expect(await server.stop()).toBe(0);
    expect(TRACES.filter(holds)).toEqual([]);
    const traces = server.lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);
    expect(traces).toEqual([]);
  });

  it('is done by the server where meetings are kept for some days only', async () => {
    await run('minutes', birk.meetingId, '--out', join(folder.path, 'referat.md'));
    await makeOlder(400);
    const server = await startPunkt(folder.path, { PUNKT_RETENTION_DAYS: '365' });
    const line = await server.said(/old meetings erased/u);
    expect(JSON.parse(line)).toMatchObject({ erased: 1, notExported: 0 });
    expect(await server.stop()).toBe(0);
    expect(holds('Bodil Carlsen')).toBe(false);
    expect((await run('minutes', birk.meetingId)).stderr).toMatch(/findes ikke/u);
  });

  it('does not count the public edition as an export', async () => {
    await run('minutes', birk.meetingId, '--public', '--out', join(folder.path, 'referat.md'));
    expect((await run('erase', birk.meetingId, '--yes')).code).toBe(1);
  });

  it.each([
    ['neither a meeting nor a date', [], /Angiv enten/u],
    ['a day that is none', ['--closed-before', '31-12-2025'], /ikke en dato/u],
    ['an unknown meeting', ['nej'], /findes ikke/u],
  ])('refuses %s with one sentence', async (_what, args, sentence) => {
    const { code, stdout, stderr } = await run('erase', ...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
  });
});
