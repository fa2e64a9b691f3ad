import { typedLine } from '../../../wording/typedLines.ts';
import { alignLines, sharedEnds } from './alignLines.ts';

/** Lines `from` up to and with `to` of a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A line that was parted: which it was, and the lines that it is now. */
export interface Parted extends Stretch {
  readonly line: number;
}

/** The lines of `old` that are several lines of `now`, whatever else was written in one place of them. */
export function partedLines(old: readonly string[], now: readonly string[]): readonly Parted[] {
  const aligned = alignLines(old, now);
  return old.flatMap((text, line): Parted[] => {
    const at = aligned[line] ?? null;
    if (at === null || now[at] === text) return [];
    const above = aligned.slice(0, line).findLast((one) => one !== null) ?? -1;
    const below = aligned.slice(line + 1).find((one) => one !== null) ?? now.length;
    for (let to = at + 1; to < below; to += 1)
      if (isParted(text, now.slice(at, to + 1))) return [{ line, from: at, to }];
    for (let from = at - 1; from > above; from -= 1)
      if (isParted(text, now.slice(from, at + 1))) return [{ line, from, to: at }];
    return [];
  });
}

/** Its letters; the mark of a bullet is none. */
const bare = (text: string): string => typedLine(text).text.replace(/\s+/gu, '');

/** All that the line says stands in these lines together, in order, and in none of them alone. */
function isParted(line: string, lines: readonly string[]): boolean {
  const [whole, parts] = [bare(line), lines.map(bare)];
  const within = (text: string): boolean => {
    const { start, endA } = sharedEnds(whole, text);
    return start === endA;
  };
  const says = (text: string | undefined) => /[\p{L}\p{N}]/u.test(text ?? '');
  return (
    says(parts[0]) && says(parts.at(-1)) && within(parts.join('')) && !parts.some((part) => within(part))
  );
}

/**
 * Three versions of a text, in which lines that somebody parted or joined are one line with breaks in it: what another
 * wrote there meanwhile finds its place in it.
 */
export function withWholeLines(
  base: readonly string[],
  ...sides: readonly [readonly string[], readonly string[]]
): [string[], string[], string[]] {
  const joined = groupsOf(sides.flatMap((side) => partedLines(side, base))).filter(({ from, to }) =>
    sides.every((side) => nothingBetween(alignLines(base, side).slice(from, to + 1))),
  );
  const whole = (side: readonly string[]): string[] => {
    const aligned = alignLines(base, side);
    const wholes = joined.flatMap(({ from, to }): Stretch[] => {
      const [first, ...others] = aligned.slice(from, to + 1).filter((one) => one !== null);
      return first === undefined ? [] : [{ from: first, to: others.at(-1) ?? first }];
    });
    return glued(side, groupsOf([...partedLines(base, side), ...wholes]));
  };
  return [glued(base, joined), whole(sides[0]), whole(sides[1])];
}

function nothingBetween(aligned: readonly (number | null)[]): boolean {
  const there = aligned.filter((one) => one !== null);
  return there.every((one, at) => at === 0 || one === (there[at - 1] ?? 0) + 1);
}

/** Stretches that have a line in common are one. */
function groupsOf(stretches: readonly Stretch[]): readonly Stretch[] {
  const groups: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = groups.at(-1);
    if (last && from <= last.to) groups.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) });
    else groups.push({ from, to });
  }
  return groups;
}

const glued = (lines: readonly string[], groups: readonly Stretch[]): string[] =>
  lines.flatMap((line, at) => {
    const group = groups.find(({ from, to }) => from <= at && at <= to);
    if (!group) return [line];
    return group.from === at ? [lines.slice(at, group.to + 1).join('\n')] : [];
  });
