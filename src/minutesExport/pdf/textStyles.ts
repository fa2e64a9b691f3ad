import type { Weight } from './typefaces.ts';

/** How a stretch of text is set; points. */
export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
  readonly colour: string;
}

const ink = '#1a1a1a';
/** Still 7:1 against white paper (WCAG 2.2, 1.4.6). */
const quiet = '#4d4d4d';

export const textStyles = {
  title: { weight: 'semibold', size: 20, leading: 25, colour: ink },
  status: { weight: 'semibold', size: 11, leading: 15.5, colour: quiet },
  heading: { weight: 'semibold', size: 13.5, leading: 17.5, colour: ink },
  label: { weight: 'semibold', size: 11, leading: 15.5, colour: ink },
  text: { weight: 'regular', size: 11, leading: 15.5, colour: ink },
  remark: { weight: 'regular', size: 10, leading: 13.5, colour: quiet },
  running: { weight: 'regular', size: 9, leading: 12, colour: quiet },
} as const satisfies Record<string, TextStyle>;

/** A4, with margins for a binder; points. */
export const paper = {
  width: 595.28,
  height: 841.89,
  left: 77,
  right: 77,
  top: 68,
  bottom: 82,
  /** Baseline of the page number, from the top. */
  foot: 792,
} as const;
export const textWidth = paper.width - paper.left - paper.right;
