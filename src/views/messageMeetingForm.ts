import type { Meeting } from '../meeting/state.ts';
import { buttonTexts } from '../wording/buttonTexts.ts';
import { formTexts } from '../wording/formTexts.ts';
import type { Language } from '../wording/outcome.ts';
import { buttonMaker, type CardView, cut } from './cardView.ts';
import { choiceField, formCard } from './formCard.ts';
import { type MessageTaken, TEXT } from './messageForm.ts';
import { nameOfMeeting } from './whichMeetingCard.ts';

/** UTF-16 code units of JSON that a message may take on its way to the form: more than that takes, for its warning. */
const ROOM = 8_000;

/** A message that is longer than the form takes stays so, and no longer than need be. */
function carried(text: string): string {
  let kept = text.slice(0, TEXT + 100);
  while (JSON.stringify(kept).length > ROOM) kept = kept.slice(0, Math.floor(kept.length * 0.95));
  return kept.replace(/[\ud800-\udbff]$/u, '');
}

/** *Til referatet* in a thread with several meetings: which one is meant; the form with its items comes next. */
export function messageMeetingForm(
  meetings: readonly { readonly id: string; readonly state: Meeting }[],
  { messageId, text, said, author, authorKey }: MessageTaken & { readonly authorKey: string | undefined },
  language: Language,
): CardView {
  const f = formTexts[language];
  const [first] = meetings;
  if (!first) throw new Error('no meeting to choose');
  const data = {
    n: messageId,
    text: carried(text),
    ...(said ? { said } : {}),
    ...(author ? { author: cut(author, 100) } : {}),
    ...(authorKey ? { authorKey } : {}),
  };
  return formCard(
    { language, notice: null },
    {
      heading: f.toMinutes,
      fields: [
        choiceField({
          id: 'meeting',
          label: f.whichMeeting,
          style: 'expanded',
          required: true,
          errorMessage: f.whichMeetingMissing,
          choices: meetings.map(({ id, state }) => ({
            title: cut(nameOfMeeting(state, language), 90),
            value: id,
          })),
        }),
      ],
      buttons: [buttonMaker(first.state)(buttonTexts[language].chooseMeeting, 'message.form', data, true)],
    },
  );
}
