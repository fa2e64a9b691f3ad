import { readFileSync } from 'node:fs';

/** The kernel counts a process's time in ticks of 10 ms. */
const TICK_MS = 10;

/**
 * Processor time of a process until now, all its threads (ms); NaN where there is no /proc. Unlike the time on the
 * wall it hardly depends on what else the machine does.
 */
export function cpuTime(pid: number): number {
  try {
    // Behind the name, which may hold anything: state, then utime and stime as the 12th and 13th (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}
