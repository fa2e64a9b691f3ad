import type { CorrectedPerson } from './correction.ts';

/** "Anna Holm, chefkonsulent, Engholm Kommune": name, title, organisation; what is left out is not known. */
export function readPerson(typed: string): Omit<CorrectedPerson, 'personId'> | null {
  const [name = '', title, ...organisation] = typed
    .split(',')
    .map((part) => part.replace(/\s+/gu, ' ').trim());
  if (name === '') return null;
  return { name: name.slice(0, 200), title: title || null, organisation: organisation.join(', ') || null };
}

const key = (name: string): string =>
  name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLocaleLowerCase('da');

/** Those whose name, or a part of it, begins with what is typed; exact ones first. */
export function namesLike<T extends { readonly name: string }>(
  people: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = key(typed);
  if (wanted === '') return people;
  const rank = ({ name }: T): number => {
    const known = key(name);
    if (known === wanted) return 0;
    if (known.startsWith(wanted)) return 1;
    return known.split(/[\s-]/u).some((part) => part.startsWith(wanted)) ? 2 : 3;
  };
  return people.filter((one) => rank(one) < 3).sort((a, b) => rank(a) - rank(b));
}

/** The one with exactly this name, case and spaces aside; undefined: nobody, or more than one. */
export function named<T extends { readonly name: string }>(
  people: readonly T[],
  typed: string,
): T | undefined {
  const same = people.filter(({ name }) => key(name) === key(typed));
  return same.length === 1 ? same[0] : undefined;
}
