import { type Command, type Refusal, refused } from '../../meeting/commands.ts';
import { entriesIn } from '../../meeting/decideAgenda.ts';
import type { Decision } from '../../meeting/record.ts';
import { recordOf } from '../../meeting/state.ts';
import { namesHere } from '../../views/namesHere.ts';
import type { Ask } from '../../views/page/ask.ts';
import { readResponsibleList } from '../../wording/assignment.ts';
import { readDue } from '../../wording/due.ts';
import { replies } from '../../wording/replies.ts';
import {
  answerEvery,
  answerOpen,
  answerPoint,
  correctDecision,
  known,
  postpone,
  readFrom,
  recordDecision,
  startAt,
  step,
} from '../commandsOf.ts';
import { speakerAfterwards, speakerOf, type Unclear } from '../speakingFor.ts';
import type { MeetingTurn } from '../turnState.ts';

/** What an ask comes to: commands, a refusal, or a sentence that asks back. */
export type AskPlan = readonly Command[] | Refusal | { readonly kind: 'question'; readonly sentence: string };

/** The commands of an ask on the meeting as it is now. */
export function planAsk(turn: MeetingTurn, ask: Ask): AskPlan {
  const { meeting } = turn;
  switch (ask.ask) {
    case 'start':
      return one(startAt(meeting, ask.itemId));
    case 'next':
      return one(step(meeting, ask.fromItemId, 1));
    case 'previous':
      return one(step(meeting, ask.fromItemId, -1));
    case 'goTo':
      return [{ type: 'MoveToItem', fromItemId: ask.fromItemId, itemId: ask.itemId }];
    case 'pause':
      return [{ type: 'PauseMeeting' }];
    case 'resume':
      return [{ type: 'ResumeMeeting' }];
    case 'adjourn':
      return [{ type: 'AdjournMeeting', fromItemId: ask.fromItemId }];
    case 'answer':
      return one(answerOpen(meeting, ask.itemId, 'asAsked'));
    case 'answerPoint':
      return one(answerPoint(meeting, ask.itemId, ask.pointId, ask.outcome));
    case 'answerAll':
      return one(answerEvery(meeting, ask.itemId, ask.outcome));
    case 'postpone':
      return [postpone(meeting, ask.itemId, ask.until)];
    case 'decide':
      return decide(turn, ask);
    case 'confirmDecision':
      return [{ type: 'ConfirmDecision', itemId: ask.itemId, decisionId: ask.decisionId }];
    case 'correctDecision':
      return withDecision(turn, ask, (decision) => correct(turn, ask, decision));
    case 'strikeDecision':
      return [{ type: 'StrikeDecision', itemId: ask.itemId, decisionId: ask.decisionId }];
    case 'moveDecision':
      return [
        {
          type: 'MoveDecision',
          itemId: ask.itemId,
          decisionId: ask.decisionId,
          toItemId: ask.toItemId,
        },
      ];
    case 'assign':
      return withDecision(turn, ask, (decision) => assign(turn, ask, decision));
    case 'note':
      return note(turn, ask);
    case 'confirmNote':
      return [{ type: 'ConfirmNote', itemId: ask.itemId, noteId: ask.noteId }];
    case 'correctNote':
      return correctNote(turn, ask);
    case 'strikeNote':
      return [{ type: 'StrikeNote', itemId: ask.itemId, noteId: ask.noteId }];
    case 'moveNote':
      return [{ type: 'MoveNote', itemId: ask.itemId, noteId: ask.noteId, toItemId: ask.toItemId }];
    case 'writeDiscussion':
      return [
        {
          type: 'EditSection',
          itemId: ask.itemId,
          section: 'discussion',
          basedOn: ask.basedOn,
          text: ask.text,
        },
      ];
    case 'claimRole':
      return [{ type: 'ClaimRole', role: ask.role }];
    case 'appoint':
      return [{ type: 'AppointRole', personId: ask.personId, role: ask.role }];
    case 'contest':
      return [{ type: 'ContestRole', personId: ask.personId, role: ask.role }];
    case 'undo':
      return [{ type: 'UndoCommand', version: ask.version, itemId: ask.itemId }];
    case 'addAddendum':
      return [{ type: 'AddAddendum', addendumId: ask.addendumId, itemId: ask.itemId, text: ask.text }];
    case 'strikeAddendum':
      return [{ type: 'StrikeAddendum', addendumId: ask.addendumId }];
    case 'approve':
      return [{ type: 'ApproveMinutes', seenVersion: ask.seenVersion }];
    case 'adoptAgenda': {
      const entries = meeting.proposal ? entriesIn(meeting.proposal.agenda) : 0;
      const entryIds = Array.from({ length: entries }, () => turn.newId());
      const { ask: _, ...adopted } = ask;
      return [{ type: 'AdoptAgenda', ...adopted, entryIds }];
    }
    case 'correctAgenda': {
      const { people: _, ...agenda } = ask.agenda;
      return [{ type: 'CorrectAgenda', edition: ask.edition, agenda }];
    }
    case 'registerAfterwards':
      return [{ type: 'RegisterAfterwards' }];
    case 'mergeDecisions': {
      const { itemId, keptId, struckId } = ask;
      return [{ type: 'MergeDecisions', itemId, keptId, struckId }];
    }
    case 'keepBoth':
      return [{ type: 'KeepDecisionsApart', itemId: ask.itemId, firstId: ask.first, secondId: ask.second }];
    case 'openProposal':
      return [{ type: 'OpenProposal', itemId: ask.itemId, proposalId: ask.proposalId, text: ask.text }];
    case 'writeProposal':
      return [{ type: 'WriteProposal', proposalId: ask.proposalId, text: ask.text }];
    case 'takePen':
      return [{ type: 'TakePen', proposalId: ask.proposalId }];
    case 'decideProposal':
      return decideProposal(turn, ask);
    case 'dropProposal':
      return [{ type: 'DropProposal', proposalId: ask.proposalId }];
    case 'attend': {
      const { personIds, attendance } = ask;
      if (personIds.some((id) => !turn.people[id])) return refused('unknownPerson');
      return [{ type: 'RecordAttendance', personIds, attendance }];
    }
    case 'revokeLink':
      return [{ type: 'RevokeAccessLink', linkId: ask.linkId }];
    default:
      return ask satisfies never;
  }
}

