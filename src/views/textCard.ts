import type { Language } from '../wording/outcome.ts';
import { type Button, type CardView, rows } from './cardView.ts';

/** A line of a menu or page. */
export interface TextLine {
  readonly text: string;
  readonly style?: 'heading' | 'remark';
}

/** A heading, lines of text and buttons: menus, pages of text, and what needs no meeting. */
export function textCard(
  sight: { readonly language: Language; readonly notice: string | null },
  card: {
    readonly heading: string;
    readonly lines?: readonly TextLine[];
    readonly footer?: string;
    readonly buttons: readonly Button[];
  },
): CardView {
  return {
    template: 'text',
    summary: card.heading,
    model: {
      language: sight.language,
      fallbackText: card.heading,
      hasNotice: sight.notice !== null,
      notice: sight.notice ?? '',
      heading: card.heading,
      lines: (card.lines ?? []).map(({ text, style }) => ({
        text,
        weight: style === 'heading' ? 'Bolder' : 'Default',
        italic: style === 'remark',
      })),
      hasFooter: card.footer !== undefined,
      footer: card.footer ?? '',
      buttonRows: rows(card.buttons),
    },
  };
}
