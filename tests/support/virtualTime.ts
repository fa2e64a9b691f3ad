import type { Clock } from '../../src/service/clock.ts';

/** A clock whose time passes only when everything that could happen now has happened: hours in a moment. */
export interface VirtualTime extends Clock {
  /** Lets time pass, from one thing that somebody waits for to the next, for so long or until nobody waits (ms). */
  pass(ms?: number): Promise<void>;
}

/** Only for what waits by this clock alone: no I/O, no timers of the system. */
export function virtualTime(): VirtualTime {
  let now = 0;
  let serial = 0;
  let waiting: { readonly at: number; readonly serial: number; readonly ring: () => void }[] = [];
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    wait: (ms) =>
      new Promise((resolve) => {
        waiting.push({ at: now + Math.max(0, ms), serial: serial++, ring: resolve });
      }),
    async pass(ms = Number.POSITIVE_INFINITY) {
      const until = now + ms;
      for (;;) {
        await settle();
        waiting.sort((a, b) => a.at - b.at || a.serial - b.serial);
        const [next] = waiting;
        if (!next || next.at > until) break;
        waiting = waiting.slice(1);
        now = next.at;
        next.ring();
      }
      if (Number.isFinite(until)) now = until;
    },
  };
}

/** The most of these moments (ms, in any order) that lie within any one stretch of `ms` milliseconds. */
export function mostWithin(ms: number, moments: readonly number[]): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (let to = 0; to < sorted.length; to += 1) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) >= ms) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
