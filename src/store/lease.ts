/** Who has the right to send in a conversation, and until when (ms since the epoch). */
export interface Lease {
  readonly owner: string;
  readonly until: number;
}

/** Nobody takes it for as long as this (ms): one that ends later was taken before the clock was set back. */
const LONGEST_MS = 60_000;

/** True while it is another's. */
export const isHeldByOther = ({ owner, until }: Lease, asks: string, now: number): boolean =>
  owner !== asks && until > now && until <= now + LONGEST_MS;
