import { attendanceList, attendanceOf, suggestedAttendance } from '../meeting/attendance.ts';
import { attendanceTexts } from '../wording/attendanceTexts.ts';
import { type CardView, cut, type Sight } from './cardView.ts';
import { nameOf } from './draftOf.ts';
import { textCard } from './textCard.ts';

/** Names that a list may take: the card stays small with a room of three hundred. */
const NAMES = 2_000;

/** *Fremmøde* in words: who is there, who sent apologies, of whom nothing is noted, and whom Teams saw. */
export function attendanceCard(sight: Sight): CardView {
  const { meeting, people, language } = sight;
  const t = attendanceTexts[language];
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(people, id, language));
  const list = attendanceList(meeting).map(({ personId }) => personId);
  const noted = (attendance: ReturnType<typeof attendanceOf>) =>
    named(list.filter((id) => attendanceOf(meeting, id) === attendance));
  const seen = suggestedAttendance(meeting);
  const groups = [
    [t.heading.present, noted('present')],
    [t.heading.apologies, noted('apologies')],
    [t.heading.absent, noted('absent')],
    [t.notNoted, noted(null)],
    [t.seenInTeams, named([...seen.invited, ...seen.unknown])],
  ] as const;
  const lines = groups
    .filter(([, names]) => names.length > 0)
    .map(([heading, names]) => ({ text: t.listed(heading, names.length, cut(names.join(', '), NAMES)) }));
  return textCard(sight, {
    heading: t.attendance,
    lines: lines.length > 0 ? lines : [{ text: t.nobody }],
    footer: t.howTo,
    buttons: [],
  });
}
