import type { Meeting } from '../../src/meeting/state.ts';

/**
 * A meeting without what an undone command leaves for good: version, history, numbers given, empty records, and that
 * a proposal is decided.
 */
export function withoutTraces(meeting: Meeting): unknown {
  const { version: _version, history: _history, openProposal: _open, records, ...rest } = meeting;
  const kept = Object.values(records)
    .map(({ version: _, lastSequence: __, ...record }) => record)
    .filter(
      ({ answers, decisions, notes, postponed, visited }) =>
        visited || postponed || decisions.length + notes.length + Object.keys(answers).length > 0,
    );
  return { ...rest, records: Object.fromEntries(kept.map((record) => [record.itemId, record])) };
}
