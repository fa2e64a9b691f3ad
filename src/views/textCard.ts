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
  /** `answer`, `remark` and `quiet` say something of the line above: what became of it, or more. `apart`: a new thought. */
  readonly style?: 'heading' | 'answer' | 'remark' | 'quiet' | 'apart';
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

/** A heading stands off what is above it; what is said of a line stands close under it. */
function spacingOf(style: TextLine['style'], first: boolean): 'None' | 'Small' | 'Medium' {
  if (style === 'heading' || style === 'apart') return 'Medium';
  return style === undefined || first ? 'Small' : 'None';
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
      lines: (card.lines ?? []).map(({ text, style }, index) => ({
        text,
        weight: style === 'heading' || style === 'answer' ? 'Bolder' : 'Default',
        italic: style === 'remark',
        size: style === 'quiet' || style === 'answer' ? 'Small' : 'Default',
        subtle: style === 'quiet',
        spacing: spacingOf(style, index === 0),
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
