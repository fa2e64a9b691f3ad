import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * An item may be 2 MB long as UTF-8 (Microsoft, "Service quotas"). A longer one becomes a head and parts: the parts are
 * written first, named by the hash of the whole, and the head is then the one item that is created or replaced, so that
 * no reader sees half of it.
 */
const LARGEST_ITEM = 1_900_000;
/** Characters of a part: each may take three bytes. */
const PART_LENGTH = 600_000;

/** In the head, instead of its value. */
export const Split = z.object({ hash: z.string(), parts: z.int().positive() });
export type Split = z.infer<typeof Split>;

/** A piece of the JSON of a value. */
export const Part = z.object({ part: z.string() });

export interface SplitItem {
  readonly split: Split;
  readonly parts: readonly { readonly id: string; readonly partOf: string; readonly part: string }[];
}

/** The number of bytes of an item, and its parts if they are too many. */
export function splitIfLarge(
  id: string,
  item: unknown,
  value: unknown,
): { readonly bytes: number; readonly split: SplitItem | undefined } {
  const bytes = Buffer.byteLength(JSON.stringify(item));
  if (bytes <= LARGEST_ITEM) return { bytes, split: undefined };
  const text = JSON.stringify(value);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    // Never between the halves of a character: half of one is no UTF-8.
    const cut = from + PART_LENGTH;
    const to = /[\ud800-\udbff]/.test(text.charAt(cut - 1)) ? cut - 1 : cut;
    pieces.push(text.slice(from, to));
    from = to;
  }
  const parts = pieces.map((part, index) => ({ id: partId(id, hash, index), partOf: id, part }));
  return { bytes, split: { split: { hash, parts: parts.length }, parts } };
}

/** The ids of the parts of a head. */
export const partIds = (id: string, { hash, parts }: Split): string[] =>
  Array.from({ length: parts }, (_, index) => partId(id, hash, index));

const partId = (id: string, hash: string, index: number): string => `${id}~${hash}~${index}`;
