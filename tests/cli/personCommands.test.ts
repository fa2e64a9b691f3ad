import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbeddedStore } from '../../src/store/embedded/store.ts';
import { punkt, storeFolder } from '../support/punkt.ts';
import { everything, type StoredMeeting, somebody, storedMeeting } from '../support/storedMeetings.ts';

describe('erasing a person at the command line', () => {
  let folder: Awaited<ReturnType<typeof storeFolder>>;
  let birk: StoredMeeting;
  let eg: StoredMeeting;
  const run = (...args: readonly string[]) => punkt(folder.path, ...args);

  beforeEach(async () => {
    folder = await storeFolder();
    const store = await openEmbeddedStore(folder.path);
    const [chair, guest] = [somebody('Asta Bruun'), somebody('Bodil Carlsen')];
    birk = await storedMeeting(store, { word: 'birk', chair, guest });
    eg = await storedMeeting(store, { word: 'eg', chair, guest, until: 'approved' });
    await store.close();
  });
  afterEach(() => folder.remove());

  it('goes from the name to the id, to the erasing, to the commands that take the rest, until nothing is left', async () => {
    const listed = await run('erase-person', '--name', 'bodil carlsen');
    expect(listed.code).toBe(0);
    const [line = ''] = listed.stdout.split('\n').filter((one) => one.includes(birk.meetingId));
    const [id = ''] = line.split('\t');
    expect((await run('erase-person', id)).stdout).toMatch(/står i 2 møder\. Intet er slettet/u);

    const erased = await run('erase-person', id, '--yes');
    expect(erased).toMatchObject({ code: 0, stderr: '' });
    expect(erased.stdout).toContain(`Møde ${birk.meetingId}: personen er tømt`);
    expect(erased.stdout).toContain(`Møde ${eg.meetingId}: personens konto er fjernet`);
    const commands = [...erased.stdout.matchAll(/npx punkt (redact .*)$/gmu)].map(([, command = '']) =>
      [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, word]) => quoted ?? word ?? ''),
    );
    expect(commands).toHaveLength(5);
    const [first = []] = commands;
    expect((await run(...first)).stdout).toMatch(/Intet er (?:ændret|slettet)\. Gentag med --yes/u);
    for (const command of commands) {
      const done = await run(...command, '--yes');
      expect(done).toMatchObject({ code: 0, stderr: '' });
      expect(done.stdout).toContain('Spor: ');
    }
    expect(readFileSync(join(folder.path, 'punkt.mdb')).includes('Bodil Carlsen')).toBe(false);
    const store = await openEmbeddedStore(folder.path);
    expect(await everything(store)).not.toMatch(/bodil/iu);
    await store.close();
    expect((await run('minutes', eg.meetingId)).stdout).toContain('[fjernet]');
    expect((await run('log', eg.meetingId)).stdout).toMatch(/Kommandolinjen\tfjernede ord\n/u);
    expect((await run('store', 'verify')).code).toBe(0);
  }, 60_000);

  it.each([
    ['an unknown person', () => ['erase-person', 'nej'], /Ingen i lageret har person-id/u],
    ['neither id nor name', () => ['erase-person'], /Angiv enten/u],
    ['nothing to redact', () => ['redact', birk.meetingId], /præcis én/u],
    ['two things at once', () => ['redact', birk.meetingId, '--source', '--text', 'ordet'], /præcis én/u],
    ['a text too short', () => ['redact', birk.meetingId, '--text', ' a '], /mindst 3 tegn/u],
    ['a person not of the meeting', () => ['redact', birk.meetingId, '--person', 'nej'], /Ingen i lageret/u],
    ['an unknown meeting', () => ['redact', 'nej', '--source'], /findes ikke/u],
  ])('refuses %s with one sentence', async (_what, args, sentence) => {
    const { code, stdout, stderr } = await run(...args());
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
  });
});
