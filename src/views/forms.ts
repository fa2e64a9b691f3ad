import { organisationsOf } from '../meeting/people.ts';
import type { Decision } from '../meeting/record.ts';
import { findItem, hasBegun, itemNumber, stops } from '../meeting/state.ts';
import { meaning } from '../wording/due.ts';
import {
  type ActionData,
  type Button,
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  formsOf,
  hidden,
  rows,
  type Sight,
  textsOf,
} from './cardView.ts';
import { decisionsOf } from './decisionView.ts';
import { decisionNumber, nameOf } from './draftOf.ts';
import { openPoints } from './pointView.ts';

interface TextField {
  readonly kind: 'text';
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly multiline: boolean;
  readonly required: boolean;
  readonly errorMessage: string;
}
interface ChoiceField {
  readonly kind: 'choice';
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly multi: boolean;
  readonly style: 'compact' | 'expanded' | 'filtered';
  readonly required: boolean;
  readonly errorMessage: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}
type Field = TextField | ChoiceField;

const text = (field: Partial<TextField> & Pick<TextField, 'id' | 'label'>): TextField => ({
  kind: 'text',
  placeholder: '',
  value: '',
  multiline: false,
  required: false,
  errorMessage: '',
  ...field,
});
const choice = (
  field: Partial<ChoiceField> & Pick<ChoiceField, 'id' | 'label' | 'choices'>,
): ChoiceField => ({
  kind: 'choice',
  placeholder: '',
  value: '',
  multi: false,
  style: 'compact',
  required: false,
  errorMessage: '',
  ...field,
});

/** One form body: what a dialog shows in Teams, and what a tap is answered with. */
export function formCard(
  sight: Sight,
  form: {
    heading: string;
    fields: readonly Field[];
    help?: string;
    warning?: string | undefined;
    buttons: readonly Button[];
  },
): CardView {
  const warning = form.warning ?? sight.notice;
  return {
    template: 'form',
    summary: form.heading,
    model: {
      language: sight.language,
      fallbackText: form.heading,
      heading: form.heading,
      hasNotice: warning !== null,
      notice: warning ?? '',
      fields: form.fields.map((field) => ({
        ...field,
        isText: field.kind === 'text',
        isChoice: field.kind === 'choice',
      })),
      hasHelp: form.help !== undefined,
      help: form.help ?? '',
      buttonRows: rows(form.buttons),
    },
  };
}

const back = (sight: Sight, what: Partial<ActionData>): Button =>
  buttonMaker(sight.meeting)(buttonsOf(sight).back, 'back', what);

/** What was typed already, and why the form comes back with it. */
export interface Typed {
  readonly text: string;
  readonly points?: readonly string[];
  /** It looks like a CPR number: warn, and offer to save it all the same. */
  readonly cpr: boolean;
}

export function decisionForm(sight: Sight, itemId: string, typed?: Typed): CardView {
  const f = formsOf(sight);
  const item = findItem(sight.meeting, itemId);
  const open = item ? openPoints(sight, item) : [];
  const number = itemNumber(sight.meeting.agenda, itemId);
  const chosen = typed?.points ?? (open.length === 1 ? open.map((point) => point.id) : []);
  const points = item ? item.points.filter((point) => open.includes(point) || chosen.includes(point.id)) : [];
  return formCard(sight, {
    heading: f.decisionFor(number),
    warning: typed?.cpr ? f.cprWarning : undefined,
    fields: [
      text({
        id: 'text',
        label: f.decisionFor(number),
        placeholder: f.decisionPlaceholder,
        value: typed?.text ?? '',
        multiline: true,
        required: true,
        errorMessage: f.decisionMissing,
      }),
      ...(item && points.length > 0
        ? [
            choice({
              id: 'points',
              label: f.answers,
              multi: true,
              style: 'expanded',
              value: chosen.join(','),
              choices: points.map((point) => ({
                title: `${item.points.indexOf(point) + 1}. ${cut(point.text, 140)}`,
                value: point.id,
              })),
            }),
          ]
        : []),
    ],
    help: f.readFromText,
    buttons: [
      saveButton(sight, 'saveDecision', 'decision.record', { i: itemId }, typed),
      back(sight, { i: itemId }),
    ],
  });
}

