import { describe, expect, it } from '@jest/globals';
import { afterTexts } from '../../src/wording/afterTexts.ts';
import { cardTexts } from '../../src/wording/cardTexts.ts';
import { unplacedText } from '../../src/wording/importProblems.ts';
import { itemCount } from '../../src/wording/itemCount.ts';
import { logTexts } from '../../src/wording/logTexts.ts';
import { deskTexts } from '../../src/wording/page/deskTexts.ts';
import { panelTexts } from '../../src/wording/page/panelTexts.ts';

describe('what there is one of is not said as if there were several', () => {
  it('in the side panel', () => {
    expect(panelTexts.da.imported('a.txt', 1)).toBe('»a.txt« er læst: 1 punkt.');
    expect(panelTexts.en.imported('a.txt', 1)).toBe('“a.txt” has been read: 1 item.');
    expect(panelTexts.da.endPending(1, 1)).toBe(
      '1 indstillingspunkt er ikke besvaret, 1 beslutning er ikke bekræftet',
    );
    expect(panelTexts.en.endPending(1, 1)).toBe(
      '1 recommendation point is not answered, 1 decision is not confirmed',
    );
    expect(panelTexts.en.endPending(2, 0)).toBe('2 recommendation points are not answered');
  });

  it('on the card of what is unanswered', () => {
    expect(cardTexts.da.missingExplained(1)).toBe('Det står som ubesvaret i udkastet, til det er besvaret.');
    expect(cardTexts.da.missingExplained(2)).toBe('De står som ubesvarede i udkastet, til de er besvaret.');
    expect(cardTexts.en.missingExplained(1)).toContain('it is answered');
  });

  it('before the minutes are approved', () => {
    expect([1, 2].map(afterTexts.da.unconfirmed)).toEqual([
      '1 registrering er ikke bekræftet',
      '2 registreringer er ikke bekræftet',
    ]);
    expect([1, 2].map(afterTexts.en.unconfirmed)).toEqual([
      '1 entry is not confirmed',
      '2 entries are not confirmed',
    ]);
  });

  it('in the log', () => {
    expect(logTexts.da.agendaAdopted(1)).toBe('tog dagsordenen i brug: 1 punkt');
    expect(logTexts.en.agendaCorrected(1)).toBe('corrected the agenda: 1 item');
    expect(logTexts.da.agendaProposed('a.txt', 2)).toBe('importerede a.txt: 2 punkter');
  });

  it('on the agenda card and the desk', () => {
    expect(cardTexts.en.openPoints(1, 3)).toBe('1 of 3 recommendation points is not answered');
    expect(cardTexts.en.openPoints(2, 3)).toBe('2 of 3 recommendation points are not answered');
    expect([1, 2].map(deskTexts.da.minuteTakers)).toEqual(['Referent', 'Referenter']);
    expect([1, 2].map(deskTexts.en.minuteTakers)).toEqual(['Minute taker', 'Minute takers']);
  });
});

describe('what an approval leaves as it is', () => {
  it('is named as what it is, never as more', () => {
    expect(afterTexts.da.staysMarked(2, 0)).toBe(
      'Det står som ubesvaret i referatet, også når referatet er godkendt.',
    );
    expect(afterTexts.da.staysMarked(0, 1)).toBe(
      'Det står som ubekræftet i referatet, også når referatet er godkendt.',
    );
    expect(afterTexts.en.staysMarked(1, 1)).toBe(
      'The minutes show this as unanswered and unconfirmed, even once they are approved.',
    );
    expect(afterTexts.en.staysMarked(0, 3)).toContain('as unconfirmed,');
  });
});

it('names that were cut end in one mark, not in two', () => {
  expect(cardTexts.en.whoLeads('Ida Brandt', 'Ole Krogh, Asta Lund, …')).toBe(
    'Chair: Ida Brandt. Minutes: Ole Krogh, Asta Lund, …',
  );
});

it('what is quoted from an agenda stands in the quotation marks of the language', () => {
  expect(unplacedText(1, 'Tlf. 12', null)).toEqual({
    da: 'Et stykke tekst er ikke placeret (før første punkt: »Tlf. 12«). Flyt det, hvis det hører til et punkt.',
    en: 'One piece of text was not placed (before the first item: “Tlf. 12”). Move it if it belongs to an item.',
  });
});

describe('how many items there are', () => {
  const agenda = (...numbers: (string | null | 'pause')[]) =>
    numbers.map((number) =>
      number === 'pause' ? { kind: 'break' as const, number: null } : { kind: 'item' as const, number },
    );

  it('is said behind a number that counts them', () => {
    expect(itemCount(agenda('1', '2', 'pause', '3'))).toBe(3);
    expect(itemCount(agenda(null, null))).toBe(2);
    expect(cardTexts.da.itemOf('2', 3)).toBe('PUNKT 2 AF 3');
    expect(panelTexts.en.itemOf('2', 3)).toBe('Item 2 of 3');
  });

  it('is not said where "item 5 of 4" would come of it', () => {
    expect(itemCount(agenda('1', '2', 'pause', '4', '5'))).toBeNull();
    expect(itemCount(agenda('101', '102'))).toBeNull();
    expect(itemCount(agenda('1', '2a'))).toBeNull();
    expect(cardTexts.da.itemOf('5', null)).toBe('PUNKT 5');
    expect(cardTexts.en.closedItemOf('5', null)).toBe('CLOSED ITEM 5');
    expect(panelTexts.da.itemOf('5', null)).toBe('Punkt 5');
  });
});
