import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { type FormEvent, useRef, useState } from 'react';
import { pageAttendanceTexts } from '../../wording/page/attendanceTexts.ts';
import { peopleTexts } from '../../wording/page/peopleTexts.ts';
import { useRoom } from '../room.ts';
import { invite, putPerson, uninvite } from './agendaEdits.ts';
import type { Bench } from './bench.ts';
import { PersonRow } from './personRow.tsx';
import { named, readPerson } from './typedPerson.ts';

/** Who is invited: apologies, guests, names as they are to stand in the minutes. */
export function PeopleList({ bench }: { readonly bench: Bench }) {
  const { agenda, people, edit, language, say } = bench;
  const texts = peopleTexts[language];
  const attendanceTexts = pageAttendanceTexts[language];
  const list = useRef<HTMLUListElement>(null);
  const { attendance } = useRoom().view.head;
  /** What was noted of their attendance, where it is not what the agenda says of them. */
  const notedOf = ({ personId, apologies }: (typeof agenda.participants)[number]): string | null => {
    const noted = attendance?.people.find((one) => one.personId === personId)?.attendance ?? null;
    if (noted === null || (noted === 'apologies' && apologies)) return null;
    return attendanceTexts.noted(attendanceTexts.as[noted]);
  };
  const person = (id: string) => people.find(({ personId }) => personId === id);
  const others = people.filter(
    ({ personId, name }) => name !== '' && !agenda.participants.some((one) => one.personId === personId),
  );
  return (
    <section className="people" aria-label={texts.people}>
      <h2>{texts.people}</h2>
      <p className="quiet">
        {agenda.participants.length === 0 ? texts.nobody : texts.present(agenda.participants.length)}
      </p>
      <ul ref={list}>
        {agenda.participants.map((participant) => {
          const known = person(participant.personId);
          return (
            known && (
              <PersonRow
                key={participant.personId}
                texts={texts}
                person={known}
                participant={participant}
                noted={notedOf(participant)}
                chair={agenda.chairs.includes(known.personId)}
                minuteTaker={agenda.minuteTakers.includes(known.personId)}
                edit={edit}
                remove={() => {
                  edit(uninvite(known.personId));
                  say(texts.removed(known.name), true);
                  list.current?.querySelector('button')?.focus();
                }}
              />
            )
          );
        })}
      </ul>
      <AddPerson bench={bench} />
      {others.length > 0 && (
        <>
          <h3>{texts.others}</h3>
          <ul>
            {others.map(({ personId, name, title, organisation }) => (
              <li key={personId} className="personRow">
                <span className="personName">{[name, title, organisation].filter(Boolean).join(', ')}</span>
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={texts.invite(name)}
                  onClick={() => edit(invite(personId))}
                >
                  {texts.inviteDo}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function AddPerson({ bench }: { readonly bench: Bench }) {
  const { people, edit, newId, language } = bench;
  const texts = peopleTexts[language];
  const [typed, setTyped] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const fresh = readPerson(typed);
    if (!fresh) return;
    const known = named(people, fresh.name);
    const personId = known?.personId ?? newId();
    edit((agenda) => invite(personId)(known ? agenda : putPerson({ personId, ...fresh })(agenda)));
    setTyped('');
  };
  return (
    <form className="addPerson" onSubmit={add}>
      <Field label={texts.add} hint={texts.addHint}>
        <Input value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Button type="submit" icon={<AddRegular />} disabledFocusable={readPerson(typed) === null}>
        {texts.addDo}
      </Button>
    </form>
  );
}
