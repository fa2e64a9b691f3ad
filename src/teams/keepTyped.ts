import { z } from 'zod';
import type { CardView } from '../views/cardView.ts';
import type { TapData } from './tap.ts';

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
