import type { AgendaItem } from '../meeting/agenda.ts';
import { type Note, standing } from '../meeting/record.ts';
import { decisionsIn } from '../meeting/standingDecisions.ts';
import {
  findItem,
  handledBefore,
  hasBegun,
  hasEnded,
  itemNumber,
  neighbour,
  recordOf,
} from '../meeting/state.ts';
import { writeClock } from '../wording/dates.ts';
import { itemCount } from '../wording/itemCount.ts';
import {
  type Button,
  buttonMaker,
  buttonsOf,
  type CardView,
  cut,
  hidden,
  noticeOf,
  rows,
  type Sight,
  textsOf,
} from './cardView.ts';
import { decisionsOf, decisionView } from './decisionView.ts';
import { actorName, decisionNumber, nameOf } from './draftOf.ts';
import { answerButton, openPoints, pointViews } from './pointView.ts';
import { carriedBy } from './quietItem.ts';

/** How much of an item a card shows; smaller where the whole would be too large to send. */
export interface Detail {
  readonly points: number;
  readonly pointText: number;
  /** Each point in one paragraph, its answer behind it: half the size, so that of twelve none has to be left out. */
  readonly close: boolean;
  readonly decisions: number;
  readonly decisionText: number;
}

/**
 * From generous to small; the sender takes the first that fits (design.md, rule 8). Points are left out last: on its row
 * each is answered.
 */
export const DETAILS: readonly Detail[] = [
  { points: 12, pointText: 400, close: false, decisions: 6, decisionText: 500 },
  { points: 12, pointText: 200, close: false, decisions: 4, decisionText: 300 },
  { points: 12, pointText: 160, close: true, decisions: 3, decisionText: 200 },
  { points: 12, pointText: 110, close: true, decisions: 1, decisionText: 160 },
  { points: 12, pointText: 80, close: true, decisions: 1, decisionText: 120 },
  { points: 8, pointText: 80, close: true, decisions: 1, decisionText: 120 },
  { points: 3, pointText: 80, close: true, decisions: 1, decisionText: 120 },
];

/** The card of one agenda item: live while the room is there, else its outcome. */
export function itemCard(sight: Sight, itemId: string, detail: Detail): CardView {
  const { meeting } = sight;
  const item = findItem(meeting, itemId);
  if (!item) throw new Error(`no item ${itemId} in meeting ${meeting.meetingId}`);
  const t = textsOf(sight);
  const number = itemNumber(meeting.agenda, itemId);
  const live = hasBegun(meeting) && !hasEnded(meeting) && meeting.currentItemId === itemId;
  const closed = hidden(sight, itemId);
  const record = recordOf(meeting, itemId);
  const points = closed ? [] : pointViews(sight, item, detail.pointText, live);
  const decisions = closed ? [] : decisionsOf(sight, itemId);
  const shownPoints = points.slice(0, detail.points);
  // The newest decisions are what the room talks about.
  const shownDecisions = decisions
    .slice(-detail.decisions)
    .map((decision) => decisionView(sight, itemId, decision, detail.decisionText));
  const shortened =
    points.length > shownPoints.length ||
    decisions.length > shownDecisions.length ||
    (!closed && item.points.some((point) => point.text.length > detail.pointText)) ||
    shownDecisions.some((decision) => decision.shortened);
  const title = closed ? t.closedItem : item.title;
  const state = stateLine(sight, item, live, closed);
  const hiddenDecisions = decisions.length - shownDecisions.length;
  const notes = closed ? [] : standing(record.notes);
  const carried = carriedBy(meeting, itemId);
  return {
    template: 'item',
    summary: t.itemTitle(number, title),
    model: {
      language: sight.language,
      fallbackText: t.itemTitle(number, cut(title, 200)),
      ...noticeOf(sight),
      paused: live && meeting.status === 'paused',
      pause: t.meetingPaused,
      // In the shared chat the heading says that it is closed.
      where: (item.closed && !closed ? t.closedItemOf : t.itemOf)(number, itemCount(meeting.agenda.items)),
      until: closed ? '' : untilLine(sight, item, live),
      heading: cut(title, 300),
      hasPresenters: !closed && item.presenters.length > 0,
      // A card that hides the item does not carry them unseen either.
      presenters: closed
        ? ''
        : cut(t.by(t.list(item.presenters.map((id) => nameOf(sight.people, id, sight.language)))), 200),
      hasState: state !== '',
      state,
      hasPoints: shownPoints.length > 0,
      recommendation: t.recommendation,
      points: detail.close ? [] : shownPoints,
      closePoints: detail.close ? shownPoints : [],
      hasMorePoints: points.length > shownPoints.length,
      morePoints: t.morePoints(points.length - shownPoints.length),
      hasDecisions: shownDecisions.length > 0,
      decisionsHeading: t.decisions,
      decisions: shownDecisions,
      hasMoreDecisions: hiddenDecisions > 0,
      moreDecisions: t.moreDecisions(hiddenDecisions),
      hasNotes: notes.length > 0,
      notes: notesLine(sight, notes),
      ...newestNote(sight, notes),
      isCarrying: carried !== null,
      carried: carried ? whereElse(sight, carried) : '',
      buttonRows: [
        ...(carried ? carriedRows(sight, itemId, carried) : []),
        ...rowsOf(sight, item, { live, closed, shortened, carries: carried !== null }),
      ],
      hasHint: live && !closed,
      hint: sight.audience === 'leading' ? t.writeToMinutesPersonal : t.writeToMinutes,
      postponed: record.postponed !== null,
    },
  };
}

