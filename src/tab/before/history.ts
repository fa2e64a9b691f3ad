/** What was corrected one after another, for taking back and doing again. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last step corrected; typing on in the same place makes no step of its own. */
  readonly place: string | null;
}

const MOST = 100;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], place: null });

/** `place` names what is typed in; null: always a step of its own. */
export function done<T>(history: History<T>, next: T, place: string | null): History<T> {
  if (next === history.present) return history;
  const goesOn = place !== null && place === history.place && history.past.length > 0;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST);
  return { past, present: next, future: [], place };
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    place: null,
  };
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, place: null };
}
