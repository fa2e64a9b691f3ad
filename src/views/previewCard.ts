import type { Agenda, AgendaItem } from '../meeting/agenda.ts';
import { type Difference, type Edition, newEdition } from '../meeting/edition.ts';
import { hasBegun, itemNumber, type Proposal, settledPoints } from '../meeting/state.ts';
import { unbroken, writeClock } from '../wording/dates.ts';
import { whenOf } from './agendaCard.ts';
import {
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

const WARNINGS = 3;
/** Rows of an import's preview. */
const ROWS = 40;

/** What an import read, with *Brug dagsordenen*; afterwards only that it is in use. */
export function previewCard(sight: Sight, proposalId: string, limit = ROWS): CardView {
  const { meeting } = sight;
  const t = textsOf(sight);
  const proposal = meeting.proposal?.id === proposalId ? meeting.proposal : null;
  const agenda = proposal?.agenda ?? meeting.agenda;
  const begun = hasBegun(meeting);
  const edition =
    proposal && meeting.edition > 0
      ? newEdition(meeting.agenda, agenda, begun, settledPoints(meeting))
      : null;
  const heading = !proposal
    ? meeting.proposal
      ? t.agendaReplaced
      : t.agendaInUse
    : !edition
      ? t.agendaRead
      : begun
        ? t.additionsRead
        : t.newEditionRead;
  const list = edition
    ? changedRows(sight, agenda, edition)
    : agenda.items.map((item) => ({ ...itemRow(sight, agenda, item), remark: '', hasRemark: false }));
  const warnings = proposal ? warningLines(sight, proposal) : [];
  const withPreview = { ...sight, meeting: { ...meeting, agenda } };
  const when = whenOf(withPreview.meeting, sight.language);
  const holdsMinutes = agenda.items.some((item) => item.written !== null);
  return {
    template: 'preview',
    summary: heading,
    model: {
      language: sight.language,
      fallbackText: heading,
      ...noticeOf(sight),
      status: heading,
      title: cut(agenda.title ?? agenda.forum ?? t.agenda, 200),
      facts: !proposal
        ? []
        : [
            ...(when ? [{ title: t.when, value: when }] : []),
            ...(agenda.place ? [{ title: t.where, value: cut(agenda.place, 150) }] : []),
            { title: t.contents, value: countsOf(sight, agenda) },
          ],
      full: proposal !== null,
      hasMinutes: proposal !== null && holdsMinutes,
      minutes: proposal?.withMinutes ? t.withMinutes : t.withoutMinutes,
      hasWarnings: warnings.length > 0,
      warningsHeading: t.warnings,
      warnings: warnings.map((text) => ({ text })),
      nothing: edition !== null && list.length === 0,
      nothingText: t.nothingChanges,
      rows: proposal ? list.slice(0, limit) : [],
      hasAfter: proposal !== null && list.length > limit,
      after: t.rowsAfter(list.length - limit),
      buttonRows: proposal
        ? rows([buttonMaker(meeting)(buttonsOf(sight).useAgenda, 'agenda.use', { n: proposalId }, true)])
        : [],
      asksPlace: false,
      placeQuestion: '',
      listsPlaces: false,
      placeLabel: '',
      places: [],
      source: proposal ? t.fromFile(cut(proposal.sourceName, 120)) : '',
    },
  };
}

function countsOf(sight: Sight, agenda: Agenda): string {
  const items = agenda.items.filter((item) => item.kind === 'item');
  const counts = textsOf(sight).counts({
    items: items.length,
    points: items.reduce((sum, item) => sum + item.points.length, 0),
    attachments: items.reduce((sum, item) => sum + item.attachments.length, 0),
    participants: agenda.participants.length,
    apologies: agenda.participants.filter((person) => person.apologies).length,
  });
  return counts.split(' · ').map(unbroken).join(' · ');
}

function itemRow(sight: Sight, agenda: Agenda, item: AgendaItem) {
  const t = textsOf(sight);
  const minutes = item.durationMinutes ? t.minutes(item.durationMinutes) : ' ';
  return {
    number: item.kind === 'break' ? ' ' : itemNumber(agenda, item.id),
    // Closed in either edition is closed until the new one is in use.
    title:
      (sight.audience === 'shared' && item.closed) || hidden(sight, item.id)
        ? t.closedItem
        : cut(item.title, 110),
    time: item.start ? writeClock(item.start, sight.language) : minutes,
  };
}

const changedRows = (sight: Sight, agenda: Agenda, edition: Edition) => [
  ...headRow(sight, edition),
  ...edition.differences
    .filter((difference) => difference.kind !== 'kept')
    .map((one) => changeRow(sight, agenda, one)),
];

/** What changes of the meeting as a whole. */
function headRow(sight: Sight, edition: Edition) {
  const t = textsOf(sight);
  if (edition.head.length === 0) return [];
  const remark = t.changed(edition.head.map((part) => t.parts[part]).join(', '));
  return [{ number: ' ', title: t.theMeeting, time: ' ', remark, hasRemark: true }];
}

function changeRow(sight: Sight, agenda: Agenda, difference: Difference) {
  const t = textsOf(sight);
  const remark =
    difference.kind === 'added'
      ? t.added
      : difference.kind === 'removed'
        ? t.removed
        : t.changed(
            (difference.kind === 'changed' ? difference.parts : []).map((part) => t.parts[part]).join(', '),
          );
  const from = difference.kind === 'removed' ? sight.meeting.agenda : agenda;
  const known = from.items.some((item) => item.id === difference.item.id);
  const number = known ? itemNumber(from, difference.item.id) : (difference.item.number ?? ' ');
  return { ...itemRow(sight, from, difference.item), number, remark, hasRemark: true };
}

/** At most three; of a closed item only that there is one. */
function warningLines(sight: Sight, proposal: Proposal): string[] {
  const shown = [...new Set(importWarnings(sight, proposal).map(({ text }) => cut(text, 240)))];
  const rest = shown.length - WARNINGS;
  return rest > 0 ? [...shown.slice(0, WARNINGS), textsOf(sight).moreWarnings(rest)] : shown;
}

/** The doubts of an import; where closed items are not shown, of those only that there is one. */
export function importWarnings(
  sight: Sight,
  { agenda, warnings }: Proposal,
): { readonly text: string; readonly itemNumber: string | null }[] {
  const closed = agenda.items.filter((item) => item.closed);
  const numbers = new Set(closed.map((item) => itemNumber(agenda, item.id)));
  return warnings.map(({ message, english = message, itemNumber: number }) => {
    const about = number !== null && numbers.has(number);
    const names = closed.some(({ title }) => message.includes(title) || english.includes(title));
    return sight.audience === 'shared' && (about || names)
      ? { text: textsOf(sight).warningAboutClosed, itemNumber: about ? number : null }
      : { text: sight.language === 'en' ? english : message, itemNumber: number };
  });
}

/** What an import changes of the agenda in use, a line each: "4  Budget – ændret: tid". */
export function importDifferences(sight: Sight, proposal: Proposal): string[] {
  const { meeting } = sight;
  const { agenda } = proposal;
  const edition = newEdition(meeting.agenda, agenda, hasBegun(meeting), settledPoints(meeting));
  return changedRows(sight, agenda, edition).map(({ number, title, remark }) =>
    [number.trim(), `${title} – ${remark}`].filter(Boolean).join('  '),
  );
}
