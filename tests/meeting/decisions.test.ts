import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/meeting/commands.ts';
import { isOpen, pointStatus, standing } from '../../src/meeting/record.ts';
import { recordOf } from '../../src/meeting/state.ts';
import {
  adopt,
  agenda,
  answer,
  chair,
  type HeldMeeting,
  item,
  minuteTaker,
  note,
  other,
  participant,
  planned,
  propose,
  record,
  running,
  stranger,
  undo,
} from '../support/meetingBuilder.ts';

const under = (held: HeldMeeting, itemId: string) => recordOf(held.meeting, itemId);
const numbers = (held: HeldMeeting, itemId: string) =>
  under(held, itemId).decisions.map(({ id, sequence }) => [id, sequence]);
const strike = (decisionId: string): Command => ({ type: 'StrikeDecision', itemId: 'item-4', decisionId });
const move = (decisionId: string, itemId: string, toItemId: string): Command => ({
  type: 'MoveDecision',
  itemId,
  decisionId,
  toItemId,
});

describe('the number of a decision', () => {
  it('counts up under its item', () => {
    const held = running().does(chair, record('item-4', 'a'), record('item-4', 'b'), record('item-5', 'c'));
    expect(numbers(held, 'item-4')).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(numbers(held, 'item-5')).toEqual([['c', 1]]);
  });

  it.each([
    ['struck', strike('b')],
    ['moved away', move('b', 'item-4', 'item-5')],
    ['undone', undo()],
  ] as const)('is not used again when the decision is %s', (_how, command) => {
    const held = running().does(chair, record('item-4', 'a'), record('item-4', 'b'), command);
    held.does(chair, record('item-4', 'c'));
    expect(numbers(held, 'item-4')).toContainEqual(['c', 3]);
  });

  it("is the decision's own still when a move is undone after another was recorded", () => {
    const held = running().does(chair, record('item-4', 'a'), move('a', 'item-4', 'item-5'));
    const { version } = held.meeting;
    held.does(chair, record('item-4', 'b'), undo(version));
    expect(numbers(held, 'item-4')).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('goes on behind the decisions that the document held', () => {
    const written = {
      discussion: 'Drøftet.',
      decisions: [{ text: 'Vedtaget.', responsible: [], due: null }],
    };
    const of = agenda({ items: [item(1, { written })] });
    const held = planned().does(chair, propose(of, 'import-2', true), adopt('import-2'));
    held.does(chair, { type: 'StartMeeting', itemId: 'item-1' }, record('item-1', 'new'));
    expect(under(held, 'item-1').decisions.map(({ sequence, origin }) => [sequence, origin])).toEqual([
      [1, 'document'],
      [2, 'meeting'],
    ]);
    expect(under(held, 'item-1').notes).toMatchObject([
      { text: 'Drøftet.', confirmed: true, origin: 'document' },
    ]);
  });
});

describe('a decision of a leader', () => {
  it('stands as decided, with who and when', () => {
    const held = running().does(minuteTaker, record('item-4', 'a', { pointIds: ['point-4-1'] }));
    expect(under(held, 'item-4').decisions).toMatchObject([
      { by: minuteTaker.by, at: held.commits.at(-1)?.at, confirmed: true, struck: false, origin: 'meeting' },
    ]);
    expect(pointStatus(under(held, 'item-4'), 'point-4-1').kind).toBe('decided');
  });

  it('keeps its earlier wordings when corrected, with who replaced them', () => {
    const held = running().does(chair, record('item-4', 'a', { text: 'Først', pointIds: ['point-4-1'] }));
    held.does(minuteTaker, {
      type: 'CorrectDecision',
      itemId: 'item-4',
      decisionId: 'a',
      text: 'Siden',
      pointIds: [],
    });
    expect(under(held, 'item-4').decisions).toMatchObject([
      { text: 'Siden', pointIds: [], by: chair.by, earlier: [{ text: 'Først', by: minuteTaker.by }] },
    ]);
  });

  it("is said afterwards whose word it was, and that it was nobody else's after all", () => {
    const correct = { type: 'CorrectDecision', itemId: 'item-4', decisionId: 'a', pointIds: [] } as const;
    const bo = { kind: 'person', personId: 'bo' } as const;
    const held = running().does(chair, record('item-4', 'a', { text: 'Broen males' }));
    held.does(minuteTaker, { ...correct, text: 'Broen males', onBehalfOf: bo });
    // The words are the same: there is no earlier wording.
    expect(under(held, 'item-4').decisions).toMatchObject([{ by: chair.by, onBehalfOf: bo, earlier: [] }]);
    held.does(minuteTaker, { ...correct, text: 'Broen males i maj' });
    expect(under(held, 'item-4').decisions).toMatchObject([
      { onBehalfOf: bo, earlier: [{ text: 'Broen males' }] },
    ]);
    held.does(minuteTaker, { ...correct, text: 'Broen males i maj', onBehalfOf: null });
    expect(under(held, 'item-4').decisions).toMatchObject([{ onBehalfOf: null }]);
    held.does(chair, { type: 'UndoCommand', version: held.commits.at(-1)?.version ?? 0, itemId: null });
    expect(under(held, 'item-4').decisions).toMatchObject([{ onBehalfOf: bo }]);
  });

  it('stays in the record when struck, answers nothing any more, and is struck once', () => {
    const held = running().does(chair, record('item-4', 'a', { pointIds: ['point-4-1'] }), strike('a'));
    expect(under(held, 'item-4').decisions).toMatchObject([{ id: 'a', struck: true }]);
    expect(standing(under(held, 'item-4').decisions)).toEqual([]);
    expect(isOpen(under(held, 'item-4'), 'point-4-1')).toBe(true);
    expect(held.refusal(chair, strike('a'))).toBe('alreadyStruck');
  });

  it('moves with a new number and without the points of its old item', () => {
    const held = running().does(
      chair,
      record('item-5', 'x'),
      record('item-4', 'a', { pointIds: ['point-4-1'] }),
    );
    held.does(chair, move('a', 'item-4', 'item-5'));
    expect(under(held, 'item-4').decisions).toEqual([]);
    expect(under(held, 'item-5').decisions[1]).toMatchObject({ id: 'a', sequence: 2, pointIds: [] });
    expect(held.refusal(chair, move('a', 'item-5', 'item-5'))).toBe('sameItem');
    expect(held.refusal(chair, move('a', 'item-5', 'item-3'))).toBe('itemIsBreak');
    expect(held.refusal(chair, move('a', 'item-5', 'item-99'))).toBe('unknownItem');
    expect(held.refusal(chair, move('a', 'item-4', 'item-5'))).toBe('unknownDecision');
  });
});

describe('a decision of a participant or guest', () => {
  it.each([participant, stranger])('stands as not confirmed until a leader confirms it', (acting) => {
    const held = running().does(acting, record('item-4', 'a', { pointIds: ['point-4-1'] }));
    expect(under(held, 'item-4').decisions).toMatchObject([{ confirmed: false, assignmentConfirmed: false }]);
    expect(pointStatus(under(held, 'item-4'), 'point-4-1').kind).toBe('proposed');
    expect(isOpen(under(held, 'item-4'), 'point-4-1')).toBe(true);
    const confirm: Command = { type: 'ConfirmDecision', itemId: 'item-4', decisionId: 'a' };
    held.does(minuteTaker, confirm);
    expect(under(held, 'item-4').decisions).toMatchObject([
      { confirmed: true, assignmentConfirmed: true, by: acting.by },
    ]);
    expect(held.refusal(chair, confirm)).toBe('alreadyConfirmed');
  });

  it('is theirs to change until it is confirmed', () => {
    const held = running().does(participant, record('item-4', 'a'));
    const correct: Command = {
      type: 'CorrectDecision',
      itemId: 'item-4',
      decisionId: 'a',
      text: 'Ny',
      pointIds: [],
    };
    expect(held.refusal(other, correct)).toBe('onlyOwn');
    held.does(participant, correct);
    held.does(chair, { type: 'ConfirmDecision', itemId: 'item-4', decisionId: 'a' });
    for (const command of [correct, strike('a'), move('a', 'item-4', 'item-5')])
      expect(held.refusal(participant, command)).toBe('onlyOwn');
  });

  it('is not counted as the answer where a confirmed one stands beside it', () => {
    const held = running().does(participant, record('item-4', 'a', { pointIds: ['point-4-1'] }));
    held.does(chair, record('item-4', 'b', { pointIds: ['point-4-1'] }));
    expect(pointStatus(under(held, 'item-4'), 'point-4-1')).toMatchObject({
      kind: 'decided',
      decisions: [{ id: 'b' }],
    });
  });
});

describe('who is responsible', () => {
  const assign = (name: string | null, decisionId = 'a'): Command => ({
    type: 'AssignResponsible',
    itemId: 'item-4',
    decisionId,
    responsible: name ? [{ kind: 'organisation', name }] : [],
    due: name ? { text: 'uge 5', date: null } : null,
  });
  const assigned = (held: HeldMeeting) => under(held, 'item-4').decisions[0];

  it('can be proposed by anyone where nothing is agreed, marked until confirmed', () => {
    const held = running().does(chair, record('item-4', 'a'));
    held.does(participant, assign('Sekretariatet'));
    expect(assigned(held)).toMatchObject({
      responsible: [{ name: 'Sekretariatet' }],
      due: { text: 'uge 5' },
      confirmed: true,
      assignmentConfirmed: false,
    });
    held
      .does(other, assign('Kommunen'))
      .does(chair, { type: 'ConfirmDecision', itemId: 'item-4', decisionId: 'a' });
    expect(assigned(held)).toMatchObject({ responsible: [{ name: 'Kommunen' }], assignmentConfirmed: true });
  });

  it("is not a participant's to change once a leader said it, not even on their own proposal", () => {
    const held = running().does(participant, record('item-4', 'a')).does(chair, assign('Sekretariatet'));
    expect(assigned(held)).toMatchObject({ confirmed: false, assignmentConfirmed: true });
    expect(held.refusal(participant, assign('Kommunen'))).toBe('onlyOwn');
    expect(held.refusal(other, assign(null))).toBe('onlyOwn');
    expect(held.asks(minuteTaker, assign('Kommunen')).kind).toBe('accepted');
  });

  it('can be taken off again', () => {
    const held = running().does(chair, record('item-4', 'a'), assign('Sekretariatet'), assign(null));
    expect(assigned(held)).toMatchObject({ responsible: [], due: null });
  });
});

describe('a note', () => {
  it('is corrected, confirmed, moved and struck as a decision is', () => {
    const held = running().does(participant, note('item-4', 'n', 'Først'));
    held.does(participant, { type: 'CorrectNote', itemId: 'item-4', noteId: 'n', text: 'Siden' });
    held.does(chair, { type: 'ConfirmNote', itemId: 'item-4', noteId: 'n' });
    expect(under(held, 'item-4').notes).toMatchObject([
      { text: 'Siden', confirmed: true, earlier: [{ text: 'Først' }] },
    ]);
    expect(held.refusal(chair, { type: 'ConfirmNote', itemId: 'item-4', noteId: 'n' })).toBe(
      'alreadyConfirmed',
    );
    expect(held.refusal(participant, { type: 'StrikeNote', itemId: 'item-4', noteId: 'n' })).toBe('onlyOwn');
    held.does(chair, { type: 'MoveNote', itemId: 'item-4', noteId: 'n', toItemId: 'item-5' });
    held.does(chair, { type: 'StrikeNote', itemId: 'item-5', noteId: 'n' });
    expect(under(held, 'item-4').notes).toEqual([]);
    expect(under(held, 'item-5').notes).toMatchObject([{ id: 'n', struck: true }]);
    expect(held.refusal(chair, { type: 'StrikeNote', itemId: 'item-4', noteId: 'n' })).toBe('unknownNote');
  });
});

describe('an answered point', () => {
  it('can be answered anew, and reads as decided where a decision names it', () => {
    const held = running().does(chair, answer('item-4', 'point-4-1', 'discussed'));
    held.does(chair, answer('item-4', 'point-4-1', 'approved'));
    expect(pointStatus(under(held, 'item-4'), 'point-4-1')).toMatchObject({
      answer: { outcome: 'approved' },
    });
    held.does(chair, record('item-4', 'a', { pointIds: ['point-4-1'] }));
    expect(pointStatus(under(held, 'item-4'), 'point-4-1').kind).toBe('decided');
  });
});
