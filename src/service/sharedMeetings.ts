import type { MeetingState } from '../meeting/state.ts';
import { StoreUnavailable } from './meetingLog.ts';
import { type Handled, Meetings, type Request } from './meetings.ts';

/** How old what somebody is shown may be, where another process may have gone on (ms). */
const FRESH_MS = 250;
/** A store that does not answer holds nobody up: after this what is in memory is shown (ms). */
const LOOKS_AT_MOST_MS = 500;

type Look = Awaited<ReturnType<Meetings['look']>>;

/**
 * Meetings of a store that other servers write too: who only looks must not see a room that has moved on there. (Who
 * commits is told by the log in any case.) A process that has just committed, or looked, knows the newest.
 */
export class SharedMeetings extends Meetings {
  readonly #newestAt = new Map<string, number>();
  readonly #looking = new Map<string, Promise<Look>>();
  readonly #clock;

  constructor(deps: ConstructorParameters<typeof Meetings>[0]) {
    super(deps);
    this.#clock = deps.clock;
  }

  override async look(meetingId: string, refresh = false): Promise<Look> {
    const known = this.known(meetingId);
    if (refresh || !known) return this.#read(meetingId, refresh);
    const age = this.#clock.now() - (this.#newestAt.get(meetingId) ?? Number.NEGATIVE_INFINITY);
    if (age < FRESH_MS) return super.look(meetingId);
    const reading = this.#looking.get(meetingId) ?? this.#begin(meetingId);
    const late = this.#clock.wait(LOOKS_AT_MOST_MS).then((): Look => this.known(meetingId) ?? known);
    return Promise.race([reading, late]).catch((error: unknown) => {
      if (error instanceof StoreUnavailable) return known;
      throw error;
    });
  }

  override async handle(meetingId: string, request: Request): Promise<Handled> {
    const handled = await super.handle(meetingId, request);
    // Accepted: nobody else had written that version.
    if (handled.kind === 'accepted') this.#newestWas(meetingId, this.#clock.now());
    return handled;
  }

  #begin(meetingId: string): Promise<Look> {
    const reading = this.#read(meetingId, true).finally(() => this.#looking.delete(meetingId));
    this.#looking.set(meetingId, reading);
    // Whoever is told later has gone on by then.
    reading.catch(() => undefined);
    return reading;
  }

  async #read(meetingId: string, refresh: boolean): Promise<Look> {
    const began = this.#clock.now();
    const look = await super.look(meetingId, refresh);
    if (hasMeeting(look.state)) this.#newestWas(meetingId, began);
    return look;
  }

  #newestWas(meetingId: string, at: number): void {
    this.#newestAt.set(meetingId, at);
    if (this.#newestAt.size > 10_000) this.#newestAt.clear();
  }
}

const hasMeeting = (state: MeetingState): boolean => state.status !== 'none';
