import type { MeetingEvent } from '../meeting/events.ts';
import { evolve } from '../meeting/evolve.ts';
import { identify, type People } from '../meeting/people.ts';
import { type MeetingState, noMeeting } from '../meeting/state.ts';
import type { Clock, NewId } from './clock.ts';
import { accepted, type Decided, decideAll, decided, simplyAccepted, situationOf } from './deciding.ts';
import type { Documents } from './documents.ts';
import { type MeetingLog, StoreUnavailable } from './meetingLog.ts';
import { readPeople, type StoredPeople, writePeople } from './peopleStore.ts';
import type { Handled, Request, Situation } from './request.ts';

export type { Asker } from './asker.ts';
export type { Handled, Request, Situation } from './request.ts';

/** A request in a meeting's queue. `answer`: it was carried out together with one before it. */
interface Asked {
  readonly request: Request;
  answer?: Handled;
}

interface Loaded {
  state: MeetingState;
  commandIds: Set<string>;
  people: StoredPeople;
}

/** How long a command tries against other processes before it says honestly that it is not saved (design.md). */
const GIVE_UP_AFTER_MS = 2500;
/** How long what is committed waits to be published while a meeting is busy. */
const TOLD_WITHIN_MS = 400;
/** Meetings kept in memory; the least recently used goes first. */
const MEETINGS_IN_MEMORY = 200;

/** The meetings of one process: one queue each, newest state in memory, every change one durable commit. */
export class Meetings {
  readonly #loaded = new Map<string, Loaded>();
  readonly #queues = new Map<string, Promise<unknown>>();
  /** Meetings with commits that were not told yet, and since when. */
  readonly #untold = new Map<string, number>();
  /** Requests in the queues that are not begun yet. */
  readonly #waiting = new Map<string, Set<Asked>>();

  constructor(
    private readonly deps: {
      readonly log: MeetingLog;
      readonly documents: Documents;
      readonly clock: Clock;
      readonly newId: NewId;
      /** Jitter, 0 to 1. */
      readonly random: () => number;
      /** Told after durable commits, once for several where a meeting is busy; must not throw. */
      readonly committed: (meetingId: string) => void;
      /** Told at once of each change of what is in memory, for who looks on; must not throw. */
      readonly changed?: (meetingId: string) => void;
    },
  ) {}

