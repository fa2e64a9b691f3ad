import { describe, expect, it } from '@jest/globals';
import type { Command, CommandType } from '../../src/meeting/commands.ts';
import { TEXT_LIMIT } from '../../src/meeting/textLimit.ts';
import {
  addendum,
  adjourned,
  adopt,
  agenda,
  answer,
  approved,
  chair,
  edit,
  HeldMeeting,
  item,
  note,
  operator,
  participant,
  paused,
  planned,
  propose,
  record,
  running,
  stranger,
  undo,
} from '../support/meetingBuilder.ts';
import { correct, decideProposal, issueLink, openProposal, takeLink } from '../support/pageCommands.ts';

const states = { planned, running, paused, adjourned, approved };
type State = keyof typeof states;

const decision = { itemId: 'item-2', decisionId: 'd-1' };
const entry = { itemId: 'item-2', noteId: 'n-1' };

type Row = [Command, string, string, string, string];
const always = (command: Command): Row => [command, 'accepted', 'accepted', 'accepted', 'accepted'];

/** Each command of the chair, and what becomes of it when the meeting is planned, running, paused, adjourned. */
const table: Record<CommandType, Row> = {
  ProposeAgenda: [propose(agenda(), 'import-3'), 'accepted', 'accepted', 'accepted', 'alreadyAdjourned'],
  AdoptAgenda: [adopt('import-2'), 'accepted', 'accepted', 'accepted', 'alreadyAdjourned'],
  CorrectAgenda: [correct(agenda(), { place: 'Havnen' }), 'accepted', 'accepted', 'accepted', 'accepted'],
  ClaimRole: [{ type: 'ClaimRole', role: 'coChair' }, 'accepted', 'accepted', 'accepted', 'accepted'],
  AppointRole: always({ type: 'AppointRole', personId: 'bo', role: 'minuteTaker' }),
  ContestRole: always({ type: 'ContestRole', personId: 'ole', role: 'minuteTaker' }),
  StartMeeting: [
    { type: 'StartMeeting', itemId: 'item-2' },
    'accepted',
    'alreadyStarted',
    'alreadyStarted',
    'alreadyAdjourned',
  ],
  MoveToItem: [
    { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' },
    'notStarted',
    'accepted',
    'accepted',
    'alreadyAdjourned',
  ],
  PauseMeeting: [{ type: 'PauseMeeting' }, 'notRunning', 'accepted', 'notRunning', 'notRunning'],
  ResumeMeeting: [{ type: 'ResumeMeeting' }, 'notStarted', 'alreadyStarted', 'accepted', 'alreadyAdjourned'],
  AdjournMeeting: [
    { type: 'AdjournMeeting', fromItemId: 'item-1' },
    'notStarted',
    'accepted',
    'accepted',
    'alreadyAdjourned',
  ],
  RegisterAfterwards: [
    { type: 'RegisterAfterwards' },
    'accepted',
    'alreadyStarted',
    'alreadyStarted',
    'alreadyAdjourned',
  ],
  AnswerRecommendations: entryRow(answer('item-2', 'point-2-1')),
  PostponeItem: entryRow({ type: 'PostponeItem', itemId: 'item-2', until: null }),
  RecordDecision: entryRow(record('item-2', 'new')),
  ConfirmDecision: entryRow({ type: 'ConfirmDecision', itemId: 'item-2', decisionId: 'd-2' }),
  CorrectDecision: entryRow({ type: 'CorrectDecision', ...decision, text: 'Rettet', pointIds: [] }),
  StrikeDecision: entryRow({ type: 'StrikeDecision', ...decision }),
  MoveDecision: entryRow({ type: 'MoveDecision', ...decision, toItemId: 'item-4' }),
  AssignResponsible: entryRow({ type: 'AssignResponsible', ...decision, responsible: [], due: null }),
  MergeDecisions: entryRow({ type: 'MergeDecisions', itemId: 'item-2', keptId: 'd-1', struckId: 'd-2' }),
  KeepDecisionsApart: entryRow({
    type: 'KeepDecisionsApart',
    itemId: 'item-2',
    firstId: 'd-1',
    secondId: 'd-2',
  }),
  OpenProposal: [openProposal('item-4', '', 'p-2'), 'notStarted', 'proposalOpen', 'proposalOpen', 'accepted'],
  WriteProposal: proposalRow({ type: 'WriteProposal', proposalId: 'p-1', text: 'Skrevet videre' }),
  TakePen: proposalRow({ type: 'TakePen', proposalId: 'p-1' }, 'penHeldAlready'),
  DecideProposal: proposalRow(decideProposal('new')),
  DropProposal: proposalRow({ type: 'DropProposal', proposalId: 'p-1' }),
  RecordNote: entryRow(note('item-2', 'new')),
  ConfirmNote: entryRow({ type: 'ConfirmNote', itemId: 'item-2', noteId: 'n-2' }),
  CorrectNote: entryRow({ type: 'CorrectNote', ...entry, text: 'Rettet' }),
  StrikeNote: entryRow({ type: 'StrikeNote', ...entry }),
  MoveNote: entryRow({ type: 'MoveNote', ...entry, toItemId: 'item-4' }),
  EditSection: entryRow(edit('item-2', 'Notat n-1', 'Skrevet sammen')),
  AddAddendum: [addendum('new'), 'notAdjourned', 'notAdjourned', 'notAdjourned', 'accepted'],
  StrikeAddendum: [
    { type: 'StrikeAddendum', addendumId: 'a-1' },
    'notAdjourned',
    'notAdjourned',
    'notAdjourned',
    'accepted',
  ],
  ApproveMinutes: [
    { type: 'ApproveMinutes', seenVersion: 1000 },
    'notAdjourned',
    'notAdjourned',
    'notAdjourned',
    'accepted',
  ],
  IssueAccessLink: [issueLink('l-2', 'asta'), 'accepted', 'accepted', 'accepted', 'accepted'],
  TakeAccessLink: [takeLink('l-1'), 'accepted', 'accepted', 'accepted', 'accepted'],
  RevokeAccessLink: always({ type: 'RevokeAccessLink', linkId: 'l-1' }),
  RecordAttendance: always({ type: 'RecordAttendance', personIds: ['asta'], attendance: 'present' }),
  SuggestAttendance: [
    { type: 'SuggestAttendance', personId: 'asta' },
    'accepted',
    'accepted',
    'accepted',
    'alreadyAdjourned',
  ],
  AnswerMovedOn: [
    { type: 'AnswerMovedOn', itemId: 'item-1', movedOn: false },
    'notStarted',
    'accepted',
    'accepted',
    'alreadyAdjourned',
  ],
  SettleIdentity: always({ type: 'SettleIdentity', personId: 'bo', accountId: 'gaest', same: true }),
  UndoCommand: [undo(), 'nothingToUndo', 'accepted', 'accepted', 'accepted'],
};
/** Once the minutes are approved, every other command is refused for that. */
const whenApproved: Partial<Record<CommandType, string>> = {
  ClaimRole: 'accepted',
  AppointRole: 'accepted',
  ContestRole: 'accepted',
  AddAddendum: 'accepted',
  StrikeAddendum: 'accepted',
  ApproveMinutes: 'alreadyApproved',
  IssueAccessLink: 'accepted',
  TakeAccessLink: 'accepted',
  RevokeAccessLink: 'accepted',
};
function entryRow(command: Command): [Command, string, string, string, string] {
  return [command, 'notStarted', 'accepted', 'accepted', 'accepted'];
}

/** While the meeting is on, a proposal lies open. */
function proposalRow(command: Command, running = 'accepted'): [Command, string, string, string, string] {
  return [command, 'notStarted', running, running, 'unknownProposal'];
}

/** That state, with a decision and a note of the chair and of Asta where the meeting has begun. */
function given(state: State): HeldMeeting {
  const ended = state === 'adjourned' || state === 'approved';
  const held = ended ? running() : states[state]();
  if (state !== 'planned') {
    held.does(participant, record('item-2', 'd-2'), note('item-2', 'n-2'));
    held.does(chair, record('item-2', 'd-1'), note('item-2', 'n-1'));
  }
  const more = agenda({ items: [...agenda().items, item(9, { title: 'Ny sag om broen' })] });
  held.does(operator, propose(more, 'import-2'));
  held.does(chair, issueLink('l-1', 'bo'));
  if (state === 'running' || state === 'paused') held.does(chair, openProposal('item-2', 'Vi gør det'));
  if (!ended) return held;
  held.does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' }, addendum('a-1'));
  return state === 'adjourned' ? held : held.does(chair, { type: 'ApproveMinutes', seenVersion: 1000 });
}

const rows = Object.values(table).flatMap(([command, ...outcomes]) =>
  (['planned', 'running', 'paused', 'adjourned', 'approved'] as const).map((state, index) => {
    const outcome =
      state === 'approved' ? (whenApproved[command.type] ?? 'minutesApproved') : outcomes[index];
    return [state, command.type, outcome ?? '', command] as const;
  }),
);

describe('a command of the chair does what the state of the meeting allows', () => {
  it.each(rows)('when %s: %s is %s', (state, _type, outcome, command) => {
    const held = given(state);
    const decided = held.asks(chair, command);
    expect(decided.kind === 'accepted' ? 'accepted' : decided.code).toBe(outcome);
    if (decided.kind === 'accepted') held.happens(chair.by, decided.events);
  });

  it('knows nothing but an import while there is no meeting', () => {
    const empty = new HeldMeeting();
    for (const [command] of Object.values(table))
      if (command.type !== 'ProposeAgenda') expect(empty.refusal(chair, command)).toBe('noMeeting');
    expect(empty.refusal(stranger, propose(agenda()))).toBe('anonymous');
    expect(empty.refusal(chair, propose(agenda({ items: [] })))).toBe('emptyAgenda');
    expect(empty.asks(participant, propose(agenda())).kind).toBe('accepted');
  });
});

describe('while the meeting is planned', () => {
  it('an import is used once, and only the newest', () => {
    const held = planned();
    expect(held.refusal(chair, adopt('import-1'))).toBe('proposalGone');
    held.does(chair, propose(agenda({ place: 'Rådhuset' }), 'import-2'));
    held.does(chair, propose(agenda({ place: 'Havnen' }), 'import-3'));
    expect(held.refusal(chair, adopt('import-2'))).toBe('proposalGone');
  });

  it('starts at any item but not at a break or an unknown one', () => {
    expect(planned().refusal(chair, { type: 'StartMeeting', itemId: 'item-3' })).toBe('itemIsBreak');
    expect(planned().refusal(chair, { type: 'StartMeeting', itemId: 'item-99' })).toBe('unknownItem');
    const { meeting } = planned().does(chair, { type: 'StartMeeting', itemId: 'item-4' });
    expect(meeting).toMatchObject({ status: 'running', startItemId: 'item-4', currentItemId: 'item-4' });
  });
});

describe('a moving command names the item that it starts from', () => {
  it('so that two chairs who both tap "next" on item 1 arrive at item 2', () => {
    const next: Command = { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' };
    const held = running().does(chair, next);
    expect(held.refusal(chair, next)).toBe('meetingElsewhere');
    expect(held.refusal(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' })).toBe('meetingElsewhere');
    expect(held.meeting).toMatchObject({ currentItemId: 'item-2' });
  });

  it('goes neither to where it is, nor to a break, nor to an unknown item', () => {
    const to = (itemId: string) =>
      running().refusal(chair, { type: 'MoveToItem', fromItemId: 'item-1', itemId });
    expect([to('item-1'), to('item-3'), to('item-99')]).toEqual(['sameItem', 'itemIsBreak', 'unknownItem']);
  });

  it('ends a pause', () => {
    const held = paused().does(chair, { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' });
    expect(held.meeting).toMatchObject({ status: 'running', currentItemId: 'item-2' });
  });
});

describe('what is registered under an item', () => {
  it('needs an item that is there and no break', () => {
    expect(running().refusal(chair, note('item-99', 'n'))).toBe('unknownItem');
    expect(running().refusal(chair, record('item-3', 'd'))).toBe('itemIsBreak');
  });

  it('needs a text, and not one of book length', () => {
    expect(running().refusal(chair, note('item-1', 'n', ' \n '))).toBe('textMissing');
    expect(running().refusal(chair, record('item-1', 'd', { text: 'x'.repeat(TEXT_LIMIT + 1) }))).toBe(
      'textTooLong',
    );
    expect(running().asks(chair, note('item-1', 'n', 'x'.repeat(TEXT_LIMIT))).kind).toBe('accepted');
  });

  it('names only points of that item', () => {
    expect(running().refusal(chair, answer('item-1', 'point-2-1'))).toBe('unknownPoint');
    expect(running().refusal(chair, record('item-1', 'd', { pointIds: ['point-2-1'] }))).toBe('unknownPoint');
    expect(running().refusal(chair, { type: 'AnswerRecommendations', itemId: 'item-1', answers: [] })).toBe(
      'nothingOpen',
    );
  });

  it('is registered where the writer says, wherever the room is', () => {
    const held = running().does(chair, record('item-5', 'd'));
    expect(held.meeting.records['item-5']?.decisions).toHaveLength(1);
    expect(held.meeting).toMatchObject({ currentItemId: 'item-1' });
  });

  it('belongs to those who lead and write once the meeting has ended', () => {
    const held = given('adjourned');
    expect(held.refusal(participant, note('item-2', 'late'))).toBe('alreadyAdjourned');
    expect(held.refusal(participant, undo())).toBe('alreadyAdjourned');
    expect(held.asks(chair, note('item-2', 'late')).kind).toBe('accepted');
  });

  it('postpones the open points with the item, and leaves the answered ones', () => {
    const held = running().does(chair, answer('item-2', 'point-2-1', 'noted'));
    held.does(chair, { type: 'PostponeItem', itemId: 'item-2', until: { text: 'næste møde', date: null } });
    const kept = held.meeting.records['item-2'];
    expect(kept?.answers['point-2-1']?.outcome).toBe('noted');
    expect(kept?.answers['point-2-2']).toMatchObject({ outcome: 'postponed', until: { text: 'næste møde' } });
    expect(kept?.postponed?.until?.text).toBe('næste møde');
  });
});
