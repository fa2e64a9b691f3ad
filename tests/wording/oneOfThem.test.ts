import { describe, expect, it } from '@jest/globals';
import { cardTexts } from '../../src/wording/cardTexts.ts';
import { unplacedText } from '../../src/wording/importProblems.ts';
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

it('what is quoted from an agenda stands in the quotation marks of the language', () => {
  expect(unplacedText(1, 'Tlf. 12', null)).toEqual({
    da: 'Et stykke tekst er ikke placeret (før første punkt: »Tlf. 12«). Flyt det, hvis det hører til et punkt.',
    en: 'One piece of text was not placed (before the first item: “Tlf. 12”). Move it if it belongs to an item.',
  });
});
