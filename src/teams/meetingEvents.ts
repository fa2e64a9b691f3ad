import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { holders, LEADING } from '../meeting/roles.ts';
import { hasBegun, hasEnded, type Meeting } from '../meeting/state.ts';
import { StoreUnavailable } from '../service/meetingLog.ts';
import type { Meetings } from '../service/meetings.ts';
import type { Publisher } from '../service/publisher.ts';
import type { Caller } from './admission.ts';
import type { Joiner } from './joiners.ts';
import { shortHash } from './logTrace.ts';
import type { MeetingChooser } from './whichMeeting.ts';

/** What Teams tells of a scheduled meeting. */
export type MeetingEvent = 'start' | 'end' | 'join';

/**
 * Teams' own word that a meeting begins, ends, or is joined. It posts nothing in the chat: who leads and writes is
 * offered to start or end, alone; who joins is kept as a suggestion (attendance is a matter for people, and roles come
 * from our own events).
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

  async happened(what: 'start' | 'end', caller: Caller): Promise<void> {
    this.#trace(what, caller);
    const state = await this.#meetingOf(caller);
    if (!state) return;
    const wanted =
      what === 'start' ? !hasBegun(state) && state.edition > 0 : hasBegun(state) && !hasEnded(state);
    if (!wanted) return;
    const leaders = [...new Set(LEADING.flatMap((role) => holders(state, role)))];
    await this.deps.publisher.offer(state, { kind: 'offer', what }, leaders);
  }

  /**
   * Keeps who joined, each once however often Teams says so. `eventId`: of the activity that tells it.
   * @throws StoreUnavailable where that is not stored.
   */
  async joined(joiners: readonly Joiner[], eventId: string, caller: Caller): Promise<void> {
    this.#trace('join', caller, joiners.length);
    const state = await this.#meetingOf(caller);
    if (!state || hasEnded(state)) return;
    const { userId, tenantId } = caller.identity;
    for (const joiner of joiners) {
      const of = createHash('sha256').update(JSON.stringify([eventId, joiner.key, joiner.name]));
      const handled = await this.deps.meetings.handle(state.meetingId, {
        commandId: `join:${of.digest('base64url')}`,
        asker: { kind: 'joiner', identity: { ...joiner, userId, tenantId } },
        prepare: ({ person }) =>
          person
            ? [{ type: 'SuggestAttendance', personId: person.id }]
            : { kind: 'refused', code: 'unknownPerson' },
      });
      if (handled.kind === 'refused' && handled.code === 'notSaved')
        throw new StoreUnavailable('who joined was not stored');
    }
  }

  /** Of several it cannot be told which one it is: their own cards have the buttons. */
  async #meetingOf(caller: Caller): Promise<Meeting | null> {
    const { chooser, meetings } = this.deps;
    const which = await chooser.choose(caller, false);
    if (which.kind !== 'one') return null;
    // Its day may have been corrected at the command line a moment ago.
    const { state } = await meetings.look(which.meetingId, true);
    return state.status !== 'none' && chooser.isNow(state) ? state : null;
  }

  #trace(what: MeetingEvent, caller: Caller, persons?: number): void {
    this.deps.log.info(
      { what, conversation: shortHash(caller.reach.conversationId), ...(persons ? { persons } : {}) },
      'an event of the meeting in Teams',
    );
  }
}
