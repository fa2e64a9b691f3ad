import { useEffect, useState } from 'react';

const EVERY_MS = 5_000;

/** The time by `clock` (ms since the epoch), looked at every few seconds. */
export function useNow(clock: () => number): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    setNow(clock());
    const timer = setInterval(() => setNow(clock()), EVERY_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
