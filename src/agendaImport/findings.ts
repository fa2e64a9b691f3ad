import type { SectionKind } from '../meeting/agenda.ts';
import type { Sentence } from '../wording/importProblems.ts';
import type { CleanLine } from './cleanLines.ts';
import type { NameMatch } from './matchNames.ts';
import type { Anchor } from './source.ts';

/** The item that a remark is about. */
export interface ItemName {
  readonly closed: boolean;
  readonly number: string | null;
  readonly title: string;
}

/** A name that could not be matched beyond doubt; `item` null: in the head of the document. */
export interface NameDoubt {
  readonly written: string;
  readonly match: NameMatch;
  readonly item: ItemName | null;
}

/** What the parser noticed on its way and the finished agenda no longer shows. */
export interface Findings {
  readonly people: NameDoubt[];
  readonly afterDecisions: ItemName[];
  readonly emptySections: { item: ItemName; label: string; kind: SectionKind }[];
  readonly localPaths: readonly Anchor[];
  /** Lines below an item that a rule read and that stand in none of its sections. */
  readonly aside: CleanLine[];
}

/** One remark before it is worded for those who may see it. */
export interface Remark {
  readonly code: string;
  readonly sentence: Sentence;
  readonly item: ItemName | null;
  /** Where `item` is none of the agenda's: the number that it is about. */
  readonly number?: string;
}
