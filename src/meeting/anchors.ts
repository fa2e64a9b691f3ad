import { z } from 'zod';

/** Where a line stood in its source document, as exactly as the format can say. */
export const Anchor = z.object({
  /** Line of a text from 1; in other formats the running number of the line as it was read. */
  line: z.int().positive(),
  /** Word: the part of the package, e.g. "word/document.xml". */
  part: z.string().exactOptional(),
  /** Word: index of the `w:p` among all of its part, in document order, from 0. */
  paragraph: z.int().nonnegative().exactOptional(),
  /** PDF: page from 1. */
  page: z.int().positive().exactOptional(),
  /** PDF: left end and baseline of the line, in points from the lower left corner of the page. */
  x: z.number().exactOptional(),
  y: z.number().exactOptional(),
  /** Web page: id of the nearest element around or above that has one. */
  elementId: z.string().exactOptional(),
});
export type Anchor = z.infer<typeof Anchor>;

/** First and last line of a stretch; both are part of it. */
export const Span = z.object({ from: Anchor, to: Anchor });
export type Span = z.infer<typeof Span>;
