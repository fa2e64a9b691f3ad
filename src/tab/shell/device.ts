import type { TextStorage } from '../live/keptAsks.ts';
import { newHex } from '../live/newHex.ts';

const DEVICE = 'punkt.device';
const LINKS = 'punkt.link.';

/** What this browser keeps of links. In memory where the browser forbids its storage: as long as the page is open. */
export interface Device {
  /** 256 bits that only this browser knows; made at first use. A link taken by it opens nowhere else. */
  secret(): string;
  /** The link's secret by which this browser takes part in the meeting. */
  linkOf(meetingId: string): string | null;
  keepLink(meetingId: string, secret: string): void;
}

export function device(storage: TextStorage | null): Device {
  const inMemory = new Map<string, string>();
  const read = (key: string): string | null =>
    inMemory.get(key) ?? attempt(() => storage?.getItem(key)) ?? null;
  const write = (key: string, value: string): void => {
    inMemory.set(key, value);
    attempt(() => storage?.setItem(key, value));
  };
  return {
    secret() {
      const known = read(DEVICE);
      if (known) return known;
      const made = newHex(32);
      write(DEVICE, made);
      return made;
    },
    linkOf: (meetingId) => read(`${LINKS}${meetingId}`),
    keepLink: (meetingId, secret) => write(`${LINKS}${meetingId}`, secret),
  };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** `localStorage`, or null where even to ask for it is forbidden. */
export const browserStorage = (): TextStorage | null =>
  attempt(() => (globalThis as { localStorage?: TextStorage }).localStorage) ?? null;
