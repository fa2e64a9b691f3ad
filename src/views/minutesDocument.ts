import type { Language, SectionKind } from '../meeting/agenda.ts';

/**
 * The minutes as a document: everything is worded and in order, nothing is formatted. Word, PDF and Markdown set this
 * and nothing else, so that they say the same. Texts may hold "\n" (a line break within the block).
 */
export interface MinutesDocument {
  readonly language: Language;
  /** `public`: closed items stand with number and neutral title only, everywhere. */
  readonly edition: 'full' | 'public';
  readonly title: string;
  /** "Udkast …", "Godkendt den 6. marts 2023"; what a reader must know first. */
  readonly status: string;
  /** Header fields under the labels of the agenda: when, where, chair, minute taker, forum … */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Present, apologies; each group's organisation is null where none is known. */
  readonly people: readonly {
    readonly heading: string;
    readonly groups: readonly { readonly organisation: string | null; readonly people: readonly string[] }[];
  }[];
  /** Parts without an item: attachments of the head. */
  readonly front: readonly MinutesPart[];
  readonly items: readonly MinutesItemPart[];
  /** Tasks by organisation, promised papers, next meeting, additions to the whole. */
  readonly back: readonly MinutesPart[];
  /** For the case system and the properties of the file. Empty strings where not known. */
  readonly metadata: {
    readonly title: string;
    /** Of the meeting, "YYYY-MM-DD". */
    readonly date: string;
    readonly forum: string;
    readonly caseNumber: string;
    readonly documentType: string;
    readonly confidentiality: string;
  };
}

export interface MinutesItemPart {
  readonly itemId: string;
  readonly kind: 'item' | 'break';
  readonly closed: boolean;
  /** "4. Status for projekter (kl. 9.20–9.50) v/ Anna Holm". */
  readonly heading: string;
  readonly sections: readonly MinutesSectionPart[];
}

/** A section of an item in the agenda's own order, under the agenda's own label (null: none). */
export interface MinutesSectionPart {
  /** Opaque and stable: a corrected Word file is read back by it ("<itemId>:decisions"). */
  readonly id: string;
  readonly kind: SectionKind | 'addendum';
  readonly label: string | null;
  readonly blocks: readonly MinutesBlock[];
}

/** A heading of the document with lists or paragraphs under it; `heading` null: none. */
export interface MinutesPart {
  readonly id: string;
  readonly heading: string;
  readonly groups: readonly { readonly heading: string | null; readonly blocks: readonly MinutesBlock[] }[];
}

export interface MinutesBlock {
  readonly style: 'paragraph' | 'bullet' | 'number';
  /** As typed. */
  readonly text: string;
  /** Ours, set off from the text: "Tovholder: … · Frist: …", "Ikke bekræftet – foreslået af …"; empty: none. */
  readonly remark: string;
}
