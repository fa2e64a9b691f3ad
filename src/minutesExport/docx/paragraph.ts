import {
  noProperties,
  type Properties,
  paragraphProperties,
  property,
  runProperties,
  withProperties,
} from './properties.ts';
import { escaped, runsFromRight, runsOf } from './runs.ts';

/** How a paragraph is set: properties of itself and of its letters. */
export interface Format {
  readonly paragraph: Properties;
  readonly letters: Properties;
}

export const noFormat: Format = { paragraph: noProperties, letters: noProperties };

/** A stretch of a paragraph; `letters` over those of the paragraph's format. */
export interface Piece {
  readonly text: string;
  readonly letters?: readonly (readonly [string, string])[];
}

/** Runs of a text set like `letters`. */
export const lettersOf = (text: string, letters: Properties): string =>
  runsOf(text, (fromRight) => runProperties(fromRight ? withProperties(letters, property('rtl')) : letters));

/** A paragraph around runs that are there already; `text` says whether it runs from the right. */
export function paragraphAround(format: Format, runs: string, text = ''): string {
  const own = runsFromRight(text) ? withProperties(format.paragraph, property('bidi')) : format.paragraph;
  const properties = paragraphProperties(own);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A paragraph of text as it was typed. */
export const paragraphOf = (format: Format, ...pieces: readonly Piece[]): string =>
  paragraphAround(
    format,
    pieces
      .map(({ text, letters = [] }) => lettersOf(text, withProperties(format.letters, ...letters)))
      .join(''),
    pieces.map(({ text }) => text).join(''),
  );

/** Tags of content controls: sections are read back by theirs; parts (tasks, status) are no minutes of an item. */
export const sectionTag = (sectionId: string): string => `punkt:${sectionId}`;
export const partTag = (partId: string): string => `punkt-part:${partId}`;
/** Whether a content control is one of ours, by its tag. */
export const isOurTag = (tag: string): boolean => /^punkt(?:-part)?:/u.test(tag);

/** A content control around whole paragraphs; `title` is what Word shows on it. */
export const contentControl = (tag: string, title: string, paragraphs: string): string =>
  `<w:sdt><w:sdtPr>${title && `<w:alias w:val="${escaped(title)}"/>`}<w:tag w:val="${escaped(tag)}"/></w:sdtPr>` +
  `<w:sdtContent>${paragraphs || '<w:p/>'}</w:sdtContent></w:sdt>`;

/** A field to fill in, inside a paragraph: a content control that shows what is to be written there. */
export const fillIn = (tag: string, prompt: string, letters: Properties): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${escaped(prompt)}"/><w:tag w:val="${escaped(tag)}"/><w:showingPlcHdr/></w:sdtPr>` +
  `<w:sdtContent>${lettersOf(prompt, letters)}</w:sdtContent></w:sdt>`;
