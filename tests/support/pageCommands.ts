import type { Agenda } from '../../src/meeting/agenda.ts';
import type { CommandOf } from '../../src/meeting/commands.ts';
import type { AgendaCorrection } from '../../src/meeting/correction.ts';

/** Commands that come from Punkt's page. */

/** The agenda as it is corrected by hand. */
export const correction = (of: Agenda, change: Partial<AgendaCorrection> = {}): AgendaCorrection => {
  const { title, forum, date, start, end, place, chairs, minuteTakers, participants } = of;
  const items = of.items.map(({ written: _, anchors: __, ...fields }) => fields);
  return { title, forum, date, start, end, place, chairs, minuteTakers, participants, items, ...change };
};

export const correct = (
  of: Agenda,
  change: Partial<AgendaCorrection> = {},
  edition = 1,
): CommandOf<'CorrectAgenda'> => ({ type: 'CorrectAgenda', edition, agenda: correction(of, change) });

export const openProposal = (
  itemId = 'item-2',
  text = '',
  proposalId = 'p-1',
): CommandOf<'OpenProposal'> => ({
  type: 'OpenProposal',
  proposalId,
  itemId,
  text,
});

export const decideProposal = (
  decisionId: string,
  fields: Partial<CommandOf<'DecideProposal'>> = {},
): CommandOf<'DecideProposal'> => ({
  type: 'DecideProposal',
  proposalId: 'p-1',
  decisionId,
  pointIds: [],
  responsible: [],
  due: null,
  ...fields,
});

/** `personId` null: of the stage. */
export const issueLink = (
  linkId: string,
  personId: string | null,
  grounds: CommandOf<'IssueAccessLink'>['grounds'] = 'copied',
): CommandOf<'IssueAccessLink'> => ({
  type: 'IssueAccessLink',
  linkId,
  personId,
  secretHash: 'ab'.repeat(32),
  grounds,
});

export const takeLink = (linkId: string): CommandOf<'TakeAccessLink'> => ({
  type: 'TakeAccessLink',
  linkId,
  deviceHash: 'cd'.repeat(32),
});
