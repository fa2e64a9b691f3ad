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

/**
 * A content control opens and closes around whole paragraphs; `title` is what Word shows on it. It is marked as a
 * building block: LibreOffice (7.4) makes the first paragraph in any other a field, without its letters' properties.
 */
export const controlStart = (tag: string, title: string): string =>
  `<w:sdt><w:sdtPr>${title && `<w:alias w:val="${escaped(title)}"/>`}<w:tag w:val="${escaped(tag)}"/>` +
  '<w:docPartObj><w:docPartGallery w:val="AutoText"/></w:docPartObj></w:sdtPr><w:sdtContent>';
export const controlEnd = '</w:sdtContent></w:sdt>';
export const contentControl = (tag: string, title: string, paragraphs: string): string =>
  controlStart(tag, title) + (paragraphs || '<w:p/>') + controlEnd;

/** A field to fill in, inside a paragraph: a content control that shows `prompt` until something is written there. */
export const fillIn = (tag: string, prompt: string, letters: Properties): string =>
  `<w:sdt><w:sdtPr><w:tag w:val="${escaped(tag)}"/><w:showingPlcHdr/></w:sdtPr>` +
  `<w:sdtContent>${lettersOf(prompt, letters)}</w:sdtContent></w:sdt>`;