const whoIsMeant = ({ language }: MeetingTurn, name: string, unclear: Unclear): AskPlan => ({
  kind: 'question',
  sentence:
    unclear.kind === 'several'
      ? replies[language].onWhoseBehalf(name, unclear.names)
      : replies[language].personUnknown(name),
});

function decide(turn: MeetingTurn, ask: Extract<Ask, { ask: 'decide' }>): AskPlan {
  const { itemId, decisionId, text, pointIds, onBehalfOf = '' } = ask;
  const speaker = speakerOf(turn, onBehalfOf);
  if ('kind' in speaker) return whoIsMeant(turn, onBehalfOf, speaker);
  return [
    { ...recordDecision(turn.meeting, namesHere(turn), itemId, text, pointIds, decisionId), ...speaker },
  ];
}

function note(turn: MeetingTurn, ask: Extract<Ask, { ask: 'note' }>): AskPlan {
  const { itemId, noteId, text, onBehalfOf = '' } = ask;
  const speaker = speakerOf(turn, onBehalfOf);
  if ('kind' in speaker) return whoIsMeant(turn, onBehalfOf, speaker);
  return [{ type: 'RecordNote', itemId, noteId, text, ...speaker }];
}

function correct(
  turn: MeetingTurn,
  ask: Extract<Ask, { ask: 'correctDecision' }>,
  decision: Decision,
): AskPlan {
  const { itemId, text, pointIds, onBehalfOf } = ask;
  const speaker = speakerAfterwards(turn, onBehalfOf, decision);
  if ('kind' in speaker) return whoIsMeant(turn, onBehalfOf ?? '', speaker);
  return correctDecision(turn.meeting, namesHere(turn), itemId, decision, text, pointIds, speaker);
}

function correctNote(turn: MeetingTurn, ask: Extract<Ask, { ask: 'correctNote' }>): AskPlan {
  const { itemId, noteId, text, onBehalfOf } = ask;
  const found = recordOf(turn.meeting, itemId).notes.find(({ id }) => id === noteId);
  if (!found) return refused('unknownNote');
  const speaker = speakerAfterwards(turn, onBehalfOf, found);
  if ('kind' in speaker) return whoIsMeant(turn, onBehalfOf ?? '', speaker);
  return [{ type: 'CorrectNote', itemId, noteId, text, ...speaker }];
}

/** Who and when are read from the proposal's words, as from those of a decision. */
function decideProposal(turn: MeetingTurn, ask: Extract<Ask, { ask: 'decideProposal' }>): AskPlan {
  const open = turn.meeting.openProposal;
  const { proposalId, decisionId, pointIds } = ask;
  const { responsible, due } = readFrom(turn.meeting, namesHere(turn), open?.text ?? '');
  return [{ type: 'DecideProposal', proposalId, decisionId, pointIds, responsible, due }];
}

const one = (planned: Command | Refusal): AskPlan => ('code' in planned ? planned : [planned]);

function withDecision(
  { meeting }: MeetingTurn,
  { itemId, decisionId }: { readonly itemId: string; readonly decisionId: string },
  then: (decision: Decision) => AskPlan,
): AskPlan {
  const found = recordOf(meeting, itemId).decisions.find(({ id }) => id === decisionId);
  return found ? then(found) : refused('unknownDecision');
}

/** Names and deadline as a line "tovholder: …" reads them; what is not said of the one stays. */
function assign(turn: MeetingTurn, ask: Extract<Ask, { ask: 'assign' }>, decision: Decision): AskPlan {
  const { itemId, decisionId } = ask;
  const say = replies[turn.language];
  const read = ask.responsible.map((name) => readResponsibleList(name, known(turn.meeting, namesHere(turn))));
  const [unclear] = read.flatMap(({ ambiguous }) => ambiguous);
  if (unclear) {
    const names = unclear.candidates.map((id) => turn.people[id]?.name ?? id);
    return { kind: 'question', sentence: say.whoIsMeant(unclear.written, names) };
  }
  const responsible = read.flatMap((list) => list.responsible);
  const words = ask.due?.trim();
  const said = words ? (readDue(words, turn.meeting.agenda.date) ?? { text: words, date: null }) : null;
  // "Viborg Kommune, uge 5" written in one field says both.
  const due = said ?? read.find((list) => list.due !== null)?.due ?? null;
  if (JSON.stringify([responsible, due]) === JSON.stringify([decision.responsible, decision.due]))
    return refused('textUnchanged');
  return [{ type: 'AssignResponsible', itemId, decisionId, responsible, due }];
}
