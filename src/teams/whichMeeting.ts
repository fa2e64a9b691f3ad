import { hasEnded, type Meeting } from '../meeting/state.ts';
import type { Clock } from '../service/clock.ts';
import type { Conversations } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import { localDate } from '../wording/dates.ts';
import type { Caller } from './admission.ts';
import { meetingConversation } from './meetingPlace.ts';

/** Meetings of a conversation or person that a line can mean; older ones are asked for by their own cards. */
const CONSIDERED = 12;

interface Known {
  readonly id: string;
  readonly state: Meeting;
}

/** Which meeting is meant by what names none. `several`: it has to be asked. */
export type WhichMeeting =
  | { readonly kind: 'one'; readonly meetingId: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly meetings: readonly Known[] };

const one = (meetingId: string): WhichMeeting => ({ kind: 'one', meetingId });
const isRunning = ({ state }: Known): boolean => state.status === 'running' || state.status === 'paused';

/**
 * Chooses by time among the meetings of a conversation (a series has one thread for all its meetings) or of a person in
 * their private chat: the one that is running, else that of today, else the only one to come.
 */
export class MeetingChooser {
  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly conversations: Conversations;
      readonly clock: Clock;
    },
  ) {}

  /** `late`: what adds to the minutes belongs to the meeting that ended, until the next agenda is in use. */
  async choose(caller: Caller, late: boolean): Promise<WhichMeeting> {
    return caller.personal ? this.#ofPerson(caller.identity.key) : this.#here(caller, late);
  }

  async #here(caller: Caller, late: boolean): Promise<WhichMeeting> {
    const { conversationId } = caller.reach;
    const { meetingId, meetingIds, endedId } = await meetingConversation(
      this.deps.conversations,
      conversationId,
    );
    if (!meetingId) return { kind: 'none' };
    const known = await this.#known([...meetingIds.filter((id) => id !== meetingId), meetingId]);
    const running = known.filter(isRunning);
    if (running.length > 0) return chosen(running);
    const ofToday = known.filter(({ state }) => this.#isToday(state));
    const ended = ofToday.filter(({ state }) => hasEnded(state));
    if (late && ended.length === 1 && known.length > 1) return chosen(ended);
    if (late && endedId) {
      const present = known.find(({ id }) => id === meetingId);
      return one(!present || present.state.edition === 0 ? endedId : meetingId);
    }
    const coming = known.filter(({ state }) => !hasEnded(state));
    if (coming.length <= 1) return one(coming[0]?.id ?? meetingId);
    const today = coming.filter(({ state }) => this.#isToday(state));
    return chosen(today.length > 0 ? today : coming);
  }

  async #ofPerson(identityKey: string): Promise<WhichMeeting> {
    const { meetingIds } = await this.deps.conversations.personal(identityKey);
    const known = await this.#known(meetingIds);
    const running = known.filter(isRunning);
    if (running.length > 0) return chosen(running);
    const [today] = known.filter(({ state }) => this.#isToday(state)).toReversed();
    const newest = today ?? known.at(-1);
    return newest ? one(newest.id) : { kind: 'none' };
  }

  /** Those that are there, in the order of their ids. */
  async #known(ids: readonly string[]): Promise<Known[]> {
    const known: Known[] = [];
    for (const id of ids.slice(-CONSIDERED)) {
      const { state } = await this.deps.meetings.look(id);
      if (state.status !== 'none') known.push({ id, state });
    }
    return known;
  }

  /**
   * Whether Teams' own events of this moment can be of that meeting: it has begun, is of today, or of no known day. Of a
   * series they come while the one that is known is weeks ahead.
   */
  isNow(state: Meeting): boolean {
    return state.status !== 'planned' || agendaOf(state).date === null || this.#isToday(state);
  }

  #isToday(state: Meeting): boolean {
    return agendaOf(state).date === localDate(new Date(this.deps.clock.now()).toISOString());
  }
}

const agendaOf = (state: Meeting) =>
  state.edition === 0 && state.proposal ? state.proposal.agenda : state.agenda;

function chosen(meetings: readonly Known[]): WhichMeeting {
  const [only, another] = meetings;
  if (!only) return { kind: 'none' };
  return another ? { kind: 'several', meetings } : one(only.id);
}
