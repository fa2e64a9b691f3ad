import type { Logger } from 'pino';
import type { Meetings } from '../service/meetings.ts';
import type { Publisher } from '../service/publisher.ts';
import type { Caller } from './admission.ts';
import { errorTrace } from './logTrace.ts';
import type { MeetingChooser } from './whichMeeting.ts';

/** Cards of a coming meeting that wait for its time wait no longer once somebody in the chat turns to Punkt. */
export class WaitingCards {
  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly publisher: Publisher;
      readonly chooser: MeetingChooser;
      readonly log: Logger;
    },
  ) {}

  /** Somebody tapped a card of that meeting. */
  turnedTo(meetingId: string, caller: Caller): void {
    const { meetings, publisher, log } = this.deps;
    const { state } = meetings.known(meetingId) ?? {};
    if (caller.personal || state?.status !== 'planned') return;
    publisher.release(meetingId).catch((error: unknown) => {
      log.warn(errorTrace(error), 'waiting cards were not released');
    });
  }

  /** Somebody wrote to Punkt there. */
  async calledUpon(caller: Caller): Promise<void> {
    if (caller.personal) return;
    const which = await this.deps.chooser.choose(caller, false);
    if (which.kind === 'one') this.turnedTo(which.meetingId, caller);
  }
}
