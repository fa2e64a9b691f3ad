import { createHash } from 'node:crypto';
import type { MinutesDocument } from '../../views/minutesDocument.ts';

/** What a viewer or a case system shows of the file; pdfkit makes the file's id of these. */
export type Properties = PDFKit.DocumentInfo & { readonly ContentHash: string };

/**
 * The same minutes give the same properties: the date is that of the meeting (noon UTC), not of the export, and the
 * id comes from the content.
 */
export function propertiesOf(document: MinutesDocument): Properties {
  const { title, date, forum, caseNumber, documentType, confidentiality } = document.metadata;
  const noon = new Date(`${date}T12:00:00Z`);
  const given = (values: readonly string[]) => values.filter((value) => value !== '');
  const subject = given([documentType, forum, date]).join(', ');
  const keywords = given([caseNumber, documentType, confidentiality]).join(', ');
  return {
    Title: title || document.title,
    ...(subject === '' ? {} : { Subject: subject }),
    ...(keywords === '' ? {} : { Keywords: keywords }),
    Creator: 'Punkt',
    Producer: 'Punkt (PDFKit)',
    CreationDate: Number.isNaN(noon.getTime()) ? new Date(0) : noon,
    ContentHash: createHash('sha256').update(JSON.stringify(document)).digest('hex'),
  };
}

/** Letters that markup is made of, and what XML 1.0 has no place for. */
const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** pdfkit (0.20.2) writes the properties into the file's XMP as they stand: there they are made text, at the last moment. */
export function escapeXmp(document: PDFKit.PDFDocument): void {
  const writer = document as unknown as { endMetadata(): void };
  const write = writer.endMetadata.bind(document);
  writer.endMetadata = () => {
    const info = Object.entries(document.info).map(([key, value]) => [
      key,
      typeof value === 'string' ? xmlText(value) : value,
    ]);
    document.info = Object.fromEntries(info);
    write();
  };
}
