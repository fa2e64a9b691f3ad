import { Template } from 'adaptivecards-templating';
import { rememberJson } from './rememberJson.ts';
import { compose, share } from './sharedJson.ts';
import type { JsonObject } from './template.ts';

/** Fills what a template repeats for each entry of a list. */
export type FillRows = (list: unknown) => object[];

/**
 * Rows of a template. What a tap on a row does holds the meeting's version and so differs each time; it comes ready
 * made and is put in as it is.
 */
export function rowsOf(row: JsonObject): FillRows {
  /** Keys of the row that are one placeholder for a ready made action, or a list of them: by key, the field. */
  const actions: [key: string, field: string][] = [];
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    const field = /^\$\{(actions?)\}$/.exec(String(value))?.[1];
    if (field === undefined) rest[key] = value;
    else actions.push([key, field]);
  }
  // One entry at a time, by the same rules as in a list: `$when` may leave it out.
  const template = new Template([{ $data: `\${row}`, ...rest }]);
  const fill = rememberJson((said) => {
    const filled = template.expand({ $root: { row: said } }) as object[];
    for (const element of filled) for (const part of [element, ...Object.values(element)]) share(part);
    return filled;
  });

  const one = (entry: Record<string, unknown>): readonly object[] => {
    const { action: _, actions: __, ...said } = entry;
    const filled = fill(said);
    if (actions.length === 0) return filled;
    const ready = Object.fromEntries(actions.map(([key, field]) => [key, entry[field]]));
    return filled.map((element) => compose({ ...element, ...ready }));
  };
  return (list) => (Array.isArray(list) ? list.flatMap(one) : []);
}