function untilLine(sight: Sight, item: AgendaItem, live: boolean): string {
  const t = textsOf(sight);
  if (!live) return '';
  if (item.end) return t.until(writeClock(item.end, sight.language));
  return item.durationMinutes ? t.minutes(item.durationMinutes) : '';
}

function stateLine(sight: Sight, item: AgendaItem, live: boolean, closed: boolean): string {
  const { meeting } = sight;
  const t = textsOf(sight);
  const parts: string[] = [];
  const { postponed, visited } = recordOf(meeting, item.id);
  if (hasBegun(meeting) && handledBefore(meeting, item.id)) parts.push(t.handledBefore);
  else if (closed) parts.push(!live && visited ? t.closedItemTextAfter : t.closedItemText);
  if (postponed && !closed) parts.push(t.postponed(postponed.until ? cut(postponed.until.text, 120) : null));
  else if (!live && !closed && parts.length === 0 && !anyOpen(sight, item)) parts.push(t.itemDone);
  if (!closed && item.points.length === 0 && live) parts.push(t.noRecommendation);
  return parts.join(' · ');
}

const anyOpen = (sight: Sight, item: AgendaItem): boolean => openPoints(sight, item).length > 0;

const notesLine = (sight: Sight, notes: readonly Note[]): string => {
  const t = textsOf(sight);
  const unconfirmed = notes.filter(({ confirmed }) => !confirmed).length;
  const taken = t.notesTaken(notes.length);
  return sight.leader && unconfirmed > 0 ? `${taken} · ${t.notesUnconfirmed(unconfirmed)}` : taken;
};

/** What a note says is seen by those who lead and write: the newest, so that they see what has just been written. */
function newestNote(sight: Sight, notes: readonly Note[]) {
  const newest = sight.leader || sight.audience === 'leading' ? notes.at(-1) : undefined;
  if (!newest) return { hasNewestNote: false, newestNote: '' };
  const name = cut(actorName(sight.people, newest.by, sight.language), 80);
  return { hasNewestNote: true, newestNote: textsOf(sight).newestNote(cut(newest.text, 160), name) };
}

const whereElse = (sight: Sight, itemId: string): string =>
  textsOf(sight).elsewhere(
    itemNumber(sight.meeting.agenda, itemId),
    cut(findItem(sight.meeting, itemId)?.title ?? '', 200),
  );

/** What the card of a quiet item would bear, on the card `c` before it. */
function carriedRows(sight: Sight, c: string, i: string): { readonly actions: readonly Button[] }[] {
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  const paused = sight.meeting.status === 'paused';
  const step = neighbour(sight.meeting, i, 1)
    ? make(b.next, 'next', { i, c }, !paused)
    : make(b.end, 'adjourn', { i, c }, !paused);
  return [
    ...rows([...(paused ? [make(b.resume, 'resume', { i, c }, true)] : []), step]),
    ...rows([make(b.decision, 'decision.form', { i, c }), make(b.takeNote, 'note.form', { i, c })]),
    ...rows([make(b.more, 'more', { i, c })]),
  ];
}

interface Shown {
  readonly live: boolean;
  readonly closed: boolean;
  readonly shortened: boolean;
  /** Buttons of another item stand on the card too. */
  readonly carries: boolean;
}

function rowsOf(sight: Sight, item: AgendaItem, shown: Shown): { readonly actions: readonly Button[] }[] {
  const { meeting } = sight;
  const make = buttonMaker(meeting);
  const b = buttonsOf(sight);
  const i = { i: item.id };
  const more = shown.shortened ? [make(b.showMore, 'item.full', i)] : [];
  const confirms = shown.closed
    ? []
    : decisionsIn(recordOf(meeting, item.id))
        .unconfirmed.slice(0, 3)
        .map((decision) =>
          make(b.confirm(decisionNumber(meeting, item.id, decision)), 'decision.confirm', {
            ...i,
            d: decision.id,
          }),
        );
  const add = shown.carries ? b.addTo(itemNumber(meeting.agenda, item.id)) : b.add;
  if (!shown.live) return rows([...confirms, ...(shown.closed ? [] : [make(add, 'add', i)]), ...more]);
  const last = !neighbour(meeting, item.id, 1);
  const paused = meeting.status === 'paused';
  const resume = paused ? [make(b.resume, 'resume', i, true)] : [];
  const answer = shown.closed ? undefined : answerButton(sight, item);
  const step = (positive: boolean) =>
    last ? make(b.end, 'adjourn', i, positive) : make(b.next, 'next', i, positive);
  if (shown.closed) return rows([...resume, step(!paused), make(b.more, 'more', i)]);
  const decidesNext = !answer && openPoints(sight, item).length > 0;
  const move = step(!paused && !answer && !decidesNext);
  const [confirm, ...others] = confirms;
  // What moves the meeting stands first; what is written stands below, always in the same place.
  return [
    ...rows(resume),
    ...rows(
      answer ? [paused ? { ...answer, style: 'default' } : answer, move] : confirm ? [move, confirm] : [move],
    ),
    ...rows([
      make(b.decision, 'decision.form', i, decidesNext && !paused),
      make(b.responsible, 'responsible.form', i),
    ]),
    ...rows([make(b.takeNote, 'note.form', i), make(b.more, 'more', i)]),
    ...rows([...(answer ? confirms : others), ...more]),
  ];
}
