import type { Commit } from '../meeting/commit.ts';
import type { LogLine } from './logLines.ts';

/** Saves of one text by one person this close together are one sitting. */
const SITTING_MS = 10 * 60_000;

/**
 * The lines for reading: of what was saved while it was typed, a line a sitting, with the words as they were left.
 * `lines` are those of `commits`.
 */
export function logSittings(commits: readonly Commit[], lines: readonly LogLine[]): LogLine[] {
  const later = new Map<string, number>();
  const kept = new Set<number>();
  for (const commit of commits.toReversed()) {
    const text = typed(commit);
    const at = Date.parse(commit.at);
    const next = text === null ? undefined : later.get(text);
    if (next === undefined || next - at > SITTING_MS) kept.add(commit.version);
    if (text !== null) later.set(text, at);
  }
  return lines.filter(({ version }) => kept.has(version));
}

/** Which text a commit saved, and whose hand it was; null: it did something else. */
function typed({ events, by }: Commit): string | null {
  const [event, another] = events;
  if (!event || another) return null;
  const hand = by.kind === 'person' ? by.personId : '';
  if (event.type === 'ProposalWritten') return `proposal ${event.proposalId} ${hand}`;
  return event.type === 'SectionEdited' ? `${event.section} ${event.itemId} ${hand}` : null;
}
