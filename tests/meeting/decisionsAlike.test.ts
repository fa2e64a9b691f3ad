import { describe, expect, it } from '@jest/globals';
import { chair, minuteTaker, participant, record, running, undo } from '../support/meetingBuilder.ts';

const merge = (keptId: string, struckId: string) =>
  ({ type: 'MergeDecisions', itemId: 'item-2', keptId, struckId }) as const;
const keepBoth = (firstId: string, secondId: string) =>
  ({ type: 'KeepDecisionsApart', itemId: 'item-2', firstId, secondId }) as const;
const due = { text: 'uge 5', date: null };
const responsible = [{ kind: 'organisation', name: 'Fjordby Kommune' } as const];
/** Ole and Asta wrote the same decision down; only Asta said which point it answers, who does it, and when. */
const twice = () =>
  running()
    .does(minuteTaker, record('item-2', 'd-1', { text: 'Sekretariatet indkalder.' }))
    .does(
      participant,
      record('item-2', 'd-2', { text: 'Sekretariatet indkalder', pointIds: ['point-2-2'], responsible, due }),
    );
const decisions = (held: ReturnType<typeof twice>) => held.meeting.records['item-2']?.decisions;

describe('two decisions in like words', () => {
  it('are merged: one is struck and says where it went, the other takes over what it did not say', () => {
    expect(decisions(twice().does(chair, merge('d-1', 'd-2')))).toMatchObject([
      { text: 'Sekretariatet indkalder.', pointIds: ['point-2-2'], responsible, due, struck: false },
      { struck: true, mergedInto: 'd-1' },
    ]);
  });

  it('are merged without a change to whom the one that stays was given already', () => {
    const held = twice().does(minuteTaker, {
      type: 'AssignResponsible',
      itemId: 'item-2',
      decisionId: 'd-1',
      responsible: [],
      due: { text: 'uge 9', date: null },
    });
    expect(decisions(held.does(chair, merge('d-1', 'd-2')))?.[0]).toMatchObject({
      responsible: [],
      due: { text: 'uge 9' },
    });
  });

  it('are confirmed by whoever leads and merges them, whichever of them stays', () => {
    expect(decisions(twice().does(chair, merge('d-2', 'd-1')))).toMatchObject([
      { id: 'd-1', struck: true },
      { id: 'd-2', confirmed: true, assignmentConfirmed: true },
    ]);
  });

  it('are two again once that is taken back', () => {
    const before = twice();
    const after = twice().does(chair, merge('d-1', 'd-2')).does(chair, undo());
    expect(decisions(after)).toEqual(decisions(before));
  });

  it('are kept apart for good, which is said once', () => {
    const held = twice().does(chair, keepBoth('d-1', 'd-2'));
    expect(held.meeting.records['item-2']).toMatchObject({ keptApart: [['d-1', 'd-2']] });
    expect(decisions(held)).toEqual(decisions(twice()));
    expect(held.refusal(chair, keepBoth('d-2', 'd-1'))).toBe('textUnchanged');
  });

  it('must be two, of that item, and stand', () => {
    const held = twice();
    for (const ask of [merge, keepBoth]) {
      expect(held.refusal(chair, ask('d-1', 'd-1'))).toBe('sameDecision');
      expect(held.refusal(chair, ask('d-1', 'd-9'))).toBe('unknownDecision');
      expect(held.refusal(participant, ask('d-1', 'd-2'))).toBe('notAllowed');
    }
    held.does(chair, { type: 'StrikeDecision', itemId: 'item-2', decisionId: 'd-2' });
    expect(held.refusal(chair, merge('d-1', 'd-2'))).toBe('alreadyStruck');
  });
});
