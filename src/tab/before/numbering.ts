import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { CorrectedItem } from './correction.ts';

/**
 * The numbers follow the order where they did so before: an agenda printed 1, 2, 3 … stays so through moving, adding
 * and removing. Numbers of another kind ("4a", none at all) are left as they are printed.
 */
export function numbersKept(before: CorrectedAgenda, after: CorrectedAgenda): CorrectedAgenda {
  if (!plain(before.items)) return after;
  let place = 0;
  return {
    ...after,
    items: after.items.map((item) => {
      if (item.kind === 'break') return item;
      place += 1;
      return item.number === String(place) ? item : { ...item, number: String(place) };
    }),
  };
}

/** 1, 2, 3 … without a gap. */
function plain(items: readonly CorrectedItem[]): boolean {
  const numbers = items.filter(({ kind }) => kind === 'item').map(({ number }) => number);
  return numbers.length > 0 && numbers.every((number, index) => number === String(index + 1));
}

/** As printed, else the place among the items; null for a break. */
export function numberShown(items: readonly CorrectedItem[], item: CorrectedItem): string | null {
  if (item.kind === 'break') return null;
  if (item.number !== null) return item.number;
  return String(items.filter(({ kind }) => kind === 'item').indexOf(item) + 1);
}
