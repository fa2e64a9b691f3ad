/** Results kept of one function; then all are forgotten. */
const MOST = 1_000;
/** What is longer as JSON is worked out anew each time. */
const LONGEST = 4_000;

/**
 * The same JSON in gives the very same result again: a placeholder costs microseconds, and most of a card is as it was
 * on the card before. The results are shared, so nobody changes them.
 */
export function rememberJson<T>(work: (data: Record<string, unknown>) => T): typeof work {
  const known = new Map<string, T>();
  return (data) => {
    const key = JSON.stringify(data);
    const had = known.get(key);
    if (had !== undefined) return had;
    const result = work(data);
    if (key.length > LONGEST) return result;
    if (known.size >= MOST) known.clear();
    known.set(key, result);
    return result;
  };
}
