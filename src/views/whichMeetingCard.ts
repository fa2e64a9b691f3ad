import type { Meeting } from '../meeting/state.ts';
import { cardTexts } from '../wording/cardTexts.ts';
import { writeDay } from '../wording/dates.ts';
import { formTexts } from '../wording/formTexts.ts';
import type { Language } from '../wording/outcome.ts';
import { buttonMaker, type CardView, cut } from './cardView.ts';
import { textCard } from './textCard.ts';

const agendaOf = (meeting: Meeting) =>
  meeting.edition === 0 && meeting.proposal ? meeting.proposal.agenda : meeting.agenda;

/** "Møde i Styregruppen, 6. marts 2031". */
export function nameOfMeeting(meeting: Meeting, language: Language): string {
  const { title, forum, date } = agendaOf(meeting);
  const name = cut(title ?? forum ?? cardTexts[language].agenda, 120);
  return date ? `${name}, ${writeDay(date, language)}` : name;
}

/** Asks which of several meetings of a chat a line means; the button carries the line out there. */
export function whichMeetingCard(
  meetings: readonly { readonly id: string; readonly state: Meeting }[],
  language: Language,
  typed: { readonly activityId: string; readonly text: string; readonly saidAt: string | null },
): CardView {
  const f = formTexts[language];
  return textCard(
    { language, notice: null },
    {
      heading: f.whichMeeting,
      lines: meetings.map(({ state }) => ({ text: nameOfMeeting(state, language) })),
      buttons: meetings.map(({ state }) => {
        const { date } = agendaOf(state);
        const title = date ? writeDay(date, language) : nameOfMeeting(state, language);
        return [
          buttonMaker(state)({ title, tip: nameOfMeeting(state, language) }, 'line.for', {
            n: typed.activityId,
            text: typed.text,
            ...(typed.saidAt === null ? {} : { said: typed.saidAt }),
          }),
        ];
      }),
    },
  );
}
