import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { rememberJson } from './rememberJson.ts';
import { type FillRows, rowsOf } from './rows.ts';

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

/** `{"$rows": "points"}` stands in a frame where the rows of a list belong. */
interface RowsMark {
  readonly $rows: string;
}
const isMark = (node: unknown): node is RowsMark =>
  typeof node === 'object' && node !== null && '$rows' in node;

/** A template in two: its repeated rows, by the list that they repeat, and the frame around them. */
function compile(name: string): (root: Record<string, unknown>) => unknown {
  const rows = new Map<string, FillRows>();
  /** Rows of the root alone: those within a row are part of it. */
  const withoutRows = (node: Json): Json => {
    if (isList(node)) return node.map(withoutRows);
    if (!isObject(node)) return node;
    const list = typeof node.$data === 'string' ? /^\$\{(\w+)\}$/.exec(node.$data)?.[1] : undefined;
    if (list === undefined || rows.has(list))
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutRows(value)]));
    const { $data: _, ...row } = node;
    rows.set(list, rowsOf(row));
    return { $rows: list };
  };
  const template = new Template(withoutRows(readTemplate(name)));
  const frame = rememberJson(($root) => template.expand({ $root }));

  return (root) => {
    const rest = { ...root };
    for (const list of rows.keys()) delete rest[list];
    return withRows(frame(rest), (list) => rows.get(list)?.(root[list]) ?? []);
  };
}

/** The frame with its rows; what holds none is taken as it is. */
function withRows(node: unknown, rowsFor: (list: string) => readonly object[]): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node))
    return node.flatMap((child) => (isMark(child) ? rowsFor(child.$rows) : [withRows(child, rowsFor)]));
  const whole: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) whole[key] = withRows(value, rowsFor);
  return whole;
}

const compiled = new Map<string, ReturnType<typeof compile>>();

/** Fills the template `cards/NAME.json`; parsing it costs milliseconds, so that is done once. */
export function expand(name: string, $root: Record<string, unknown>): unknown {
  const template = compiled.get(name) ?? compile(name);
  compiled.set(name, template);
  return template($root);
}
