import { z } from 'zod';
import { Commit } from '../../meeting/commit.ts';
import type { MeetingLog, StoredCommit } from '../../service/meetingLog.ts';
import type { Environment } from './environment.ts';
import { FIRST_PART, isPlainPart, keyPart } from './keyPart.ts';

type CommitKey = [meeting: string, version: number];

/** All that is asked of a commit that may be unreadable. */
const OfMeeting = z.object({ meetingId: z.string() });

/** Commits that are read, or removed, in one step. */
const PAGE = 500;

/** One entry a commit under [meeting, version]; a version is written only where there is none. */
export function embeddedMeetingLog(environment: Environment): MeetingLog {
  const commits = environment.table<unknown, CommitKey>('commits');

  function parse(meetingId: string, version: number, value: unknown): Commit {
    const parsed = Commit.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new Error(`Commit ${version} of meeting ${meetingId} cannot be read.`, { cause: parsed.error });
  }

  /** The newest version under a key part; undefined only if the meeting vanished meanwhile. */
  function newest(part: string): number | undefined {
    const range = { start: [part, Number.MAX_SAFE_INTEGER], end: [part, 0], reverse: true, limit: 1 };
    for (const key of commits.getKeys(range)) return key[1];
    return undefined;
  }

  function meetingIdOf(part: string, version: number): string {
    if (isPlainPart(part)) return part;
    return OfMeeting.safeParse(commits.get([part, version])).data?.meetingId ?? part;
  }

  async function append(rows: readonly [StoredCommit, ...StoredCommit[]]): Promise<'appended' | 'conflict'> {
    const [{ meetingId, version }] = rows;
    const part = keyPart(meetingId);
    const done = await environment.write(() =>
      // A log has no gaps: where the first is not, none behind it is.
      commits.ifNoExists([part, version], () => {
        for (const row of rows) void commits.put([part, row.version], row.value);
      }),
    );
    return done ? 'appended' : 'conflict';
  }

  return {
    atOnce: 32,

    append: (first, ...following) => append([asStored(first), ...following.map(asStored)]),

    async read(meetingId, afterVersion = 0) {
      const part = keyPart(meetingId);
      const range = { start: [part, afterVersion + 1], end: [part, Number.MAX_SAFE_INTEGER] };
      return environment.read(() =>
        Array.from(commits.getRange(range), ({ key, value }) => parse(meetingId, key[1], value)),
      );
    },

    async heads() {
      return environment.read(() => {
        const heads: { meetingId: string; version: number }[] = [];
        let start: [string, string] = [FIRST_PART, FIRST_PART];
        // Jumps from meeting to meeting: a commit that is no head costs nothing.
        for (;;) {
          const [first] = commits.getKeys({ start, limit: 1 });
          if (!first) return heads;
          const version = newest(first[0]) ?? first[1];
          heads.push({ meetingId: meetingIdOf(first[0], version), version });
          // A string sorts behind every number, so this lies behind the meeting's last version.
          start = [first[0], FIRST_PART];
        }
      });
    },

    async *readStored(meetingId, afterVersion = 0) {
      const part = keyPart(meetingId);
      for (let after = afterVersion; ; ) {
        const range = { start: [part, after + 1], end: [part, Number.MAX_SAFE_INTEGER], limit: PAGE };
        const page = environment.read(() =>
          Array.from(commits.getRange(range), ({ key, value }) => ({ meetingId, version: key[1], value })),
        );
        yield* page;
        const last = page.at(-1);
        if (!last) return;
        after = last.version;
      }
    },

    appendStored: (...rows) => append(rows),

    async replace(commit) {
      const key: CommitKey = [keyPart(commit.meetingId), commit.version];
      return environment.transaction(() => {
        if (!commits.doesExist(key)) return 'absent';
        commits.putSync(key, commit);
        return 'replaced';
      });
    },

    async remove(meetingId) {
      const part = keyPart(meetingId);
      const newestFirst = {
        start: [part, Number.MAX_SAFE_INTEGER],
        end: [part, 0],
        reverse: true,
        limit: PAGE,
      };
      for (let removed = PAGE; removed > 0; ) {
        removed = await environment.transaction(() => {
          const keys = Array.from(commits.getKeys(newestFirst));
          for (const key of keys) commits.removeSync(key);
          return keys.length;
        });
      }
    },
  };
}

const asStored = (commit: Commit): StoredCommit => ({
  meetingId: commit.meetingId,
  version: commit.version,
  value: commit,
});
