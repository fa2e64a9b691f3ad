import { Combobox, Field, Option } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { CorrectionTexts } from '../../wording/page/correctionTexts.ts';
import type { CorrectedPerson } from './correction.ts';
import { named, namesLike, readPerson } from './typedPerson.ts';

interface PresentersFieldProps {
  readonly texts: CorrectionTexts;
  readonly chosen: readonly string[];
  readonly people: readonly CorrectedPerson[];
  readonly change: (personIds: readonly string[]) => void;
  /** Somebody whom the agenda does not know yet; gives back the new id. */
  readonly addPerson: (person: Omit<CorrectedPerson, 'personId'>) => string;
}

const NEW = 'new';
const SHOWN = 8;

/** Who presents an item: names chosen among the people, or typed. */
export function PresentersField(props: PresentersFieldProps) {
  const { texts, chosen, people, change, addPerson } = props;
  const [typed, setTyped] = useState('');
  const others = people.filter(({ personId, name }) => name !== '' && !chosen.includes(personId));
  const found = namesLike(others, typed).slice(0, SHOWN);
  const fresh = readPerson(typed);
  const add = (personId: string) => {
    change([...chosen, personId]);
    setTyped('');
  };
  const take = () => {
    const known = named(others, typed);
    if (known) add(known.personId);
    else if (fresh && !named(people, typed)) add(addPerson(fresh));
  };
  return (
    <Field label={texts.presenters} className="presenters">
      <div>
        {chosen.length > 0 && (
          <ul className="tags">
            {chosen.map((personId) => {
              const name = people.find((one) => one.personId === personId)?.name ?? '–';
              return (
                <li key={personId}>
                  {name}
                  <button
                    type="button"
                    aria-label={texts.remove(name)}
                    onClick={() => change(chosen.filter((id) => id !== personId))}
                  >
                    <DismissRegular aria-hidden="true" />
                  </button>
                </li>
              );
            })}
          </ul>
        )}
        <Combobox
          inlinePopup
          freeform
          value={typed}
          selectedOptions={[]}
          aria-label={texts.addPresenter}
          placeholder={texts.addPresenter}
          // Its own name is English; the arrow down does the same.
          expandIcon={{ 'aria-label': texts.showPeople, tabIndex: -1 }}
          onChange={({ target }) => setTyped(target.value)}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue === NEW) take();
            else if (optionValue) add(optionValue);
          }}
          onKeyDown={(event) => {
            const active = event.currentTarget.getAttribute('aria-activedescendant');
            if (event.key !== 'Enter' || active) return;
            event.preventDefault();
            take();
          }}
        >
          {found.map(({ personId, name, title }) => (
            <Option key={personId} value={personId} text={name}>
              {title ? `${name}, ${title}` : name}
            </Option>
          ))}
          {fresh && !named(people, typed) && (
            <Option value={NEW} text={fresh.name}>
              {texts.newPerson(fresh.name)}
            </Option>
          )}
        </Combobox>
      </div>
    </Field>
  );
}
