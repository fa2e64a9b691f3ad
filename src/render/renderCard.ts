import type { CardView } from '../views/cardView.ts';
import { type FormsAs, withActions } from './actions.ts';
import { closed, turns, withClosedTurns } from './closedTurns.ts';
import { compose, writeJson } from './sharedJson.ts';
import { expand } from './template.ts';

/** A finished Adaptive Card. */
export type Card = Record<string, unknown>;

/**
 * Most UTF-16 code units of a whole activity (design.md, rule 8: under 18,000); the rest is for what stands around
 * the card.
 */
export const CARD_LIMIT = 16_500;

/**
 * Markdown signs have no meaning in a TextBlock when they come from users (platform.md 7). Only those that could do
 * something are escaped, since a client without Markdown shows the backslash.
 */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/([\\[\]*_`])/g, '\\$1')
    .replace(/^(\d+)([.)]\s)/u, '$1\\$2')
    .replace(/^([-+#>])(?=\s)/u, '\\$1');

const ESCAPED = ['heading', 'title', 'where', 'until', 'forum', 'hint', 'status'] as const;

/** What may bear buttons, or be tapped. */
const WITH_ACTIONS = ['buttonRows', 'rows', 'items', 'points', 'closePoints', 'decisions'] as const;

/** Choices that stand open are Markdown too; those in a list that opens are not. */
function withEscapedChoices(field: { style?: unknown; choices?: readonly { title: string }[] }): unknown {
  if (field.style !== 'expanded' || !field.choices) return field;
  return {
    ...field,
    choices: field.choices.map((choice) => ({ ...choice, title: escapeMarkdown(choice.title) })),
  };
}

/** Fills a card's template with its view model. User text is data only, never part of a template. */
export function renderCard(view: CardView, forms: FormsAs = 'card', mark?: string): Card {
  const { msteams, ...shown } = expand(view.template, rootOf(view, forms, mark)) as Card;
  const card = { ...shown, ...refreshOf(view, forms, mark) };
  // A client without dialogs knows no full width either: the Playground says so below every card.
  return compose(forms === 'card' ? card : { ...card, msteams });
}

/** A client without dialogs has its forms in the place of cards: drawing those anew would take what is typed. */
const refreshOf = ({ refresh }: CardView, forms: FormsAs, mark?: string): Card =>
  refresh && forms === 'dialog'
    ? {
        refresh: {
          action: {
            type: 'Action.Execute',
            verb: refresh.data.verb,
            data: mark === undefined ? refresh.data : { ...refresh.data, k: mark },
          },
          userIds: refresh.userIds,
        },
      }
    : {};

/** What a template's placeholders stand for: the view model, and what is made of it for a card. */
function rootOf({ model }: CardView, forms: FormsAs, mark?: string): Record<string, unknown> {
  const text = (key: string): string => (typeof model[key] === 'string' ? model[key] : '');
  const escaped = Object.fromEntries(ESCAPED.map((key) => [key, escapeMarkdown(text(key))]));
  if (!('heading' in model)) escaped.heading = escapeMarkdown(text('title'));
  const rows = model.rows ?? [];
  const buttonRows = 'buttonRows' in model ? model.buttonRows : rows;
  const root: Record<string, unknown> = {
    escaped,
    // A dialog has it as its title.
    hasHeading: forms !== 'inside',
    hasRows: Array.isArray(rows) && rows.length > 0,
    hasButtons: Array.isArray(buttonRows) && buttonRows.length > 0,
    buttonRows,
    ...model,
  };
  if (Array.isArray(model.fields)) root.fields = model.fields.map(withEscapedChoices);
  for (const key of WITH_ACTIONS) {
    const found = root[key];
    if (Array.isArray(found)) root[key] = withActions(found, forms, mark);
  }
  return root;
}

/** By card: a card is large, and who measured it and who sends it want the same JSON. */
const written = new WeakMap<Card, string>();

/** A finished card as JSON; it is not changed any more. */
export function cardJson(card: Card): string {
  const json = written.get(card) ?? writeJson(card);
  written.set(card, json);
  return json;
}

/**
 * The first of several ever smaller views of a card that is not too large to send. `mark`: of the card of the outbox that
 * it is, or that it answers in the place of.
 */
export function renderFitting(
  views: Iterable<CardView | (() => CardView)>,
  forms: FormsAs = 'card',
  mark?: string,
): { card: Card; summary: string } {
  let last: { card: Card; summary: string } | undefined;
  for (const made of views) {
    const view = typeof made === 'function' ? made() : made;
    last = { card: renderCard(view, forms, mark), summary: closed(view.summary) };
    // Seldom: looked for in the JSON, which is needed anyway, rather than in every text.
    if (turns(cardJson(last.card))) last.card = withClosedTurns(last.card);
    if (cardJson(last.card).length <= CARD_LIMIT) return last;
  }
  if (!last) throw new Error('renderFitting needs a view');
  return last;
}
