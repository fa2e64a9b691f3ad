interface Counted {
  readonly kind: 'item' | 'break';
  readonly number: string | null;
}

/**
 * How many items an agenda has, to be said behind a number: "Punkt 3 af 12". Null where the printed numbers do not
 * count them, as when a break has one or the first is 101: "Punkt 5 af 4" would be nonsense.
 */
export function itemCount(items: readonly Counted[]): number | null {
  const stops = items.filter(({ kind }) => kind === 'item');
  const counts = stops.every(({ number }, index) => number === null || Number(number) === index + 1);
  return counts ? stops.length : null;
}