export function noteForm(sight: Sight, itemId: string, typed?: Typed): CardView {
  const f = formsOf(sight);
  const number = itemNumber(sight.meeting.agenda, itemId);
  return formCard(sight, {
    heading: f.noteFor(number),
    warning: typed?.cpr ? f.cprWarning : undefined,
    fields: [
      text({
        id: 'text',
        label: f.noteFor(number),
        placeholder: f.notePlaceholder,
        value: typed?.text ?? '',
        multiline: true,
        required: true,
        errorMessage: f.noteMissing,
      }),
    ],
    buttons: [saveButton(sight, 'saveNote', 'note.record', { i: itemId }, typed), back(sight, { i: itemId })],
  });
}

export function correctionForm(sight: Sight, itemId: string, decision: Decision, typed?: Typed): CardView {
  const f = formsOf(sight);
  const item = findItem(sight.meeting, itemId);
  const label = f.correctionOf(decisionNumber(sight.meeting, itemId, decision));
  const chosen = typed?.points ?? decision.pointIds;
  return formCard(sight, {
    heading: label,
    warning: typed?.cpr ? f.cprWarning : undefined,
    fields: [
      text({
        id: 'text',
        label,
        value: typed?.text ?? decision.text,
        multiline: true,
        required: true,
        errorMessage: f.decisionMissing,
      }),
      ...(item && item.points.length > 0
        ? [
            choice({
              id: 'points',
              label: f.answers,
              multi: true,
              style: 'expanded',
              value: chosen.join(','),
              choices: item.points.map((point, index) => ({
                title: `${index + 1}. ${cut(point.text, 140)}`,
                value: point.id,
              })),
            }),
          ]
        : []),
    ],
    buttons: [
      saveButton(sight, 'save', 'decision.correct', { i: itemId, d: decision.id }, typed),
      back(sight, { i: itemId }),
    ],
  });
}

function saveButton(
  sight: Sight,
  label: 'saveDecision' | 'saveNote' | 'save',
  verb: string,
  what: Partial<ActionData>,
  typed: Typed | undefined,
): Button {
  const b = buttonsOf(sight);
  const make = buttonMaker(sight.meeting);
  return typed?.cpr
    ? make(b.saveAnyway, verb, { ...what, anyway: true }, true)
    : make(b[label], verb, what, true);
}

