import { readFileSync } from 'node:fs';
import { compileTemplate, type Json } from './expand.ts';

const folder = new URL('../../cards/', import.meta.url);
const readJson = (name: string): Json => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

/** The template `cards/NAME.json`; `cards/parts/NAME.json` stands where it says `{"$part": "NAME"}`. */
export const readTemplate = (name: string): Json => withParts(readJson(name));

/** Other keys beside a `$part` replace the part's. */
function withParts(node: Json): Json {
  if (Array.isArray(node)) return node.map(withParts);
  if (node === null || typeof node !== 'object') return node;
  const { $part: part, ...own } = node as { readonly [key: string]: Json };
  if (typeof part !== 'string')
    return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, withParts(v)]));
  const filled = withParts(readJson(`parts/${part}`));
  return { ...(filled as { readonly [key: string]: Json }), ...own };
}

const compiled = new Map<string, ReturnType<typeof compileTemplate>>();

/** Fills the template `cards/NAME.json`, which is read and compiled the first time. */
export function expand(name: string, root: unknown): unknown {
  const fill = compiled.get(name) ?? compileTemplate(readTemplate(name));
  compiled.set(name, fill);
  return fill(root);
}
