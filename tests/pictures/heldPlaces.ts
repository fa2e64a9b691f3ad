import { chair, minuteTaker, type PageMeeting } from '../support/pageMeeting.ts';

/** Holds a planned meeting into its second item: points answered, two decisions, the discussion written. Gives the item's id. */
export async function holdToSecondItem(meeting: PageMeeting): Promise<string> {
  await meeting.does(chair, { ask: 'start', itemId: null });
  const first = await meeting.item('1');
  await meeting.does(chair, { ask: 'answer', itemId: first.itemId });
  await meeting.next();
  const second = await meeting.item('2');
  const [approves] = second.points;
  await meeting.does(chair, {
    ask: 'answerPoint',
    itemId: second.itemId,
    pointId: approves?.pointId ?? '',
    outcome: 'approved',
  });
  await meeting.decides(chair, '2', 'Line Skovbo samler budgettet inden den 1. april.');
  await meeting.decides('Rasmus Toftegaard', '2', 'Almen praksis prøver en fælles nattevagt i uge 20.');
  await meeting.does(minuteTaker, {
    ask: 'writeDiscussion',
    itemId: second.itemId,
    basedOn: second.discussion?.text ?? '',
    text: 'Line Skovbo fremlagde erfaringerne fra det første halve år.\n- Om dagen er der plads til flere borgere\n- Om natten mangler der sygeplejersker',
  });
  return second.itemId;
}

/** The minute taker words a proposal there. */
export async function propose(meeting: PageMeeting, itemId: string): Promise<void> {
  const text =
    'Styregruppen godkender, at nattevagten prøves af i uge 20 med to sygeplejersker fra Engholm Kommune.';
  await meeting.does(minuteTaker, {
    ask: 'openProposal',
    itemId,
    proposalId: 'proposal',
    text,
  });
}
