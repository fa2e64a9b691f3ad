import { z } from 'zod';
import { type Button, type CardView, rows } from './cardView.ts';

/** What a dialog of Teams shows; a card that has nothing to fill in or to press is a sentence. */
export type DialogView =
  | { readonly kind: 'form'; readonly title: string; readonly height: DialogHeight; readonly view: CardView }
  | { readonly kind: 'sentence'; readonly text: string };
export type DialogHeight = 'small' | 'medium' | 'large';

const text = z.string().catch('');
const list = <T extends z.ZodType>(entry: T) => z.array(entry).catch([]);
/** What forms, menus and pages have in common; a card of another kind has none of it but a notice. */
const Shown = z.object({
  heading: text,
  notice: text,
  fields: list(z.object({ multiline: z.boolean().optional(), style: z.string().optional() })),
  lines: list(z.object({ text: z.string() })),
  buttonRows: list(z.object({ actions: z.array(z.custom<Button>()) })),
});

/** The same body as the card's: the heading is the dialog's title, and its own cross closes it. */
export function dialogOf(view: CardView): DialogView {
  const { heading, notice, fields, lines, buttonRows } = Shown.parse(view.model);
  const buttons = buttonRows.flatMap(({ actions }) => actions).filter(({ verb }) => verb !== 'back');
  if ((view.template !== 'form' && view.template !== 'text') || buttons.length === 0) {
    const said = [notice, ...lines.map((line) => line.text)].filter((line) => line !== '');
    return { kind: 'sentence', text: said.join('\n') || heading };
  }
  const large = fields.length > 3 || lines.length > 8;
  const [only] = fields;
  const small = fields.length === 1 && !only?.multiline && only?.style !== 'expanded';
  return {
    kind: 'form',
    title: heading,
    height: large ? 'large' : small ? 'small' : 'medium',
    view: { ...view, model: { ...view.model, buttonRows: rows(buttons) } },
  };
}

/** True where somebody could type or choose something that a redrawn card would take from them. */
export const hasFields = (view: CardView): boolean => view.template === 'form';
