import type { Anchor } from '../meeting/anchors.ts';

export type { Anchor } from '../meeting/anchors.ts';

/** A list entry as the source numbers it; the label stands in front of the line's text as well. */
export interface ListEntry {
  /** Depth from 0. */
  readonly level: number;
  /** As printed ("4.", "b)", "•"). */
  readonly label: string;
  /** The computed number; null for a bullet. */
  readonly value: number | null;
}

/** A cell of a table; rows and columns from 0, a merged cell at its first place. */
export interface TableCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Columns of its row. */
  readonly columns: number;
}

/** What a source tells of a line besides its text. A plain text tells nothing. */
export interface LineEvidence {
  /** True: a paragraph begins here; false: the paragraph above goes on. Left out: blank lines tell. */
  readonly paragraph?: boolean;
  /** The line above ran to the edge of its column, and goes on here. */
  readonly wraps?: boolean;
  /** Level of a heading by style or tag: 0 the document's title, 1-9. */
  readonly heading?: number;
  /** The whole line is bold. */
  readonly bold?: boolean;
  /** Height of its letters, relative to the running text of the document (1). */
  readonly size?: number;
  /** Points from the left edge of the text (PDF: of its column). */
  readonly indent?: number;
  readonly list?: ListEntry;
  readonly cell?: TableCell;
  /** Entry of a list of contents made by the program (a field, dot leaders). */
  readonly contents?: boolean;
  /** Text of a footnote or endnote, set behind the line that refers to it. */
  readonly note?: boolean;
  /** Where its links lead. */
  readonly links?: readonly string[];
  /** The cell that names an agenda item, in a table whose column heads say so. */
  readonly itemRow?: true;
}

/** One line as a reader hands it on: text with its inner spacing, nothing removed. */
export interface Line {
  readonly text: string;
  readonly anchor: Anchor;
  /** The source says that a page begins here (form feed). */
  readonly pageStart: boolean;
  readonly evidence?: LineEvidence;
}

export type SourceFormat = 'text' | 'json' | 'pdf' | 'docx' | 'html';

export type RefusalCode =
  | 'empty'
  | 'tooLarge'
  | 'unknownFormat'
  | 'otherFormat'
  | 'oldWord'
  | 'protected'
  | 'macros'
  | 'damaged'
  | 'swollen'
  | 'scanned'
  | 'tooManyPages'
  | 'tooSlow'
  | 'notText'
  | 'jsonMalformed'
  | 'jsonNotAnAgenda'
  | 'noAgendaFound';

/** A source that cannot be read; `message` is the Danish sentence for the user, `english` the same. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: string;
  readonly english: string;
}
