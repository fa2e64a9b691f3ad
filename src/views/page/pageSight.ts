import type { People } from '../../meeting/people.ts';
import type { Acting } from '../../meeting/roles.ts';
import { leads } from '../../meeting/roles.ts';
import type { Meeting, MeetingState } from '../../meeting/state.ts';
import type { Language } from '../../wording/outcome.ts';
import type { Sight } from '../cardView.ts';
import type { PageAudience } from './pageView.ts';

/** A meeting, and who looks at it through the page. */
export interface PageReading {
  readonly meetingId: string;
  readonly state: MeetingState;
  readonly people: People;
  /** Of the reader. */
  readonly language: Language;
  readonly audience: PageAudience;
  /** Null: the big screen, which is nobody. */
  readonly acting: Acting | null;
  /** A rehearsal: nothing of it is kept or sent. */
  readonly rehearsal?: boolean;
}

/** What the parts of the page are made of: the meeting as this reader may see it. */
export interface PageSight extends Sight {
  readonly acting: Acting | null;
  readonly onStage: boolean;
}

/** Who reads along by a sign-in or a personal link. The big screen is `stage`. */
export const audienceOf = (state: MeetingState, personId: string): PageAudience =>
  state.status !== 'none' && leads(state, personId) ? 'leading' : 'room';

/** True for chair, co-chair and minute taker, who see notes, discussion and closed items. */
export const isLeading = (sight: PageSight): boolean => sight.audience === 'leading';

/** The person who reads; null on the big screen. */
export const readerOf = ({ acting }: { readonly acting: Acting | null }): string | null =>
  acting?.by.kind === 'person' ? acting.by.personId : null;

export function pageSight(reading: PageReading, meeting: Meeting, people: People): PageSight {
  const { language, audience, acting } = reading;
  return {
    meeting,
    people,
    language,
    audience: audience === 'leading' ? 'leading' : 'shared',
    notice: null,
    acting,
    onStage: audience === 'stage',
  };
}
