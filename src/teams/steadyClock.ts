import type { Clock } from '../service/clock.ts';

/** Time that only goes forward, whatever is done to the machine's clock; it keeps no program from ending. */
export const steadyClock: Clock = {
  now: () => performance.now(),
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms).unref();
    }),
};
