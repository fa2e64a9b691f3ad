import { inSection } from '../meeting/discussion.ts';
import { standing } from '../meeting/record.ts';
import {
  findItem,
  hasBegun,
  hasEnded,
  itemNumber,
  type Meeting,
  neighbour,
  recordOf,
} from '../meeting/state.ts';
import { askTexts } from '../wording/askTexts.ts';
import { instantOf, localClock, localDate, writeClock } from '../wording/dates.ts';
import { type Button, buttonMaker, buttonsOf, type CardView, cut, type Sight } from './cardView.ts';
import { decisionNumber, nameOf } from './draftOf.ts';
import { type TextLine, textCard } from './textCard.ts';

/** Teams says that the meeting began or ended: offers those who lead and write to say so to Punkt. */
export function offerCard(sight: Sight, what: 'start' | 'end'): CardView {
  const { meeting } = sight;
  const t = askTexts[sight.language];
  const b = buttonsOf(sight);
  const make = buttonMaker(meeting);
  const begun = hasBegun(meeting);
  const over = hasEnded(meeting);
  if (what === 'start') {
    const buttons = begun ? [] : [make(b.start, 'start', {}, true), make(b.startAt, 'start.form')];
    const startedAt = begun && meeting.startedAt ? clockOf(meeting.startedAt, sight) : '';
    const heading = begun ? t.startedAt(startedAt) : t.startedInTeams;
    return textCard(sight, { heading, lines: begun ? [] : [{ text: t.startQuestion }], buttons });
  }
  if (!begun || over) return textCard(sight, { heading: t.ended, buttons: [] });
  const end = make(b.end, 'adjourn', { i: meeting.currentItemId, a: 'offerEnd' }, true);
  return textCard(sight, { heading: t.endedInTeams, lines: [{ text: t.endQuestion }], buttons: [end] });
}

const clockOf = (at: string, { language }: Sight): string => writeClock(localClock(at), language);

/** When the present item was to end (ISO 8601, UTC); null where nobody planned it, or the meeting is of another day. */
export function plannedEnd(meeting: Meeting, itemId: string, at: string): string | null {
  const { date } = meeting.agenda;
  const item = findItem(meeting, itemId);
  const end = item?.end ?? neighbour(meeting, itemId, 1)?.start ?? null;
  if (!date || !end || localDate(at) !== date) return null;
  return new Date(instantOf(date, end)).toISOString();
}

/** What was registered under an item since then, and does not answer what the item itself asks. */
export function registeredSince(meeting: Meeting, itemId: string, since: string) {
  const record = recordOf(meeting, itemId);
  const later = (entry: { readonly at: string }) => entry.at >= since;
  return {
    decisions: standing(record.decisions).filter((one) => later(one) && one.pointIds.length === 0),
    notes: standing(record.notes).filter((one) => later(one) && !inSection(record, one.id)),
  };
}

/**
 * "Er I gået videre til punkt 5?", for who takes the minutes. Who no longer does when it comes is asked nothing and
 * reads nothing that was registered.
 */
export function movedOnCard(sight: Sight, itemId: string, kept = false): CardView {
  const { meeting } = sight;
  const t = askTexts[sight.language];
  const number = (id: string) => itemNumber(meeting.agenda, id);
  const next = neighbour(meeting, itemId, 1);
  const present = hasBegun(meeting) && !hasEnded(meeting) ? meeting.currentItemId : null;
  const since = plannedEnd(meeting, itemId, newest(meeting, itemId));
  if (!next || !since || present !== itemId || kept || sight.audience !== 'leading') {
    const where = present ?? itemId;
    const heading = kept ? t.stays(number(itemId)) : present ? t.isAt(number(where)) : t.ended;
    return textCard(sight, { heading, buttons: [] });
  }
  const { decisions, notes } = registeredSince(meeting, itemId, since);
  const lines: TextLine[] = [
    { text: t.plannedEnd(number(itemId), clockOf(since, sight)) },
    ...decisions
      .slice(-3)
      .map((one) => ({ text: `• ${decisionNumber(meeting, itemId, one)} ${cut(one.text, 120)}` })),
    ...notes.slice(-3).map((one) => ({ text: `• ${cut(one.text, 120)}` })),
  ];
  const make = buttonMaker(meeting);
  const what = { i: itemId, n: next.id };
  const yes: Button = make(t.yesSince(clockOf(since, sight)), 'movedOn.yes', what, true);
  return textCard(sight, {
    heading: t.movedOn(number(next.id)),
    lines,
    buttons: [yes, make(t.no, 'movedOn.no', what)],
  });
}

/** When something was registered there last: by that the day of the meeting is told. */
function newest(meeting: Meeting, itemId: string): string {
  const { decisions, notes, answers } = recordOf(meeting, itemId);
  const all = [...decisions, ...notes, ...Object.values(answers)].map(({ at }) => at).sort();
  return all.at(-1) ?? ((hasBegun(meeting) && meeting.startedAt) || new Date(0).toISOString());
}

/** "Er »Anna Holm (gæst)« den samme som Anna Holm, Viborg Kommune?" */
export function samePersonCard(sight: Sight, personId: string, accountId: string): CardView {
  const { meeting, people, language } = sight;
  const t = askTexts[language];
  const account = cut(nameOf(people, accountId, language), 120);
  const { organisation, title } = people[personId] ?? {};
  const name = cut(
    [nameOf(people, personId, language), organisation ?? title ?? ''].filter(Boolean).join(', '),
    200,
  );
  const settled = meeting.identities.find((one) => one.personId === personId && one.accountId === accountId);
  if (settled)
    return textCard(sight, { heading: (settled.same ? t.linked : t.keptApart)(account, name), buttons: [] });
  const make = buttonMaker(meeting);
  const what = { who: accountId, n: personId };
  return textCard(sight, {
    heading: t.samePerson(account, name),
    lines: [{ text: t.samePersonWhy }],
    buttons: [make(t.yes, 'person.same', what, true), make(t.notSame, 'person.apart', what)],
  });
}
