import type { Command, CommandOf } from './commands.ts';
import { refused } from './commands.ts';
import { accepted, type Decided } from './decided.ts';
import { type Acting, sameActor } from './roles.ts';
import { findItem, type Meeting, recordOf } from './state.ts';
import { TEXT_LIMIT, textProblem } from './textLimit.ts';

type ProposalCommand = CommandOf<
  'OpenProposal' | 'WriteProposal' | 'TakePen' | 'DecideProposal' | 'DropProposal'
>;

export const isProposalCommand = (command: Command): command is ProposalCommand =>
  command.type in PROPOSAL_COMMANDS;
const PROPOSAL_COMMANDS: Readonly<Record<ProposalCommand['type'], true>> = {
  OpenProposal: true,
  WriteProposal: true,
  TakePen: true,
  DecideProposal: true,
  DropProposal: true,
};

/** *Forslag*: one at a time is worded before all; wherever the room goes meanwhile, it stays with its item. */
export function decideProposal(meeting: Meeting, command: ProposalCommand, acting: Acting): Decided {
  if (meeting.status === 'planned') return refused('notStarted');
  if (command.type === 'OpenProposal') return open(meeting, command);
  const known = meeting.openProposal;
  if (!known || known.id !== command.proposalId) return refused('unknownProposal');
  const { proposalId } = command;
  const holdsPen = sameActor(known.pen, acting.by);
  switch (command.type) {
    case 'WriteProposal':
      if (!holdsPen) return refused('penElsewhere');
      if (command.text === known.text) return refused('textUnchanged');
      if (command.text.length > TEXT_LIMIT) return refused('textTooLong');
      return accepted({ type: 'ProposalWritten', v: 1, proposalId, text: command.text });
    case 'TakePen':
      return holdsPen ? refused('penHeldAlready') : accepted({ type: 'PenTaken', v: 1, proposalId });
    case 'DecideProposal':
      return decided(meeting, command, known);
    case 'DropProposal':
      return accepted({ type: 'ProposalDropped', v: 1, proposalId });
    default:
      return command satisfies never;
  }
}

function open(meeting: Meeting, command: CommandOf<'OpenProposal'>): Decided {
  const { proposalId, itemId, text } = command;
  const item = findItem(meeting, itemId);
  if (!item) return refused('unknownItem');
  if (item.kind === 'break') return refused('itemIsBreak');
  if (meeting.openProposal) return refused('proposalOpen');
  if (text.length > TEXT_LIMIT) return refused('textTooLong');
  return accepted({ type: 'ProposalOpened', v: 1, proposalId, itemId, text });
}

/** The words as they stand now, by whoever says that they were decided; not by whoever holds the pen. */
function decided(
  meeting: Meeting,
  command: CommandOf<'DecideProposal'>,
  { itemId, text }: NonNullable<Meeting['openProposal']>,
): Decided {
  const { proposalId, decisionId, due } = command;
  const item = findItem(meeting, itemId);
  if (!item) return refused('unknownItem');
  const problem = textProblem(text);
  if (problem) return refused(problem);
  if (!command.pointIds.every((id) => item.points.some((point) => point.id === id)))
    return refused('unknownPoint');
  return accepted(
    {
      type: 'DecisionRecorded',
      v: 1,
      itemId,
      decisionId,
      sequence: recordOf(meeting, itemId).lastSequence + 1,
      text: text.trim(),
      pointIds: [...command.pointIds],
      responsible: [...command.responsible],
      due,
      confirmed: true,
      origin: 'meeting',
    },
    { type: 'ProposalDecided', v: 1, proposalId, decisionId },
  );
}
