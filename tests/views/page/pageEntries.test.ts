import { describe, expect, it } from '@jest/globals';
import type { Acting } from '../../../src/meeting/roles.ts';
import {
  chair,
  edit,
  minuteTaker,
  note,
  other,
  participant,
  record,
  running,
} from '../../support/meetingBuilder.ts';
import { openProposal } from '../../support/pageCommands.ts';

import { itemOf, viewFor } from '../../support/pageViews.ts';

describe('decisions on the page', () => {
  const due = { text: 'uge 9', date: null };
  const held = running()
    .does(chair, record('item-2', 'd-1', { responsible: [{ kind: 'person', personId: 'asta' }], due }))
    .does(participant, record('item-2', 'd-2'))
    .does(chair, record('item-2', 'd-3'), { type: 'StrikeDecision', itemId: 'item-2', decisionId: 'd-3' });

  it('stand by number with who registered them and who does them; struck ones show to leaders alone', () => {
    const leading = itemOf(viewFor(held, chair), 'item-2').decisions;
    expect(leading.map(({ number, struck }) => [number, struck])).toEqual([
      ['2.1', false],
      ['2.2', false],
      ['2.3', true],
    ]);
    expect(leading[0]).toMatchObject({ registered: 'Ida Brandt kl.\u00a09.00', mine: true });
    expect(leading[0]?.assignment).toMatch(/^Tovholder: Asta Lund · Frist: uge 9/u);
    expect(leading[1]).toMatchObject({ assignment: '', confirmed: false });
    expect(itemOf(viewFor(held, participant), 'item-2').decisions).toHaveLength(2);
  });

  it('say what their reader may do with them, as the meeting would have it', () => {
    const may = (acting: Acting, of = held) =>
      itemOf(viewFor(of, acting), 'item-2').decisions.map((one) => one.may);
    const all = { correct: true, strike: true, move: true, assign: true };
    const none = { confirm: false, correct: false, strike: false, move: false, assign: false };
    expect(may(chair)).toEqual([{ ...all, confirm: false }, { ...all, confirm: true }, none]);
    expect(may(participant)).toEqual([none, { ...all, confirm: false }]);
    expect(may(other)).toEqual([none, { ...none, assign: true }]);
    const ended = running()
      .does(participant, record('item-2', 'd-2'))
      .does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' });
    expect(may(participant, ended)).toEqual([none]);
    expect(may(minuteTaker, ended)).toEqual([{ ...all, confirm: true }]);
  });

  it('in like words are offered as one to who leads and writes, until they are said to be two', () => {
    const twice = running().does(
      chair,
      record('item-2', 'd-1', { text: 'Klyngesekretariatet indkalder til møde i uge 5' }),
      record('item-2', 'd-2', { text: 'Sekretariatet indkalder møde uge 5' }),
    );
    expect(itemOf(viewFor(twice, chair), 'item-2').alike).toEqual([{ first: 'd-1', second: 'd-2' }]);
    expect(itemOf(viewFor(twice, participant), 'item-2').alike).toEqual([]);
    twice.does(chair, { type: 'KeepDecisionsApart', itemId: 'item-2', firstId: 'd-2', secondId: 'd-1' });
    expect(itemOf(viewFor(twice, chair), 'item-2').alike).toEqual([]);
  });

  it('that were merged say where they went', () => {
    const merged = running()
      .does(chair, record('item-2', 'd-1'), record('item-2', 'd-2'))
      .does(chair, { type: 'MergeDecisions', itemId: 'item-2', keptId: 'd-1', struckId: 'd-2' });
    expect(itemOf(viewFor(merged, chair), 'item-2').decisions).toMatchObject([
      { number: '2.1', struck: false },
      { number: '2.2', struck: true, registered: 'Ida Brandt kl.\u00a09.00 · slået sammen med 2.1' },
    ]);
  });
});

describe('what stands under Referat', () => {
  it('shows to who leads and writes, with the notes that came beside it', () => {
    const held = running()
      .does(chair, note('item-2', 'n-1', 'Der var ros.'))
      .does(minuteTaker, edit('item-2', 'Der var ros.', 'Der var megen ros.'))
      .does(chair, note('item-2', 'n-2', 'Og et spørgsmål.'))
      .does(participant, note('item-2', 'n-3', 'Jeg spurgte.'));
    const { discussion, notes } = itemOf(viewFor(held, chair), 'item-2');
    expect(discussion).toMatchObject({ text: 'Der var megen ros.\nOg et spørgsmål.', by: 'Ole Krogh' });
    expect(notes.map(({ noteId, inDiscussion, confirmed }) => [noteId, inDiscussion, confirmed])).toEqual([
      ['n-1', true, true],
      ['n-2', false, true],
      ['n-3', false, false],
    ]);
    expect(itemOf(viewFor(held, participant), 'item-2')).toMatchObject({
      discussion: null,
      notes: [{ noteId: 'n-3', mine: true }],
    });
  });
});

describe('a proposal on the page', () => {
  it('stands before everybody while it is worded, and says who holds the pen, but on the big screen', () => {
    const held = running().does(minuteTaker, openProposal('item-2', 'Vi bygger'));
    expect(viewFor(held, minuteTaker).head.proposal).toMatchObject({ text: 'Vi bygger', mine: true });
    expect(viewFor(held, participant).head.proposal).toMatchObject({
      pen: { personId: 'ole', name: 'Ole Krogh' },
      mine: false,
    });
    expect(viewFor(held, null).head.proposal).toMatchObject({ text: 'Vi bygger', pen: { name: '' } });
    expect(itemOf(viewFor(held, chair), 'item-2').decisions).toEqual([]);
  });
});
