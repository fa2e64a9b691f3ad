import { describe, expect, it } from '@jest/globals';
import type { Command, CommandType } from '../../src/meeting/commands.ts';
import { type Acting, PERMISSIONS, type Permission } from '../../src/meeting/roles.ts';
import {
  addendum,
  adopt,
  agenda,
  answer,
  chair,
  edit,
  type HeldMeeting,
  item,
  minuteTaker,
  note,
  operator,
  other,
  participant,
  propose,
  record,
  running,
  stranger,
  undo,
} from '../support/meetingBuilder.ts';
import { correct, decideProposal, issueLink, openProposal, takeLink } from '../support/pageCommands.ts';

/**
 * Who may do what, as agreed: chair, co-chair, minute taker and operator alike; participant; anonymous guest; last
 * minute taker and operator, where they may less than those who lead.
 */
const table: Readonly<Record<CommandType, readonly [Permission, Permission, Permission, Permission?]>> = {
  ProposeAgenda: ['yes', 'unled', 'no'],
  AdoptAgenda: ['yes', 'unled', 'no'],
  CorrectAgenda: ['yes', 'no', 'no'],
  ClaimRole: ['yes', 'yes', 'no'],
  AppointRole: ['yes', 'no', 'no'],
  ContestRole: ['yes', 'yes', 'no'],
  StartMeeting: ['yes', 'no', 'no'],
  MoveToItem: ['yes', 'no', 'no'],
  PauseMeeting: ['yes', 'no', 'no'],
  ResumeMeeting: ['yes', 'no', 'no'],
  AdjournMeeting: ['yes', 'no', 'no'],
  RegisterAfterwards: ['yes', 'no', 'no'],
  AnswerRecommendations: ['yes', 'no', 'no'],
  PostponeItem: ['yes', 'no', 'no'],
  RecordDecision: ['yes', 'unconfirmed', 'unconfirmed'],
  ConfirmDecision: ['yes', 'no', 'no'],
  CorrectDecision: ['yes', 'own', 'own'],
  StrikeDecision: ['yes', 'own', 'own'],
  MoveDecision: ['yes', 'own', 'own'],
  AssignResponsible: ['yes', 'unconfirmed', 'unconfirmed'],
  MergeDecisions: ['yes', 'no', 'no'],
  KeepDecisionsApart: ['yes', 'no', 'no'],
  OpenProposal: ['yes', 'no', 'no'],
  WriteProposal: ['yes', 'no', 'no'],
  TakePen: ['yes', 'no', 'no'],
  DecideProposal: ['yes', 'no', 'no'],
  DropProposal: ['yes', 'no', 'no'],
  RecordNote: ['yes', 'unconfirmed', 'unconfirmed'],
  ConfirmNote: ['yes', 'no', 'no'],
  CorrectNote: ['yes', 'own', 'own'],
  StrikeNote: ['yes', 'own', 'own'],
  MoveNote: ['yes', 'own', 'own'],
  EditSection: ['yes', 'no', 'no'],
  AddAddendum: ['yes', 'no', 'no'],
  StrikeAddendum: ['yes', 'no', 'no'],
  ApproveMinutes: ['yes', 'no', 'no', 'no'],
  IssueAccessLink: ['yes', 'own', 'no'],
  TakeAccessLink: ['yes', 'yes', 'yes'],
  RevokeAccessLink: ['yes', 'own', 'own'],
  SettleIdentity: ['yes', 'no', 'no'],
  AnswerMovedOn: ['yes', 'no', 'no'],
  RecordAttendance: ['yes', 'no', 'no'],
  SuggestAttendance: ['yes', 'own', 'own'],
  UndoCommand: ['yes', 'own', 'own'],
};
const rows = Object.entries(table) as [CommandType, (typeof table)[CommandType]][];

/** Something of Ida's (confirmed), of Asta's and of the stranger's (both not) lies under item 2; each has a link. */
function prepared(status: 'running' | 'paused' | 'adjourned'): HeldMeeting {
  const held = running(agenda(), 'item-1')
    .does(chair, { type: 'AppointRole', personId: 'medformand', role: 'coChair' })
    .does(chair, record('item-2', 'by-ida'), note('item-2', 'note-by-ida'))
    .does(participant, record('item-2', 'by-asta'), note('item-2', 'note-by-asta'))
    .does(stranger, record('item-2', 'by-gaest'), note('item-2', 'note-by-gaest'))
    .does(chair, ...['ida', 'asta', 'gaest'].map((id) => issueLink(`link-of-${id}`, id)))
    .does(
      operator,
      propose(agenda({ items: [...agenda().items, item(9, { title: 'Ny sag om broen' })] }), 'import-2'),
    );
  if (status === 'running') return held;
  if (status === 'paused') return held.does(chair, { type: 'PauseMeeting' });
  return held.does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' }, addendum('addendum-1'));
}

