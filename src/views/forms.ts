import type { AgendaItem, RecommendationPoint } from '../meeting/agenda.ts';
import type { Decision } from '../meeting/record.ts';
import { findItem, hasBegun, itemNumber, languageOf, neighbour, stops } from '../meeting/state.ts';
import { formTexts } from '../wording/formTexts.ts';
import {
  type ActionData,
  type Button,
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  formsOf,
  hidden,
  type Sight,
  textsOf,
} from './cardView.ts';
import { decisionNumber } from './draftOf.ts';
import { choiceField, type Field, fitsField, formCard, textField } from './formCard.ts';
import { openPoints, pointsAwaitingDecision } from './pointView.ts';
import { closedCard, textCard } from './textCard.ts';

/** *Tilbage*: to the card, without saving. */
export const back = (sight: Sight, what: Partial<ActionData>): Button =>
  buttonMaker(sight.meeting)(buttonsOf(sight).back, 'back', what);

/** What was typed already, and why the form comes back with it. */
export interface Typed {
  readonly text: string;
  readonly points?: readonly string[];
  /** It looks like a CPR number: warn, and offer to save it all the same. */
  readonly cpr: boolean;
}

/** What was typed, back in its field; a text that would come back cut comes back as an empty field. */
export const shownAgain = (text: string): string => (fitsField(text) ? text : '');

/** Why a form comes back with what was typed; undefined where nothing is wrong with it. */
export function warningOf(sight: Sight, typed: Typed | undefined): string | undefined {
  const f = formsOf(sight);
  if (typed && !fitsField(typed.text)) return f.tooLongToShow(typed.text.length);
  return typed?.cpr ? f.cprWarning : undefined;
}

/** `more`: fields that only some have in their form. */
export function decisionForm(
  sight: Sight,
  itemId: string,
  typed?: Typed,
  more: readonly Field[] = [],
): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const f = formsOf(sight);
  const item = findItem(sight.meeting, itemId);
  const open = item ? openPoints(sight, item) : [];
  const number = itemNumber(sight.meeting.agenda, itemId);
  const chosen = typed?.points ?? pointsAwaitingDecision(sight.meeting, item);
  const points = item ? item.points.filter((point) => open.includes(point) || chosen.includes(point.id)) : [];
  return formCard(sight, {
    heading: f.decisionFor(number),
    warning: warningOf(sight, typed),
    fields: [
      textField({
        id: 'text',
        label: f.decisionText,
        placeholder: f.decisionPlaceholder,
        value: shownAgain(typed?.text ?? ''),
        multiline: true,
        required: true,
        errorMessage: f.decisionMissing,
      }),
      ...pointsField(sight, item, points, chosen),
      ...more,
    ],
    help: f.readFromText,
    buttons: [
      saveButton(sight, 'saveDecision', 'decision.record', { i: itemId }, typed),
      back(sight, { i: itemId }),
    ],
  });
}

/** The points that a decision may answer, by their place in the item; no field where there are none. */
const pointsField = (
  sight: Sight,
  item: AgendaItem | undefined,
  points: readonly RecommendationPoint[],
  chosen: readonly string[],
) =>
  item && points.length > 0
    ? [
        choiceField({
          id: 'points',
          label: formsOf(sight).answers,
          multi: true,
          style: 'expanded',
          value: chosen.join(','),
          choices: points.map((point) => ({
            title: `(${item.points.indexOf(point) + 1}) ${cut(point.text, 140)}`,
            value: point.id,
          })),
        }),
      ]
    : [];

export function noteForm(sight: Sight, itemId: string, typed?: Typed, more: readonly Field[] = []): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const f = formsOf(sight);
  const number = itemNumber(sight.meeting.agenda, itemId);
  return formCard(sight, {
    heading: f.noteFor(number),
    warning: warningOf(sight, typed),
    fields: [
      textField({
        id: 'text',
        label: f.noteText,
        placeholder: f.notePlaceholder,
        value: shownAgain(typed?.text ?? ''),
        multiline: true,
        required: true,
        errorMessage: f.noteMissing,
      }),
      ...more,
    ],
    buttons: [saveButton(sight, 'saveNote', 'note.record', { i: itemId }, typed), back(sight, { i: itemId })],
  });
}

export function correctionForm(sight: Sight, itemId: string, decision: Decision, typed?: Typed): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const f = formsOf(sight);
  const item = findItem(sight.meeting, itemId);
  const number = decisionNumber(sight.meeting, itemId, decision);
  const label = f.correctionOf(number);
  if (!typed && !fitsField(decision.text)) {
    const buttons = [back(sight, { i: itemId })];
    return textCard(sight, { heading: label, lines: [{ text: f.tooLongToCorrect(number) }], buttons });
  }
  const chosen = typed?.points ?? decision.pointIds;
  return formCard(sight, {
    heading: label,
    warning: warningOf(sight, typed),
    fields: [
      textField({
        id: 'text',
        label: f.decisionText,
        value: shownAgain(typed?.text ?? decision.text),
        multiline: true,
        required: true,
        errorMessage: f.decisionMissing,
      }),
      ...pointsField(sight, item, item?.points ?? [], chosen),
    ],
    buttons: [
      saveButton(sight, 'save', 'decision.correct', { i: itemId, d: decision.id }, typed),
      back(sight, { i: itemId }),
    ],
  });
}

/** *Gem …*; for a text that was warned about *Gem alligevel*. */
export function saveButton(
  sight: Sight,
  label: 'saveDecision' | 'saveNote' | 'saveAddendum' | 'save',
  verb: string,
  what: Partial<ActionData>,
  typed: Typed | undefined,
): Button {
  const b = buttonsOf(sight);
  const make = buttonMaker(sight.meeting);
  return typed?.cpr && fitsField(typed.text)
    ? make(b.saveAnyway, verb, { ...what, anyway: true }, true)
    : make(b[label], verb, what, true);
}

export function postponeForm(sight: Sight, itemId: string): CardView {
  if (hidden(sight, itemId)) return closedCard(sight, itemId);
  const f = formsOf(sight);
  const number = itemNumber(sight.meeting.agenda, itemId);
  // It goes into the minutes as it stands, and so is in their language.
  const value = formTexts[languageOf(sight.meeting)].nextMeeting;
  const fields = [textField({ id: 'until', label: f.postponeUntil, value })];
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
  // Nothing goes to where it is.
  const from = purpose.kind === 'move' ? purpose.itemId : '';
  const here = hasBegun(meeting) && purpose.kind === 'go' ? meeting.currentItemId : from;
  // Most meetings go on to what is next.
  const next = neighbour(meeting, here, 1)?.id;
  const choices = stops(meeting)
    .filter((item) => item.id !== here)
    .map((item) => {
      const title = hidden(sight, item.id) ? textsOf(sight).closedItem : item.title;
      return { title: cut(`${itemNumber(meeting.agenda, item.id)} – ${title}`, 90), value: item.id };
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
  if (choices.length === 0)
    return textCard(sight, { heading, lines: [{ text: f.noOtherItem }], buttons: [back(sight, what)] });
  return formCard(sight, {
    heading,
    fields: [
      choiceField({
        id: 'item',
        label: f.chooseItem,
        choices,
        value: (choices.find(({ value }) => value === next) ?? choices[0])?.value ?? '',
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
    heading: f.undoUnder(itemNumber(sight.meeting.agenda, itemId)),
    fields: [
      choiceField({
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
