import { organisationsOf } from '../meeting/people.ts';
import type { Decision } from '../meeting/record.ts';
import { meaning } from '../wording/due.ts';
import {
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  formsOf,
  hidden,
  type Sight,
  textsOf,
} from './cardView.ts';
import { decisionsOf } from './decisionView.ts';
import { decisionNumber, nameOf } from './draftOf.ts';
import { choiceField, formCard, textField } from './formCard.ts';
import { back } from './forms.ts';
import { peopleSeen } from './peopleSeen.ts';
import { closedCard } from './textCard.ts';

/** The id of no person: takes back who was chosen. */
const NOBODY = '-';

/** Responsible and due of a decision; `chosen` is the one it opens with. */
export function responsibleForm(sight: Sight, itemId: string, chosen: Decision): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const f = formsOf(sight);
  const { meeting, people } = sight;
  const seen = peopleSeen(sight);
  const decisions = decisionsOf(sight, itemId);
  const organisations = organisationsOf(seen);
  const known = (kind: 'organisation' | 'person' | 'text') =>
    chosen.responsible.filter((one) => one.kind === kind);
  const persons = known('person').flatMap((one) => (one.kind === 'person' ? [one.personId] : []));
  // The list takes one person; further ones stand with the free text, where names are recognised.
  const others = [
    ...persons.slice(1).map((id) => nameOf(people, id, sight.language)),
    ...known('text').flatMap((one) => (one.kind === 'text' ? [one.text] : [])),
  ];
  const listed = known('organisation').flatMap((one) => (one.kind === 'organisation' ? [one.name] : []));
  const names = Object.values(seen).filter((person) => person.name !== '');
  const means = chosen.due ? meaning(chosen.due, meeting.agenda.date, sight.language) : null;
  return formCard(sight, {
    heading: textsOf(sight).responsible('').replace(/:\s*$/u, ''),
    fields: [
      choiceField({
        id: 'decision',
        label: f.responsibleFor,
        value: chosen.id,
        required: true,
        errorMessage: f.chooseDecision,
        // Newest first: where there is no room for all, the old ones give way.
        choices: decisions.toReversed().map((decision) => ({
          title: cut(`${decisionNumber(meeting, itemId, decision)} ${decision.text}`, 90),
          value: decision.id,
        })),
      }),
      choiceField({
        id: 'organisations',
        label: f.organisations,
        multi: true,
        style: 'expanded',
        value: listed.map(encodeChoice).join(','),
        choices: [...new Set([...listed, ...organisations])]
          .slice(0, Math.max(20, listed.length))
          .map((name) => ({
            title: cut(name, 60),
            value: encodeChoice(name),
          })),
      }),
      choiceField({
        id: 'person',
        label: f.person,
        placeholder: f.personPlaceholder,
        // A list to search in shows the id of who is chosen, and screen readers no label (adaptivecards 3.0.6).
        value: persons[0] ?? '',
        choices: [
          ...(persons.length > 0 ? [{ title: f.nobody, value: NOBODY }] : []),
          ...names.map((person) => ({ title: cut(person.name, 60), value: person.id })),
        ],
      }),
      textField({ id: 'others', label: f.others, value: others.join(', ') }),
      textField({ id: 'due', label: f.due, placeholder: f.duePlaceholder, value: chosen.due?.text ?? '' }),
    ].filter((field) => field.kind === 'text' || field.choices.length > 0),
    ...(means ? { help: f.dueMeans(means) } : {}),
    buttons: [
      buttonMaker(meeting)(buttonsOf(sight).save, 'responsible.set', { i: itemId }, true),
      back(sight, { i: itemId }),
    ],
  });
}

/** Choice values are joined by commas: a name's own commas are kept apart. */
export const encodeChoice = (name: string): string => encodeURIComponent(name);
export const decodeChoices = (value: string): string[] =>
  value
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
