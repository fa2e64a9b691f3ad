import { movedOnAnswer } from '../meeting/decideMovedOn.ts';
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
import { type Button, buttonMaker, type CardView, cut, type Sight } from './cardView.ts';
import { actorName, decisionNumber } from './draftOf.ts';
import { type TextLine, textCard } from './textCard.ts';

const HALF_A_DAY_MIN = 12 * 60;
const DAY_MS = 24 * 3_600_000;
/** So long after its planned end an item is still that of the meeting, though the day is another (ms). */
const PAST_MIDNIGHT_MS = 6 * 3_600_000;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** When the present item was to end (ISO 8601, UTC); null where nobody planned it, or the meeting is of another day. */
export function plannedEnd(meeting: Meeting, itemId: string, at: string): string | null {
  const { date, start } = meeting.agenda;
  const item = findItem(meeting, itemId);
  const time = item?.end ?? neighbour(meeting, itemId, 1)?.start ?? null;
  if (!date || !time) return null;
  // An evening's meeting runs past midnight: a time so long before its start is of the next day.
  const begins = start ?? item?.start ?? time;
  const isNextDay = minutesOf(begins) - minutesOf(time) > HALF_A_DAY_MIN;
  const end = instantOf(
    isNextDay ? localDate(new Date(instantOf(date, '12:00') + DAY_MS).toISOString()) : date,
    time,
  );
  const day = localDate(at);
  const isOfMeeting = day === date || (day > date && Date.parse(at) < end + PAST_MIDNIGHT_MS);
  return isOfMeeting ? new Date(end).toISOString() : null;
}

/** A decision or note that goes along to the next item. */
interface Along {
  readonly kind: 'decision' | 'note';
  readonly id: string;
  readonly at: string;
  /** Its number ("1.2"), of a decision. */
  readonly number: string;
  readonly text: string;
}

/** What who takes the minutes is asked, and what *Ja, siden* does. */
export interface MovedOnQuestion {
  readonly nextId: string;
  /** When the item was to end (ISO 8601, UTC). */
  readonly since: string;
  /** All that is moved, oldest first. */
  readonly along: readonly Along[];
  /** So many of them are listed on the card, the first ones. */
  readonly listed: number;
  /** Registered since, but left where it is. */
  readonly stay: number;
  /** From a closed item into an open one. */
  readonly opens: boolean;
}

/** Entries that are listed, each cut; the others are counted. */
const LISTED = 12;
const LISTED_TEXT = 160;
/** Out of a closed item nothing goes unread: so much text is shown, and no more moved. */
const READ_ENTRIES = 30;
const READ_TEXT = 4_000;

/** The question of an item as it stands; null where it is answered already, or there is nothing to ask (any more). */
export function movedOnQuestion(meeting: Meeting, itemId: string): MovedOnQuestion | null {
  if (!hasBegun(meeting) || hasEnded(meeting) || meeting.currentItemId !== itemId) return null;
  if (movedOnAnswer(meeting, itemId)) return null;
  const next = neighbour(meeting, itemId, 1);
  const since = plannedEnd(meeting, itemId, newest(meeting, itemId));
  if (!next || !since) return null;
  const all = registeredSince(meeting, itemId, since);
  const opens = (findItem(meeting, itemId)?.closed ?? false) && !next.closed;
  const along = opens ? readable(all) : all;
  const listed = opens ? along.length : Math.min(along.length, LISTED);
  return { nextId: next.id, since, along, listed, stay: all.length - along.length, opens };
}

/** What was registered under an item since then, oldest first, and does not answer what the item itself asks. */
function registeredSince(meeting: Meeting, itemId: string, since: string): Along[] {
  const record = recordOf(meeting, itemId);
  const decisions = standing(record.decisions)
    .filter((one) => one.pointIds.length === 0)
    .map((one): Along => ({ ...entry(one), kind: 'decision', number: decisionNumber(meeting, itemId, one) }));
  const notes = standing(record.notes)
    .filter((one) => !inSection(record, one.id))
    .map((one): Along => ({ ...entry(one), kind: 'note', number: '' }));
  return [...decisions, ...notes].filter(({ at }) => at >= since).sort((a, b) => (a.at < b.at ? -1 : 1));
}

