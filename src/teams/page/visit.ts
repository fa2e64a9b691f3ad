import type { People, Person } from '../../meeting/people.ts';
import type { Acting } from '../../meeting/roles.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { Documents } from '../../service/documents.ts';
import type { MeetingLog } from '../../service/meetingLog.ts';
import type { Asker, Meetings } from '../../service/meetings.ts';
import type { Language } from '../../wording/outcome.ts';
import type { Caller } from '../admission.ts';

/** Where a meeting lives: in the store, or, a rehearsal, in memory. */
export interface MeetingPlace {
  readonly meetings: Meetings;
  readonly log: MeetingLog;
  readonly documents: Documents;
  readonly rehearsal: boolean;
}

/** Why somebody's stay ends. */
export type Gone = 'revoked' | 'expired' | 'erased' | 'notMember';

/** Who reads and writes, on the meeting as it is now. */
export type Standing =
  | {
      readonly kind: 'person';
      readonly person: Person;
      /** With this person among them. */
      readonly people: People;
      readonly acting: Acting;
    }
  | { readonly kind: 'stage' }
  | { readonly kind: 'gone'; readonly why: Gone };

/** Somebody who proved who they are, at one meeting. */
export interface Visit {
  readonly meetingId: string;
  readonly place: MeetingPlace;
  readonly language: Language;
  /** The same for the same person, however they come again; no Teams id. */
  readonly key: string;
  /** Null: the stage, which asks nothing. */
  readonly asker: Asker | null;
  /** With an account of Teams, whose roster counts; null: the meeting itself vouches for them. */
  readonly caller: Caller | null;
  /** When the sign-in has to be renewed (ms since the epoch); null: it ends otherwise. */
  readonly until: number | null;
  /** Of the state that is given, now. */
  standing(meeting: Meeting, people: People): Standing;
  /** Whether they are still in the meeting's chat; only Teams' own word makes it false. */
  stillMember(): Promise<boolean>;
}
