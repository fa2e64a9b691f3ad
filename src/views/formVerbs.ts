/**
 * The verbs whose answer has fields to fill in. Their buttons open a dialog where the client has dialogs; every other
 * button answers in the card. A test holds the list against what the verbs show.
 */
const FORM_VERBS: ReadonlySet<string> = new Set([
  'decision.form',
  'note.form',
  'postpone.form',
  'goto.form',
  'start.form',
  'undo.form',
  'responsible.form',
  // A choice where an item has many decisions; what follows from it stays in the dialog.
  'correct.list',
  'decision.correct.form',
  'decision.move.form',
  'addendum.form',
  'role.contest.form',
  'message.form',
]);

export const opensForm = (verb: string): boolean => FORM_VERBS.has(verb);
