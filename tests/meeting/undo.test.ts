import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/meeting/commands.ts';
import { undoable } from '../../src/meeting/decideUndo.ts';
import type { Meeting } from '../../src/meeting/state.ts';
import {
  agenda,
  answer,
  chair,
  type HeldMeeting,
  item,
  minuteTaker,
  note,
  participant,
  planned,
  record,
  running,
  undo,
} from '../support/meetingBuilder.ts';
import { withoutTraces } from '../support/withoutTraces.ts';

/** Decisions and notes that commands can be tried on. */
const given = (): HeldMeeting =>
  running().does(
    chair,
    record('item-4', 'a', { pointIds: ['point-4-1'] }),
    record('item-4', 'b'),
    note('item-4', 'n'),
    note('item-4', 'm'),
    answer('item-2', 'point-2-1', 'noted'),
  );

const d = { itemId: 'item-4', decisionId: 'a' };
const n = { itemId: 'item-4', noteId: 'n' };
const undoables: readonly Command[] = [
  record('item-4', 'new'),
  { type: 'CorrectDecision', ...d, text: 'Ny', pointIds: [] },
  { type: 'StrikeDecision', ...d },
  { type: 'MoveDecision', ...d, toItemId: 'item-5' },
  { type: 'AssignResponsible', ...d, responsible: [{ kind: 'text', text: 'nogen' }], due: null },
  note('item-4', 'new'),
  { type: 'CorrectNote', ...n, text: 'Ny' },
  { type: 'StrikeNote', ...n },
  { type: 'MoveNote', ...n, toItemId: 'item-2' },
  answer('item-2', 'point-2-1', 'discussed'),
  answer('item-2', 'point-2-2', 'discussed'),
  { type: 'PostponeItem', itemId: 'item-2', until: null },
];

describe('undo puts everything back as it was', () => {
  it.each(undoables.map((command) => [command.type, command] as const))('after %s', (_type, command) => {
    const held = given();
    const before: Meeting = held.meeting;
    held.does(chair, command);
    expect(withoutTraces(held.meeting)).not.toEqual(withoutTraces(before));
    held.does(chair, undo());
    expect(withoutTraces(held.meeting)).toEqual(withoutTraces(before));
  });

  it('brings a confirmation back to a proposal', () => {
    const held = given().does(participant, record('item-5', 'p'));
    const before = held.meeting;
    held.does(chair, { type: 'ConfirmDecision', itemId: 'item-5', decisionId: 'p' }, undo());
    expect(withoutTraces(held.meeting)).toEqual(withoutTraces(before));
  });
});

describe('what can be undone', () => {
  it("is one's own newest, and then the one before it", () => {
    const held = running()
      .does(chair, note('item-1', 'c'))
      .does(participant, note('item-1', 'p1'), note('item-2', 'p2'));
    held.does(chair, note('item-1', 'c2')).does(participant, undo());
    expect(held.meeting.records['item-2']?.notes).toEqual([]);
    held.does(participant, undo());
    expect(held.meeting.records['item-1']?.notes.map(({ id }) => id)).toEqual(['c', 'c2']);
    expect(held.refusal(participant, undo())).toBe('nothingToUndo');
  });

  it("is one's own newest of the item, where an item is named", () => {
    const held = running().does(participant, note('item-1', 'p1'), note('item-2', 'p2'));
    held.does(participant, undo(null, 'item-1'));
    expect(held.meeting.records['item-1']?.notes).toEqual([]);
    expect(held.meeting.records['item-2']?.notes).toHaveLength(1);
    expect(held.refusal(participant, undo(null, 'item-5'))).toBe('nothingToUndo');
  });

  it("is anybody's for a leader who names it, and only one's own for a participant", () => {
    const held = running().does(participant, note('item-1', 'p'));
    const { version } = held.meeting;
    held.does(chair, note('item-1', 'c'));
    expect(held.refusal(participant, undo(version + 1))).toBe('onlyOwn');
    held.does(minuteTaker, undo(version));
    expect(held.meeting.records['item-1']?.notes.map(({ id }) => id)).toEqual(['c']);
  });

  it('is undone once', () => {
    const held = running().does(chair, note('item-1', 'c'));
    const { version } = held.meeting;
    held.does(chair, undo(version));
    expect(held.refusal(chair, undo(version))).toBe('undoneAlready');
    expect(held.refusal(chair, undo())).toBe('nothingToUndo');
  });

  it('is not what something later builds on, until that is undone', () => {
    const held = running().does(participant, record('item-4', 'p'));
    const recorded = held.meeting.version;
    held.does(chair, { type: 'ConfirmDecision', itemId: 'item-4', decisionId: 'p' });
    expect(held.refusal(participant, undo())).toBe('laterBuildsOnIt');
    expect(undoable(held.meeting).map(({ version }) => version)).toEqual([recorded + 1]);
    held.does(chair, undo()).does(participant, undo());
    expect(held.meeting.records['item-4']?.decisions).toEqual([]);
  });

  it('is nothing that moves the room or gives a role', () => {
    const held = running().does(chair, { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' });
    expect(held.refusal(chair, undo())).toBe('nothingToUndo');
    expect(held.refusal(chair, undo(held.meeting.version))).toBe('nothingToUndo');
  });

  it('is nothing that came with an agenda', () => {
    const written = { discussion: 'Drøftet.', decisions: [] };
    const { meeting } = planned(agenda({ items: [item(1, { written })] }));
    expect(meeting.history).toEqual([]);
  });

  it('goes back sixty commands and no further', () => {
    const held = running().does(chair, note('item-1', 'first'));
    const { version } = held.meeting;
    for (let index = 0; index < 60; index += 1) held.does(chair, note('item-1', `n-${index}`));
    expect(held.meeting.history).toHaveLength(60);
    expect(held.refusal(chair, undo(version))).toBe('nothingToUndo');
    expect(held.asks(chair, undo(version + 1)).kind).toBe('accepted');
  });
});
