import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Commit } from '../../../src/meeting/commit.ts';
import type { MeetingLog, StoredCommit } from '../../../src/service/meetingLog.ts';
import { commitOf, numbersTo, TRICKY_IDS } from './commits.ts';
import type { OpenedLog } from './meetingLog.ts';

/** What every `MeetingLog` promises to the tools of the store: copying, verifying, redacting, erasing. */
export function describeWholeLogs(name: string, open: () => Promise<OpenedLog>): void {
  describe(`${name}: whole logs`, () => {
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
    const stored = async (meetingId: string, after?: number): Promise<StoredCommit[]> => {
      const found: StoredCommit[] = [];
      for await (const commit of log.readStored(meetingId, after)) found.push(commit);
      return found;
    };
    const asStored = (commit: Commit): StoredCommit => ({
      meetingId: commit.meetingId,
      version: commit.version,
      value: commit,
    });
    const unreadable = (version: number): StoredCommit => ({
      meetingId: 'm',
      version,
      value: { meetingId: 'm', version, events: [{ type: 'FromTheFuture', v: 9, extra: { a: 1 } }] },
    });

    describe('read as stored', () => {
      it('gives every commit as it was written, ascending by number', async () => {
        await appendAll('m', 12);
        await appendAll('m1', 1);
        expect(await stored('m')).toEqual(numbersTo(12).map((n) => asStored(commitOf('m', n))));
      });

      it('gives only those above a version, and nothing of an unknown meeting', async () => {
        await appendAll('m', 12);
        expect((await stored('m', 10)).map(({ version }) => version)).toEqual([11, 12]);
        expect(await stored('ukendt')).toEqual([]);
      });

      it('gives also what cannot be understood', async () => {
        await log.appendStored(asStored(commitOf('m', 1)));
        await log.appendStored(unreadable(2));
        expect(await stored('m')).toEqual([asStored(commitOf('m', 1)), unreadable(2)]);
        expect(await log.heads()).toEqual([{ meetingId: 'm', version: 2 }]);
      });

      it('keeps the logs of meetings apart, whatever their ids look like', async () => {
        for (const id of TRICKY_IDS) await log.append(commitOf(id, 1));
        for (const id of TRICKY_IDS) expect(await stored(id)).toEqual([asStored(commitOf(id, 1))]);
      });
    });

    describe('append as stored', () => {
      it('is read back like any other commit', async () => {
        expect(await log.appendStored(asStored(commitOf('m', 1)))).toBe('appended');
        expect(await log.read('m')).toEqual([commitOf('m', 1)]);
      });

      it('answers conflict for a version that exists and leaves what stands there', async () => {
        await log.append(commitOf('m', 1));
        expect(await log.appendStored(asStored(commitOf('m', 1, 'en anden')))).toBe('conflict');
        expect(await log.read('m')).toEqual([commitOf('m', 1)]);
      });
    });

    describe('replace', () => {
      it('puts a commit in the place of the one with its version, and touches no other', async () => {
        await appendAll('m', 3);
        await appendAll('n', 3);
        expect(await log.replace(commitOf('m', 2, '[fjernet]'))).toBe('replaced');
        const texts = [commitOf('m', 1), commitOf('m', 2, '[fjernet]'), commitOf('m', 3)];
        expect(await log.read('m')).toEqual(texts);
        expect(await log.read('n')).toEqual(numbersTo(3).map((n) => commitOf('n', n)));
      });

      it('writes nothing where there is no such commit', async () => {
        await appendAll('m', 2);
        expect(await log.replace(commitOf('m', 3))).toBe('absent');
        expect(await log.read('m')).toHaveLength(2);
      });

      it('is seen at once by another client', async () => {
        const other = await opened.another();
        await appendAll('m', 1);
        await other.read('m');
        await log.replace(commitOf('m', 1, '[fjernet]'));
        expect(await other.read('m')).toEqual([commitOf('m', 1, '[fjernet]')]);
      });
    });

    describe('remove', () => {
      it('leaves nothing of that log, and every other as it was', async () => {
        await appendAll('m', 12);
        await appendAll('m1', 2);
        await log.remove('m');
        expect(await stored('m')).toEqual([]);
        expect(await log.read('m')).toEqual([]);
        expect(await log.heads()).toEqual([{ meetingId: 'm1', version: 2 }]);
        expect(await log.read('m1')).toHaveLength(2);
      });

      it('takes a log that cannot be understood, and one that is not there', async () => {
        await log.appendStored(unreadable(1));
        await log.remove('m');
        await log.remove('m');
        expect(await log.heads()).toEqual([]);
      });

      it('removes one log alone, whatever the ids look like', async () => {
        for (const id of TRICKY_IDS) await log.append(commitOf(id, 1));
        const [first = '', ...rest] = TRICKY_IDS;
        await log.remove(first);
        expect(new Set((await log.heads()).map(({ meetingId }) => meetingId))).toEqual(new Set(rest));
      });
    });
  });
}
