import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { rememberJson } from './rememberJson.ts';
import { type FillRows, rowsOf } from './rows.ts';
import { compose, share } from './sharedJson.ts';

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

/** Stands in a frame where repeated rows belong: their place in the list of all that the template repeats. */
interface RowsMark {
  readonly $rows: number;
}
const isMark = (node: unknown): node is RowsMark =>
  typeof node === 'object' && node !== null && '$rows' in node;

/** A template in two: what it repeats for the entries of a list, and the frame around that. */
function compile(name: string): (root: Record<string, unknown>) => unknown {
  const repeated: { readonly list: string; readonly fill: FillRows }[] = [];
  /** Rows of the root alone: those within a row are part of it. */
  const withoutRows = (node: Json): Json => {
    if (isList(node)) return node.map(withoutRows);
    if (!isObject(node)) return node;
    const list = typeof node.$data === 'string' ? /^\$\{(\w+)\}$/.exec(node.$data)?.[1] : undefined;
    if (list === undefined)
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutRows(value)]));
    const { $data: _, ...row } = node;
    repeated.push({ list, fill: rowsOf(row) });
    return { $rows: repeated.length - 1 };
  };
  const template = new Template(withoutRows(readTemplate(name)));
  const frame = rememberJson(($root) => frameOf(template.expand({ $root })));

  return (root) => {
    const rest = { ...root };
    for (const { list } of repeated) delete rest[list];
    const rows = repeated.map(({ list, fill }) => fill(root[list]));
    const kept = frame(rest);
    return withRows(kept.root, kept, rows);
  };
}

/** A frame that is kept. `holders`: those of its objects and lists in which, however deep, rows belong. */
interface Frame {
  readonly root: unknown;
  readonly holders: ReadonlySet<unknown>;
}

function frameOf(root: unknown): Frame {
  const holders = new Set<unknown>();
  const holds = (node: unknown): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    if (isMark(node)) return true;
    const parts = Object.values(node);
    const holding = parts.filter(holds);
    if (holding.length > 0) holders.add(node);
    // The root itself becomes a card of its own each time.
    if (holding.length > 0 || node === root)
      for (const part of parts) if (!holding.includes(part)) share(part);
    return holding.length > 0;
  };
  holds(root);
  return { root, holders };
}

/** The frame with its rows: what holds them is made anew, all else is the frame's own. */
function withRows(node: unknown, frame: Frame, rows: readonly (readonly object[])[]): unknown {
  if (!frame.holders.has(node)) return node;
  if (Array.isArray(node))
    return compose(
      node.flatMap((child) => (isMark(child) ? (rows[child.$rows] ?? []) : [withRows(child, frame, rows)])),
    );
  const whole: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node as object)) whole[key] = withRows(value, frame, rows);
  return compose(whole);
}

const compiled = new Map<string, ReturnType<typeof compile>>();

/** Fills the template `cards/NAME.json`; parsing it costs milliseconds, so that is done once. */
export function expand(name: string, $root: Record<string, unknown>): unknown {
  const template = compiled.get(name) ?? compile(name);
  compiled.set(name, template);
  return template($root);
}
