import type { People } from '../../meeting/people.ts';
import { leads } from '../../meeting/roles.ts';
import type { Meeting } from '../../meeting/state.ts';
import { pageChange } from '../../views/page/pageChange.ts';
import type { PageChange, PagePresence, PageView } from '../../views/page/pageView.ts';
import type { EventStream } from './eventStream.ts';
import { Presence, withoutClosed } from './presence.ts';
import { viewFor } from './views.ts';
import type { Gone, Standing, Visit } from './visit.ts';

/** Streams of one person at one meeting; the oldest gives way to a new one. */
const STREAMS_EACH = 6;
/** Streams of this process. */
const STREAMS_IN_ALL = 2_000;
/** What is committed within this time is sent together (ms). */
const GATHER_MS = 15;
const COMMENT_EVERY_MS = 15_000;
const POLL_EVERY_MS = 1_000;
/** How often it is asked whether a reader is still in the chat (ms). */
const MEMBER_EVERY_MS = 60_000;

type There = Exclude<Standing, { kind: 'gone' }>;

interface Reader {
  readonly visit: Visit;
  readonly stream: EventStream;
  /** What was sent last; null: nothing yet. */
  view: PageView | null;
  presence: string;
  askedAt: number;
}

/** What was made for one telling: views by kind of reader, changes (as JSON; null: none) by the view that they start from. */
interface Made {
  readonly views: Map<string, PageView>;
  readonly changes: Map<PageView, string | null>;
}

interface Watched {
  readonly readers: Set<Reader>;
  gathering: boolean;
  again: boolean;
}

/** Tells every open page of a meeting what changes in it. */
export class Live {
  readonly #meetings = new Map<string, Watched>();
  readonly #presence: Presence;
  readonly #timers: NodeJS.Timeout[] = [];
  #open = 0;
  #closed = false;

  constructor(
    private readonly deps: {
      readonly now: () => number;
      /** Other processes write too: their commits are looked for. */
      readonly shared: boolean;
      /** Whether a meeting was erased, perhaps by another process. */
      readonly erased: (meetingId: string) => Promise<boolean>;
      readonly failed: (error: unknown) => void;
    },
  ) {
    this.#presence = new Presence(deps.now);
    this.#every(COMMENT_EVERY_MS, () => this.#comment());
    this.#every(POLL_EVERY_MS, () => this.#poll());
  }

  /** Another stream would be too many, or the server stops. */
  get full(): boolean {
    return this.#closed || this.#open >= STREAMS_IN_ALL;
  }

  /** Shows the meeting to a reader until the stream ends; `seen`: the version that they have already. */
  open(visit: Visit, stream: EventStream, meeting: Meeting, people: People, seen: number | null): void {
    const watched = this.#meetings.get(visit.meetingId) ?? {
      readers: new Set<Reader>(),
      gathering: false,
      again: false,
    };
    this.#meetings.set(visit.meetingId, watched);
    const own = [...watched.readers].filter((reader) => reader.visit.key === visit.key);
    for (const old of own.slice(0, Math.max(0, own.length - STREAMS_EACH + 1))) old.stream.end();
    const now = this.deps.now();
    const reader: Reader = { visit, stream, view: null, presence: '', askedAt: now };
    watched.readers.add(reader);
    this.#open += 1;
    stream.onEnd(() => this.#left(reader, watched));
    stream.send('clock', JSON.stringify({ now: new Date(now).toISOString() }));
    this.#show(reader, meeting, people, { views: new Map(), changes: new Map() }, seen);
    this.#tellPresence(visit.meetingId, meeting, people, [reader]);
  }

  /** Something of that meeting changed. */
  changed(meetingId: string): void {
    const watched = this.#meetings.get(meetingId);
    if (!watched) return;
    if (watched.gathering) {
      watched.again = true;
      return;
    }
    watched.gathering = true;
    setTimeout(() => {
      this.#tell(meetingId, watched)
        .catch(this.deps.failed)
        .finally(() => {
          watched.gathering = false;
          if (watched.again) {
            watched.again = false;
            this.changed(meetingId);
          }
        });
    }, GATHER_MS);
  }

