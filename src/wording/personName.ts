import { editDistance, foldText } from './fold.ts';
import { remembering } from './remember.ts';

/** A person as the meeting knows them. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

export type NameMatch =
  | { kind: 'one'; id: string; exact: boolean }
  | { kind: 'several'; ids: string[] }
  | { kind: 'none' };

/** A name as folded words. */
export const nameParts: (name: string) => readonly string[] = remembering((name) =>
  foldText(name)
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((part) => part !== ''),
);

/** How badly a written part fits a part of a name: 0 same or its initial, 1-2 misspelt, Infinity another name. */
function misfit(written: string, part: string): number {
  if (written === part || (written.length === 1 && part.startsWith(written))) return 0;
  const shorter = Math.min(written.length, part.length);
  const limit = shorter >= 6 ? 2 : shorter >= 4 ? 1 : 0;
  return limit === 0 ? Number.POSITIVE_INFINITY : editDistance(written, part, limit);
}

/** All written parts in the name in their order: the sum of misfits; a torn-off end ("Kristen") counts 2. */
function misfitInOrder(written: readonly string[], name: readonly string[]): number {
  let next = 0;
  let total = 0;
  for (const part of written) {
    const costs = name.slice(next).map((other) => {
      const cost = misfit(part, other);
      return cost === Number.POSITIVE_INFINITY && part.length >= 5 && other.startsWith(part) ? 2 : cost;
    });
    const best = Math.min(...costs);
    if (best > 2) return Number.POSITIVE_INFINITY;
    next += costs.indexOf(best) + 1;
    total += best;
  }
  return total;
}

function fromIds(ids: readonly string[], exact: boolean): NameMatch | null {
  const [id, ...others] = new Set(ids);
  if (id === undefined) return null;
  return others.length === 0 ? { kind: 'one', id, exact } : { kind: 'several', ids: [id, ...others] };
}

function closest(
  written: readonly string[],
  people: readonly { id: string; parts: readonly string[] }[],
): NameMatch | null {
  const costs = people.map(({ id, parts }) => ({
    id,
    cost: Math.min(
      misfitInOrder(written, parts),
      parts.length >= 2 ? misfitInOrder(parts, written) : Number.POSITIVE_INFINITY,
    ),
  }));
  const best = Math.min(...costs.map(({ cost }) => cost));
  if (!Number.isFinite(best)) return null;
  return fromIds(
    costs.filter(({ cost }) => cost === best).map(({ id }) => id),
    false,
  );
}

function matchParts(
  written: readonly string[],
  people: readonly { id: string; parts: readonly string[] }[],
): NameMatch | null {
  const whole = people.filter(({ parts }) => parts.join(' ') === written.join(' '));
  if (whole.length > 0)
    return fromIds(
      whole.map(({ id }) => id),
      true,
    );
  const [only] = written;
  if (written.length !== 1 || only === undefined || only.length < 2) return closest(written, people);
  const having = (test: (parts: readonly string[]) => boolean) =>
    people.filter(({ parts }) => test(parts)).map(({ id }) => id);
  // A second given name counts beside a first one: "Lone" may be Lone Holm or Ann Lone Bech.
  const first = having((parts) => parts[0] === only);
  const given = having((parts) => parts.slice(0, -1).includes(only));
  return (
    fromIds(first.length > 0 ? given : having((parts) => parts.includes(only)), false) ??
    closest(written, people)
  );
}

/** "Anne-Sofie" and "Anne Sofie" are one name. */
const unhyphenated = (parts: readonly string[]): string[] =>
  parts.flatMap((part) => part.split('-')).filter((part) => part !== '');

/** No name is longer, whatever stands behind it: a book is compared with nobody's. */
const LONGEST_NAME = 300;

/** Whom a written name means: whole name, unique given name, unique surname, then at most two letters amiss. */
export function matchName(written: string, people: readonly KnownPerson[]): NameMatch {
  if (written.length > LONGEST_NAME) return { kind: 'none' };
  const named = people.map(({ id, name }) => ({ id, parts: nameParts(name) }));
  const parts = nameParts(written);
  if (parts.every((part) => part.length < 2)) return { kind: 'none' };
  const last = parts.at(-1) ?? '';
  const withoutGenitive = [...parts.slice(0, -1), last.replace(/['’]?s?$/u, '')].filter(
    (part) => part !== '',
  );
  const exact = (of: readonly string[]) =>
    named.some((person) => of.every((part) => person.parts.includes(part)));
  const order = exact(parts) || withoutGenitive.length === 0 ? [parts] : [withoutGenitive, parts];
  for (const tried of order) {
    const match = matchParts(tried, named);
    if (match !== null) return match;
  }
  if (unhyphenated(parts).length > 1) {
    const match = matchParts(
      unhyphenated(parts),
      named.map((person) => ({ id: person.id, parts: unhyphenated(person.parts) })),
    );
    if (match !== null) return match;
  }
  return { kind: 'none' };
}
