import { Template } from 'adaptivecards-templating';
import type { JsonObject } from './template.ts';

/** Rows kept of one template; then all are forgotten. */
const MOST = 1_000;
/** Longer rows are filled anew each time. */
const LONGEST = 4_000;

/**
 * What a template repeats for each entry of a list. Most rows of a card are as they were on the card before, and a
 * placeholder costs microseconds: a row that is the same is filled once. What a tap on it does holds the meeting's
 * version and so differs each time; it comes ready made and is put in as it is.
 */
export class Rows {
  readonly #template: Template;
  /** Keys of the row that are one placeholder for a ready made action, or a list of them: by key, the field. */
  readonly #actions: readonly (readonly [key: string, field: string])[];
  readonly #filled = new Map<string, readonly object[]>();

  constructor(row: JsonObject) {
    const actions: [string, string][] = [];
    const rest: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(row)) {
      const field = /^\$\{(actions?)\}$/.exec(String(value))?.[1];
      if (field === undefined) rest[key] = value;
      else actions.push([key, field]);
    }
    this.#actions = actions;
    // One entry at a time, by the same rules as in a list: `$when` may leave it out.
    this.#template = new Template([{ $data: '${row}', ...rest }]);
  }

  /** The rows of a list; nothing where it is none. */
  of(list: unknown): object[] {
    return Array.isArray(list) ? list.flatMap((entry: Record<string, unknown>) => this.#one(entry)) : [];
  }

  #one(entry: Record<string, unknown>): object[] {
    const { action: _, actions: __, ...said } = entry;
    const key = JSON.stringify(said);
    const known = this.#filled.get(key) ?? (this.#template.expand({ $root: { row: said } }) as object[]);
    if (key.length <= LONGEST) {
      if (this.#filled.size >= MOST) this.#filled.clear();
      this.#filled.set(key, known);
    }
    if (this.#actions.length === 0) return [...known];
    const actions = Object.fromEntries(this.#actions.map(([name, field]) => [name, entry[field]]));
    return known.map((row) => ({ ...row, ...actions }));
  }
}
