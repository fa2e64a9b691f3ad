import { diff3MergeRegions, diffIndices } from 'node-diff3';
import { alignLines, sharedEnds } from './alignLines.ts';
import { withWholeLines } from './partedLines.ts';

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
  const [old, own, other] = [base, mine, theirs].map((text) => text.split('\n'));
  return old && own && other ? mergeLines(...withWholeLines(old, own, other)).join('\n') : mine;
}

/**
 * Line by line, so that what each writes in a line of their own stays in it: somebody may be about to make a decision
 * of it.
 */
function mergeLines(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [own, other] = [new Side(base, mine), new Side(base, theirs)];
  const merged: string[] = [];
  for (let at = 0; at <= base.length; at += 1) {
    merged.push(...bothInserted(own.inserted(at), other.inserted(at)));
    const old = base[at];
    if (old === undefined) break;
    const [changed, theirChange] = [own.became(at), other.became(at)];
    // What one took away is gone, unless the other has written in it.
    if (changed === null || theirChange === null) {
      const left = changed ?? theirChange;
      if (left !== null && left !== old) merged.push(left);
    } else if (changed === old || theirChange === old || changed === theirChange)
      merged.push(changed === old ? theirChange : changed);
    else merged.push(mergeWords(old, changed, theirChange));
  }
  return merged;
}

/** What one of the two made of the lines. */
class Side {
  readonly #aligned: readonly (number | null)[];

  constructor(
    base: readonly string[],
    private readonly lines: readonly string[],
  ) {
    this.#aligned = alignLines(base, lines);
  }

  /** What the line became; null: it was taken away. */
  became(at: number): string | null {
    const to = this.#aligned[at] ?? null;
    return to === null ? null : (this.lines[to] ?? null);
  }

  /** Lines that came in before that one, or behind the last; those in the place of lines that went, before these. */
  inserted(at: number): readonly string[] {
    const before = at === 0 ? -1 : this.#aligned[at - 1];
    if (before === null || before === undefined) return [];
    const next = this.#aligned.slice(at).find((one) => one !== null) ?? this.lines.length;
    return this.lines.slice(before + 1, next);
  }
}

/** Theirs before mine; what both put in is put in once. */
function bothInserted(mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const begins = (all: readonly string[], part: readonly string[]) =>
    part.every((line, at) => all[at] === line);
  if (begins(theirs, mine)) return theirs;
  if (begins(mine, theirs)) return mine;
  return [...theirs, ...mine];
}

/** A word with the blanks in front of it, so that what is written behind it leaves it as it is. */
const words = (text: string): string[] => text.match(/\n|[^\S\n]*[^\s]+|[^\S\n]+/gu) ?? [];

/** A line, or lines that somebody parted or joined, that both have written in. */
function mergeWords(base: string, mine: string, theirs: string): string {
  return diff3MergeRegions(words(mine), words(base), words(theirs))
    .map((region) =>
      region.stable
        ? (region.bufferContent as string[]).join('')
        : bothWordings(region.oContent as string[], region.aContent as string[], region.bContent as string[]),
    )
    .reduce((line, part) => line + part, '');
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

/** Both changed the same words. */
function bothWordings(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string {
  const [own, other] = [mine.join(''), theirs.join('')];
  if (same(mine, theirs.slice(0, mine.length))) return other;
  if (same(theirs, mine.slice(0, theirs.length))) return own;
  // One wrote beside words that the other changed: both can be had.
  const beside = around(theirs, base);
  if (beside) return spaced(beside.pre, own, beside.post);
  const besideOwn = around(mine, base);
  if (besideOwn) return spaced(besideOwn.pre, other, besideOwn.post);
  // One parted or joined lines there, the other wrote.
  const parted = withBlanksOf(own, base.join(''), other) ?? withBlanksOf(other, base.join(''), own);
  if (parted !== null) return parted;
  return own.trim() === '' ? other : other.trim() === '' ? own : spaced(other, own);
}

/** `other` with the blanks that `own` has otherwise than `base`; null: more than blanks is different there. */
function withBlanksOf(own: string, base: string, other: string): string | null {
  const [now, old, theirs] = [spelled(own), spelled(base), spelled(other)];
  if (now.letters !== old.letters || now.letters === '') return null;
  const { start, endA, endB } = sharedEnds(old.letters, theirs.letters);
  now.blanks.forEach((blank, at) => {
    if (blank === old.blanks[at]) return;
    // Behind what the other wrote, or before it.
    if (at >= endA) theirs.blanks[at - endA + endB] = blank;
    else theirs.blanks[Math.min(at, start)] = blank;
  });
  return theirs.blanks.map((blank, at) => blank + (theirs.letters[at] ?? '')).join('');
}

/** A text as its letters, and the blanks before each of them and behind the last. */
function spelled(text: string): { readonly letters: string; readonly blanks: string[] } {
  const blanks = [''];
  let letters = '';
  for (const letter of text.split('')) {
    if (/\s/u.test(letter)) blanks.push(`${blanks.pop() ?? ''}${letter}`);
    else {
      letters += letter;
      blanks.push('');
    }
  }
  return { letters, blanks };
}

/** One behind another, with a blank where two words would else be one. */
const spaced = (...parts: readonly string[]): string =>
  parts.reduce((all, part) =>
    all === '' || part === '' || /\s$/u.test(all) || /^\s/u.test(part) ? all + part : `${all} ${part}`,
  );

/** Which of the texts has most in common with `text`. */
export function nearest(text: string, candidates: readonly [string, ...string[]]): string {
  const distance = (other: string): number =>
    (diffIndices(words(other), words(text)) as { buffer1: number[]; buffer2: number[] }[]).reduce(
      (sum, { buffer1, buffer2 }) => sum + (buffer1[1] ?? 0) + (buffer2[1] ?? 0),
      0,
    );
  const [first, ...others] = candidates;
  if (others.length === 0) return first;
  return others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
}
