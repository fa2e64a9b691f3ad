import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const folder = new URL('../../cards/', import.meta.url);
const readJson = (name: string): Json => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

/** The template `cards/NAME.json`; `cards/parts/NAME.json` stands where it says `{"$part": "NAME"}`. */
const readTemplate = (name: string): Json => withParts(readJson(name));

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

const compiled = new Map<string, Template>();

/** Fills the template `cards/NAME.json`; parsing it costs milliseconds, so that is done once. */
export function expand(name: string, $root: Record<string, unknown>): unknown {
  const template = compiled.get(name) ?? new Template(readTemplate(name));
  compiled.set(name, template);
  return template.expand({ $root });
}
