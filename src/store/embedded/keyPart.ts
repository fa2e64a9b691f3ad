import { createHash } from 'node:crypto';

/** Printable ASCII that stands in a key as it is. `#` in front is kept for hashes, so the two cannot meet. */
const PLAIN = /^[\x20-\x22\x24-\x7e][\x20-\x7e]{0,399}$/;

/** Below and above every key part, for ranges. */
export const FIRST_PART = ' ';
export const AFTER_LAST_PART = '\x7f';

/**
 * One id as a part of an lmdb key: at most 400 bytes (lmdb allows 1,978 a key) and different for different ids.
 * lmdb's own encoding is not exact for long strings: it lets NUL (its separator) and lone surrogates through.
 */
export function keyPart(id: string): string {
  if (PLAIN.test(id)) return id;
  return `#${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('hex')}`;
}

/** Whether the part is the id itself; of a hash the id must be read from the value. */
export const isPlainPart = (part: string): boolean => !part.startsWith('#');
