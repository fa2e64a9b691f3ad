import type { Button } from '../views/cardView.ts';
import { opensForm } from '../views/formVerbs.ts';

/**
 * How a card's forms are opened. `card`: by Action.Execute, answered with the form as a card. `dialog`: as a dialog of
 * Teams, by an Action.Submit that says so. `inside`: the card is the body of a dialog, where only Action.Submit works.
 */
export type FormsAs = 'card' | 'dialog' | 'inside';

/**
 * A button as the action of a card, ready made: as parts of a template its seven placeholders a button were half of
 * the time that a card takes. The data repeats the verb, which a Submit does not hand over by itself.
 */
function actionOf({ verb, ...given }: Omit<Button, 'style'>, forms: FormsAs, mark?: string): object {
  const button = mark === undefined ? given : { ...given, data: { ...given.data, k: mark } };
  // Who goes back need not fill in the form first.
  const shown = verb === 'back' ? { ...button, associatedInputs: 'None' } : button;
  const { title, data } = button;
  if (forms === 'inside') return { type: 'Action.Submit', ...shown };
  if (forms === 'dialog' && opensForm(verb))
    return { type: 'Action.Submit', ...shown, data: { ...data, msteams: { type: 'task/fetch' } } };
  return { type: 'Action.Execute', verb, ...shown, fallback: { type: 'Action.Submit', title, data } };
}

/** What a tap on a row does: no button, so without a style. */
function tapOf({ style: _, ...action }: Button, forms: FormsAs, mark?: string): object {
  return actionOf(action, forms, mark);
}

interface RowWithActions {
  readonly action?: Button;
  readonly actions?: readonly Button[];
  readonly rows?: readonly object[];
}

/**
 * Rows of a card with their buttons (`actions`, also in `rows` of theirs), or what a tap does (`action`), as actions.
 * `mark` says on each which card of the outbox it stands on.
 */
export const withActions = (rows: readonly object[], forms: FormsAs, mark?: string): object[] =>
  rows.map((row) => {
    const { action, actions, rows: inner } = row as RowWithActions;
    return {
      ...row,
      ...(action ? { action: tapOf(action, forms, mark) } : {}),
      ...(inner ? { rows: withActions(inner, forms, mark) } : {}),
      ...(actions ? { actions: actions.map((one) => actionOf(one, forms, mark)) } : {}),
    };
  });
