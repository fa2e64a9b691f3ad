import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const folder = new URL('../../cards/', import.meta.url);
const readJson = (name: string): Json => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

/** Puts `cards/parts/NAME.json` where a card says `{"$part": "NAME"}`; other keys there replace the part's. */
function withParts(node: Json): Json {
  if (Array.isArray(node)) return node.map(withParts);
  if (node === null || typeof node !== 'object') return node;
  const { $part: part, ...own } = node;
  if (typeof part !== 'string')
    return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, withParts(v)]));
  const filled = withParts(readJson(`parts/${part}`));
  return { ...(filled as { [key: string]: Json }), ...own };
}

const compiled = new Map<string, Template>();

/** The compiled template `cards/NAME.json`; compiling costs milliseconds, so each is compiled once. */
export function template(name: string): Template {
  const known = compiled.get(name);
  if (known) return known;
  const made = new Template(withParts(readJson(name)));
  compiled.set(name, made);
  return made;
}
