/** Where a line stood in its source (text: line number from 1; later formats add their own keys). */
export interface Anchor {
  readonly line: number;
}

/** One line as a reader hands it on: text with its inner spacing, nothing removed. */
export interface Line {
  readonly text: string;
  readonly anchor: Anchor;
  /** The source says that a page begins here (form feed). */
  readonly pageStart: boolean;
}

export type SourceFormat = 'text' | 'json' | 'pdf' | 'docx' | 'html';

export type RefusalCode =
  | 'empty'
  | 'tooLarge'
  | 'formatNotYetRead'
  | 'notText'
  | 'jsonMalformed'
  | 'jsonNotAnAgenda'
  | 'noAgendaFound';

/** A source that cannot be read; `message` is the Danish sentence for the user. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: string;
}
