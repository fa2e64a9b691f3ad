import {
  damagedPdf,
  damagedWord,
  type OtherKind,
  oldWord,
  otherFormat,
  protectedWord,
} from '../wording/sourceProblems.ts';
import type { SourceFormat } from './source.ts';
import { decodeText, looksBinary } from './textReader.ts';
import { Unreadable } from './unreadable.ts';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const other = (kind: OtherKind): Unreadable => new Unreadable('otherFormat', otherFormat[kind]);

/** The container of Office before 2007, of encrypted new documents, and of Outlook: told apart by the names in its directory. */
function compoundFile(bytes: Uint8Array): Unreadable {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const holds = (name: string) => file.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return new Unreadable('protected', protectedWord);
  if (holds('WordDocument')) return new Unreadable('oldWord', oldWord);
  if (holds('__properties_version1.0')) return other('mail');
  if (holds('Workbook')) return other('spreadsheet');
  if (holds('PowerPoint Document')) return other('slides');
  return new Unreadable('oldWord', oldWord);
}

const isPicture = (bytes: Uint8Array, opening: string): boolean =>
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  /^(?:GIF8|II\*\0|MM\0\*|BM.{4}\0\0)/su.test(opening) ||
  /^(?:RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif))/su.test(opening);

const pageTag =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)(?![\w-])/iu;
const mailHeader =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+|content-[\w-]+):/iu;

/** An e-mail or web archive: its first lines are header fields, `MIME-Version` or a sender's trace among them. */
function mailOf(opening: string): Unreadable | null {
  const [head = ''] = opening.split(/\r?\n\r?\n/u);
  const fields = head.split(/\r?\n/u).filter((line) => !/^\s/u.test(line));
  if (fields.length < 3 || !fields.every((line) => mailHeader.test(line))) return null;
  if (!/^(?:mime-version|received|message-id|return-path):/imu.test(head)) return null;
  return other(
    /multipart\/related/iu.test(head) && /blink|snapshot|text\/html/iu.test(head) ? 'webArchive' : 'mail',
  );
}

/**
 * Says what a file is by its content; its name decides only between JSON and text, and what a damaged one was meant
 * to be. Throws `Unreadable` for kinds that are not read.
 */
export function sourceFormatOf(bytes: Uint8Array, fileName: string): SourceFormat {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)).replace(/^ï»¿/u, '').trimStart();
  const extension = fileName.toLowerCase().match(/\.([a-z0-9]+)$/u)?.[1] ?? '';
  // other programs may have put some bytes in front
  if (/^[\s\S]{0,1024}?%PDF-\d/u.test(opening) && !/^\s*</u.test(opening)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'docx';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw compoundFile(bytes);
  if (opening.startsWith('{\\rtf')) throw other('richText');
  if (isPicture(bytes, opening)) throw other('picture');
  const text = decodeText(bytes.subarray(0, 4096))
    .replace(/^\ufeff/u, '')
    .trimStart();
  const mail = mailOf(text);
  if (mail) throw mail;
  if (pageTag.test(text)) return 'html';
  if (looksBinary(opening) && !/\0/u.test(opening.slice(0, 4))) {
    if (extension === 'pdf') throw new Unreadable('damaged', damagedPdf);
    if (extension === 'docx' || extension === 'docm') throw new Unreadable('damaged', damagedWord);
  }
  if (extension === 'json' || opening.startsWith('{')) return 'json';
  if (/^html?$/u.test(extension) && /<\w+[^>]*>/u.test(text)) return 'html';
  return 'text';
}
