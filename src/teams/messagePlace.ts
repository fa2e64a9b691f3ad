import type { Language } from '../meeting/agenda.ts';
import { nameOfMeeting } from '../views/whichMeetingCard.ts';
import { replies } from '../wording/replies.ts';
import type { InvokeActivity } from './activity.ts';
import type { Caller } from './admission.ts';
import type { MeetingChooser } from './whichMeeting.ts';

/** Why a chosen message belongs to no meeting. */
export interface Unplaced {
  readonly sentence: string;
  readonly language: Language;
}

/** The dialog of a chosen chat message names no meeting: it is the one of its chat. Others stay as they are. */
export async function placedMessage(
  activity: InvokeActivity,
  chooser: MeetingChooser,
  callerOf: (activity: InvokeActivity) => Promise<Caller>,
): Promise<InvokeActivity | Unplaced> {
  const { action, trigger } = activity.value;
  if (action.verb !== 'message.form' || action.data.m !== undefined) return activity;
  const caller = await callerOf(activity);
  const which = await chooser.choose(caller, true);
  const { language } = caller;
  const reply = replies[language];
  if (which.kind === 'none') return { sentence: reply.noMeetingHere, language };
  if (which.kind === 'several') {
    const titles = which.meetings.map(({ state }) => nameOfMeeting(state, language));
    return { sentence: reply.startFirst(titles), language };
  }
  const data = { ...action.data, m: which.meetingId };
  return { ...activity, value: { action: { ...action, data }, trigger } };
}
