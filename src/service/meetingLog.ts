import type { Commit } from '../meeting/commit.ts';

/**
 * One meeting is one log of commits, versions 1, 2, 3 … without gaps.
 * Implementations: `src/store/embedded`, later `src/store/cosmos`; one contract suite runs against each.
 */
export interface MeetingLog {
  /**
   * Writes one commit, durable (synced to disk or quorum) when the promise resolves; or several that follow one
   * another in one meeting, at most `atOnce`: all of them or none.
   * `conflict`: the first version exists already; nothing was written.
   * Throws `StoreUnavailable` when it cannot be known whether it was written.
   */
  append(commit: Commit, ...following: readonly Commit[]): Promise<'appended' | 'conflict'>;
  /** How many commits one step of this store can write; 1 where several would not be all or none. */
  readonly atOnce: number;
  /** All commits with a version above `afterVersion` (default 0), ascending, each parsed and upcast. */
  read(meetingId: string, afterVersion?: number): Promise<Commit[]>;
  /** The newest version of every meeting in the store, also of logs whose commits cannot be parsed. */
  heads(): Promise<{ meetingId: string; version: number }[]>;
  /** The commits above `afterVersion` (default 0) as they are stored, not parsed, ascending; read in pages. */
  readStored(meetingId: string, afterVersion?: number): AsyncIterable<StoredCommit>;
  /** Writes commits of another store as they were stored there; else like `append`. */
  appendStored(commit: StoredCommit, ...following: readonly StoredCommit[]): Promise<'appended' | 'conflict'>;
  /** Puts a commit in the place of the one with its version. For redaction only: nothing else changes a log. */
  replace(commit: Commit): Promise<'replaced' | 'absent'>;
  /**
   * Removes the whole log, the newest commits first, so that what a crash leaves over is a log without gaps.
   * Removing what is not there is no error.
   */
  remove(meetingId: string): Promise<void>;
}

/** A commit as it lies in the store; `value` is plain JSON and may be unreadable. */
export interface StoredCommit {
  readonly meetingId: string;
  readonly version: number;
  readonly value: unknown;
}

/** The store did not answer, or not in time. Nothing may be told to be stored. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
