import type { AgendaItem } from '../meeting/agenda.ts';
import { isOpen } from '../meeting/record.ts';
import {
  findItem,
  handledBefore,
  hasBegun,
  hasEnded,
  itemNumber,
  type Meeting,
  neighbour,
  recordOf,
} from '../meeting/state.ts';
import { unbroken, writeClock, writeTimeRange, writeWhen } from '../wording/dates.ts';
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
import { isQuiet } from './quietItem.ts';

/** Rows on the card around the present item; the rest is counted. */
const ROWS = 22;

/** The agenda: posted once, edited as the meeting goes. `window`: how many rows at most. */
export function agendaCard(sight: Sight, window = ROWS): CardView {
  const { meeting } = sight;
  const t = textsOf(sight);
  const { agenda } = meeting;
  const begun = hasBegun(meeting) ? meeting : null;
  const present = begun && !hasEnded(begun) ? begun.currentItemId : null;
  const at = Math.max(
    0,
    agenda.items.findIndex((item) => item.id === (begun?.currentItemId ?? '')),
  );
  const all = agenda.items.length;
  const first = all <= window ? 0 : Math.min(Math.max(0, at - Math.floor(window / 3)), all - window);
  const shown = agenda.items.slice(first, first + window);
  const after = all - first - shown.length;
  const title = t.agendaOf(whenOf(meeting, sight.language));
  return {
    template: 'agenda',
    summary: title,
    model: {
      language: sight.language,
      fallbackText: title,
      ...noticeOf(sight),
      hasForum: agenda.forum !== null,
      forum: cut(agenda.forum ?? '', 120).toLocaleUpperCase('da'),
      title,
      state: stateOf(sight, present),
      hasBefore: first > 0,
      before: t.rowsBefore(first),
      rows: shown.map((item) => row(sight, item, present)),
      hasAfter: after > 0,
      after: t.rowsAfter(after),
      buttonRows: buttonsFor(sight, present),
    },
  };
}

/** "den 16. december 2022 kl. 8.30-11.30"; null without a date. */
export function whenOf(meeting: Meeting, language: Sight['language']): string | null {
  const { date, start, end } = meeting.agenda;
  if (!date) return null;
  const when = writeWhen(date, start, end, language);
  const time = start ? writeTimeRange(start, end, language) : '';
  return when.replace(time, unbroken(time));
}

function stateOf(sight: Sight, present: string | null): string {
  const { meeting } = sight;
  const t = textsOf(sight);
  const parts = [
    ...(hasEnded(meeting) ? [t.meetingOver] : []),
    ...(meeting.status === 'paused' ? [t.meetingPaused] : []),
    ...(present ? [t.weAreAt(itemNumber(meeting.agenda, present))] : []),
    ...(present && meeting.agenda.end ? [t.endsAt(writeClock(meeting.agenda.end, sight.language))] : []),
  ];
  return parts.map(unbroken).join(' · ');
}

function row(sight: Sight, item: AgendaItem, present: string | null): Record<string, unknown> {
  const { meeting } = sight;
  const t = textsOf(sight);
  const isBreak = item.kind === 'break';
  const masked = hidden(sight, item.id);
  const isPresent = item.id === present;
  const record = recordOf(meeting, item.id);
  const open = masked ? 0 : item.points.filter((point) => isOpen(record, point.id)).length;
  const before = hasBegun(meeting) && handledBefore(meeting, item.id);
  const left = record.visited && !isPresent;
  const postponed = masked ? null : record.postponed;
  const sign = isPresent ? '▶' : postponed ? '→' : left || before ? (left && open > 0 ? '◐' : '✓') : '○';
  const remark = before
    ? t.handledBefore
    : postponed
      ? t.postponed(postponed.until ? cut(postponed.until.text, 60) : null)
      : left && open > 0
        ? t.openPoints(open, item.points.length)
        : '';
  const minutes = isBreak && item.durationMinutes ? ` (${t.minutes(item.durationMinutes)})` : '';
  return {
    sign: isBreak ? ' ' : `${sign} ${itemNumber(meeting.agenda, item.id)}`,
    title: masked ? t.closedItem : cut(item.title, 110) + minutes,
    subtle: left || before || isBreak,
    weight: isPresent ? 'Bolder' : 'Default',
    style: isPresent ? 'accent' : 'default',
    hasRemark: remark !== '',
    remark,
    time: item.start ? writeClock(item.start, sight.language) : ' ',
  };
}

function buttonsFor(sight: Sight, present: string | null): { readonly actions: readonly Button[] }[] {
  const make = buttonMaker(sight.meeting);
  const b = buttonsOf(sight);
  if (!present) return [];
  const item = findItem(sight.meeting, present);
  if (!item) return [];
  const i = { i: item.id, a: 'agenda' };
  const last = !neighbour(sight.meeting, item.id, 1);
  const paused = sight.meeting.status === 'paused';
  // Its own card is not there to be written on.
  const add = isQuiet(sight.meeting, present) ? rows([make(b.add, 'add', i)]) : [];
  const pause = paused ? make(b.resume, 'resume', i, true) : make(b.pause, 'pause', i);
  const goTo = make(b.goTo, 'goto.form', i);
  const end = make(b.end, 'adjourn', i, last && !paused);
  const next = last ? [] : [make(b.next, 'next', i, !paused)];
  if (paused) return [...rows([pause, ...next]), ...rows([goTo, end]), ...add];
  return last
    ? [...rows([end]), ...rows([goTo, pause]), ...add]
    : [...rows([...next, goTo]), ...rows([pause, end]), ...add];
}
