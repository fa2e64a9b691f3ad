/** Time and ids come from outside, so that a test decides them. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
}

/** A fresh opaque id, unique over all meetings. */
export type NewId = () => string;
