import { createHash } from 'node:crypto';

/** JSON with the keys of every object in code unit order and no spaces, as RFC 8785 has it for plain JSON. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
}

/** SHA-256 (hex) over canonical JSON, one line a value; the same values in the same order give the same. */
export class CanonicalHash {
  readonly #hash = createHash('sha256');

  add(value: unknown): this {
    this.#hash.update(canonicalJson(value)).update('\n');
    return this;
  }

  hex(): string {
    return this.#hash.digest('hex');
  }
}

export const canonicalHash = (value: unknown): string => new CanonicalHash().add(value).hex();
