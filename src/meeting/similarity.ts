/** Words of a text, folded: case, punctuation and spaces do not count. */
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

function counted(text: string): Words {
  const all = words(text);
  const counts = new Map<string, number>();
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, length: all.length };
}

/**
 * Share of words that two texts have in common, 0 to 1 (Dice over word multisets). The comparer reads each text once,
 * however many it is compared with.
 */
export function comparer(): (a: string, b: string) => number {
  const known = new Map<string, Words>();
  const read = (text: string): Words => {
    const found = known.get(text) ?? counted(text);
    known.set(text, found);
    return found;
  };
  return (a, b) => {
    const left = read(a);
    const right = read(b);
    if (left.length === 0 && right.length === 0) return 1;
    let common = 0;
    for (const [word, count] of left.counts) common += Math.min(count, right.counts.get(word) ?? 0);
    return (2 * common) / (left.length + right.length);
  };
}

/** Pairs every text of `incoming` with at most one of `known`, best first, at `least` similarity or more. */
export function bestPairs<K, I>(
  known: readonly K[],
  incoming: readonly I[],
  score: (known: K, incoming: I) => number,
  least: number,
): Map<I, K> {
  const candidates = incoming
    .flatMap((i) => known.map((k) => ({ i, k, s: score(k, i) })))
    .filter(({ s }) => s >= least)
    .sort((a, b) => b.s - a.s);
  const pairs = new Map<I, K>();
  const taken = new Set<K>();
  for (const { i, k } of candidates) {
    if (pairs.has(i) || taken.has(k)) continue;
    pairs.set(i, k);
    taken.add(k);
  }
  return pairs;
}
