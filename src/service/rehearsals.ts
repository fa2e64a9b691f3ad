import type { Clock, NewId } from './clock.ts';
import type { Documents } from './documents.ts';
import type { MeetingLog } from './meetingLog.ts';
import { Meetings } from './meetings.ts';

interface Parts {
  readonly log: MeetingLog;
  readonly documents: Documents;
}

/** A meeting that is tried: a copy in memory, of which nothing is kept or sent. */
export interface Rehearsal extends Parts {
  readonly meetings: Meetings;
  /** The meeting that is tried. */
  readonly original: string;
  readonly owner: string;
}

/** At the same time in one process. */
const AT_MOST = 8;
/** After this without being used a rehearsal may give way to another (ms). */
const IDLE_MS = 20 * 60_000;
/** After this it is gone (ms). */
const FORGOTTEN_MS = 4 * 3_600_000;

/** *Prøv mødet*: each rehearsal is reachable by who began it alone, and goes with the process. */
export class Rehearsals {
  readonly #running = new Map<string, Rehearsal & { usedAt: number }>();
  /** Whose copies are being read. */
  #beginning = 0;

  constructor(
    private readonly deps: {
      readonly stored: Parts;
      /** A store in memory, empty. */
      readonly empty: () => Parts;
      readonly clock: Clock;
      readonly newId: NewId;
      readonly changed: (meetingId: string) => void;
    },
  ) {}

  /** Begins anew for that owner, in the place of an earlier try of the same meeting; null: too many are running. */
  async begin(original: string, owner: string): Promise<string | null> {
    this.#makeRoom(original, owner);
    if (this.#running.size + this.#beginning >= AT_MOST) return null;
    this.#beginning += 1;
    return this.#copy(original, owner).finally(() => {
      this.#beginning -= 1;
    });
  }

  async #copy(original: string, owner: string): Promise<string> {
    const { stored, empty, clock, newId, changed } = this.deps;
    const meetingId = `rehearsal-${newId()}`;
    const memory = empty();
    const [first, ...more] = (await stored.log.read(original)).map((commit) => ({ ...commit, meetingId }));
    if (first) await memory.log.append(first, ...more);
    for (const { id, value } of await stored.documents.list('people', original))
      await memory.documents.write({ collection: 'people', partition: meetingId, id }, value, 'absent');
    const documents = withSourcesOf(original, stored.documents, memory.documents);
    const meetings = new Meetings({
      log: memory.log,
      documents,
      clock,
      newId,
      // Nobody else writes here.
      random: () => 0,
      committed: () => undefined,
      changed,
    });
    const usedAt = clock.now();
    this.#running.set(meetingId, { meetings, log: memory.log, documents, original, owner, usedAt });
    return meetingId;
  }

  /** Null for every other id, and for everybody but its owner. */
  of(meetingId: string, owner: string): Rehearsal | null {
    const known = this.#running.get(meetingId);
    if (!known || known.owner !== owner) return null;
    known.usedAt = this.deps.clock.now();
    return known;
  }

  /** Of a rehearsal the meeting that is tried; of every other meeting itself. */
  originalOf(meetingId: string): string {
    return this.#running.get(meetingId)?.original ?? meetingId;
  }

  #makeRoom(original: string, owner: string): void {
    const now = this.deps.clock.now();
    for (const [id, rehearsal] of this.#running)
      if (
        (rehearsal.original === original && rehearsal.owner === owner) ||
        now - rehearsal.usedAt > FORGOTTEN_MS
      )
        this.#end(id);
    if (this.#running.size + this.#beginning < AT_MOST) return;
    const [oldest] = [...this.#running].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    if (oldest && now - oldest[1].usedAt > IDLE_MS) this.#end(oldest[0]);
  }

  #end(meetingId: string): void {
    const ended = this.#running.get(meetingId);
    this.#running.delete(meetingId);
    // Whoever still looks on is told.
    void ended?.log.remove(meetingId).then(() => ended.meetings.forget(meetingId));
  }
}

/** The documents that agendas came as are read where they lie: they may be large, and nobody writes them. */
const withSourcesOf = (original: string, stored: Documents, memory: Documents): Documents => ({
  ...memory,
  read: (address) =>
    address.collection === 'sources'
      ? stored.read({ ...address, partition: original })
      : memory.read(address),
});
