import type { SectionKind } from '../../meeting/agenda.ts';
import type { Format } from './paragraph.ts';

/** How the parts of the minutes are set: by the built-in styles, or as the source sets its own. */
export interface Looks {
  readonly paragraph: Format;
  readonly bullet: Format;
  /** A bullet that somebody typed into running text, from level 1; null: lists are not set there, it stays as typed. */
  readonly typedBullet: (level: number) => Format | null;
  /** A further line of a list entry. */
  readonly continued: Format;
  /** The format of a new numbered list; each call begins at 1 again. Null: numbers are typed. */
  readonly newNumbers: () => Format | null;
  readonly itemHeading: Format;
  readonly partHeading: Format;
  readonly groupHeading: Format;
  /** A section's label, and what stands behind it (":" or nothing). */
  readonly label: (kind: SectionKind | 'addendum') => { readonly format: Format; readonly after: string };
  /** Over the letters of the paragraph: what is ours and no text of the minutes. */
  readonly remark: readonly (readonly [string, string])[];
  readonly status: Format;
}
