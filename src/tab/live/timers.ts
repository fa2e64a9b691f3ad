/** The browser's clock, timers and chance, so that tests bring their own. */
export interface Timers {
  /** Milliseconds since the epoch, by this machine. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** Calls once after `ms`; the answer calls it off. */
  after(ms: number, call: () => void): () => void;
}

export const browserTimers: Timers = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
