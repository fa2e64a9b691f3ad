import type { SourceFormat } from './source.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Says what a file is by its first bytes, and by its name only where those are silent. */
export function sourceFormatOf(bytes: Uint8Array, fileName: string): SourceFormat {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'docx';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'docx'; // the Word format before 2007
  const extension = fileName.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? '';
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^ï»¿/, '').trimStart();
  if (/^<(?:!doctype html|html|head|body)\b/i.test(opening)) return 'html';
  if (extension === 'json' || opening.startsWith('{')) return 'json';
  if (extension === 'pdf') return 'pdf';
  if (['docx', 'doc', 'docm', 'odt', 'rtf'].includes(extension)) return 'docx';
  if (['html', 'htm', 'mhtml'].includes(extension)) return 'html';
  return 'text';
}
