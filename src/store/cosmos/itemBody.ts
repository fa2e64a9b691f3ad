/** Names in an item that are the store's own. Those that begin with `_` are Cosmos DB's. */
const OWN: ReadonlySet<string> = new Set([
  'id',
  'key',
  'collection',
  'writeId',
  'value',
  'split',
  'partOf',
  'part',
  'ttl',
]);

export type Fields = Readonly<Record<string, unknown>>;

/**
 * A value as the fields of an item: its own properties beside each other, so that other systems can ask for them,
 * where that loses nothing; else as one property `value`. `fixed` are the fields that the store itself sets.
 */
export function bodyOf(value: unknown, fixed: Fields): Fields {
  if (!isRecord(value)) return { value };
  const names = Object.keys(value);
  if (names.some((name) => OWN.has(name) || name.startsWith('_'))) return { value };
  return Object.entries(fixed).every(([name, field]) => value[name] === field) ? value : { value };
}

/** The value that an item holds. */
export function storedValue(item: Fields): unknown {
  if ('value' in item) return item.value;
  return Object.fromEntries(Object.entries(item).filter(([name]) => !OWN.has(name) && !name.startsWith('_')));
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
