import type { Language } from '../meeting/agenda.ts';
import type { CardView } from '../views/cardView.ts';
import { messageMeetingForm } from '../views/messageMeetingForm.ts';
import { replies } from '../wording/replies.ts';
import type { InvokeActivity } from './activity.ts';
import type { Caller } from './admission.ts';
import { TapData } from './tap.ts';
import type { MeetingChooser } from './whichMeeting.ts';

/** Why a chosen message belongs to no meeting yet: there is none, or it is asked which one. */
export type Unplaced = { readonly language: Language } & (
  | { readonly sentence: string }
  | { readonly form: CardView }
);

/**
 * The dialog of a chosen chat message names no meeting: it is the one of its chat, by time; of several it is asked, and
 * what was chosen then is the meeting. Other dialogs stay as they are.
 */
export async function placedMessage(
  activity: InvokeActivity,
  chooser: MeetingChooser,
  callerOf: (activity: InvokeActivity) => Promise<Caller>,
): Promise<InvokeActivity | Unplaced> {
  const { action, trigger } = activity.value;
  if (action.verb !== 'message.form') return activity;
  const at = (meetingId: string): InvokeActivity => ({
    ...activity,
    value: { action: { ...action, data: { ...action.data, m: meetingId } }, trigger },
  });
  const { meeting } = action.data;
  if (typeof meeting === 'string' && meeting !== '') return at(meeting);
  if (action.data.m !== undefined) return activity;
  const caller = await callerOf(activity);
  const which = await chooser.choose(caller, true);
  const { language } = caller;
  const reply = replies[language];
  if (which.kind === 'none') return { sentence: reply.noMeetingHere, language };
  if (which.kind === 'one') return at(which.meetingId);
  const taken = TapData.safeParse({ ...action.data, m: which.meetings[0]?.id });
  if (!taken.success || taken.data.text.trim() === '')
    return { sentence: reply.messageWithoutText, language };
  const { n: messageId = '', text, said, author, authorKey } = taken.data;
  const message = { messageId, text, said, author, authorKey };
  return { form: messageMeetingForm(which.meetings, message, language), language };
}
