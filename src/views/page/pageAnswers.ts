import type { SectionKind } from '../../meeting/agenda.ts';

/**
 * What `/api/meetings/:id/…` answers besides the view itself. `…/versions` answers with `MinutesVersion[]`,
 * `…/document` with a `MinutesDocument`, `…/log` with `LogLine[]` (oldest first), in the reader's language.
 * What cannot be answers with a status from 400 on and `{code, sentence}` (`PageRefusal`).
 */

/** A line of the document that an agenda came as. */
export interface PageSourceLine {
  /** As anchors count. */
  readonly line: number;
  readonly text: string;
  /** The item that it belongs to; null: to the head, or to none. */
  readonly itemId: string | null;
  /** The part of the item; null: none is known. */
  readonly part: 'heading' | SectionKind | null;
  /** Of a heading by style: 0 the title of the document, 1-9; null: running text. */
  readonly heading: number | null;
  readonly bold: boolean;
  /** "•", "1.", "b)" where the format has its lists apart from the text, which holds it too. */
  readonly bullet: string | null;
  /** A page begins here. */
  readonly page: number | null;
  /** Of a table: which row of which table, which column of how many, from 0. */
  readonly cell: {
    readonly table: number;
    readonly row: number;
    readonly column: number;
    readonly columns: number;
  } | null;
}

/**
 * `GET …/source`: of the agenda in use; of the one that waits where none is in use, or by `?proposal=<id>`. 404 where
 * it came without lines (JSON) or the reader may not see it.
 */
export interface PageSource {
  readonly name: string;
  readonly format: 'text' | 'docx' | 'pdf' | 'html';
  /** Null: of the agenda in use. */
  readonly proposalId: string | null;
  readonly lines: readonly PageSourceLine[];
  /** What was found in it, in order. Ids are those of the view once the agenda is in use. */
  readonly items: readonly {
    readonly itemId: string;
    readonly kind: 'item' | 'break';
    readonly number: string | null;
    readonly title: string;
    /** As the document has them: "09:00", minutes. */
    readonly start: string | null;
    readonly end: string | null;
    readonly durationMinutes: number | null;
    /** Person ids. */
    readonly presenters: readonly string[];
    readonly closed: boolean;
    readonly points: number;
  }[];
}

/** `PUT …/agenda`, `PUT /api/meetings`: the file was read and laid before the meeting. */
export interface PageImported {
  readonly meetingId: string;
  readonly proposalId: string;
}

/** `POST …/links` ({personId} or {personId: null} for the big screen): shown this once. */
export interface PageLinkIssued {
  readonly linkId: string;
  /** Address to open, complete. */
  readonly url: string;
  /** Of the big screen: to be typed behind the host's name and `/s/`; null for a person's. */
  readonly code: string | null;
}

/** `POST …/rehearsal`. */
export interface PageRehearsal {
  readonly meetingId: string;
}

/** Anything that was not done; `sentence` is in the reader's language and says what to do. */
export interface PageRefusal {
  readonly code: string;
  readonly sentence: string;
}
