import { hash } from 'node:crypto';

/** Eight hex digits that stand for a Teams id in the log: lines of one person or turn can be joined, not read. */
export function shortHash(id: string): string {
  return hash('sha256', id, 'hex').slice(0, 8);
}

/** Kind and place of an error. Its message is left out: it may quote what somebody wrote. */
export function errorTrace(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return { error: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}
