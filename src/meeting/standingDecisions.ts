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

const NONE: StandingDecisions = { all: [], unconfirmed: [], naming: new Map() };

export function decisionsIn(record: ItemRecord): StandingDecisions {
  const known = found.get(record);
  if (known) return known;
  const all = record.decisions.filter((decision) => !decision.struck).sort((a, b) => a.sequence - b.sequence);
  const naming: Naming = new Map();
  for (const decision of all) if (decision.pointIds.length > 0) named(naming, decision);
  const made = { all, unconfirmed: all.filter(isUnconfirmed), naming };
  found.set(record, made);
  return made;
}

/** The record with one more decision, of the highest number; the others are not gone through again. */
export function withDecision(record: ItemRecord, decision: Decision, version: number): ItemRecord {
  const lastSequence = Math.max(record.lastSequence, decision.sequence);
  const grown = { ...record, decisions: [...record.decisions, decision], lastSequence, version };
  const known = record.decisions.length === 0 ? NONE : found.get(record);
  if (known && decision.sequence > record.lastSequence) found.set(grown, and(known, decision));
  return grown;
}

function and({ all, unconfirmed, naming }: StandingDecisions, decision: Decision): StandingDecisions {
  return {
    all: [...all, decision],
    unconfirmed: isUnconfirmed(decision) ? [...unconfirmed, decision] : unconfirmed,
    naming: decision.pointIds.length > 0 ? named(new Map(naming), decision) : naming,
  };
}

const isUnconfirmed = (decision: Decision): boolean => !decision.confirmed || !decision.assignmentConfirmed;

type Naming = Map<string, readonly Decision[]>;

function named(naming: Naming, decision: Decision): Naming {
  for (const pointId of new Set(decision.pointIds))
    naming.set(pointId, [...(naming.get(pointId) ?? []), decision]);
  return naming;
}
