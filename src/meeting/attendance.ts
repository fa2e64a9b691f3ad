import type { Actor } from './commit.ts';
import type { Attendance } from './events.ts';
import { personMeant } from './identities.ts';
import { sameActor } from './roles.ts';
import type { Meeting } from './state.ts';

/** What was noted of them, else of an account that is theirs; null: nothing, or it was taken back. */
export function notedAttendance(meeting: Meeting, personId: string): Attendance | null {
  const accounts = meeting.identities.filter(
    ({ accountId, same }) => same && personMeant(meeting, accountId) === personId,
  );
  const noted = [personId, ...accounts.map(({ accountId }) => accountId)].map((id) => meeting.attendance[id]);
  return noted.find((one) => one !== undefined)?.attendance ?? null;
}

/** What was noted of somebody's attendance; else the apologies that the agenda knows of; null: nothing is known. */
export function attendanceOf(meeting: Meeting, personId: string): Attendance | null {
  const noted = notedAttendance(meeting, personId);
  if (noted) return noted;
  const invited = meeting.agenda.participants.find((one) => one.personId === personId);
  return invited?.apologies ? 'apologies' : null;
}

/** What somebody noted of attendance in one commit and still stands, with how it was before. */
export interface AttendanceNotedLast {
  readonly version: number;
  readonly noted: readonly { readonly personId: string; readonly before: Attendance | null }[];
}

/**
 * What this actor noted of attendance, where that is the newest of their doings that can be taken back; null: it was
 * something else, or nothing. What somebody else noted of a person since stands.
 */
export function attendanceToTakeBack(meeting: Meeting, by: Actor): AttendanceNotedLast | null {
  const own = Object.entries(meeting.attendance).flatMap(([personId, { before, version, by: who }]) =>
    before !== undefined && sameActor(who, by) ? [{ personId, before, version }] : [],
  );
  const version = Math.max(0, ...own.map((one) => one.version));
  const newest = meeting.history.findLast((entry) => !entry.undone && sameActor(entry.by, by));
  if (version <= (newest?.version ?? 0)) return null;
  return { version, noted: own.filter((one) => one.version === version) };
}

/** Who leads or writes, by the agenda or by those roles. */
const leadingIn = ({ agenda }: Meeting, roles: Meeting['roles']): string[] => [
  ...agenda.chairs,
  ...agenda.minuteTakers,
  ...roles.map(({ personId }) => personId),
];

/**
 * Those who stand in the list of attendance, in its order: the invited, then who was noted without being invited.
 * `guest`: no part of the circle that meets.
 */
export function attendanceList(
  meeting: Meeting,
): readonly { readonly personId: string; readonly guest: boolean }[] {
  const { participants } = meeting.agenda;
  const invited = new Set(participants.map(({ personId }) => personId));
  const leading = new Set(
    leadingIn(meeting, meeting.status === 'approved' ? meeting.rolesThen : meeting.roles),
  );
  const noted = Object.entries(meeting.attendance).filter(([, { attendance }]) => attendance !== null);
  const others = new Set(
    noted
      .map(([id]) => personMeant(meeting, id))
      .filter((id) => !invited.has(id) && notedAttendance(meeting, id) !== null),
  );
  return [
    ...participants.map(({ personId, guest }) => ({ personId, guest })),
    ...[...others].map((personId) => ({ personId, guest: !leading.has(personId) })),
  ];
}

/** What Teams suggests and nobody has noted yet: invited persons, and those whom the agenda does not know. */
export function suggestedAttendance(meeting: Meeting): {
  readonly invited: readonly string[];
  readonly unknown: readonly string[];
} {
  const invited = meeting.agenda.participants.map(({ personId }) => personId);
  const known = new Set([...invited, ...leadingIn(meeting, meeting.roles)]);
  const open = meeting.joined
    .map((id) => personMeant(meeting, id))
    .filter((id, at, all) => all.indexOf(id) === at && attendanceOf(meeting, id) !== 'present');
  return { invited: open.filter((id) => known.has(id)), unknown: open.filter((id) => !known.has(id)) };
}
