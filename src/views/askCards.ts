import { hasBegun, hasEnded } from '../meeting/state.ts';
import { askTexts } from '../wording/askTexts.ts';
import { localClock, writeClock } from '../wording/dates.ts';
import { buttonMaker, buttonsOf, type CardView, cut, type Sight } from './cardView.ts';
import { nameOf } from './draftOf.ts';
import { textCard } from './textCard.ts';

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

/** "Er »Anna Holm (gæst)« den samme som Anna Holm, Viborg Kommune?" */
export function samePersonCard(sight: Sight, personId: string, accountId: string): CardView {
  const { meeting, people, language } = sight;
  const t = askTexts[language];
  const account = cut(nameOf(sight.stored ?? people, accountId, language), 120);
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
