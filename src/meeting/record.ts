import type { Due, Responsible } from './agenda.ts';
import type { Actor } from './commit.ts';
import type { Outcome } from './outcome.ts';
import { decisionsIn } from './standingDecisions.ts';

/** Who did it and when (ISO 8601, UTC). */
export interface Stamp {
  readonly by: Actor;
  readonly at: string;
}

/** How a recommendation point was answered. */
export interface Answer extends Stamp {
  readonly outcome: Outcome;
  readonly text: string | null;
  readonly forwardedTo: string | null;
  readonly until: Due | null;
}

/** Whose word it is, and when it was said; null: of who registered it, then. */
interface Said {
  readonly onBehalfOf: Responsible | null;
  readonly saidAt: string | null;
}

export interface Decision extends Stamp, Said {
  readonly id: string;
  /** Printed behind the item's number: 4.1, 4.2 … */
  readonly sequence: number;
  readonly text: string;
  /** The points that it answers. */
  readonly pointIds: readonly string[];
  readonly responsible: readonly Responsible[];
  readonly due: Due | null;
  /** False until the chair or a minute taker has said that it was decided. */
  readonly confirmed: boolean;
  /** False while responsible and due were only proposed by a participant. */
  readonly assignmentConfirmed: boolean;
  readonly struck: boolean;
  /** Struck because it was the same as that one, which took over what only this one said. */
  readonly mergedInto?: string;
  /** Earlier wordings, oldest first. */
  readonly earlier: readonly ({ readonly text: string } & Stamp)[];
  readonly origin: 'meeting' | 'document';
}

export interface Note extends Stamp, Said {
  readonly id: string;
  /** Paragraphs parted by "\n". */
  readonly text: string;
  readonly confirmed: boolean;
  readonly struck: boolean;
  readonly earlier: readonly ({ readonly text: string } & Stamp)[];
  readonly origin: 'meeting' | 'document';
}

/** A section that was written as one text. */
export interface Section extends Stamp {
  readonly text: string;
  /** Notes whose words went into the text; they show no more of themselves. */
  readonly noteIds: readonly string[];
  /** Earlier wordings, oldest first; the newest few, and of one sitting only the last: the log has them all. */
  readonly earlier: readonly ({ readonly text: string } & Stamp)[];
}

export interface Postponement extends Stamp {
  readonly until: Due | null;
}

/** All that was registered under one agenda item; every list in the order in which it was registered. */
export interface ItemRecord {
  readonly itemId: string;
  /** By point id. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
  /** Null: the discussion is its notes alone. */
  readonly discussion: Section | null;
  readonly postponed: Postponement | null;
  /** Pairs of decisions in like words that are two all the same, by their ids. */
  readonly keptApart: readonly (readonly [string, string])[];
  /** The highest number that a decision here ever had: numbers are never used twice, whatever became of them. */
  readonly lastSequence: number;
  /** The room has been at this item. */
  readonly visited: boolean;
  /** Version of the last commit that changed this record or how it is shown. */
  readonly version: number;
}

export const emptyRecord = (itemId: string): ItemRecord => ({
  itemId,
  answers: {},
  decisions: [],
  notes: [],
  discussion: null,
  postponed: null,
  keptApart: [],
  lastSequence: 0,
  visited: false,
  version: 0,
});

/** Decisions and notes that count: not struck. */
export const standing = <T extends { readonly struck: boolean }>(entries: readonly T[]): readonly T[] =>
  entries.filter((entry) => !entry.struck);

/** Where a point stands: answered, decided by a numbered decision, only proposed, or open. */
export type PointStatus =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'decided'; readonly decisions: readonly Decision[] }
  | { readonly kind: 'proposed'; readonly decisions: readonly Decision[] }
  | { readonly kind: 'open' };

/** A decision that names the point answers it; an unconfirmed one only proposes an answer. */
export function pointStatus(record: ItemRecord, pointId: string): PointStatus {
  const naming = decisionsIn(record).naming.get(pointId) ?? [];
  const confirmed = naming.filter((decision) => decision.confirmed);
  if (confirmed.length > 0) return { kind: 'decided', decisions: confirmed };
  const answer = record.answers[pointId];
  if (answer) return { kind: 'answered', answer };
  return naming.length > 0 ? { kind: 'proposed', decisions: naming } : { kind: 'open' };
}

/** Neither answered nor decided. */
export function isOpen(record: ItemRecord, pointId: string): boolean {
  const { kind } = pointStatus(record, pointId);
  return kind === 'open' || kind === 'proposed';
}
