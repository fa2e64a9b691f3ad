import { findItem, hasBegun, itemNumber, stops } from '../meeting/state.ts';
import {
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  cutKeepingLines,
  formsOf,
  hidden,
  type Sight,
} from './cardView.ts';
import { choiceField, type Field, fitsField, formCard, textField } from './formCard.ts';
import { textCard } from './textCard.ts';

/** A chat message on its way into the minutes. */
export interface MessageTaken {
  /** Teams' id of the message. */
  readonly messageId: string;
  readonly text: string;
  /** When it was written (ISO 8601, UTC); undefined where Teams did not say. */
  readonly said: string | undefined;
  readonly author: string | undefined;
}

/** What a chat message becomes. */
export const MESSAGE_KINDS = ['note', 'decision', 'remark'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Beside the names and items this much text of a message opens in its field. */
export const TEXT = 4_000;

/** *Til referatet*: what a message becomes, and where. `more`: for whom it is registered. */
export function messageForm(
  sight: Sight,
  message: MessageTaken,
  more: readonly Field[],
  chosen: { readonly item: string; readonly kind: string; readonly anyway: boolean },
): CardView {
  const f = formsOf(sight);
  const { meeting } = sight;
  const here = hasBegun(meeting) ? meeting.currentItemId : '';
  const items = stops(meeting).filter((item) => !hidden(sight, item.id));
  const preset = [chosen.item, here].find((id) => items.some((item) => item.id === id)) ?? items[0]?.id ?? '';
  if (items.length === 0 || !findItem(meeting, preset))
    return textCard(sight, { heading: f.toMinutes, lines: [{ text: f.noOtherItem }], buttons: [] });
  const long = message.text.length > TEXT || !fitsField(message.text);
  const kinds: Readonly<Record<MessageKind, string>> = {
    note: f.asNote,
    decision: f.asDecision,
    remark: f.asRemark,
  };
  const { messageId, said, author } = message;
  const b = buttonsOf(sight);
  return formCard(sight, {
    heading: f.toMinutes,
    warning: sight.notice ?? (long ? f.messageShortened : undefined),
    fields: [
      choiceField({
        id: 'item',
        label: f.chooseItem,
        value: preset,
        required: true,
        errorMessage: f.chooseItemMissing,
        choices: items.map(({ id, title }) => ({
          title: cut(`${itemNumber(meeting.agenda, id)} – ${title}`, 90),
          value: id,
        })),
        room: 3_000,
      }),
      choiceField({
        id: 'entry',
        label: f.becomes,
        style: 'expanded',
        value: chosen.kind,
        required: true,
        errorMessage: f.chooseUndoMissing,
        choices: MESSAGE_KINDS.map((kind) => ({ title: kinds[kind], value: kind })),
      }),
      textField({
        id: 'text',
        label: f.messageText,
        value: long ? cutKeepingLines(message.text, TEXT) : message.text,
        multiline: true,
        required: true,
        errorMessage: f.noteMissing,
      }),
      ...more,
    ],
    buttons: [
      buttonMaker(meeting)(
        chosen.anyway ? b.saveAnyway : b.saveToMinutes,
        'message.record',
        {
          n: messageId,
          ...(said ? { said } : {}),
          ...(author ? { author: cut(author, 100) } : {}),
          ...(chosen.anyway ? { anyway: true } : {}),
        },
        true,
      ),
    ],
  });
}
