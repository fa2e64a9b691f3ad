import { Badge, Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { CorrectedAgenda } from '../../views/page/ask.ts';
import type { PeopleTexts } from '../../wording/page/peopleTexts.ts';
import { type Edit, invite, nameAs, putPerson } from './agendaEdits.ts';
import type { CorrectedPerson } from './correction.ts';
import { optionalText, TypedField } from './typedField.tsx';

interface PersonRowProps {
  readonly texts: PeopleTexts;
  readonly person: CorrectedPerson;
  readonly participant: CorrectedAgenda['participants'][number];
  /** "Fremmøde: til stede"; null: nothing that the agenda does not say. */
  readonly noted: string | null;
  readonly chair: boolean;
  readonly minuteTaker: boolean;
  readonly edit: (edit: Edit, place?: string | null) => void;
  readonly remove: () => void;
}

/** Somebody invited; pressed, the name opens for correcting. */
export function PersonRow(props: PersonRowProps) {
  const { texts, person, participant, noted, chair, minuteTaker, edit, remove } = props;
  const [open, setOpen] = useState(false);
  const { personId, name, title, organisation } = person;
  const put = (fields: Partial<CorrectedPerson>, field: string) =>
    edit(putPerson({ ...person, ...fields }), `${field}:${personId}`);
  return (
    <li className={open ? 'personRow open' : 'personRow'}>
      <button
        type="button"
        className="personName"
        aria-expanded={open}
        title={texts.correct(name)}
        onClick={() => setOpen(!open)}
      >
        <span className="name">{name}</span>
        <span className="quiet">{[title, organisation].filter(Boolean).join(', ')}</span>
        {noted && <span className="quiet">{noted}</span>}
        {chair && <Badge appearance="outline">{texts.namedChair}</Badge>}
        {minuteTaker && <Badge appearance="outline">{texts.namedMinuteTaker}</Badge>}
      </button>
      <span className="personMarks">
        <Checkbox
          label={texts.apologies}
          aria-label={texts.apologiesOf(name)}
          checked={participant.apologies}
          onChange={(_, { checked }) => edit(invite(personId, { apologies: checked === true }))}
        />
        <Checkbox
          label={texts.guest}
          aria-label={texts.guestOf(name)}
          checked={participant.guest}
          onChange={(_, { checked }) => edit(invite(personId, { guest: checked === true }))}
        />
      </span>
      {open && (
        <div className="personFields">
          <TypedField
            className="wide"
            label={texts.name}
            value={name}
            write={(value) => value}
            read={(typed) => (typed.trim() === '' ? undefined : typed)}
            wrong={texts.nameMissing}
            change={(value) => put({ name: value }, 'name')}
          />
          <TypedField
            {...optionalText}
            className="wide"
            label={texts.title}
            value={title}
            wrong=""
            change={(value) => put({ title: value }, 'title')}
          />
          <TypedField
            {...optionalText}
            className="wide"
            label={texts.organisation}
            value={organisation}
            wrong=""
            change={(value) => put({ organisation: value }, 'organisation')}
          />
          <Checkbox
            label={texts.namedChair}
            checked={chair}
            onChange={(_, { checked }) => edit(nameAs(personId, 'chairs', checked === true))}
          />
          <Checkbox
            label={texts.namedMinuteTaker}
            checked={minuteTaker}
            onChange={(_, { checked }) => edit(nameAs(personId, 'minuteTakers', checked === true))}
          />
          <Button appearance="subtle" onClick={remove}>
            {texts.remove}
          </Button>
        </div>
      )}
    </li>
  );
}
