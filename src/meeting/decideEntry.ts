import type { Command, CommandOf, PointAnswer } from './commands.ts';
import { refused } from './commands.ts';
import { decideAlike } from './decideAlike.ts';
import { accepted, type Decided } from './decided.ts';
import { inSection } from './discussion.ts';
import type { MeetingEvent } from './events.ts';
import { type Decision, type ItemRecord, isOpen, type Note } from './record.ts';
import { type Acting, type Permission, sameActor } from './roles.ts';
import { findItem, type Meeting, recordOf } from './state.ts';
import { textProblem } from './textLimit.ts';

/** The commands that register something under an item. */
export type EntryCommand = Exclude<
  Command,
  {
    type:
      | 'ProposeAgenda'
      | 'AdoptAgenda'
      | 'CorrectAgenda'
      | 'ClaimRole'
      | 'AppointRole'
      | 'ContestRole'
      | 'StartMeeting'
      | 'MoveToItem'
      | 'PauseMeeting'
      | 'ResumeMeeting'
      | 'AdjournMeeting'
      | 'RegisterAfterwards'
      | 'OpenProposal'
      | 'WriteProposal'
      | 'TakePen'
      | 'DecideProposal'
      | 'DropProposal'
      | 'IssueAccessLink'
      | 'TakeAccessLink'
      | 'RevokeAccessLink'
      | 'SettleIdentity'
      | 'AnswerMovedOn'
      | 'EditSection'
      | 'AddAddendum'
      | 'StrikeAddendum'
      | 'ApproveMinutes'
      | 'RecordAttendance'
      | 'SuggestAttendance'
      | 'UndoCommand';
  }
>;

/** Registers, corrects, confirms, moves or strikes under an item; the room need not be there. */
export function decideEntry(
  meeting: Meeting,
  command: EntryCommand,
  acting: Acting,
  may: Permission,
): Decided {
  if (meeting.status === 'planned') return refused('notStarted');
  // Afterwards the minutes belong to those who lead and write.
  if (meeting.status === 'adjourned' && may !== 'yes') return refused('alreadyAdjourned');
  const item = findItem(meeting, command.itemId);
  if (!item) return refused('unknownItem');
  if (item.kind === 'break') return refused('itemIsBreak');
  const record = recordOf(meeting, command.itemId);
  const confirmed = may === 'yes';
  switch (command.type) {
    case 'AnswerRecommendations': {
      if (command.answers.length === 0) return refused('nothingOpen');
      const known = new Set(item.points.map((point) => point.id));
      if (command.answers.some((answer) => !known.has(answer.pointId))) return refused('unknownPoint');
      return accepted(...command.answers.map((answer) => answered(command.itemId, answer)));
    }
    case 'PostponeItem': {
      const open = item.points.filter((point) => isOpen(record, point.id));
      const until = command.until ? { until: command.until } : {};
      const text = command.text ? { text: command.text } : {};
      return accepted(
        { type: 'ItemPostponed', v: 1, itemId: item.id, until: command.until },
        ...open.map((point) =>
          answered(item.id, { pointId: point.id, outcome: 'postponed', ...until, ...text }),
        ),
      );
    }
    case 'RecordDecision': {
      const problem = textProblem(command.text);
      if (problem) return refused(problem);
      if (!pointsKnown(command.pointIds)) return refused('unknownPoint');
      if (command.onBehalfOf && !confirmed) return refused('onlyForYourself');
      const { type: _, ...fields } = command;
      return accepted({
        type: 'DecisionRecorded',
        v: 1,
        ...fields,
        pointIds: [...command.pointIds],
        responsible: [...command.responsible],
        sequence: record.lastSequence + 1,
        confirmed,
        origin: 'meeting',
      });
    }
    case 'RecordNote': {
      const problem = textProblem(command.text);
      if (problem) return refused(problem);
      if (command.onBehalfOf && !confirmed) return refused('onlyForYourself');
      const { type: _, ...fields } = command;
      return accepted({ type: 'NoteRecorded', v: 1, ...fields, confirmed, origin: 'meeting' });
    }
    case 'MergeDecisions':
    case 'KeepDecisionsApart':
      return decideAlike(record, command);
    case 'ConfirmNote':
    case 'CorrectNote':
    case 'StrikeNote':
    case 'MoveNote':
      return changeNote(meeting, record, command, acting, may);
    default:
      return changeDecision(meeting, record, command, acting, may);
  }

  function pointsKnown(pointIds: readonly string[]): boolean {
    return pointIds.every((id) => item?.points.some((point) => point.id === id));
  }
}

