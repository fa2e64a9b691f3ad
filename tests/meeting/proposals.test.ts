import { describe, expect, it } from '@jest/globals';
import { TEXT_LIMIT } from '../../src/meeting/textLimit.ts';
import {
  adjourned,
  chair,
  minuteTaker,
  participant,
  planned,
  record,
  running,
  undo,
} from '../support/meetingBuilder.ts';
import { decideProposal, openProposal } from '../support/pageCommands.ts';

const write = (text: string, proposalId = 'p-1') => ({ type: 'WriteProposal', proposalId, text }) as const;
const takePen = { type: 'TakePen', proposalId: 'p-1' } as const;
const drop = { type: 'DropProposal', proposalId: 'p-1' } as const;
/** Ole words a proposal under item 2. */
const worded = (text = 'Vi bygger broen.') => running().does(minuteTaker, openProposal('item-2', text));

describe('a proposal', () => {
  it('is opened by who leads or writes, with the pen in their hand', () => {
    expect(worded().meeting.openProposal).toMatchObject({
      id: 'p-1',
      itemId: 'item-2',
      text: 'Vi bygger broen.',
      pen: minuteTaker.by,
    });
    expect(running().refusal(participant, openProposal())).toBe('notAllowed');
    expect(planned().refusal(chair, openProposal())).toBe('notStarted');
  });

  it('needs an item of the agenda that is no break, and a text of less than book length', () => {
    expect(running().refusal(chair, openProposal('item-99'))).toBe('unknownItem');
    expect(running().refusal(chair, openProposal('item-3'))).toBe('itemIsBreak');
    expect(running().refusal(chair, openProposal('item-2', 'x'.repeat(TEXT_LIMIT + 1)))).toBe('textTooLong');
    expect(worded().refusal(minuteTaker, write('x'.repeat(TEXT_LIMIT + 1)))).toBe('textTooLong');
  });

  it('is the only one until it is decided or dropped', () => {
    const held = worded();
    expect(held.refusal(chair, openProposal('item-4', '', 'p-2'))).toBe('proposalOpen');
    held.does(chair, drop).does(chair, openProposal('item-4', '', 'p-2'));
    expect(held.meeting.openProposal).toMatchObject({ id: 'p-2', itemId: 'item-4' });
    expect(held.refusal(chair, drop)).toBe('unknownProposal');
  });

  it('is written by whoever holds the pen alone, and the pen is taken over by a word', () => {
    const held = worded();
    expect(held.refusal(chair, write('Anderledes'))).toBe('penElsewhere');
    expect(held.refusal(minuteTaker, takePen)).toBe('penHeldAlready');
    expect(held.refusal(minuteTaker, write('Vi bygger broen.'))).toBe('textUnchanged');
    held.does(chair, takePen, write('Anderledes'));
    expect(held.meeting.openProposal).toMatchObject({
      text: 'Anderledes',
      pen: chair.by,
      by: minuteTaker.by,
    });
    expect(held.refusal(minuteTaker, write('Igen'))).toBe('penElsewhere');
  });

  it('stays with its item while the room goes on, and when the meeting ends', () => {
    const held = worded().does(chair, { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-4' });
    expect(held.meeting.openProposal).toMatchObject({ itemId: 'item-2' });
    held.does(chair, { type: 'AdjournMeeting', fromItemId: 'item-4' });
    expect(held.meeting.openProposal).toMatchObject({ itemId: 'item-2' });
    held.does(chair, decideProposal('d-1'));
    expect(held.meeting.records['item-2']?.decisions).toMatchObject([{ text: 'Vi bygger broen.' }]);
  });
});

describe('*Det er besluttet*', () => {
  it('makes it a confirmed decision with the next number, by whoever pressed it, in one commit', () => {
    const held = worded().does(chair, record('item-2', 'd-1'));
    const due = { text: 'uge 5', date: null };
    const responsible = [{ kind: 'person', personId: 'asta' } as const];
    held.does(chair, decideProposal('d-2', { pointIds: ['point-2-2'], responsible, due }));
    expect(held.commits.at(-1)).toMatchObject({
      by: chair.by,
      events: [
        { type: 'DecisionRecorded' },
        { type: 'ProposalDecided', proposalId: 'p-1', decisionId: 'd-2' },
      ],
    });
    expect(held.meeting.openProposal).toBeNull();
    expect(held.meeting.records['item-2']?.decisions[1]).toMatchObject({
      id: 'd-2',
      sequence: 2,
      text: 'Vi bygger broen.',
      pointIds: ['point-2-2'],
      responsible,
      due,
      confirmed: true,
      assignmentConfirmed: true,
      by: chair.by,
    });
  });

  it('needs a text, points of the item, and the proposal to be open still', () => {
    expect(worded(' \n').refusal(chair, decideProposal('d-1'))).toBe('textMissing');
    expect(worded().refusal(chair, decideProposal('d-1', { pointIds: ['point-4-1'] }))).toBe('unknownPoint');
    const held = worded().does(chair, decideProposal('d-1'));
    expect(held.refusal(minuteTaker, decideProposal('d-2'))).toBe('unknownProposal');
    expect(held.refusal(minuteTaker, write('Mere'))).toBe('unknownProposal');
  });

  it('is taken back like every other decision; the proposal is not opened again', () => {
    const held = worded().does(chair, decideProposal('d-1')).does(chair, undo());
    expect(held.meeting.records['item-2']?.decisions).toEqual([]);
    expect(held.meeting.openProposal).toBeNull();
  });
});

describe('a dropped proposal', () => {
  it('leaves nothing but its words in the log', () => {
    const held = worded().does(chair, drop);
    expect(held.meeting.openProposal).toBeNull();
    expect(held.meeting.records['item-2']).toBeUndefined();
    expect(JSON.stringify(held.commits)).toContain('Vi bygger broen.');
  });
});

describe('minutes', () => {
  it('are not approved while words lie open that may belong in them', () => {
    const held = adjourned().does(minuteTaker, openProposal('item-2', 'Og vejen'));
    const approve = { type: 'ApproveMinutes', seenVersion: 1000 } as const;
    expect(held.refusal(chair, approve)).toBe('proposalOpen');
    expect(held.does(chair, drop, approve).meeting.status).toBe('approved');
  });
});
