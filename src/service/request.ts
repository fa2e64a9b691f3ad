import type { Command, Refusal, RefusalCode } from '../meeting/commands.ts';
import type { Commit } from '../meeting/commit.ts';
import type { People, Person } from '../meeting/people.ts';
import type { Acting } from '../meeting/roles.ts';
import type { MeetingState } from '../meeting/state.ts';
import type { Asker } from './asker.ts';

/** The meeting as the asker finds it, for making commands of a tap or a line. */
export interface Situation {
  readonly state: MeetingState;
  readonly people: People;
  readonly acting: Acting;
  /** Null for an operator. */
  readonly person: Person | null;
}

export interface Request {
  /** The same id is carried out once, however often it comes. */
  readonly commandId: string;
  readonly asker: Asker;
  /** Changes the people first (an import adds those of its agenda). Pure: it may run again. */
  people?(known: People): People;
  /** Runs inside the meeting's queue, on its newest state; again after a conflict. */
  prepare(situation: Situation): readonly Command[] | Refusal;
}

/** `repeated`: was carried out before; nothing was written now. `notSaved`: the store did not take it in time. */
export type Handled = Situation &
  /** `before`: the meeting that it was decided on. */
  (
    | { readonly kind: 'accepted'; readonly commit: Commit; readonly before: MeetingState }
    | { readonly kind: 'repeated' }
    | { readonly kind: 'refused'; readonly code: RefusalCode | 'notSaved' }
  );
