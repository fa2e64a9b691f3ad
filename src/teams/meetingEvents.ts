import type { Logger } from 'pino';
import { holders, LEADING } from '../meeting/roles.ts';
import { hasBegun, hasEnded } from '../meeting/state.ts';
import type { Meetings } from '../service/meetings.ts';
import type { Publisher } from '../service/publisher.ts';
import type { Caller } from './admission.ts';
import { shortHash } from './logTrace.ts';
import type { MeetingChooser } from './whichMeeting.ts';

/** What Teams tells of a scheduled meeting. */
export type MeetingEvent = 'start' | 'end' | 'join';

/**
 * Teams' own word that a meeting begins, ends, or is joined. It changes nothing: who leads and writes is offered to
 * start or end; who joins is not written down (attendance is a matter for people, and roles come from our own events).
 */
export class MeetingEvents {
  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly publisher: Publisher;
      readonly chooser: MeetingChooser;
      readonly log: Logger;
    },
  ) {}

  async happened(what: MeetingEvent, caller: Caller): Promise<void> {
    const { chooser, log, meetings, publisher } = this.deps;
    log.info(
      { what, conversation: shortHash(caller.reach.conversationId) },
      'an event of the meeting in Teams',
    );
    if (what === 'join') return;
    const which = await chooser.choose(caller, false);
    // Of several it cannot be told which one it is: their own cards have the buttons.
    if (which.kind !== 'one') return;
    const { state } = await meetings.look(which.meetingId);
    if (state.status === 'none') return;
    if (what === 'start') await publisher.release(which.meetingId);
    const wanted =
      what === 'start' ? !hasBegun(state) && state.edition > 0 : hasBegun(state) && !hasEnded(state);
    if (!wanted) return;
    const leaders = [...new Set(LEADING.flatMap((role) => holders(state, role)))];
    await publisher.offer(state, { kind: 'offer', what }, leaders);
  }
}
