import type { Commit } from '../meeting/commit.ts';
import type { MeetingEvent } from '../meeting/events.ts';
import { isOpen } from '../meeting/record.ts';
import { findItem, hasBegun, hasEnded, itemNumber, type Meeting, recordOf } from '../meeting/state.ts';
import { whenOf } from '../views/agendaCard.ts';
import { cut, hidden, type Sight, textsOf } from '../views/cardView.ts';
import { assignmentLine } from '../views/decisionView.ts';
import { decisionNumber, nameOf } from '../views/draftOf.ts';
import { undoText } from '../views/undoText.ts';
import { cardTexts } from '../wording/cardTexts.ts';
import { writeClock } from '../wording/dates.ts';
import { itemCount } from '../wording/itemCount.ts';
import { outcomeLabel } from '../wording/outcome.ts';
import { replies } from '../wording/replies.ts';
import { attendanceSaid } from './attendanceLines.ts';
import { type MeetingTurn, sightOf } from './turnState.ts';
import { savedNotice } from './verbs/decisionVerbs.ts';

/** What a line did, in one sentence that names the item; `before` is the meeting as it was until then. */
export function lineDone(turn: MeetingTurn, commit: Commit, before: Meeting): string {
  const sentences = commit.events
    .map((event) => sentenceOf(turn, commit, event, before))
    .filter((text) => text !== '');
  return [...new Set(sentences)].join(' ');
}

/** What was taken back, as it stood before: afterwards the state has no word of it. */
export function undoneText(turn: MeetingTurn, version: number, limit: number): string {
  const entry = turn.meeting.history.find((known) => known.version === version);
  return entry ? cut(undoText(sightOf(turn), entry), limit) : '';
}

function sentenceOf(turn: MeetingTurn, commit: Commit, event: MeetingEvent, before: Meeting): string {
  const { meeting } = turn;
  const say = replies[turn.language];
  const number = (itemId: string) => itemNumber(meeting.agenda, itemId);
  const decision = (itemId: string, id: string) =>
    recordOf(meeting, itemId).decisions.find((one) => one.id === id);
  const numbered = (itemId: string, id: string) => {
    const found = decision(itemId, id);
    return found ? decisionNumber(meeting, itemId, found) : '';
  };
  switch (event.type) {
    case 'DecisionRecorded':
      return savedNotice(turn, commit) ?? '';
    case 'NoteRecorded':
      return event.confirmed ? say.noteSaved(number(event.itemId)) : say.noteProposed(number(event.itemId));
    case 'ResponsibleAssigned': {
      const line = assignmentLine(sightOf(turn), event.responsible, event.due);
      const what = numbered(event.itemId, event.decisionId);
      return event.confirmed ? say.assigned(what, line) : say.assignmentProposed(what, line);
    }
    case 'RecommendationAnswered':
      return event.outcome === 'postponed'
        ? ''
        : say.answered(number(event.itemId), outcomeLabel(event.outcome, turn.language));
    case 'ItemPostponed':
      return say.postponed(number(event.itemId));
    case 'DecisionConfirmed':
      return say.confirmed(numbered(event.itemId, event.decisionId));
    case 'DecisionCorrected':
      return say.corrected(numbered(event.itemId, event.decisionId));
    case 'DecisionStruck':
      return say.struck(numbered(event.itemId, event.decisionId));
    case 'DecisionMoved': {
      // What it was called: its number under the old item is not in the state any more.
      const moved = decision(event.toItemId, event.decisionId);
      return say.movedEntry(
        number(event.itemId),
        moved ? decisionNumber(meeting, event.toItemId, moved) : '',
      );
    }
    case 'CommandUndone':
      return say.undone(undoneText({ ...turn, meeting: before }, event.version, 160));
    case 'MovedToItem':
      return say.nowAt(number(event.itemId), titleOf(sightOf(turn), event.itemId));
    case 'MeetingStarted':
      return say.started;
    case 'MeetingAdjourned':
      return say.ended;
    case 'MeetingPaused':
      return say.paused;
    case 'MeetingResumed':
      return say.resumed;
    case 'RoleGranted':
      return say.appointed(
        nameOf(turn.people, event.personId, turn.language),
        cardTexts[turn.language].roles[event.role],
      );
    case 'AgendaProposed':
    case 'AgendaAdopted':
    case 'RoleRevoked':
    case 'NoteConfirmed':
    case 'NoteCorrected':
    case 'NoteStruck':
    case 'NoteMoved':
    case 'SectionEdited':
    case 'AddendumStruck':
    // Done on the page, and by no line.
    case 'AgendaCorrected':
    case 'MeetingRegisteredAfterwards':
    case 'DecisionsMerged':
    case 'DecisionsKeptApart':
    case 'ProposalOpened':
    case 'ProposalWritten':
    case 'PenTaken':
    case 'ProposalDecided':
    case 'ProposalDropped':
    case 'AccessLinkIssued':
    case 'AccessLinkTaken':
    case 'AccessLinkRevoked':
    case 'IdentitySettled':
    case 'MovedOnAnswered':
    case 'AttendanceSuggested':
      return '';
    case 'AttendanceRecorded':
      return attendanceSaid(turn, event);
    case 'AddendumAdded':
      return say.addendumSaved(event.itemId && number(event.itemId));
    case 'MinutesApproved':
      return say.minutesApproved;
    default:
      return event satisfies never;
  }
}

const titleOf = (sight: Sight, itemId: string): string =>
  hidden(sight, itemId) ? textsOf(sight).closedItem : (findItem(sight.meeting, itemId)?.title ?? '');

/** Where the meeting is: item, time, and what is open. */
export function statusLine(turn: MeetingTurn): string {
  const { meeting } = turn;
  const say = replies[turn.language];
  const sight = sightOf(turn);
  const t = textsOf(sight);
  const title = meeting.agenda.title ?? meeting.agenda.forum ?? t.agenda;
  if (!hasBegun(meeting)) return say.statusPlanned(title, whenOf(meeting, turn.language));
  if (hasEnded(meeting)) return say.statusOver(title);
  const item = findItem(meeting, meeting.currentItemId);
  if (!item) return say.statusOver(title);
  const open = openCount(meeting, item.id);
  return [
    say.statusAt(
      itemNumber(meeting.agenda, item.id),
      itemCount(meeting.agenda.items),
      titleOf(sight, item.id),
    ),
    ...(item.end ? [t.until(writeClock(item.end, turn.language))] : []),
    ...(open > 0 && !hidden(sight, item.id) ? [t.openPoints(open, item.points.length)] : []),
    ...(meeting.status === 'paused' ? [t.meetingPaused] : []),
  ].join(' · ');
}

function openCount(meeting: Meeting, itemId: string): number {
  const record = recordOf(meeting, itemId);
  return findItem(meeting, itemId)?.points.filter((point) => isOpen(record, point.id)).length ?? 0;
}
