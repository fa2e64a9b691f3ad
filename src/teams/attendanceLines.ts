import { attendanceList, attendanceOf, attendanceToTakeBack } from '../meeting/attendance.ts';
import { refused } from '../meeting/commands.ts';
import type { EventOf } from '../meeting/events.ts';
import { personMeant, withoutLinked } from '../meeting/identities.ts';
import { type People, withName } from '../meeting/people.ts';
import { cut } from '../views/cardView.ts';
import { nameOf } from '../views/draftOf.ts';
import { namesHere } from '../views/namesHere.ts';
import type { AttendanceLine } from '../wording/attendanceLine.ts';
import { matchName } from '../wording/personName.ts';
import { replies } from '../wording/replies.ts';
import { known } from './commandsOf.ts';
import type { Planned } from './lineCommands.ts';
import type { MeetingTurn } from './turnState.ts';

/** *Fremmøde* by a line: whom the names mean, or a question where one could mean several. */
export function planAttendance(turn: MeetingTurn, line: AttendanceLine): Planned {
  const { meeting } = turn;
  const say = replies[turn.language];
  const { attendance } = line;
  if (line.everybody) {
    const open = attendanceList(meeting).filter(({ personId }) => attendanceOf(meeting, personId) === null);
    const personIds = open.map(({ personId }) => personId);
    return personIds.length === 0 ? refused('attendanceNoted') : planned(personIds, attendance);
  }
  const people = withoutLinked(meeting, namesHere(turn));
  const personIds: string[] = [];
  for (const name of line.names) {
    const ids = meantBy(turn, people, name);
    const [only, another] = ids;
    if (only === undefined) return { kind: 'question', sentence: say.personUnknown(cut(name, 120)) };
    const names = ids.map((id) => people[id]?.name ?? id);
    if (another !== undefined) return { kind: 'question', sentence: say.onWhoseBehalf(name, names) };
    personIds.push(only);
  }
  return planned(personIds, attendance);
}

/** *Fortryd* where the last that this person did was to note attendance: as it was before; null: it was not. */
export function takeBackAttendance({ meeting, acting }: MeetingTurn): Planned | null {
  const last = attendanceToTakeBack(meeting, acting.by);
  if (!last) return null;
  const { version: takesBack, noted } = last;
  const words = [...new Set(noted.map(({ before }) => before))];
  return {
    commands: words.map((attendance) => {
      const personIds = noted.flatMap(({ personId, before }) => (before === attendance ? [personId] : []));
      return { type: 'RecordAttendance', personIds, attendance, takesBack };
    }),
    itemId: null,
  };
}

const planned = (personIds: readonly string[], attendance: AttendanceLine['attendance']): Planned => ({
  commands: [{ type: 'RecordAttendance', personIds, attendance }],
  itemId: null,
});

/** Those who are invited first: among them a first name is mostly enough. */
function meantBy(turn: MeetingTurn, people: People, name: string): readonly string[] {
  const exact = withName(people, name).map(({ id }) => personMeant(turn.meeting, id));
  if (exact.length > 0) return [...new Set(exact)];
  const invited = new Set(attendanceList(turn.meeting).map(({ personId }) => personId));
  const circle = Object.fromEntries(Object.entries(people).filter(([id]) => invited.has(id)));
  for (const among of [circle, people]) {
    const match = matchName(name, known(turn.meeting, among).people);
    if (match.kind === 'one') return [match.id];
    if (match.kind === 'several') return match.ids;
  }
  return [];
}

/** Names in an answer to a line; of more than these their number is said. */
const NAMED = 6;

/** What was noted, in a sentence. */
export function attendanceSaid(turn: MeetingTurn, event: EventOf<'AttendanceRecorded'>): string {
  const say = replies[turn.language];
  const names = event.personIds.map((id) => nameOf(turn.people, id, turn.language));
  const who = names.length > NAMED ? say.persons(names.length) : names.join(', ');
  return event.attendance === null ? say.attendanceTakenBack(who) : say.attendance[event.attendance](who);
}
