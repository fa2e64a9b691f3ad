import { mkdirSync, writeFileSync } from 'node:fs';

/** One measured figure. `target`: what it is to reach, at least or at most; a figure without one is for the eye. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: { readonly atLeast: number } | { readonly atMost: number };
}

const folder = new URL('../output/bench/', import.meta.url);

/** Keeps what a part measured as `tests/output/bench/PART.json`; `report.js` makes the table of it. */
export function keepResult(part: string, measures: readonly Measure[]): void {
  mkdirSync(folder, { recursive: true });
  const rounded = measures.map((measure) => ({
    ...measure,
    value: measure.value >= 100 ? Math.round(measure.value) : Number(measure.value.toPrecision(3)),
  }));
  writeFileSync(new URL(`${part}.json`, folder), `${JSON.stringify({ part, measures: rounded }, null, 2)}\n`);
}

/** The middle one: a neighbour's burst of work on the same machine moves a mean, not this. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
