import type { Decision, ItemRecord } from './record.ts';

/** A record's decisions that are not struck, as its cards ask for them; every list by number. */
export interface StandingDecisions {
  readonly all: readonly Decision[];
  /** Of them those of which something is still to be confirmed. */
  readonly unconfirmed: readonly Decision[];
  /** Those that name a point, by its id. */
  readonly naming: ReadonlyMap<string, readonly Decision[]>;
}

/** By record, found once: a record never changes, and a card asks for each of its points and decisions. */
const found = new WeakMap<ItemRecord, StandingDecisions>();

export function decisionsIn(record: ItemRecord): StandingDecisions {
  const known = found.get(record);
  if (known) return known;
  const all = record.decisions.filter((decision) => !decision.struck).sort((a, b) => a.sequence - b.sequence);
  const unconfirmed: Decision[] = [];
  const naming = new Map<string, Decision[]>();
  for (const decision of all) {
    if (!decision.confirmed || !decision.assignmentConfirmed) unconfirmed.push(decision);
    // Most name none: no set is made for them.
    const named = decision.pointIds.length > 1 ? new Set(decision.pointIds) : decision.pointIds;
    for (const pointId of named) naming.set(pointId, [...(naming.get(pointId) ?? []), decision]);
  }
  const made = { all, unconfirmed, naming };
  found.set(record, made);
  return made;
}
