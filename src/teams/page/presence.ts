import type { Meeting } from '../../meeting/state.ts';
import { findItem } from '../../meeting/state.ts';
import type { PagePresence } from '../../views/page/pageView.ts';

/** Without a sign of life for so long somebody is not there any more (ms). */
const EXPIRES_MS = 20_000;

const NOBODY: ReadonlySet<string> = new Set();

interface Seen extends PagePresence {
  readonly at: number;
}

/** Who has the page of a meeting open where. In memory, of one process. */
export class Presence {
  readonly #meetings = new Map<string, Map<string, Seen>>();

  constructor(private readonly now: () => number) {}

  /** True where that is news for others. */
  here(meetingId: string, { personId, name, itemId, writing }: PagePresence): boolean {
    const there = this.#meetings.get(meetingId) ?? new Map<string, Seen>();
    this.#meetings.set(meetingId, there);
    const before = there.get(personId);
    there.set(personId, { personId, name, itemId, writing, at: this.now() });
    return before?.itemId !== itemId || before.writing !== writing || before.name !== name;
  }

  /** Takes out who gave no sign at meetings where nobody looks on. */
  expireUnwatched(watched: (meetingId: string) => boolean): void {
    for (const meetingId of this.#meetings.keys()) if (!watched(meetingId)) this.expire(meetingId, NOBODY);
  }

  /** Nobody looks on any more. */
  forget(meetingId: string): void {
    this.#meetings.delete(meetingId);
  }

  /** Everybody who is there, but for who reads it; `open` are persons with a stream, who need give no other sign. */
  of(meetingId: string, reader: string, open: ReadonlySet<string>): PagePresence[] {
    return this.#all(meetingId, open)
      .filter(({ personId }) => personId !== reader)
      .map(({ at: _, ...presence }) => presence);
  }

  /** Takes out who gave no sign; true where somebody was. */
  expire(meetingId: string, open: ReadonlySet<string>): boolean {
    const there = this.#meetings.get(meetingId);
    if (!there) return false;
    const alive = new Map(this.#all(meetingId, open).map((seen) => [seen.personId, seen]));
    let news = false;
    for (const [personId, seen] of there) {
      const now = alive.get(personId);
      if (!now) there.delete(personId);
      else if (now !== seen) there.set(personId, now);
      else continue;
      news = true;
    }
    if (there.size === 0) this.#meetings.delete(meetingId);
    return news;
  }

  #all(meetingId: string, open: ReadonlySet<string>): Seen[] {
    const now = this.now();
    return [...(this.#meetings.get(meetingId)?.values() ?? [])].flatMap((seen) => {
      if (now - seen.at < EXPIRES_MS) return seen;
      // Whose page is open is there, but writes no more.
      return open.has(seen.personId) ? (seen.writing ? { ...seen, writing: false } : seen) : [];
    });
  }
}

/** As others than chair and minute takers may know it: not that somebody is at a closed item. */
export const withoutClosed = (meeting: Meeting, presence: readonly PagePresence[]): PagePresence[] =>
  presence.map((one) =>
    one.itemId !== null && (findItem(meeting, one.itemId)?.closed ?? true)
      ? { ...one, itemId: null, writing: false }
      : one,
  );
