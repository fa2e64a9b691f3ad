import './start.css';
import { useEffect, useState } from 'react';
import { writeDay } from '../../wording/dates.ts';
import { startTexts } from '../../wording/page/startTexts.ts';
import { useAppearance } from '../shell/appearance.tsx';
import { Notice, Waiting } from '../shell/notice.tsx';
import { ThemeSwitch } from '../shell/themeSwitch.tsx';

/** What `GET /api/demo` answers. */
interface Choices {
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly title: string | null;
    readonly date: string | null;
    readonly people: readonly {
      readonly personId: string;
      readonly name: string;
      readonly roles: readonly ('chair' | 'coChair' | 'minuteTaker')[];
    }[];
  }[];
}

const places = ['desk', 'panel', 'stage'] as const;
const AGAIN_MS = 3_000;

/** The start page of development mode: who, where, which meeting. */
export function Start() {
  const { language } = useAppearance();
  const texts = startTexts[language];
  const [choices, setChoices] = useState<Choices | 'away' | null>(null);
  const [meetingId, setMeetingId] = useState<string | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const empty = choices === null || choices === 'away' || choices.meetings.length === 0;
  useEffect(() => {
    const ask = () =>
      fetch('/api/demo')
        .then(async (response) => (response.ok ? ((await response.json()) as Choices) : 'away'))
        .catch(() => 'away' as const)
        .then(setChoices);
    void ask();
    if (!empty) return;
    const timer = setInterval(ask, AGAIN_MS);
    return () => clearInterval(timer);
  }, [empty]);
  if (choices === null) return <Waiting />;
  if (choices === 'away') return <Notice kind="noWay" />;
  const meeting = choices.meetings.find((one) => one.meetingId === meetingId) ?? choices.meetings[0];
  const person = meeting?.people.find((one) => one.personId === personId) ?? meeting?.people[0];
  return (
    <main className="start">
      <header>
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      {!meeting || !person ? (
        <p>{texts.none}</p>
      ) : (
        <>
          {choices.meetings.length > 1 && (
            <label className="startField">
              {texts.meeting}
              <select value={meeting.meetingId} onChange={({ target }) => setMeetingId(target.value)}>
                {choices.meetings.map(({ meetingId: id, title, date }) => (
                  <option key={id} value={id}>
                    {[title ?? texts.untitled, date && writeDay(date, language)].filter(Boolean).join(' · ')}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label className="startField">
            {texts.who}
            <select value={person.personId} onChange={({ target }) => setPersonId(target.value)}>
              {meeting.people.map(({ personId: id, name, roles }) => (
                <option key={id} value={id}>
                  {[name, ...roles.map((role) => texts.roles[role])].join(', ')}
                </option>
              ))}
            </select>
          </label>
          <ul className="startPlaces">
            {places.map((place) => (
              <li key={place}>
                <a
                  className="wideRow"
                  href={`/tab?${new URLSearchParams({ place, demo: person.personId, meeting: meeting.meetingId, lang: language })}`}
                >
                  <strong>{texts.places[place].name}</strong>
                  <span>{texts.places[place].what}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <footer>
        <span>{texts.onlyHere}</span>
        <ThemeSwitch />
      </footer>
    </main>
  );
}
