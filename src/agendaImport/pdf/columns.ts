import type { Row, Segment } from './rows.ts';

/** A stretch of rows that is read from top to bottom, with its edges. */
export interface Flow {
  readonly rows: readonly Row[];
  readonly left: number;
  readonly right: number;
}

/** Least rows with text on both sides of a gutter, and how much of a column its lines fill. */
const leastRows = 5;
const leastFill = 0.6;
const maxColumns = 4;

export const edges = (rows: readonly Row[]): { left: number; right: number } => {
  const all = rows.flat();
  return {
    left: Math.min(...all.map((segment) => segment.left)),
    right: Math.max(...all.map((segment) => segment.right)),
  };
};

/** The place in x that most rows leave free between two segments. */
function gutterOf(rows: readonly Row[]): number | null {
  const votes = new Map<number, number>();
  for (const row of rows) {
    row.slice(1).forEach((segment, at) => {
      const before = row[at];
      if (!before) return;
      for (let x = Math.ceil(before.right / 4); x <= Math.floor(segment.left / 4); x++)
        votes.set(x * 4, (votes.get(x * 4) ?? 0) + 1);
    });
  }
  const best = [...votes].sort((one, other) => other[1] - one[1])[0];
  if (!best || best[1] < leastRows) return null;
  // the middle of the free strip
  const strip = [...votes]
    .filter(([, count]) => count === best[1])
    .map(([x]) => x)
    .sort((a, b) => a - b);
  return strip[Math.floor(strip.length / 2)] ?? null;
}

const crosses = (row: Row, x: number): boolean =>
  row.some((segment) => segment.left < x && segment.right > x);
const side = (rows: readonly Row[], keep: (segment: Segment) => boolean): Row[] =>
  rows.map((row) => row.filter(keep)).filter((row) => row.length > 0);

/** Lines of running text mostly reach the edge of their column; labels and cells do not. */
function isRunningText(rows: readonly Row[]): boolean {
  const { left, right } = edges(rows);
  const filled = rows.filter((row) => {
    const last = row.at(-1);
    return last !== undefined && last.right - left > (right - left) * 0.75;
  });
  return rows.length >= leastRows && right - left > 100 && filled.length >= rows.length * leastFill;
}

/** Rows whose lines overlap in height stand beside each other: a box at the side, whose lines come after the text's. */
export function boxesAfter(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const [row, next] = [rows[at], rows[at + 1]];
    if (!row) break;
    const gutter = next && besides(row, next);
    if (gutter === undefined) {
      out.push(row);
      at++;
      continue;
    }
    // lines of the box that stand on a line of the text begin where the others do
    const lefts = [row, next ?? []].map(([first]) => first?.left ?? 0).filter((left) => left > gutter);
    const inBox = (one: Row): boolean =>
      one.length > 1 && one.some((segment) => lefts.some((left) => Math.abs(segment.left - left) < 3));
    let end = at;
    let last = at;
    while (rows[end] && !crosses(rows[end] ?? [], gutter)) {
      if (inBox(rows[end] ?? [])) last = end;
      if (besides(rows[end] ?? [], rows[end + 1] ?? []) !== undefined) last = end + 1;
      if (end > last + 2) break;
      end++;
    }
    const block = rows.slice(at, last + 1);
    const above = out.at(-1);
    if (above && inBox(above) && !crosses(above, gutter)) {
      out.pop();
      block.unshift(above);
    }
    out.push(
      ...side(block, (segment) => segment.right <= gutter),
      ...side(block, (segment) => segment.left >= gutter),
    );
    at = last + 1;
  }
  return out;
}

/** The middle between two rows that overlap in height; undefined where they do not, or share their room. */
function besides(row: Row, next: Row): number | undefined {
  const [first, second] = [row[0], next[0]];
  if (!first || !second || second.y - first.y > Math.min(first.size, second.size) * 0.8 || second.y < first.y)
    return undefined;
  const [one, other] = [edges([row]), edges([next])];
  if (one.right < other.left) return (one.right + other.left) / 2;
  return other.right < one.left ? (other.right + one.left) / 2 : undefined;
}

/** Cuts rows into flows: columns of running text one after the other, all else as it stands. */
export function flowsOf(rows: readonly Row[], depth = 0): Flow[] {
  if (rows.length === 0) return [];
  const whole = (): Flow[] => [{ rows, ...edges(rows) }];
  const gutter = depth < maxColumns ? gutterOf(rows) : null;
  if (gutter === null) return whole();
  const flows: Flow[] = [];
  let plain: Row[] = [];
  let block: Row[] = [];
  const endPlain = () => {
    if (plain.length > 0) flows.push({ rows: plain, ...edges(plain) });
    plain = [];
  };
  const endBlock = () => {
    const [left, right] = [
      side(block, (segment) => segment.right <= gutter),
      side(block, (segment) => segment.left >= gutter),
    ];
    if (isRunningText(left) && isRunningText(right)) {
      endPlain();
      flows.push(...flowsOf(left, depth + 1), ...flowsOf(right, depth + 1));
    } else plain.push(...block);
    block = [];
  };
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    const far = before !== undefined && (row[0]?.y ?? 0) - (before[0]?.y ?? 0) > 3 * (row[0]?.size ?? 10);
    const rightEnded =
      block.length > 0 && !block.slice(-3).some((one) => one.some((segment) => segment.left >= gutter));
    if (far && rightEnded) endBlock();
    if (crosses(row, gutter)) {
      endBlock();
      plain.push(row);
    } else block.push(row);
  });
  endBlock();
  endPlain();
  return flows.length > 0 ? flows : whole();
}
