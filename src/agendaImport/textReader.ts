import type { Line } from './source.ts';

/** Windows-1252 from 0x80 to 0x9F; elsewhere it is Latin-1. Written out: Node 20's own decoder reads these as controls. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Single bytes, Windows-1252 (which holds Latin-1), to text. */
export const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? letter);

function looksUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, index) => {
    if (byte === 0) index % 2 === 0 ? even++ : odd++;
  });
  const quarter = sample.length / 4;
  if (odd > quarter && even < odd / 4) return 'utf-16le';
  if (even > quarter && odd < even / 4) return 'utf-16be';
  return null;
}

/** Bytes → text: byte order marks first, then UTF-16 by its zeros, strict UTF-8, and last Windows-1252 (which holds Latin-1). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf16 = looksUtf16(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** True for bytes that are no text at all: many control characters. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return controls > sample.length / 20;
}

/** Text → lines; line ends CRLF, LF, CR; a form feed starts a page. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  text
    .normalize('NFC')
    .split(/\r\n|\n|\r|\u2028|\u2029/)
    .forEach((row, index) => {
      row.split('\f').forEach((part, partIndex) => {
        lines.push({ text: part, anchor: { line: index + 1 }, pageStart: partIndex > 0 });
      });
    });
  return lines;
}