/** Each command as it could be carried out, on what `owner` registered. */
const commands = (owner: string): Record<CommandType, Command> => {
  const decision = { itemId: 'item-2', decisionId: `by-${owner}` };
  const entry = { itemId: 'item-2', noteId: `note-by-${owner}` };
  return {
    ProposeAgenda: propose(agenda(), 'import-3'),
    AdoptAgenda: adopt('import-2'),
    CorrectAgenda: correct(agenda(), { place: 'Havnen' }),
    ClaimRole: { type: 'ClaimRole', role: 'coChair' },
    AppointRole: { type: 'AppointRole', personId: 'bo', role: 'minuteTaker' },
    ContestRole: { type: 'ContestRole', personId: 'ole', role: 'minuteTaker' },
    StartMeeting: { type: 'StartMeeting', itemId: 'item-1' },
    MoveToItem: { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' },
    PauseMeeting: { type: 'PauseMeeting' },
    ResumeMeeting: { type: 'ResumeMeeting' },
    AdjournMeeting: { type: 'AdjournMeeting', fromItemId: 'item-1' },
    RegisterAfterwards: { type: 'RegisterAfterwards' },
    AnswerRecommendations: answer('item-2', 'point-2-1'),
    PostponeItem: { type: 'PostponeItem', itemId: 'item-2', until: null },
    RecordDecision: record('item-2', 'new'),
    ConfirmDecision: { type: 'ConfirmDecision', itemId: 'item-2', decisionId: 'by-asta' },
    CorrectDecision: { type: 'CorrectDecision', ...decision, text: 'Rettet', pointIds: [] },
    StrikeDecision: { type: 'StrikeDecision', ...decision },
    MoveDecision: { type: 'MoveDecision', ...decision, toItemId: 'item-4' },
    AssignResponsible: { type: 'AssignResponsible', ...decision, responsible: [], due: null },
    MergeDecisions: { type: 'MergeDecisions', itemId: 'item-2', keptId: 'by-ida', struckId: 'by-asta' },
    KeepDecisionsApart: {
      type: 'KeepDecisionsApart',
      itemId: 'item-2',
      firstId: 'by-ida',
      secondId: 'by-asta',
    },
    OpenProposal: openProposal('item-2', '', 'p-2'),
    WriteProposal: { type: 'WriteProposal', proposalId: 'p-1', text: 'Skrevet videre' },
    TakePen: { type: 'TakePen', proposalId: 'p-1' },
    DecideProposal: decideProposal('new'),
    DropProposal: { type: 'DropProposal', proposalId: 'p-1' },
    RecordNote: note('item-2', 'new'),
    ConfirmNote: { type: 'ConfirmNote', itemId: 'item-2', noteId: 'note-by-asta' },
    CorrectNote: { type: 'CorrectNote', ...entry, text: 'Rettet' },
    StrikeNote: { type: 'StrikeNote', ...entry },
    MoveNote: { type: 'MoveNote', ...entry, toItemId: 'item-4' },
    EditSection: edit('item-4', '', 'Skrevet sammen'),
    AddAddendum: addendum('new'),
    StrikeAddendum: { type: 'StrikeAddendum', addendumId: 'addendum-1' },
    ApproveMinutes: { type: 'ApproveMinutes', seenVersion: 1000 },
    IssueAccessLink: issueLink('new', owner, 'tap'),
    TakeAccessLink: takeLink(`link-of-${owner}`),
    RevokeAccessLink: { type: 'RevokeAccessLink', linkId: `link-of-${owner}` },
    SettleIdentity: { type: 'SettleIdentity', personId: 'bo', accountId: 'gaest', same: true },
    AnswerMovedOn: { type: 'AnswerMovedOn', itemId: 'item-1', movedOn: true },
    RecordAttendance: { type: 'RecordAttendance', personIds: ['asta', 'bo'], attendance: 'present' },
    SuggestAttendance: { type: 'SuggestAttendance', personId: owner },
    UndoCommand: undo(),
  };
};

const coChair: Acting = { by: { kind: 'person', personId: 'medformand' }, authenticated: true };
/** Commands that need an open proposal. */
const ON_PROPOSAL: readonly CommandType[] = ['WriteProposal', 'TakePen', 'DecideProposal', 'DropProposal'];
/** The state in which each command makes sense; start is tried where it can only fail for its state. */
const stateFor = (type: CommandType) =>
  type === 'ResumeMeeting'
    ? 'paused'
    : ['AddAddendum', 'StrikeAddendum', 'ApproveMinutes'].includes(type)
      ? 'adjourned'
      : 'running';

describe('the table of who may do what', () => {
  it('has a row for every command, as agreed', () => {
    expect(PERMISSIONS).toEqual(
      Object.fromEntries(
        rows.map(([type, [leads, participates, guest, writes = leads]]) => [
          type,
          { chair: leads, coChair: leads, minuteTaker: writes, participant: participates, guest },
        ]),
      ),
    );
  });

  it.each(rows)('lets chair, co-chair, minute taker and operator carry out %s', (type, [, , , writes]) => {
    for (const acting of [chair, coChair, ...(writes === 'no' ? [] : [minuteTaker, operator])]) {
      const held = prepared(stateFor(type)).does(acting, note('item-2', 'own'));
      const elsewhere = acting === chair ? coChair : chair;
      if (ON_PROPOSAL.includes(type))
        held.does(type === 'TakePen' ? elsewhere : acting, openProposal('item-2', 'Vi gør det'));
      const command = type === 'IssueAccessLink' ? issueLink('new', 'asta') : commands('asta')[type];
      const decided = held.asks(acting, command);
      const code = decided.kind === 'refused' ? decided.code : 'accepted';
      // What is refused is refused for the state of the meeting, not for who asks.
      if (type === 'StartMeeting' || type === 'RegisterAfterwards') expect(code).toBe('alreadyStarted');
      else if (type === 'ClaimRole') expect(['accepted', 'roleHeldAlready', 'anonymous']).toContain(code);
      else expect(code).toBe('accepted');
    }
  });

  it.each(rows)('holds %s to the table for a participant', (type, [, may]) => {
    const held = prepared(stateFor(type));
    const tries = (owner: string) => held.asks(participant, commands(owner)[type]);
    const denied = type === 'ApproveMinutes' ? 'onlyChairs' : 'notAllowed';
    if (may === 'no') expect(tries('asta')).toMatchObject({ code: denied });
    if (may === 'unled') expect(tries('asta')).toMatchObject({ code: 'notAllowed' });
    if (may === 'own') expect(tries('asta').kind).toBe('accepted');
    if (may === 'own' && type !== 'UndoCommand') expect(tries('ida')).toMatchObject({ code: 'onlyOwn' });
    if (may === 'unconfirmed')
      expect(tries('asta')).toMatchObject({ kind: 'accepted', events: [{ confirmed: false }] });
    if (type === 'ClaimRole') expect(tries('asta')).toMatchObject({ code: 'roleTaken' });
    if (type === 'ContestRole') expect(tries('asta')).toMatchObject({ code: 'contestNotYours' });
  });

  it.each(rows)('holds %s to the table for an anonymous guest', (type, [, , may]) => {
    const held = prepared(stateFor(type));
    const tries = (owner: string) => held.asks(stranger, commands(owner)[type]);
    if (may === 'no') expect(tries('gaest')).toMatchObject({ code: 'anonymous' });
    if (may === 'own') expect(tries('gaest').kind).toBe('accepted');
    if (may === 'own' && type !== 'UndoCommand') expect(tries('ida')).toMatchObject({ code: 'onlyOwn' });
    if (may === 'unconfirmed')
      expect(tries('gaest')).toMatchObject({ kind: 'accepted', events: [{ confirmed: false }] });
  });

  it('leaves the approval to the chairmanship: minute takers and the command line are refused', () => {
    for (const acting of [minuteTaker, operator])
      expect(prepared('adjourned').refusal(acting, commands('ida').ApproveMinutes)).toBe('onlyChairs');
  });

  it('lets a participant import and use an agenda only while nobody leads', () => {
    const held = prepared('running');
    expect(held.refusal(other, propose(agenda(), 'import-3'))).toBe('notAllowed');
    for (const { personId, role } of held.meeting.roles)
      held.does(operator, { type: 'ContestRole', personId, role });
    expect(held.asks(other, propose(agenda(), 'import-3')).kind).toBe('accepted');
    expect(held.asks(other, adopt('import-2')).kind).toBe('accepted');
    expect(held.refusal(other, { type: 'PauseMeeting' })).toBe('nobodyLeads');
  });
});
