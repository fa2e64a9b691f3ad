import { Commit } from '../../meeting/commit.ts';
import type { MeetingLog } from '../../service/meetingLog.ts';
import type { Environment } from './environment.ts';
import { FIRST_PART, isPlainPart, keyPart } from './keyPart.ts';

type CommitKey = [meeting: string, version: number];

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
    return parse(part, version, commits.get([part, version])).meetingId;
  }

  return {
    atOnce: 32,

    async append(...written) {
      const [{ meetingId, version }] = written;
      const part = keyPart(meetingId);
      const done = await environment.write(() =>
        // A log has no gaps: where the first is not, none behind it is.
        commits.ifNoExists([part, version], () => {
          for (const commit of written) void commits.put([part, commit.version], commit);
        }),
      );
      return done ? 'appended' : 'conflict';
    },

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
  };
}
