import { renderFitting } from '../render/renderCard.ts';
import { cut } from '../views/cardView.ts';
import { type DialogHeight, dialogOf } from '../views/dialogView.ts';
import { textCard } from '../views/textCard.ts';
import type { Language } from '../wording/outcome.ts';
import { replies } from '../wording/replies.ts';
import type { TapResult } from './taps.ts';
import type { DialogAnswer, DialogStep } from './turn.ts';
import type { Views } from './turnState.ts';

/** What a dialog shows after it was asked for, or after something was pressed in it. */
export function dialogAnswer(step: DialogStep, result: TapResult, language: Language): DialogAnswer {
  switch (result.kind) {
    case 'shown':
      return dialogWith(step, result.card(), language);
    case 'refused':
      return result.again
        ? dialogWith(step, result.again(), language)
        : sentenceIn(step, withTyped(result.sentence ?? '', result.typed, language), language);
    case 'accepted':
    case 'repeated':
      return result.sentence ? sentenceIn(step, result.sentence, language) : null;
    case 'back':
      return null;
    default:
      return result.kind satisfies never;
  }
}

/** So much of what was typed is given back where its form cannot be (UTF-16). */
const TYPED = 4_000;

/** A sentence in the place of a form, with what was typed there. */
export const withTyped = (sentence: string, typed: unknown, language: Language): string =>
  typeof typed === 'string' && typed.trim() !== ''
    ? `${sentence} ${replies[language].youWrote(cut(typed, TYPED))}`
    : sentence;

/** The first of the views that fits, as a dialog. */
export function dialogWith(step: DialogStep, views: Views, language: Language): DialogAnswer {
  const list =
    'template' in views ? [views] : views.map((view) => (typeof view === 'function' ? view() : view));
  const dialogs = list.map(dialogOf);
  const [first] = dialogs;
  if (!first) return null;
  if (first.kind === 'sentence') return sentenceIn(step, first.text, language);
  const fitting = dialogs.flatMap((dialog) => (dialog.kind === 'form' ? [dialog.view] : []));
  return shown(first.title, renderFitting(fitting, 'inside').card, first.height);
}

/**
 * A sentence instead of a form. In answer to `task/fetch` Teams shows a `message` as an empty box
 * (MicrosoftDocs/msteams-docs#6740), so there it is a card.
 */
export function sentenceIn(step: DialogStep, text: string, language: Language): DialogAnswer {
  if (step === 'submit') return { task: { type: 'message', value: text } };
  const lines = text.split('\n').map((line) => ({ text: line }));
  const { card } = renderFitting(
    [textCard({ language, notice: null }, { heading: text, lines, buttons: [] })],
    'inside',
  );
  return shown('Punkt', card, 'small');
}

const shown = (title: string, card: Record<string, unknown>, height: DialogHeight): DialogAnswer => ({
  task: {
    type: 'continue',
    value: {
      title,
      width: 'medium',
      height,
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
    },
  },
});