  /**
   * The newest known state, without waiting for what is asked of the meeting; with `refresh`, what other processes
   * wrote is read first.
   */
  async look(meetingId: string, refresh = false): Promise<{ state: MeetingState; people: People }> {
    const known = refresh ? undefined : this.#remembered(meetingId);
    if (known) return { state: known.state, people: known.people.people };
    return this.#inQueue(meetingId, async () => {
      const loaded = await this.#load(meetingId);
      if (refresh) await this.#refresh(meetingId, loaded);
      return { state: loaded.state, people: loaded.people.people };
    });
  }

  /** What is in memory, without waiting for whoever is being served; undefined where the meeting is not there. */
  known(meetingId: string): { state: MeetingState; people: People } | undefined {
    const loaded = this.#loaded.get(meetingId);
    return loaded && { state: loaded.state, people: loaded.people.people };
  }

  /** Carries out a request, exactly once per command id. Never throws for what users or a slow store can cause. */
  handle(meetingId: string, request: Request): Promise<Handled> {
    // Counted from here, also in the queue: behind a store that does not answer, nobody waits for the others' time.
    const giveUpAt = this.deps.clock.now() + GIVE_UP_AFTER_MS;
    const asked: Asked = { request };
    const waiting = this.#waiting.get(meetingId) ?? new Set();
    this.#waiting.set(meetingId, waiting.add(asked));
    return this.#inQueue(meetingId, async () => {
      this.#begun(meetingId, asked);
      if (asked.answer) return asked.answer;
      return this.#handle(meetingId, request, giveUpAt).finally(() => this.#tell(meetingId));
    });
  }

  #begun(meetingId: string, asked: Asked): void {
    const waiting = this.#waiting.get(meetingId);
    waiting?.delete(asked);
    if (waiting?.size === 0) this.#waiting.delete(meetingId);
  }

  /** While more is asked of the meeting, publishing waits a little: its writes would hold up the answers. */
  #tell(meetingId: string): void {
    const since = this.#untold.get(meetingId);
    if (since === undefined) return;
    if (this.#waiting.has(meetingId) && this.deps.clock.now() - since < TOLD_WITHIN_MS) return;
    this.#untold.delete(meetingId);
    this.deps.committed(meetingId);
  }

  /** Reads the meeting from its beginning when it is next asked for: its log was rewritten or removed from outside. */
  async forget(meetingId: string): Promise<void> {
    await this.#inQueue(meetingId, async () => this.#loaded.delete(meetingId));
    this.deps.changed?.(meetingId);
  }

  /** Resolves when everything asked so far is answered. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#queues.values()]);
  }

  #inQueue<T>(meetingId: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#queues.get(meetingId) ?? Promise.resolve()).then(work, work);
    this.#queues.set(meetingId, turn);
    const forget = () => {
      if (this.#queues.get(meetingId) === turn) this.#queues.delete(meetingId);
    };
    turn.then(forget, forget);
    return turn;
  }

  #remembered(meetingId: string): Loaded | undefined {
    const known = this.#loaded.get(meetingId);
    if (!known) return undefined;
    this.#loaded.delete(meetingId);
    this.#loaded.set(meetingId, known); // Most recently used last.
    return known;
  }

  async #load(meetingId: string): Promise<Loaded> {
    const known = this.#remembered(meetingId);
    if (known) return known;
    const loaded: Loaded = {
      state: noMeeting,
      commandIds: new Set(),
      people: { people: {}, expected: 'absent' },
    };
    await this.#refresh(meetingId, loaded);
    this.#loaded.set(meetingId, loaded);
    for (const id of this.#loaded.keys()) {
      if (this.#loaded.size <= MEETINGS_IN_MEMORY) break;
      this.#loaded.delete(id);
    }
    return loaded;
  }

  /**
   * Reads what others committed (or what of ours was written though its answer was lost); true if there was anything.
   * The people after the commits: they are written before, so nobody whom a commit names is missing.
   */
  async #refresh(meetingId: string, loaded: Loaded): Promise<boolean> {
    const commits = await this.deps.log.read(meetingId, loaded.state.version);
    const people = await readPeople(this.deps.documents, meetingId);
    for (const commit of commits) {
      loaded.state = evolve(loaded.state, commit);
      loaded.commandIds.add(commit.commandId);
    }
    loaded.people = people;
    // Who wrote them may be gone before its cards were wanted; where it was not, publishing again changes nothing.
    if (commits.length > 0) {
      this.deps.committed(meetingId);
      this.deps.changed?.(meetingId);
    }
    return commits.length > 0;
  }

  async #handle(meetingId: string, request: Request, giveUpAt: number): Promise<Handled> {
    let refreshed = false;
    for (let attempt = 0; ; attempt += 1) {
      let situation: Situation = {
        state: noMeeting,
        people: {},
        acting: { by: { kind: 'operator' }, authenticated: true },
        person: null,
      };
      try {
        const loaded = await this.#load(meetingId);
        if (attempt > 0) await this.#refresh(meetingId, loaded);
        situation = situationOf(loaded.state, loaded.people.people, request, this.deps.newId);
        if (loaded.commandIds.has(request.commandId)) return { kind: 'repeated', ...situation };
        const commands = request.prepare(situation);
        const events = 'code' in commands ? commands : decideAll(situation.state, commands, situation.acting);
        if ('code' in events) {
          // Another process may have written what makes this possible: look before refusing.
          if (!refreshed && (await this.#refresh(meetingId, loaded))) {
            refreshed = true;
            continue;
          }
          return { kind: 'refused', code: events.code, ...situation, state: loaded.state };
        }
        const done = await this.#commit(meetingId, loaded, request.commandId, situation, events);
        if (done) return accepted(done);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
      if (this.deps.clock.now() >= giveUpAt) return { kind: 'refused', code: 'notSaved', ...situation };
      await this.deps.clock.wait(5 + this.deps.random() * Math.min(200, 10 * 2 ** attempt));
    }
  }

  /**
   * Who waits behind a newcomer is mostly new too: their persons are written along, or a room where everybody taps at
   * once would wait for two synced writes a tap (measured: 300 taps in 5 s instead of 2).
   */
  #withThoseWaiting(meetingId: string, known: People): People {
    let people = known;
    for (const { request } of this.#waiting.get(meetingId) ?? []) {
      const { asker, people: change } = request;
      if (asker.kind === 'person' && !change)
        ({ people } = identify(people, asker.identity, this.deps.newId));
    }
    return people;
  }

  /**
   * People first, so that no commit names somebody unknown; then the commit, and in the same synced write those of who
   * waits behind it. Undefined after a conflict: nothing was written.
   */
  async #commit(
    meetingId: string,
    loaded: Loaded,
    commandId: string,
    situation: Situation,
    events: readonly MeetingEvent[],
  ): Promise<Decided | undefined> {
    if (situation.people !== loaded.people.people) {
      const people = this.#withThoseWaiting(meetingId, situation.people);
      const written = await writePeople(this.deps.documents, meetingId, people, loaded.people.expected);
      if (written === 'conflict') return undefined;
      loaded.people = written;
    }
    const first = decided(meetingId, commandId, situation, events, this.deps.clock.now());
    const following = this.#following(meetingId, loaded, first);
    const commits = following.map((next) => next.decided.commit);
    if ((await this.deps.log.append(first.commit, ...commits)) === 'conflict') return undefined;
    loaded.state = following.at(-1)?.decided.after ?? first.after;
    for (const commit of [first.commit, ...commits]) loaded.commandIds.add(commit.commandId);
    for (const next of following) {
      next.asked.answer = accepted(next.decided);
      this.#begun(meetingId, next.asked);
    }
    if (!this.#untold.has(meetingId)) this.#untold.set(meetingId, this.deps.clock.now());
    this.deps.changed?.(meetingId);
    return first;
  }

  /**
   * Those behind `first` in the queue whose commits can be written with it: each decided on the meeting as the one
   * before it leaves it. The first that is not simply accepted (a repetition, a refusal, a newcomer, a bug) ends the
   * row: it has a turn of its own.
   */
  #following(meetingId: string, loaded: Loaded, first: Decided): { asked: Asked; decided: Decided }[] {
    const row: { asked: Asked; decided: Decided }[] = [];
    const known = new Set([first.commit.commandId]);
    let state = first.after;
    for (const asked of this.#waiting.get(meetingId) ?? []) {
      const { commandId } = asked.request;
      if (row.length + 1 >= this.deps.log.atOnce || known.has(commandId) || loaded.commandIds.has(commandId))
        break;
      const next = simplyAccepted(meetingId, state, loaded.people.people, asked.request, this.deps);
      if (!next) break;
      known.add(commandId);
      row.push({ asked, decided: next });
      state = next.after;
    }
    return row;
  }
}
