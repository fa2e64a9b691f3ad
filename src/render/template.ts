import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { Rows } from './rows.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const folder = new URL('../../cards/', import.meta.url);
const readJson = (name: string): Json => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

/** The template `cards/NAME.json`; `cards/parts/NAME.json` stands where it says `{"$part": "NAME"}`. */
const readTemplate = (name: string): Json => withParts(readJson(name));

/** Other keys beside a `$part` replace the part's. */
function withParts(node: Json): Json {
  if (isList(node)) return node.map(withParts);
  if (!isObject(node)) return node;
  const { $part: part, ...own } = node;
  if (typeof part !== 'string')
    return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, withParts(v)]));
  const filled = withParts(readJson(`parts/${part}`));
  return { ...(isObject(filled) ? filled : {}), ...own };
}

const isList = (node: Json | undefined): node is readonly Json[] => Array.isArray(node);
const isObject = (node: Json | undefined): node is JsonObject =>
  typeof node === 'object' && node !== null && !isList(node);

/** A template without its repeated rows; `{"$rows": "points"}` stands where they belong. */
interface Compiled {
  readonly frame: Template;
  readonly rows: ReadonlyMap<string, Rows>;
}

function compile(name: string): Compiled {
  const rows = new Map<string, Rows>();
  /** Rows of the root alone: those within a row are part of it. */
  const withoutRows = (node: Json): Json => {
    if (isList(node)) return node.map(withoutRows);
    if (!isObject(node)) return node;
    const list = typeof node.$data === 'string' ? /^\$\{(\w+)\}$/.exec(node.$data)?.[1] : undefined;
    if (list === undefined || rows.has(list))
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutRows(value)]));
    const { $data: _, ...row } = node;
    rows.set(list, new Rows(row));
    return { $rows: list };
  };
  return { frame: new Template(withoutRows(readTemplate(name))), rows };
}

const compiled = new Map<string, Compiled>();

/** Fills the template `cards/NAME.json`; parsing it costs milliseconds, so that is done once. */
export function expand(name: string, $root: Record<string, unknown>): unknown {
  const template = compiled.get(name) ?? compile(name);
  compiled.set(name, template);
  const filled = (node: unknown): unknown => {
    if (!Array.isArray(node)) return insideOf(node);
    const whole: unknown[] = [];
    for (const child of node) {
      const rows = typeof child === 'object' && child !== null ? template.rows.get(child.$rows) : undefined;
      if (rows) whole.push(...rows.of($root[child.$rows]));
      else whole.push(filled(child));
    }
    return whole;
  };
  const insideOf = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null) return node;
    const children = node as Record<string, unknown>;
    for (const key of ['body', 'items', 'columns'])
      if (Array.isArray(children[key])) children[key] = filled(children[key]);
    return node;
  };
  return insideOf(template.frame.expand({ $root }));
}
