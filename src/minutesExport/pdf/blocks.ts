import type { TextStyle } from './textStyles.ts';

/** A structure type of ISO 32000-1, 14.8.4. */
export type Tag =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD';

/** An element of the structure tree; two blocks that name the same one stand in the same element. */
export interface TagNode {
  readonly tag: Tag;
  readonly parent: TagNode | null;
  /** ISO 32000-1, 14.8.5; PDF/UA asks for that of a list with marks (7.6) and that of a table's heads (7.5). */
  readonly attributes: Attributes | null;
}
type Attributes =
  | { readonly O: 'List'; readonly ListNumbering: 'Disc' | 'Decimal' | 'None' }
  | { readonly O: 'Table'; readonly Scope: 'Row' };
export const node = (tag: Tag, parent: TagNode | null, attributes: Attributes | null = null): TagNode => ({
  tag,
  parent,
  attributes,
});
export const listOf = (parent: TagNode, mark: string): TagNode =>
  node('L', parent, {
    O: 'List',
    ListNumbering: mark === '•' ? 'Disc' : /^\d/u.test(mark) ? 'Decimal' : 'None',
  });

/** Text of one element, `x` and `width` in points from the left margin. */
export interface Cell {
  readonly element: TagNode;
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
}

/** Cells side by side, line by line on common baselines: a list's mark and its text, a label and its value, or one text alone. */
export interface Block {
  readonly cells: readonly Cell[];
  /** Points above it; none at the top of a page. */
  readonly space: number;
  /** Never the last of its page: a heading, a label. */
  readonly withNext: boolean;
  /** Never the first of its page: a remark on the text above it. */
  readonly withPrevious: boolean;
  /** Stands in the list of contents that viewers show beside the pages. */
  readonly inOutline: boolean;
}
