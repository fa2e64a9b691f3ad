import { diff3MergeRegions, diffIndices } from 'node-diff3';

/**
 * What two people made of the same text, as one. Where only one of them changed something, that stands; where both
 * did in the same place, both wordings do, the other's first. A word that either has added is always in it.
 *
 * @param base the text that both began from
 * @param mine what this browser made of it
 * @param theirs what stands at the server by now
 */
export function mergeTexts(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const lines = [base, mine, theirs].map((text) => text.split('\n').map((line) => `${line}\n`));
  const [baseLines = [], mineLines = [], theirLines = []] = lines;
  const merged = merge(baseLines, mineLines, theirLines, mergeWords);
  return merged.replace(/\n$/u, '');
}

type Resolve = (place: Conflict, before: string, after: string) => string;
interface Conflict {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** The parts that one side at most changed, and between them what `resolve` makes of the others. */
function merge(base: string[], mine: string[], theirs: string[], resolve: Resolve): string {
  const regions = regionsOf(base, mine, theirs);
  let out = '';
  for (const [at, region] of regions.entries()) {
    const next = regions[at + 1];
    const after = next === undefined ? '' : (startOf(next) ?? '');
    out += 'base' in region ? resolve(region, out, after) : region.join('');
  }
  return out;
}

const startOf = (region: readonly string[] | Conflict): string | undefined =>
  'base' in region ? region.base[0] : region[0];

function regionsOf(base: string[], mine: string[], theirs: string[]): (readonly string[] | Conflict)[] {
  return diff3MergeRegions(mine, base, theirs).map((region) =>
    region.stable
      ? (region.bufferContent as string[])
      : {
          base: region.oContent as string[],
          mine: region.aContent as string[],
          theirs: region.bContent as string[],
        },
  );
}

/** A word with the blanks in front of it, so that what is written behind it leaves it as it is. */
const words = (lines: readonly string[]): string[] =>
  lines.join('').match(/\n|[^\S\n]*[^\s]+|[^\S\n]+/gu) ?? [];

function mergeWords({ base, mine, theirs }: Conflict, before: string, after: string): string {
  const merged = merge(words(base), words(mine), words(theirs), (place, inside, next) =>
    bothWordings(place, before + inside, next === '' ? after : next),
  );
  return merged === '' || merged.endsWith('\n') ? merged : `${merged}\n`;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.join('') === b.join('');

/** What stands before and behind `part` in `whole`; undefined where it does not begin or end with it. */
function around(
  whole: readonly string[],
  part: readonly string[],
): { pre: string; post: string } | undefined {
  if (part.length === 0 || whole.length <= part.length) return undefined;
  if (same(whole.slice(0, part.length), part)) return { pre: '', post: whole.slice(part.length).join('') };
  const rest = whole.length - part.length;
  return same(whole.slice(rest), part) ? { pre: whole.slice(0, rest).join(''), post: '' } : undefined;
}

function bothWordings({ base, mine, theirs }: Conflict, before: string, after: string): string {
  const [own, other] = [mine.join(''), theirs.join('')];
  if (same(mine, theirs.slice(0, mine.length))) return other;
  if (same(theirs, mine.slice(0, theirs.length))) return own;
  // One wrote beside words that the other changed: both can be had.
  const beside = around(theirs, base);
  if (beside) return spaced(beside.pre, own, beside.post);
  const besideOwn = around(mine, base);
  if (besideOwn) return spaced(besideOwn.pre, other, besideOwn.post);
  // An end of a paragraph counts, for somebody is about to write there; blanks besides count for nothing.
  if (own.trim() === '') return own.includes('\n') ? other + own : other;
  if (other.trim() === '') return other.includes('\n') ? other + own : own;
  // What goes on in the line stands before what begins a new one.
  const [first, second] = other.startsWith('\n') && !own.startsWith('\n') ? [own, other] : [other, own];
  const apart = (before === '' || before.endsWith('\n')) && (after === '' || after.startsWith('\n'));
  return joined(first, second, apart ? '\n' : ' ');
}

const spaced = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').reduce((all, part) => joined(all, part, ' '), '');

const joined = (first: string, second: string, between: string): string =>
  first === '' || second === '' || /\s$/u.test(first) || /^\s/u.test(second)
    ? first + second
    : first + between + second;

/** Which of the texts has most in common with `text`. */
export function nearest(text: string, candidates: readonly [string, ...string[]]): string {
  const distance = (other: string): number =>
    (diffIndices(words([other]), words([text])) as { buffer1: number[]; buffer2: number[] }[]).reduce(
      (sum, { buffer1, buffer2 }) => sum + (buffer1[1] ?? 0) + (buffer2[1] ?? 0),
      0,
    );
  const [first, ...others] = candidates;
  if (others.length === 0) return first;
  return others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
}
