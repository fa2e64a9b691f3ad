import { attendanceOf, notedAttendance } from './attendance.ts';
import type { CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import { personMeant } from './identities.ts';
import type { Acting, Permission } from './roles.ts';
import type { Meeting } from './state.ts';

/** *Fremmøde* by hand: of one or several persons at once, before, during and after the meeting. */
export function recordAttendance(meeting: Meeting, command: CommandOf<'RecordAttendance'>): Decided {
  if (meeting.edition === 0) return refused('notAdopted');
  const { attendance } = command;
  const asked = new Set(command.personIds.map((id) => personMeant(meeting, id)));
  const personIds = [...asked].filter((id) =>
    attendance === null ? notedAttendance(meeting, id) !== null : attendanceOf(meeting, id) !== attendance,
  );
  if (personIds.length === 0) return refused('attendanceNoted');
  const back = command.takesBack === undefined ? {} : { takesBack: command.takesBack };
  return accepted({ type: 'AttendanceRecorded', v: 1, personIds, attendance, ...back });
}

/** Teams saw somebody join: kept once, however often it says so. */
export function suggestAttendance(
  meeting: Meeting,
  { personId }: CommandOf<'SuggestAttendance'>,
  { by }: Acting,
  may: Permission,
): Decided {
  if (meeting.status === 'adjourned') return refused('alreadyAdjourned');
  if (may !== 'yes' && !(by.kind === 'person' && by.personId === personId)) return refused('onlyOwn');
  if (meeting.joined.includes(personId)) return refused('attendanceSeen');
  return accepted({ type: 'AttendanceSuggested', v: 1, personId });
}