/** Responsible and due of a decision; `chosen` is the one it opens with. */
export function responsibleForm(sight: Sight, itemId: string, chosen: Decision): CardView {
  const f = formsOf(sight);
  const { meeting, people } = sight;
  const decisions = decisionsOf(sight, itemId);
  const organisations = organisationsOf(people);
  const known = (kind: 'organisation' | 'person' | 'text') =>
    chosen.responsible.filter((one) => one.kind === kind);
  const persons = known('person').flatMap((one) => (one.kind === 'person' ? [one.personId] : []));
  // The list takes one person; further ones stand with the free text, where names are recognised.
  const others = [
    ...persons.slice(1).map((id) => nameOf(people, id)),
    ...known('text').flatMap((one) => (one.kind === 'text' ? [one.text] : [])),
  ];
  const listed = known('organisation').flatMap((one) => (one.kind === 'organisation' ? [one.name] : []));
  const names = Object.values(people).filter((person) => person.name !== '');
  const means = chosen.due ? meaning(chosen.due, meeting.agenda.date) : null;
  return formCard(sight, {
    heading: textsOf(sight).responsible('').replace(/:\s*$/u, ''),
    fields: [
      choice({
        id: 'decision',
        label: f.responsibleFor,
        value: chosen.id,
        required: true,
        errorMessage: f.chooseDecision,
        choices: decisions.map((decision) => ({
          title: cut(`${decisionNumber(meeting, itemId, decision)} ${decision.text}`, 90),
          value: decision.id,
        })),
      }),
      choice({
        id: 'organisations',
        label: f.organisations,
        multi: true,
        style: 'expanded',
        value: listed.join(','),
        choices: [...new Set([...organisations, ...listed])].slice(0, 20).map((name) => ({
          title: cut(name, 60),
          value: encodeChoice(name),
        })),
      }),
      choice({
        id: 'person',
        label: f.person,
        placeholder: f.personPlaceholder,
        style: 'filtered',
        value: persons[0] ?? '',
        choices: names.slice(0, 100).map((person) => ({ title: cut(person.name, 60), value: person.id })),
      }),
      text({ id: 'others', label: f.others, value: others.join(', ') }),
      text({ id: 'due', label: f.due, placeholder: f.duePlaceholder, value: chosen.due?.text ?? '' }),
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

export function postponeForm(sight: Sight, itemId: string): CardView {
  const f = formsOf(sight);
  const number = itemNumber(sight.meeting.agenda, itemId);
  const fields = [text({ id: 'until', label: f.postponeUntil, placeholder: f.postponePlaceholder })];
  const save = buttonMaker(sight.meeting)(buttonsOf(sight).postpone, 'postpone', { i: itemId }, true);
  return formCard(sight, {
    heading: f.postponeItem(number),
    fields,
    buttons: [save, back(sight, { i: itemId })],
  });
}

/** Chooses an item: to go to, to start at, or to move a decision to. */
export function itemForm(
  sight: Sight,
  purpose:
    | { kind: 'go'; what: Partial<ActionData> }
    | { kind: 'start' }
    | { kind: 'move'; itemId: string; decision: Decision },
): CardView {
  const f = formsOf(sight);
  const b = buttonsOf(sight);
  const { meeting } = sight;
  const make = buttonMaker(meeting);
  const here = hasBegun(meeting) && purpose.kind === 'go' ? meeting.currentItemId : '';
  const choices = stops(meeting)
    .filter((item) => item.id !== here)
    .map((item) => {
      const title = hidden(sight, item.id) ? textsOf(sight).closedItem : item.title;
      return { title: cut(`${itemNumber(meeting.agenda, item.id)}. ${title}`, 90), value: item.id };
    });
  const heading =
    purpose.kind === 'move'
      ? f.moveEntry(decisionNumber(meeting, purpose.itemId, purpose.decision))
      : (purpose.kind === 'go' ? b.goTo : b.startAt).title;
  const button =
    purpose.kind === 'move'
      ? make(b.move, 'decision.move', { i: purpose.itemId, d: purpose.decision.id }, true)
      : purpose.kind === 'go'
        ? make(b.go, 'goto', purpose.what, true)
        : make(b.startHere, 'start', {}, true);
  const what = purpose.kind === 'move' ? { i: purpose.itemId } : purpose.kind === 'go' ? purpose.what : {};
  return formCard(sight, {
    heading,
    fields: [
      choice({
        id: 'item',
        label: f.chooseItem,
        choices,
        value: choices[0]?.value ?? '',
        required: true,
        errorMessage: f.chooseItemMissing,
      }),
    ],
    buttons: [button, back(sight, what)],
  });
}

/** The last commands that can be taken back, as one choice. */
export function undoForm(
  sight: Sight,
  itemId: string,
  entries: readonly { readonly version: number; readonly text: string }[],
): CardView {
  const f = formsOf(sight);
  return formCard(sight, {
    heading: f.chooseUndo,
    fields: [
      choice({
        id: 'version',
        label: f.chooseUndo,
        style: 'expanded',
        value: String(entries[0]?.version ?? ''),
        required: true,
        errorMessage: f.chooseUndoMissing,
        choices: entries.map((entry) => ({ title: cut(entry.text, 140), value: String(entry.version) })),
      }),
    ],
    buttons: [
      buttonMaker(sight.meeting)(buttonsOf(sight).undo, 'undo', { i: itemId }, true),
      back(sight, { i: itemId }),
    ],
  });
}
