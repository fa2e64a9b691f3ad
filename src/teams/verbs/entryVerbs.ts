import { refused } from '../../meeting/commands.ts';
import { UNDO_CHOICES } from '../../meeting/decideUndo.ts';
import { isOpen } from '../../meeting/record.ts';
import { findItem, itemNumber, recordOf } from '../../meeting/state.ts';
import type { CardView } from '../../views/cardView.ts';
import { noteForm, undoForm } from '../../views/forms.ts';
import { addMenu, pointMenu, undoChoices } from '../../views/menus.ts';
import { casePage, draftPage, fullPage } from '../../views/pages.ts';
import { textCard } from '../../views/textCard.ts';
import { undoText } from '../../views/undoText.ts';
import { formTexts } from '../../wording/formTexts.ts';
import { looksLikeCpr } from '../../wording/personalNumber.ts';
import { readRecommendation } from '../../wording/recommendation.ts';
import { replies } from '../../wording/replies.ts';
import { addSpeaker, behalfIn, sayingOf, unclearSpeaker } from '../behalfOfForm.ts';
import { answerEvery, answerOpen, answerPoint } from '../commandsOf.ts';
import { keepTyped } from '../keepTyped.ts';
import { undoneText } from '../lineAnswers.ts';
import type { Tap } from '../tap.ts';
import { type MeetingTurn, sightOf, type Verb } from '../turnState.ts';

/** Points that a tap can't answer, by their place: "Som indstillet" leaves them open and says so. */
function stillOpen(turn: MeetingTurn, itemId: string): string | null {
  const item = findItem(turn.meeting, itemId);
  const record = recordOf(turn.meeting, itemId);
  const left = (item?.points ?? []).flatMap((point, index) =>
    readRecommendation(point.text).outcome === null && isOpen(record, point.id) ? [index + 1] : [],
  );
  return left.length > 0 ? replies[turn.language].stillOpen(left) : null;
}

/** What this person may take back, as a choice; undefined where there is nothing. */
function choiceToUndo(turn: MeetingTurn, tap: Tap, notice: string | null): CardView | undefined {
  const sight = sightOf(turn, notice);
  const itemId = tap.data.i ?? '';
  const entries = undoChoices(sight, turn.acting)
    .slice(0, UNDO_CHOICES)
    .map((entry) => ({ version: entry.version, text: undoText(sight, entry, itemId) }));
  return entries.length > 0 ? undoForm(sight, itemId, entries) : undefined;
}

/** Verbs that answer points, take notes, take back, and show text. */
export const entryVerbs: Readonly<Record<string, Verb>> = {
  adopt: {
    commands: (turn, tap) => {
      const command = answerOpen(turn.meeting, tap.data.i ?? '', 'asAsked');
      return 'code' in command ? command : [command];
    },
    notice: (turn, tap) => stillOpen(turn, tap.data.i ?? ''),
  },
  'item.discussed': {
    commands: (turn, tap) => {
      const command = answerEvery(turn.meeting, tap.data.i ?? '', 'discussed');
      return 'code' in command ? command : [command];
    },
  },
  'point.open': {
    view: (turn, tap, notice) =>
      pointMenu(sightOf(turn, notice), tap.data.i ?? '', tap.data.p ?? '', turn.acting),
  },
  'point.answer': {
    commands: (turn, tap) => {
      const { i, p, outcome } = tap.data;
      if (!i || !p || !outcome) return refused('unknownPoint');
      const command = answerPoint(turn.meeting, i, p, outcome);
      return 'code' in command ? command : [command];
    },
  },
  add: {
    view: (turn, tap, notice) => addMenu(sightOf(turn, notice), tap.data.i ?? '', turn.acting, tap.data.a),
  },
  'note.form': {
    view: (turn, tap, notice) =>
      noteForm(sightOf(turn, notice), tap.data.i ?? '', undefined, behalfIn(turn, tap)),
  },
  'note.record': {
    people: addSpeaker,
    before: (turn, tap) => {
      const { i = '', text, anyway } = tap.data;
      const unclear = unclearSpeaker(turn, tap);
      if (!unclear && (anyway || !looksLikeCpr(text))) return undefined;
      return noteForm(sightOf(turn, unclear), i, { text, cpr: !unclear }, behalfIn(turn, tap));
    },
    commands: (turn, tap) => {
      const { i: itemId = '', text } = tap.data;
      return [{ type: 'RecordNote', itemId, noteId: turn.newId(), text, ...sayingOf(turn, tap) }];
    },
    notice: (turn, tap, commit) => {
      const confirmed = commit.events.some((event) => event.type === 'NoteRecorded' && event.confirmed);
      const number = itemNumber(turn.meeting.agenda, tap.data.i ?? '');
      const say = replies[turn.language];
      return confirmed ? say.noteSaved(number) : say.noteProposed(number);
    },
    mustKnow: (turn, tap, commit) => {
      const proposed = commit.events.some((event) => event.type === 'NoteRecorded' && !event.confirmed);
      const number = itemNumber(turn.meeting.agenda, tap.data.i ?? '');
      return proposed ? replies[turn.language].noteProposed(number) : null;
    },
    again: (turn, tap, notice) =>
      noteForm(
        sightOf(turn, notice),
        tap.data.i ?? '',
        { text: tap.data.text, cpr: false },
        behalfIn(turn, tap),
      ),
  },
  'note.confirm': {
    alone: true,
    commands: (_turn, tap) => [{ type: 'ConfirmNote', itemId: tap.data.i ?? '', noteId: tap.data.n ?? '' }],
    view: (turn, tap, notice) => draftPage(sightOf(turn, notice), tap.data.page, tap.data.a),
  },
  'undo.form': {
    view: (turn, tap, notice) =>
      choiceToUndo(turn, tap, notice) ??
      textCard(sightOf(turn, notice), { heading: formTexts[turn.language].nothingToUndo, buttons: [] }),
  },
  undo: {
    commands: (_turn, tap) => {
      const version = Number.parseInt(tap.data.version, 10);
      return [
        {
          type: 'UndoCommand',
          version: Number.isSafeInteger(version) ? version : null,
          itemId: tap.data.i ?? null,
        },
      ];
    },
    notice: (turn, _tap, commit, before) => {
      const undone = commit.events.find((event) => event.type === 'CommandUndone');
      const text = undone && undoneText({ ...turn, meeting: before }, undone.version, 120);
      return text ? replies[turn.language].undone(text) : null;
    },
    again: (turn, tap, notice) => {
      const form = tap.data.version === '' ? undefined : choiceToUndo(turn, tap, notice);
      return form && keepTyped(form, tap.data);
    },
  },
  case: { view: (turn, tap, notice) => casePage(sightOf(turn, notice), tap.data.i ?? '', tap.data.page) },
  'item.full': {
    view: (turn, tap, notice) => fullPage(sightOf(turn, notice), tap.data.i ?? '', tap.data.page),
  },
  'draft.page': {
    alone: true,
    view: (turn, tap, notice) => draftPage(sightOf(turn, notice), tap.data.page, tap.data.a),
  },
};
