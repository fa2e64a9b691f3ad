import { readPdf } from '../../src/agendaImport/pdf/pdfReader.ts';
import type { Line } from '../../src/agendaImport/source.ts';

/** A text on a page: points from the lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Degrees. */
  readonly turned?: number;
}

const stream = (content: string): string =>
  `<</Length ${Buffer.byteLength(content, 'latin1')}>>\nstream\n${content}\nendstream`;
const winAnsi = (text: string): string =>
  text
    .replaceAll('•', '\x95')
    .replaceAll('–', '\x96')
    .replace(/[()\\]/gu, '\\$&');
const shown = ({ text, x, y, size = 10, bold = false, turned = 0 }: PdfText): string => {
  const angle = (turned * Math.PI) / 180;
  const [sin, cos, against] = [Math.sin(angle), Math.cos(angle), -Math.sin(angle)].map((part) =>
    part.toFixed(4),
  );
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${cos} ${sin} ${against} ${cos} ${x} ${y} Tm (${winAnsi(text)}) Tj ET`;
};

/** Numbered objects → a file with its table of places. */
export function pdfOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.5\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file + table + trailer, 'latin1');
}

const font = (name: string): string =>
  `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;

/** An untagged PDF of A4 pages; `rotate` turns them all, `links` stand on the first. */
export function pdfFile(
  pages: readonly (readonly PdfText[])[],
  {
    rotate = 0,
    links = [],
  }: { rotate?: number; links?: readonly { uri: string; rect: readonly number[] }[] } = {},
): Uint8Array {
  const first = 5;
  const kids = pages.map((_page, at) => `${first + at * 2} 0 R`).join(' ');
  const annotations = links
    .map(({ uri, rect }) => `<</Type/Annot/Subtype/Link/Rect[${rect.join(' ')}]/A<</S/URI/URI(${uri})>>>>`)
    .join('');
  const objects = pages.flatMap((texts, at) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${rotate}/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>` +
      `/Contents ${first + at * 2 + 1} 0 R${at === 0 ? `/Annots[${annotations}]` : ''}>>`,
    stream(texts.map(shown).join('\n')),
  ]);
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...objects,
  ]);
}

/** Lines of text one below the other. */
export const lines = (
  texts: readonly string[],
  {
    x = 60,
    y = 760,
    leading = 12,
    ...look
  }: { x?: number; y?: number; leading?: number; size?: number; bold?: boolean } = {},
): PdfText[] => texts.map((text, at) => ({ text, x, y: y - at * leading, ...look }));

export const linesOfPdf = (...page: Parameters<typeof pdfFile>): Promise<Line[]> => readPdf(pdfFile(...page));
