import type { Meeting } from '../meeting/state.ts';
import { instantOf } from '../wording/dates.ts';

/** When the agenda has the meeting begin (ms since the epoch); at midnight where it tells only the day; null: no day. */
export function plannedStart(meeting: Meeting): number | null {
  const agenda = meeting.edition === 0 && meeting.proposal ? meeting.proposal.agenda : meeting.agenda;
  return agenda.date ? instantOf(agenda.date, agenda.start ?? '00:00') : null;
}
