import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Commit } from '../../../src/meeting/commit.ts';
import type { MeetingLog } from '../../../src/service/meetingLog.ts';
import { commitOf, numbersTo, TRICKY_IDS, TYPED_TEXTS } from './commits.ts';

/** A fresh, empty store; `another` is a second client on the same one, closed along with it. */
export interface OpenedLog {
  readonly log: MeetingLog;
  another(): Promise<MeetingLog>;
  close(): Promise<void>;
}

/** What every `MeetingLog` promises. */
export function describeMeetingLog(name: string, open: () => Promise<OpenedLog>): void {
  describe(`${name}: the meeting log`, () => {
    let opened: OpenedLog;
    let log: MeetingLog;

    beforeEach(async () => {
      opened = await open();
      log = opened.log;
    });
    afterEach(() => opened.close());

    const appendAll = async (meetingId: string, count: number) => {
      for (const version of numbersTo(count)) await log.append(commitOf(meetingId, version));
    };
    const versions = (commits: readonly Commit[]) => commits.map(({ version }) => version);

    describe('append', () => {
      it('writes a commit that is read back as it was', async () => {
        const commit = commitOf('m', 1);
        expect(await log.append(commit)).toBe('appended');
        expect(await log.read('m')).toEqual([commit]);
      });

      it('answers conflict for a version that exists and leaves what stands there', async () => {
        await log.append(commitOf('m', 1, 'den første'));
        expect(await log.append(commitOf('m', 1, 'den anden'))).toBe('conflict');
        expect(await log.read('m')).toEqual([commitOf('m', 1, 'den første')]);
      });

      it('answers conflict even when the very same commit comes again', async () => {
        await log.append(commitOf('m', 1));
        expect(await log.append(commitOf('m', 1))).toBe('conflict');
      });

      it('lets exactly one of two writers of a version through, and the log holds the one that was told so', async () => {
        const texts = ['fra den ene', 'fra den anden'];
        const other = await opened.another();
        const answers = await Promise.all([
          log.append(commitOf('m', 1, texts[0])),
          other.append(commitOf('m', 1, texts[1])),
        ]);
        expect([...answers].sort()).toEqual(['appended', 'conflict']);
        expect(await log.read('m')).toEqual([commitOf('m', 1, texts[answers.indexOf('appended')])]);
      });

      it('lets exactly one of twenty writers of a version through', async () => {
        const other = await opened.another();
        const answers = await Promise.all(
          numbersTo(20).map((n) => (n % 2 ? log : other).append(commitOf('m', 1, `skriver ${n}`))),
        );
        expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1);
        expect(await log.read('m')).toEqual([commitOf('m', 1, `skriver ${answers.indexOf('appended') + 1}`)]);
      });

      it('takes many commits of many meetings at once', async () => {
        const commits = numbersTo(10).flatMap((meeting) =>
          numbersTo(20).map((version) => commitOf(`m${meeting}`, version)),
        );
        const answers = await Promise.all(commits.map((commit) => log.append(commit)));
        expect(answers.every((answer) => answer === 'appended')).toBe(true);
        expect(versions(await log.read('m7'))).toEqual(numbersTo(20));
      });

      it('writes several commits of a meeting in one step: all of them or none', async () => {
        const row = (from: number, text?: string) =>
          numbersTo(Math.min(5, log.atOnce)).map((n) => commitOf('m', from + n - 1, text));
        const append = (client: typeof log, [first, ...following]: Commit[]) =>
          client.append(first as Commit, ...following);
        expect(await append(log, row(1))).toBe('appended');
        expect(await log.read('m')).toEqual(row(1));
        expect(await append(log, row(1, 'igen'))).toBe('conflict');
        expect(await log.read('m')).toEqual(row(1));
        const other = await opened.another();
        const next = log.atOnce > 1 ? 6 : 2;
        const texts = numbersTo(10).map((n) => `skriver ${n}`);
        const answers = await Promise.all(
          texts.map((text, index) => append(index % 2 ? log : other, row(next, text))),
        );
        expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1);
        const winner = row(next, texts[answers.indexOf('appended')]);
        expect(await log.read('m', next - 1)).toEqual(winner);
      });

      it.each(TYPED_TEXTS)('keeps %s exactly as typed', async (_, text) => {
        await log.append(commitOf('m', 1, text));
        expect(await log.read('m')).toEqual([commitOf('m', 1, text)]);
      });
    });

    describe('read', () => {
      it('gives nothing for a meeting without commits', async () => {
        expect(await log.read('ukendt')).toEqual([]);
      });

      it('gives all commits ascending by number, not by letter', async () => {
        await appendAll('m', 12);
        expect(versions(await log.read('m'))).toEqual(numbersTo(12));
      });

      it('gives only the commits above a version', async () => {
        await appendAll('m', 12);
        expect(versions(await log.read('m', 9))).toEqual([10, 11, 12]);
        expect(await log.read('m', 12)).toEqual([]);
      });

      it('sees at once what another client appended', async () => {
        const other = await opened.another();
        await log.read('m');
        for (const version of numbersTo(5)) {
          await other.append(commitOf('m', version));
          expect(versions(await log.read('m'))).toEqual(numbersTo(version));
        }
      });

      it('keeps the logs of meetings apart, whatever their ids look like', async () => {
        for (const id of TRICKY_IDS) expect(await log.append(commitOf(id, 1))).toBe('appended');
        for (const id of TRICKY_IDS) expect(await log.read(id)).toEqual([commitOf(id, 1)]);
      });

      it('fails on a commit that it cannot understand, instead of leaving a gap', async () => {
        const alien = { ...commitOf('m', 2), events: [{ type: 'FromTheFuture', v: 9 }] } as unknown as Commit;
        await log.append(commitOf('m', 1));
        await log.append(alien);
        await expect(log.read('m')).rejects.toThrow('Commit 2 of meeting m');
        expect(await log.read('m', 2)).toEqual([]);
      });
    });

    describe('heads', () => {
      const byId = (heads: { meetingId: string; version: number }[]) =>
        new Map(heads.map(({ meetingId, version }) => [meetingId, version]));

      it('are none in an empty store', async () => {
        expect(await log.heads()).toEqual([]);
      });

      it('name each meeting once with its newest version', async () => {
        await appendAll('m', 12);
        await appendAll('m1', 2);
        await appendAll('l', 1);
        const heads = await log.heads();
        expect(heads).toHaveLength(3);
        expect(byId(heads)).toEqual(new Map(Object.entries({ l: 1, m: 12, m1: 2 })));
      });

      it('name meetings by the ids they were given, whatever these look like', async () => {
        for (const id of TRICKY_IDS) await appendAll(id, 2);
        expect(byId(await log.heads())).toEqual(new Map(TRICKY_IDS.map((id) => [id, 2])));
      });

      it('do not move by a conflict', async () => {
        await appendAll('m', 3);
        await log.append(commitOf('m', 2));
        expect(await log.heads()).toEqual([{ meetingId: 'm', version: 3 }]);
      });
    });
  });
}
