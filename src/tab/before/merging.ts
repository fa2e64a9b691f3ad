import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { CorrectedItem } from './correction.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Identified {
  readonly id: string;
}

/**
 * My corrections of `base` put on top of `theirs`, the newest: field by field, mine where I changed something, else
 * theirs. What I removed is gone, what I added is there, and the order is mine where I moved something.
 */
export function reapplied(
  base: CorrectedAgenda,
  mine: CorrectedAgenda,
  theirs: CorrectedAgenda,
): CorrectedAgenda {
  const { items: _items, participants: _participants, people: _people, ...head } = mine;
  return {
    ...fields(base, mine, theirs, Object.keys(head) as (keyof typeof head)[]),
    people: byId(
      base.people,
      mine.people,
      theirs.people,
      ({ personId }) => personId,
      (b, m, t) => fields(b, m, t, ['name', 'title', 'organisation']),
    ),
    participants: byId(
      base.participants,
      mine.participants,
      theirs.participants,
      ({ personId }) => personId,
      (b, m, t) => fields(b, m, t, ['apologies', 'guest']),
    ),
    items: byId(base.items, mine.items, theirs.items, idOf, mergedItem),
  };
}

/** Both corrected the same thing differently, so that one of us would lose it. */
export function overlap(base: CorrectedAgenda, mine: CorrectedAgenda, theirs: CorrectedAgenda): boolean {
  const all = [base, mine, theirs].map(({ items }) => items.map(idOf));
  const common = (ids: readonly string[]) => ids.filter((id) => all.every((list) => list.includes(id)));
  const [before, my, their] = all.map(common);
  const bothMoved = !same(my, before) && !same(their, before) && !same(my, their);
  return bothMoved || !same(sorted(reapplied(base, mine, theirs)), sorted(reapplied(base, theirs, mine)));
}

/** In one order, whoever of two added something first. */
function sorted(agenda: CorrectedAgenda): CorrectedAgenda {
  const by = <T>(list: readonly T[], key: (entry: T) => string) =>
    [...list].sort((a, b) => key(a).localeCompare(key(b)));
  return {
    ...agenda,
    people: by(agenda.people, ({ personId }) => personId),
    participants: by(agenda.participants, ({ personId }) => personId),
    items: by(agenda.items, idOf).map((item) => ({ ...item, number: null, points: by(item.points, idOf) })),
  };
}

const idOf = ({ id }: Identified): string => id;

function mergedItem(base: CorrectedItem, mine: CorrectedItem, theirs: CorrectedItem): CorrectedItem {
  const { points: _points, id: _id, ...rest } = mine;
  return {
    ...fields(base, mine, theirs, Object.keys(rest) as (keyof typeof rest)[]),
    points: byId(base.points, mine.points, theirs.points, idOf, (b, m, t) => fields(b, m, t, ['text'])),
  };
}

/** `theirs` with those of the named fields that I changed. */
function fields<T>(base: T, mine: T, theirs: T, keys: readonly (keyof T)[]): T {
  const result = { ...theirs };
  for (const key of keys) if (!same(mine[key], base[key])) result[key] = mine[key];
  return result;
}

function byId<T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  id: (entry: T) => string,
  merge: (base: T, mine: T, theirs: T) => T,
): T[] {
  const find = (list: readonly T[], one: T) => list.find((other) => id(other) === id(one));
  const merged = (entry: T): T | null => {
    const [before, my, their] = [find(base, entry), find(mine, entry), find(theirs, entry)];
    if (before && !my) return null;
    // Taken out by somebody else: it comes back only if I changed it.
    if (before && my && !their) return same(before, my) ? null : my;
    return before && my && their ? merge(before, my, their) : (my ?? their ?? entry);
  };
  const kept = (list: readonly T[]) => list.filter((one) => find(base, one)).map(id);
  const common = new Set(kept(mine).filter((one) => kept(theirs).includes(one)));
  const order = (list: readonly T[]) => list.map(id).filter((one) => common.has(one));
  const moved = !same(order(mine), order(base));
  const [leading, other] = moved ? [mine, theirs] : [theirs, mine];
  const result = [...leading];
  other.forEach((entry, index) => {
    if (result.some((one) => id(one) === id(entry))) return;
    const before = other.slice(0, index).findLast((one) => result.some((known) => id(known) === id(one)));
    result.splice(before ? result.findIndex((one) => id(one) === id(before)) + 1 : 0, 0, entry);
  });
  return result.flatMap((entry) => merged(entry) ?? []);
}
