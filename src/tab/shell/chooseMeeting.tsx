import { writeDate } from '../../wording/dates.ts';
import { shellTexts } from '../../wording/page/shellTexts.ts';
import { useAppearance } from './appearance.tsx';
import type { ListedMeeting } from './entrance.ts';

/** A chat of several meetings: which one. */
export function ChooseMeeting(props: {
  readonly meetings: readonly ListedMeeting[];
  readonly choose: (meetingId: string) => void;
}) {
  const { language } = useAppearance();
  const texts = shellTexts[language];
  return (
    <main className="notice choose">
      <h1>{texts.chooseMeeting}</h1>
      <p>{texts.chooseMeetingLead}</p>
      <ul>
        {props.meetings.map(({ meetingId, title, date, status }) => (
          <li key={meetingId}>
            <button type="button" className="wideRow" onClick={() => props.choose(meetingId)}>
              <strong>{title ?? texts.untitled}</strong>
              <span>
                {[date && writeDate(date, language), texts.meetingStates[status]].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
