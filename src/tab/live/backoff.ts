const FIRST_MS = 500;
const MOST_MS = 15_000;

/**
 * Milliseconds to wait before another try: twice as long each time, and somewhere in the upper half of that, so that
 * many browsers do not come back at once.
 * @param failures tries that failed in a row, from 1
 * @param random from 0 to 1
 */
export function backoff(failures: number, random: number): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.round(most / 2 + (most / 2) * random);
}
