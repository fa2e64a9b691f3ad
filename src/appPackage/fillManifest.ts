import { z } from 'zod';
import type { PackageSettings } from './packageSettings.ts';

/** A file of texts as Teams takes it: paths such as `staticTabs[0].name`, with what is shown there. */
export const Texts = z.record(z.string(), z.string());
export type Texts = z.infer<typeof Texts>;

type Filled = string | number | boolean | null | readonly Filled[] | { readonly [key: string]: Filled };
type Json = Record<string, unknown>;

/**
 * The manifest from its template: every `${{NAME}}` by its value, every text of the default language in its place.
 * @throws Error for a placeholder that has no value (a fault of the template).
 */
export function fillManifest(
  template: unknown,
  settings: PackageSettings,
  version: string,
  texts: Texts,
): Json {
  const values: Readonly<Record<string, string>> = { ...settings, VERSION: version };
  const filled = z.record(z.string(), z.json()).parse(fill(z.json().parse(template), values));
  for (const [path, text] of Object.entries(texts)) if (path !== '$schema') place(filled, path, text);
  return filled;
}

function fill(value: Filled, values: Readonly<Record<string, string>>): Filled {
  if (typeof value === 'string') return fillText(value, values);
  if (Array.isArray(value)) return value.map((entry) => fill(entry, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry, values)]));
}

function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{(\w+)\}\}/gu, (_found, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`manifest template: no value for ${name}`);
    return value;
  });
}

/** Puts a text at a path like `bots[0].commandLists[1].commands[2].title`; what is missing on the way is made. */
function place(manifest: Json, path: string, text: string): void {
  const steps = path.split(/[.[\]]+/u).filter(Boolean);
  let at: Json = manifest;
  for (const [index, step] of steps.entries()) {
    if (index === steps.length - 1) at[step] = text;
    else {
      at[step] ??= /^\d+$/u.test(steps[index + 1] ?? '') ? [] : {};
      at = at[step] as Json;
    }
  }
}
