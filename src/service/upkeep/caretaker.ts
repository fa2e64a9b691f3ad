import type { Clock } from '../clock.ts';
import { StoreUnavailable } from '../meetingLog.ts';
import type { Meetings } from '../meetings.ts';
import type { Nudge } from '../nudges.ts';
import type { Outbox, Posting } from '../outbox.ts';
import type { Publisher } from '../publisher.ts';
import { eraseMeeting, erasureOf } from './eraseMeeting.ts';
import { finishErasures, type Kept, keepFor } from './retention.ts';
import type { StoreParts } from './storeParts.ts';

/** What a server does in its store beside its meetings: it follows the command line, and erases what is past its time. */
export class Caretaker {
  constructor(
    private readonly deps: {
      readonly store: StoreParts;
      readonly meetings: Meetings;
      readonly publisher: Publisher;
      readonly clock: Clock;
      /** Days that an ended meeting is kept; null: for ever. */
      readonly retentionDays: number | null;
      /** A meeting whose log does not make sense. */
      readonly unreadable: (meetingId: string, error: unknown) => void;
    },
  ) {}

  /** Takes over what the command line did with a meeting. @throws StoreUnavailable */
  async follow({ meetingId, rewritten, version }: Nudge): Promise<void> {
    const { store, meetings, publisher } = this.deps;
    const erasure = await erasureOf(store.documents, meetingId);
    if (erasure || rewritten) await meetings.forget(meetingId);
    if (erasure) {
      // What somebody did from a card in the chat before the meeting was forgotten here goes too.
      await eraseMeeting(store, meetingId, this.#now(), erasure.forced);
      await meetings.forget(meetingId);
      return;
    }
    try {
      const { state } = await meetings.look(meetingId, true);
      if (state.version < version) throw new StoreUnavailable(`Version ${version} cannot be seen yet.`);
    } catch (error) {
      // The nudge stays only where the store may answer the next time.
      if (error instanceof StoreUnavailable) throw error;
      this.deps.unreadable(meetingId, error);
      return;
    }
    await publisher.publish(meetingId);
    if (rewritten) await showAnew(store.outbox, meetingId);
  }

  /** Ends erasures that were cut off, before anything is published that they would have removed. */
  async resume(): Promise<void> {
    await finishErasures(this.deps.store, this.deps.clock.now(), (id) => this.deps.meetings.forget(id));
  }

  /** Undefined where meetings are kept for ever. */
  async daily(): Promise<Kept | undefined> {
    const { retentionDays, store, clock, meetings } = this.deps;
    if (retentionDays === null) return undefined;
    return keepFor(retentionDays, store, clock, (id) => meetings.forget(id));
  }

  #now(): string {
    return new Date(this.deps.clock.now()).toISOString();
  }
}

/** Every card of a meeting that stands in a chat is edited once more: it holds words that are no longer there. */
async function showAnew(outbox: Outbox, meetingId: string): Promise<void> {
  const shown: Posting[] = [];
  for await (const posting of outbox.postings(meetingId))
    if (posting.activityId !== null) shown.push(posting);
  for (const posting of shown)
    await outbox.restore({ ...posting, shownVersion: 0, attempts: 0, notBefore: 0, dead: null });
}
