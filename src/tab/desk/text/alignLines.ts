import { diffIndices } from 'node-diff3';

/** More pairs than this are not compared with one another: nobody changes so many lines at once. */
const MOST_PAIRS = 3000;

interface Chunk {
  readonly buffer1: readonly [number, number];
  readonly buffer2: readonly [number, number];
}

/**
 * Which line each line became: for every line of `from` its index in `to`, in order; null: it is gone. Lines that are
 * the same are found first; of those between, the ones that begin and end most alike are taken for one another.
 */
export function alignLines(from: readonly string[], to: readonly string[]): (number | null)[] {
  const aligned: (number | null)[] = [];
  let [at, other] = [0, 0];
  const same = (until: number) => {
    for (; at < until; at += 1, other += 1) aligned.push(other);
  };
  for (const { buffer1, buffer2 } of diffIndices([...from], [...to]) as Chunk[]) {
    same(buffer1[0]);
    const [start, count] = buffer2;
    const pairs = pairsOf(from.slice(at, at + buffer1[1]), to.slice(start, start + count));
    aligned.push(...pairs.map((pair) => (pair === null ? null : start + pair)));
    at += buffer1[1];
    other = start + count;
  }
  same(from.length);
  return aligned;
}

/** The pairing, in order, that has most letters in common. */
function pairsOf(from: readonly string[], to: readonly string[]): (number | null)[] {
  if (from.length * to.length > MOST_PAIRS) return from.map(() => null);
  // best[i][j]: letters in common of what is left from line i and line j on.
  const best = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  const of = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const likenesses = from.map((one) => to.map((line) => alike(one, line)));
  const like = (i: number, j: number): number => likenesses[i]?.[j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const paired = like(i, j) > 0 ? like(i, j) + of(i + 1, j + 1) : 0;
      const row = best[i];
      if (row) row[j] = Math.max(paired, of(i + 1, j), of(i, j + 1));
    }
  const pairs: (number | null)[] = [];
  for (let j = 0; pairs.length < from.length; ) {
    const i = pairs.length;
    if (like(i, j) > 0 && of(i, j) === like(i, j) + of(i + 1, j + 1)) {
      pairs.push(j);
      j += 1;
    } else if (j >= to.length || of(i, j) === of(i + 1, j)) pairs.push(null);
    else j += 1;
  }
  return pairs;
}

/** How many letters both begin and end with; few of them are chance. */
function alike(a: string, b: string): number {
  const { start, endA } = sharedEnds(a, b);
  const shared = start + a.length - endA;
  return shared * 3 >= Math.min(a.length, b.length) ? shared : 0;
}

/** Where two texts stop to be the same from the front, and where each begins to be the same up to the end. */
export function sharedEnds(a: string, b: string): { start: number; endA: number; endB: number } {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return { start, endA, endB };
}
