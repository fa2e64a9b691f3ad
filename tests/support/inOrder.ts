import { it } from '@jest/globals';

/**
 * Steps of one story, each a test of its own. Tests run in random order and one at a time by name; whichever comes
 * first, the steps before it are taken first, and each is taken once. A step that failed does not hide the later ones.
 */
export function inOrder() {
  const steps: (() => Promise<void>)[] = [];
  const taken: Promise<void>[] = [];

  function take(index: number): Promise<void> {
    const known = taken[index];
    if (known) return known;
    const before = index > 0 ? take(index - 1).catch(() => undefined) : Promise.resolve();
    const now = before.then(() => steps[index]?.());
    // Reported by its own test.
    now.catch(() => undefined);
    taken[index] = now;
    return now;
  }

  return function step(name: string, body: () => Promise<void> | void): void {
    const index = steps.push(async () => body()) - 1;
    it(name, () => take(index), 60_000);
  };
}
