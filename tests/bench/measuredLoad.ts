import { cpuTime } from './cpuTime.ts';
import { type Load, load } from './load.ts';

export interface MeasuredLoad extends Load {
  /** Processor time of the server a tap (ms). */
  readonly cpu: number;
}

/** `load`, with what it costs the server. */
export async function measuredLoad(
  server: { readonly url: string; readonly pid: number },
  bodies: readonly string[],
  connections: number,
): Promise<MeasuredLoad> {
  const before = cpuTime(server.pid);
  const loaded = await load(server.url, bodies, connections);
  return { ...loaded, cpu: (cpuTime(server.pid) - before) / bodies.length };
}
