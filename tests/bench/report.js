// After all parts: the table of what was measured in this run, and the exit code.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../output/bench/', import.meta.url);

/**
 * A figure on a machine with other work swings by a third (seen), so a missed target is only marked. Twice as bad as
 * its target is no noise any more, and fails.
 */
const FAR = 2;

/** How many times as good as its target a figure is. */
const reached = ({ value, target }) => ('atLeast' in target ? value / target.atLeast : target.atMost / value);

function row({ part, name, value, unit, target }) {
  const wanted = !target ? '' : 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  const mark = !target ? '' : reached({ value, target }) >= 1 ? 'met' : 'MISSED';
  return [part, name, `${value} ${unit}`.trim(), wanted, mark];
}

export default function report() {
  if (!existsSync(folder)) return; // Nothing was measured: its reason stands above.
  const parts = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  const measures = parts.flatMap(({ part, measures }) => measures.map((measure) => ({ part, ...measure })));
  const rows = [['part', 'measured', 'value', 'target', ''], ...measures.map(row)];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const line = (cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  process.stdout.write(`\n${rows.map(line).join('\n')}\n\n`);
  const far = measures.filter((measure) => measure.target && reached(measure) < 1 / FAR);
  if (far.length === 0) return;
  throw new Error(`Missed by far (more than ${FAR} times): ${far.map(({ name }) => name).join(', ')}`);
}