  /** Somebody says where they are. */
  here(
    visit: Visit,
    standing: There,
    meeting: Meeting,
    people: People,
    at: { itemId: string | null; writing: boolean },
  ) {
    if (standing.kind !== 'person') return;
    const { id: personId, name } = standing.person;
    if (this.#presence.here(visit.meetingId, { personId, name, ...at }))
      this.#tellPresence(visit.meetingId, meeting, people);
  }

  /** Ends every stream, and takes no more. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    for (const { readers } of this.#meetings.values()) for (const { stream } of readers) stream.end();
  }

  async #tell(meetingId: string, { readers }: Watched): Promise<void> {
    const [first] = readers;
    if (!first) return;
    const { state, people } = await first.visit.place.meetings.look(meetingId);
    const made: Made = { views: new Map(), changes: new Map() };
    let count = 0;
    for (const reader of [...readers]) {
      if (state.status === 'none') this.#end(reader, 'erased');
      else this.#show(reader, state, people, made, null);
      // Many readers must not hold up who taps.
      count += 1;
      if (count % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #show(
    reader: Reader,
    meeting: Meeting,
    people: People,
    { views, changes }: Made,
    seen: number | null,
  ): void {
    const { visit, stream } = reader;
    const standing = visit.standing(meeting, people);
    if (standing.kind === 'gone') {
      this.#end(reader, standing.why);
      return;
    }
    const as = `${kindOf(visit, standing)} ${visit.language}`;
    const view = views.get(as) ?? viewFor(visit, standing, meeting, people);
    views.set(as, view);
    const before = reader.view;
    reader.view = view;
    if (before) {
      const known = changes.get(before);
      const change = known === undefined ? written(pageChange(before, view)) : known;
      changes.set(before, change);
      if (change) stream.send('change', change, meeting.version);
    } else if (seen !== meeting.version) stream.send('snapshot', JSON.stringify(view), meeting.version);
  }

  #end({ stream }: Reader, reason: Gone): void {
    stream.send('gone', JSON.stringify({ reason }));
    stream.end();
  }

  #left(reader: Reader, watched: Watched): void {
    const { meetingId } = reader.visit;
    if (!watched.readers.delete(reader)) return;
    this.#open -= 1;
    if (watched.readers.size > 0 || this.#meetings.get(meetingId) !== watched) return;
    this.#meetings.delete(meetingId);
    this.#presence.forget(meetingId);
  }

  /** Everybody with a stream, by person. */
  #openTo({ readers }: Watched): Set<string> {
    return new Set([...readers].flatMap(({ view }) => view?.head.me?.personId ?? []));
  }

  #tellPresence(meetingId: string, meeting: Meeting, people: People, only?: readonly Reader[]): void {
    const watched = this.#meetings.get(meetingId);
    if (!watched) return;
    const open = this.#openTo(watched);
    for (const reader of only ?? watched.readers) {
      const standing = reader.visit.standing(meeting, people);
      if (standing.kind !== 'person') continue;
      const { id } = standing.person;
      const all = this.#presence.of(meetingId, id, open);
      const told: PagePresence[] = leads(meeting, id) ? all : withoutClosed(meeting, all);
      const text = JSON.stringify(told);
      if (text === reader.presence || (text === '[]' && reader.presence === '')) continue;
      reader.presence = text;
      reader.stream.send('presence', text);
    }
  }

  #comment(): void {
    const clock = JSON.stringify({ now: new Date(this.deps.now()).toISOString() });
    for (const [meetingId, { readers }] of this.#meetings) {
      if (this.deps.shared) this.#endIfErased(meetingId, readers);
      for (const reader of readers) {
        // The page comes again with a new sign-in.
        if (reader.visit.until !== null && this.deps.now() > reader.visit.until) reader.stream.end();
        reader.stream.comment();
        if (this.deps.now() - reader.askedAt < MEMBER_EVERY_MS) continue;
        reader.askedAt = this.deps.now();
        reader.stream.send('clock', clock);
        reader.visit
          .stillMember()
          .then((still) => (still ? undefined : this.#end(reader, 'notMember')), this.deps.failed);
      }
    }
  }

  #endIfErased(meetingId: string, readers: ReadonlySet<Reader>): void {
    this.deps.erased(meetingId).then((erased) => {
      if (erased) for (const reader of readers) this.#end(reader, 'erased');
    }, this.deps.failed);
  }

  /** Looks for what other processes did, for whose time has run out, and for who is not there any more. */
  #poll(): void {
    this.#presence.expireUnwatched((meetingId) => this.#meetings.has(meetingId));
    for (const [meetingId, watched] of this.#meetings) {
      const [first] = watched.readers;
      if (!first) continue;
      const expired = this.#presence.expire(meetingId, this.#openTo(watched));
      first.visit.place.meetings
        .look(meetingId, this.deps.shared && !first.visit.place.rehearsal)
        .then(({ state, people }) => {
          if (state.status === 'none') {
            this.changed(meetingId);
            return;
          }
          if (expired) this.#tellPresence(meetingId, state, people);
          for (const reader of watched.readers) {
            const standing = reader.visit.standing(state, people);
            if (standing.kind === 'gone') this.#end(reader, standing.why);
          }
        })
        .catch(this.deps.failed);
    }
  }

  #every(ms: number, work: () => void): void {
    const timer = setInterval(work, ms);
    timer.unref();
    this.#timers.push(timer);
  }
}

/** Readers of one kind see the same: a person with and without a sign-in of their own may do different things. */
const kindOf = ({ key }: Visit, standing: There): string =>
  standing.kind === 'stage' ? 'stage' : `${key} ${standing.acting.authenticated}`;

const written = (change: PageChange | null): string | null => change && JSON.stringify(change);
