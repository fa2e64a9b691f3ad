import { Commit } from '../../meeting/commit.ts';
import type { MeetingLog, StoredCommit } from '../../service/meetingLog.ts';

/** Logs in memory, gone with the process: for trying a meeting. */
export function memoryMeetingLog(): MeetingLog {
  /** By meeting: the commits as JSON, version 1 first; what is read is never what somebody else holds. */
  const logs = new Map<string, Map<number, string>>();
  const versions = (meetingId: string): number[] =>
    [...(logs.get(meetingId)?.keys() ?? [])].sort((a, b) => a - b);

  function append(rows: readonly [StoredCommit, ...StoredCommit[]]): 'appended' | 'conflict' {
    const [{ meetingId, version: first }] = rows;
    const log = logs.get(meetingId) ?? new Map<number, string>();
    if (log.has(first)) return 'conflict';
    for (const { version, value } of rows) log.set(version, JSON.stringify(value));
    logs.set(meetingId, log);
    return 'appended';
  }

  const stored = (meetingId: string, version: number): unknown =>
    JSON.parse(logs.get(meetingId)?.get(version) ?? 'null');

  return {
    atOnce: 32,
    append: async (first, ...following) => append([asStored(first), ...following.map(asStored)]),
    async read(meetingId, afterVersion = 0) {
      return versions(meetingId)
        .filter((version) => version > afterVersion)
        .map((version) => {
          const parsed = Commit.safeParse(stored(meetingId, version));
          if (parsed.success) return parsed.data;
          throw new Error(`Commit ${version} of meeting ${meetingId} cannot be read.`, {
            cause: parsed.error,
          });
        });
    },
    async heads() {
      return [...logs.keys()].flatMap((meetingId) => {
        const version = versions(meetingId).at(-1);
        return version === undefined ? [] : { meetingId, version };
      });
    },
    async *readStored(meetingId, afterVersion = 0) {
      for (const version of versions(meetingId))
        if (version > afterVersion) yield { meetingId, version, value: stored(meetingId, version) };
    },
    appendStored: async (...rows) => append(rows),
    async replace(commit) {
      const log = logs.get(commit.meetingId);
      if (!log?.has(commit.version)) return 'absent';
      log.set(commit.version, JSON.stringify(commit));
      return 'replaced';
    },
    async remove(meetingId) {
      logs.delete(meetingId);
    },
  };
}

const asStored = (commit: Commit): StoredCommit => ({
  meetingId: commit.meetingId,
  version: commit.version,
  value: commit,
});
