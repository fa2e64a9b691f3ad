import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/meeting/commands.ts';
import type { Acting } from '../../src/meeting/roles.ts';
import { decisionsIn } from '../../src/meeting/standingDecisions.ts';
import { recordOf } from '../../src/meeting/state.ts';
import {
  agenda,
  chair,
  type HeldMeeting,
  item,
  participant,
  record,
  running,
} from '../support/meetingBuilder.ts';

const begun = () =>
  running(agenda({ items: [item(1, { asks: ['at vi vælger', 'at vi beslutter'] }), item(2)] }));
const one = 'point-1-1';
const two = 'point-1-2';
const decisions = (held: HeldMeeting, itemId = 'item-1') => decisionsIn(recordOf(held.meeting, itemId));
const ids = (list: readonly { readonly id: string }[] = []) => list.map(({ id }) => id);

describe('the standing decisions of an item', () => {
  it('are the same whether they were followed decision by decision or gone through anew', () => {
    const held = begun();
    const steps: readonly (readonly [Acting, Command])[] = [
      [chair, record('item-1', 'd1', { pointIds: [one] })],
      [participant, record('item-1', 'd2')],
      [chair, record('item-1', 'd3', { pointIds: [one, two] })],
      [chair, { type: 'StrikeDecision', itemId: 'item-1', decisionId: 'd1' }],
      [chair, record('item-1', 'd4', { pointIds: [two] })],
      [chair, { type: 'MoveDecision', itemId: 'item-1', toItemId: 'item-2', decisionId: 'd3' }],
      [chair, record('item-2', 'd5')],
      [chair, { type: 'ConfirmDecision', itemId: 'item-1', decisionId: 'd2' }],
      [chair, record('item-1', 'd6', { pointIds: [two] })],
    ];
    for (const [acting, command] of steps) {
      held.does(acting, command);
      for (const itemId of ['item-1', 'item-2'])
        expect(decisions(held, itemId)).toEqual(decisionsIn({ ...recordOf(held.meeting, itemId) }));
    }
    const { all, unconfirmed, naming } = decisions(held);
    expect(ids(all)).toEqual(['d2', 'd4', 'd6']);
    expect(unconfirmed).toEqual([]);
    expect([ids(naming.get(one)), ids(naming.get(two))]).toEqual([[], ['d4', 'd6']]);
  });

  it('know what is still to be confirmed', () => {
    const held = begun();
    for (const [acting, id] of [
      [participant, 'd1'],
      [chair, 'd2'],
      [participant, 'd3'],
    ] as const) {
      held.does(acting, record('item-1', id));
      decisions(held);
    }
    expect(ids(decisions(held).unconfirmed)).toEqual(['d1', 'd3']);
  });

  it('stay as they were for who looks at the meeting as it was', () => {
    const held = begun().does(chair, record('item-1', 'd1', { pointIds: [one] }));
    const before = decisions(held);
    held.does(chair, record('item-1', 'd2', { pointIds: [one] }));
    expect(ids(decisions(held).naming.get(one))).toEqual(['d1', 'd2']);
    expect([ids(before.all), ids(before.naming.get(one))]).toEqual([['d1'], ['d1']]);
  });
});