const entry = ({ id, at, text }: { readonly id: string; readonly at: string; readonly text: string }) => ({
  id,
  at,
  text: text.replace(/\s+/gu, ' '),
});

/** The first ones, as long as all their words find room. */
function readable(all: readonly Along[]): Along[] {
  let room = READ_TEXT;
  const fits = ({ text }: Along, index: number) => {
    room -= text.length;
    return room >= 0 && index < READ_ENTRIES;
  };
  const end = all.findIndex((one, index) => !fits(one, index));
  return end < 0 ? [...all] : all.slice(0, end);
}

/** When something was registered there last: by that the day of the meeting is told. */
function newest(meeting: Meeting, itemId: string): string {
  const { decisions, notes, answers } = recordOf(meeting, itemId);
  const all = [...decisions, ...notes, ...Object.values(answers)].map(({ at }) => at).sort();
  return all.at(-1) ?? ((hasBegun(meeting) && meeting.startedAt) || new Date(0).toISOString());
}

/**
 * "Er I gået videre til punkt 5?", for who takes the minutes; once it is answered, what was said and by whom. Who no
 * longer takes them when it comes is asked nothing and reads nothing that was registered.
 */
export function movedOnCard(sight: Sight, itemId: string): CardView {
  const { meeting, language } = sight;
  const t = askTexts[language];
  const question = sight.audience === 'leading' ? movedOnQuestion(meeting, itemId) : null;
  if (!question) return settledCard(sight, itemId);
  const { nextId, since, along, listed, stay, opens } = question;
  const time = writeClock(localClock(since), language);
  const number = itemNumber(meeting.agenda, itemId);
  const lines: TextLine[] = [
    { text: (along.length + stay > 0 ? t.plannedEnd : t.plannedEndOnly)(number, time) },
    ...along.slice(0, listed).map((one) => ({
      text: `• ${[one.number, opens ? one.text : cut(one.text, LISTED_TEXT)].filter(Boolean).join(' ')}`,
    })),
    ...(along.length > listed ? [{ text: t.andMore(along.length - listed), style: 'quiet' as const }] : []),
    ...(opens && along.length > 0 ? [{ text: t.opens(number, itemNumber(meeting.agenda, nextId)) }] : []),
    ...(stay > 0 ? [{ text: t.staysBehind(stay, number) }] : []),
  ];
  const make = buttonMaker(meeting);
  const what = { i: itemId, n: nextId };
  const yes: Button = make(t.yesSince(time), 'movedOn.yes', what, true);
  return textCard(sight, {
    heading: t.movedOn(itemNumber(meeting.agenda, nextId)),
    lines,
    buttons: [yes, make(t.no, 'movedOn.no', what)],
  });
}

function settledCard(sight: Sight, itemId: string): CardView {
  const { meeting, people, language } = sight;
  const t = askTexts[language];
  const answer = movedOnAnswer(meeting, itemId);
  const present = hasBegun(meeting) && !hasEnded(meeting) ? meeting.currentItemId : null;
  const stays = answer?.movedOn === false && present === itemId;
  const heading =
    present === null ? t.ended : (stays ? t.stays : t.isAt)(itemNumber(meeting.agenda, present));
  if (!answer || sight.audience !== 'leading') return textCard(sight, { heading, buttons: [] });
  const name = cut(actorName(people, answer.by, language), 120);
  const time = writeClock(localClock(answer.at), language);
  const said = (answer.movedOn ? t.saidYes : t.saidNo)(name, time);
  return textCard(sight, { heading, lines: [{ text: said, style: 'quiet' }], buttons: [] });
}
