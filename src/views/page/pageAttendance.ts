import { attendanceList, attendanceOf, suggestedAttendance } from '../../meeting/attendance.ts';
import { isSettled } from '../../meeting/decideIdentity.ts';
import { areAlike } from '../../wording/likeNames.ts';
import { nameOf } from '../draftOf.ts';
import { isLeading, type PageSight } from './pageSight.ts';
import type { PageAttendance } from './pageView.ts';

/** Who came, for those who note it; null for everybody else, and before an agenda is in use. */
export function pageAttendance(sight: PageSight): PageAttendance | null {
  const { meeting, people, language } = sight;
  if (!isLeading(sight) || meeting.edition === 0) return null;
  const named = (personId: string) => ({ personId, name: nameOf(people, personId, language) });
  const seen = suggestedAttendance(meeting);
  const listed = attendanceList(meeting);
  const onList = new Set(listed.map(({ personId }) => personId));
  /** The only one of the list whom that name could be; nobody whom it was said not to be. */
  const alikeOf = (joiner: { readonly personId: string; readonly name: string }) => {
    const alike = listed.filter(
      ({ personId }) =>
        areAlike(joiner.name, people[personId]?.name ?? '') && !isSettled(meeting, personId, joiner.personId),
    );
    const [only, another] = alike;
    return only && !another ? named(only.personId) : null;
  };
  return {
    people: listed.map(({ personId, guest }) => ({
      ...named(personId),
      organisation: people[personId]?.organisation ?? null,
      guest,
      attendance: attendanceOf(meeting, personId),
    })),
    seen: seen.invited.filter((id) => onList.has(id)),
    others: [...seen.invited, ...seen.unknown]
      .filter((id) => !onList.has(id))
      .map(named)
      .map((joiner) => ({ ...joiner, alike: alikeOf(joiner) }))
      // Once that one is noted, nothing is left to do about the name.
      .filter(({ alike }) => alike === null || attendanceOf(meeting, alike.personId) !== 'present'),
  };
}
