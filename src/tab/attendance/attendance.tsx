import './attendance.css';
import { useState } from 'react';
import type { Attendance } from '../../meeting/events.ts';
import type { PageAttendance } from '../../views/page/pageView.ts';
import { type PageAttendanceTexts, pageAttendanceTexts } from '../../wording/page/attendanceTexts.ts';
import { useRoom } from '../room.ts';
import { useAsking } from '../useAsking.ts';

const KINDS: readonly Attendance[] = ['present', 'apologies', 'absent'];
type Note = (personIds: readonly string[], attendance: Attendance | null, done: string) => void;

/** *Fremmøde*: folded to a line of counts; for who leads and writes. `afterwards`: beside the minutes. */
export function AttendanceSection({ afterwards = false }: { readonly afterwards?: boolean }) {
  const { view, language } = useRoom();
  const { attendance, me, status } = view.head;
  const texts = pageAttendanceTexts[language];
  const asking = useAsking();
  const [said, setSaid] = useState('');
  if (!attendance) return null;
  const may = me?.may.RecordAttendance === 'yes' && status !== 'approved';
  const note: Note = (personIds, as, done) => {
    void asking
      .ask({ ask: 'attend', personIds: [...personIds], attendance: as })
      .then((accepted) => setSaid(accepted ? done : ''));
  };
  return (
    <section className="attendance" aria-label={texts.attendance}>
      {may && <Suggested attendance={attendance} texts={texts} note={note} />}
      <details>
        <summary>
          <strong>{texts.attendance}</strong>{' '}
          <span className="attendanceCounts">{counts(attendance, texts)}</span>
        </summary>
        {attendance.people.length === 0 ? (
          <p className="attendanceQuiet">{texts.nobody}</p>
        ) : (
          <ul>
            {attendance.people.map((person) => (
              <Row key={person.personId} person={person} texts={texts} note={may ? note : null} />
            ))}
          </ul>
        )}
        {may && <Rest attendance={attendance} texts={texts} note={note} />}
        {afterwards && <p className="attendanceQuiet">{texts.inSourceWord}</p>}
      </details>
      {asking.refused && (
        <p className="attendanceRefused" role="alert">
          {asking.refused}
        </p>
      )}
      <p className="attendanceSaid" role="status">
        {said}
      </p>
    </section>
  );
}

function counts({ people }: PageAttendance, texts: PageAttendanceTexts): string {
  const of = (kind: Attendance | null) => people.filter(({ attendance }) => attendance === kind).length;
  return [
    ...KINDS.filter((kind) => of(kind) > 0).map((kind) => texts.count[kind](of(kind))),
    ...(of(null) > 0 ? [texts.notNoted(of(null))] : []),
  ].join(' · ');
}

interface RowProps {
  readonly person: PageAttendance['people'][number];
  readonly texts: PageAttendanceTexts;
  /** Null: it is only shown. */
  readonly note: Note | null;
}

function Row({ person, texts, note }: RowProps) {
  const { personId, name, organisation, guest, attendance } = person;
  const remark = [organisation, guest ? texts.guest : null].filter(Boolean).join(', ');
  return (
    <li>
      <span className="attendanceName">
        {name} {remark && <span className="attendanceQuiet">{remark}</span>}
      </span>
      {note ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset for each of thirty persons says no more
        <span className="attendanceChoice" role="group" aria-label={name}>
          {KINDS.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={attendance === kind}
              aria-label={texts.noteAs(name, texts.as[kind])}
              onClick={() =>
                attendance === kind
                  ? note([personId], null, texts.takenBack(name))
                  : note([personId], kind, texts.isNoted(name, texts.as[kind]))
              }
            >
              {texts.as[kind]}
            </button>
          ))}
        </span>
      ) : (
        <span className="attendanceQuiet">{attendance ? texts.as[attendance] : ''}</span>
      )}
    </li>
  );
}

interface SuggestedProps {
  readonly attendance: PageAttendance;
  readonly texts: PageAttendanceTexts;
  readonly note: Note;
}

/** Once who is away was noted, the others came: with one press. */
function Rest({ attendance, texts, note }: SuggestedProps) {
  const rest = attendance.people.filter((one) => one.attendance === null).map(({ personId }) => personId);
  return (
    <>
      {rest.length > 1 && (
        <p className="attendanceSeen">
          <button type="button" onClick={() => note(rest, 'present', texts.seenNoted(rest.length))}>
            {texts.noteRest(rest.length)}
          </button>
        </p>
      )}
      {attendance.people.length > 0 && <p className="attendanceQuiet">{texts.lead}</p>}
    </>
  );
}

/** What Teams saw: one quiet line, and those whom the agenda does not know. */
function Suggested({ attendance, texts, note }: SuggestedProps) {
  const { people, seen, others } = attendance;
  return (
    <>
      {seen.length > 0 && (
        <p className="attendanceSeen">
          {texts.seen(seen.length, people.length)}{' '}
          <button type="button" onClick={() => note(seen, 'present', texts.seenNoted(seen.length))}>
            {texts.noteSeen(seen.length)}
          </button>
        </p>
      )}
      {others.length > 0 && (
        <div className="attendanceSeen">
          <span>{texts.others}</span>
          <ul>
            {others.map(({ personId, name, alike }) => (
              <li key={personId}>
                {name}{' '}
                {alike && (
                  <button
                    type="button"
                    onClick={() =>
                      note([alike.personId], 'present', texts.isNoted(alike.name, texts.as.present))
                    }
                  >
                    {texts.isThatOne(alike.name)}
                  </button>
                )}
                <button
                  type="button"
                  aria-label={texts.addGuestOf(name)}
                  onClick={() => note([personId], 'present', texts.guestAdded(name))}
                >
                  {texts.addGuest}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
