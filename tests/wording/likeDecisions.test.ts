import { describe, expect, it } from '@jest/globals';
import { recordOf } from '../../src/meeting/state.ts';
import { likeDecisions } from '../../src/wording/likeDecisions.ts';
import { chair, record, running } from '../support/meetingBuilder.ts';

const alike = (...texts: readonly string[]): boolean => {
  const held = running().does(chair, ...texts.map((text, at) => record('item-2', `d-${at + 1}`, { text })));
  return likeDecisions(recordOf(held.meeting, 'item-2')).length > 0;
};

describe('two decisions of an item', () => {
  it.each([
    ['Klyngesekretariatet indkalder til møde i uge 5', 'Sekretariatet indkalder møde uge 5'],
    ['Havnens tidsplan sendes til alle parter', 'Tidsplan for havnen sendes til alle parter.'],
    ['Fjordby Kommune udarbejder et notat om økonomien', 'Fjordby Kommune laver notat om økonomien'],
    ['The secretariat calls a meeting in week 5', 'Secretariat calls the meeting in week 5'],
    ['Kommunen samler budgettet inden 1. februar.', 'Kommunen samler budgettet inden den 1. februar 2027.'],
  ])('are taken to be the same: %s | %s', (one, two) => {
    expect(alike(one, two)).toBe(true);
  });

  it.each([
    ['Sekretariatet indkalder til møde i uge 5', 'Sekretariatet indkalder til møde i uge 7'],
    ['Der holdes møde den 1. februar i Fjordby', 'Der holdes møde den 2. februar 2027 i Fjordby'],
    ['Fjordby Kommune udarbejder et notat', 'Region Nordlyng udarbejder et oplæg til næste møde'],
    ['Det godkendes', 'Det godkendes'],
    ['Styregruppen godkender budgettet for havnen', 'Styregruppen drøfter tidsplanen for broen'],
  ])('are taken to be two: %s | %s', (one, two) => {
    expect(alike(one, two)).toBe(false);
  });

  it('are two where others are to do them', () => {
    const given = (n: number, name: string) =>
      record('item-2', `d-${n}`, {
        text: 'Udarbejder et notat om økonomien i projektet',
        responsible: [{ kind: 'organisation', name }],
      });
    const pairs = (...names: readonly string[]) =>
      likeDecisions(
        recordOf(running().does(chair, ...names.map((name, at) => given(at, name))).meeting, 'item-2'),
      );
    expect(pairs('Fjordby Kommune', 'Region Nordlyng')).toEqual([]);
    expect(pairs('Fjordby Kommune', 'Fjordby Kommune')).toEqual([['d-0', 'd-1']]);
  });
});