const answered = (itemId: string, answer: PointAnswer): MeetingEvent => ({
  type: 'RecommendationAnswered',
  v: 1,
  itemId,
  ...answer,
});

type DecisionChange = CommandOf<
  'ConfirmDecision' | 'CorrectDecision' | 'StrikeDecision' | 'MoveDecision' | 'AssignResponsible'
>;

function changeDecision(
  meeting: Meeting,
  record: ItemRecord,
  command: DecisionChange,
  acting: Acting,
  may: Permission,
): Decided {
  const known = record.decisions.find((entry) => entry.id === command.decisionId);
  if (!known) return refused('unknownDecision');
  if (known.struck) return refused('alreadyStruck');
  if (may === 'own' && !ownsIt(known, acting)) return refused('onlyOwn');
  const { itemId, decisionId } = command;
  switch (command.type) {
    case 'ConfirmDecision':
      return known.confirmed && known.assignmentConfirmed
        ? refused('alreadyConfirmed')
        : accepted({ type: 'DecisionConfirmed', v: 1, itemId, decisionId });
    case 'CorrectDecision': {
      const problem = textProblem(command.text);
      if (problem) return refused(problem);
      const points = findItem(meeting, itemId)?.points ?? [];
      if (!command.pointIds.every((id) => points.some((point) => point.id === id)))
        return refused('unknownPoint');
      if (command.onBehalfOf !== undefined && may !== 'yes') return refused('onlyForYourself');
      const { type: _, ...fields } = command;
      return accepted({ type: 'DecisionCorrected', v: 1, ...fields, pointIds: [...command.pointIds] });
    }
    case 'StrikeDecision':
      return accepted({ type: 'DecisionStruck', v: 1, itemId, decisionId });
    case 'MoveDecision': {
      const problem = targetProblem(meeting, itemId, command.toItemId);
      if (problem) return refused(problem);
      const sequence = recordOf(meeting, command.toItemId).lastSequence + 1;
      return accepted({
        type: 'DecisionMoved',
        v: 1,
        itemId,
        toItemId: command.toItemId,
        decisionId,
        sequence,
      });
    }
    case 'AssignResponsible': {
      // A participant proposes where nothing is agreed; what a leader said is not theirs to change.
      const agreed = known.assignmentConfirmed && (known.responsible.length > 0 || known.due !== null);
      if (may === 'unconfirmed' && agreed) return refused('onlyOwn');
      const responsible = [...command.responsible];
      const { due } = command;
      const confirmed = may === 'yes';
      return accepted({ type: 'ResponsibleAssigned', v: 1, itemId, decisionId, responsible, due, confirmed });
    }
    default:
      return command satisfies never;
  }
}

function changeNote(
  meeting: Meeting,
  record: ItemRecord,
  command: CommandOf<'ConfirmNote' | 'CorrectNote' | 'StrikeNote' | 'MoveNote'>,
  acting: Acting,
  may: Permission,
): Decided {
  const known = record.notes.find((entry) => entry.id === command.noteId);
  if (!known) return refused('unknownNote');
  if (known.struck) return refused('alreadyStruck');
  if (may === 'own' && !ownsIt(known, acting)) return refused('onlyOwn');
  if (inSection(record, known.id)) return refused('noteInSection');
  const { itemId, noteId } = command;
  switch (command.type) {
    case 'ConfirmNote':
      return known.confirmed
        ? refused('alreadyConfirmed')
        : accepted({ type: 'NoteConfirmed', v: 1, itemId, noteId });
    case 'CorrectNote': {
      const problem = textProblem(command.text);
      if (problem) return refused(problem);
      if (command.onBehalfOf !== undefined && may !== 'yes') return refused('onlyForYourself');
      const { type: _, ...fields } = command;
      return accepted({ type: 'NoteCorrected', v: 1, ...fields });
    }
    case 'StrikeNote':
      return accepted({ type: 'NoteStruck', v: 1, itemId, noteId });
    case 'MoveNote': {
      const problem = targetProblem(meeting, itemId, command.toItemId);
      if (problem) return refused(problem);
      return accepted({ type: 'NoteMoved', v: 1, itemId, toItemId: command.toItemId, noteId });
    }
    default:
      return command satisfies never;
  }
}

/** Their own, and not yet made the meeting's by a confirmation. */
const ownsIt = (entry: Decision | Note, acting: Acting): boolean =>
  sameActor(entry.by, acting.by) && !entry.confirmed;

function targetProblem(meeting: Meeting, itemId: string, toItemId: string) {
  const target = findItem(meeting, toItemId);
  if (!target) return 'unknownItem';
  if (target.kind === 'break') return 'itemIsBreak';
  return itemId === toItemId ? 'sameItem' : null;
}
