import { z } from 'zod';
import type { Button, CardView } from '../views/cardView.ts';
import type { Tap, TapData } from './tap.ts';
import type { Views } from './turnState.ts';

/** Text that a returned form holds at most (UTF-16 code units of JSON), so that the card can be sent. */
const ROOM = 6_000;
const Fields = z.array(z.looseObject({ id: z.string(), value: z.string() }));

/** A form that comes back, filled in as it was sent: what somebody typed is never taken from them. */
export function keepTyped(view: CardView, data: TapData): CardView {
  const fields = Fields.safeParse(view.model.fields);
  if (!fields.success) return view;
  const typed: Readonly<Record<string, unknown>> = data;
  let room = ROOM;
  const filled = fields.data.map((field) => {
    const value = typed[field.id];
    if (typeof value !== 'string') return field;
    room -= JSON.stringify(value).length;
    return room < 0 ? field : { ...field, value };
  });
  return { ...view, model: { ...view.model, fields: filled } };
}

const Rows = z.array(z.object({ actions: z.array(z.custom<Button>()) }));

/**
 * A form that comes back is still the one that was sent: its buttons keep their token, so that what was saved after
 * all (an answer was lost, or came too late) is not saved a second time.
 */
export function sameForm(views: Views, tap: Tap): Views {
  if (!('template' in views)) return views;
  const found = Rows.safeParse(views.model.buttonRows);
  if (views.template !== 'form' || !found.success) return views;
  const { t } = tap.data;
  const buttonRows = found.data.map(({ actions }) => ({
    actions: actions.map((button) => ({ ...button, data: { ...button.data, t } })),
  }));
  return { ...views, model: { ...views.model, buttonRows } };
}
