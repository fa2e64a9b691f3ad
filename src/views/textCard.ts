import { itemNumber } from '../meeting/state.ts';
import type { Language } from '../wording/outcome.ts';
import { refusalSentence } from '../wording/refusals.ts';
import {
  type Button,
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  noticeOf,
  rows,
  type Sight,
  textsOf,
} from './cardView.ts';

/** A line of a menu or page. */
export interface TextLine {
  readonly text: string;
  readonly style?: 'heading' | 'remark' | 'quiet';
}

/** Buttons that follow one another share rows; a group has rows to itself. */
function groupedRows(buttons: readonly (Button | readonly Button[])[]) {
  const groups: Button[][] = [[]];
  for (const entry of buttons) {
    if ('title' in entry) groups.at(-1)?.push(entry);
    else groups.push([...entry], []);
  }
  return groups.flatMap((group) => rows(group));
}

/** A heading, lines of text and buttons: menus, pages of text, and what needs no meeting. */
export function textCard(
  sight: { readonly language: Language; readonly notice: string | null },
  card: {
    readonly heading: string;
    readonly lines?: readonly TextLine[];
    readonly footer?: string;
    /** In groups: each begins a row of its own. */
    readonly buttons: readonly (Button | readonly Button[])[];
  },
): CardView {
  const heading = cut(card.heading, 300);
  return {
    template: 'text',
    summary: heading,
    model: {
      language: sight.language,
      fallbackText: heading,
      ...noticeOf(sight),
      heading,
      lines: (card.lines ?? []).map(({ text, style }) => ({
        text,
        weight: style === 'heading' ? 'Bolder' : 'Default',
        italic: style === 'remark',
        size: style === 'quiet' ? 'Small' : 'Default',
        subtle: style === 'quiet',
      })),
      hasFooter: card.footer !== undefined,
      footer: card.footer ?? '',
      buttonRows: groupedRows(card.buttons),
    },
  };
}

/** What a shared chat is told of a closed item, whatever was asked about it. */
export function closedCard(sight: Sight, itemId: string): CardView {
  const t = textsOf(sight);
  return textCard(sight, {
    heading: t.itemTitle(itemNumber(sight.meeting.agenda, itemId), t.closedItem),
    lines: [{ text: refusalSentence('closedHere', sight.language) }],
    buttons: [buttonMaker(sight.meeting)(buttonsOf(sight).close, 'back', { i: itemId })],
  });
}
