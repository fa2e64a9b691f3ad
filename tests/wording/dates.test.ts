import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  localClock,
  localDate,
  writeClock,
  writeDate,
  writeInstant,
  writeTime,
  writeTimeRange,
  writeWhen,
  writeWhenAlone,
} from '../../src/wording/dates.ts';
import { foldText } from '../../src/wording/fold.ts';
import { outcomeLabel } from '../../src/wording/outcome.ts';
import { looksLikeCpr } from '../../src/wording/personalNumber.ts';

const runs = { numRuns: 100 * Number(process.env.PUNKT_TEST_CASES ?? 1) };

describe('dates and times are written as Danish and English write them', () => {
  it('writes days and clock times', () => {
    expect(writeDate('2031-03-06')).toBe('den 6. marts 2031');
    expect(writeDate('2031-03-06', 'en')).toBe('6 March 2031');
    expect(writeDate('snart')).toBe('snart');
    expect(writeTime('09:20')).toBe('kl. 9.20');
    expect(writeTime('09:20', 'en')).toBe('9:20');
    expect(writeClock('00:05')).toBe('0.05');
    expect(writeTimeRange('09:20', '09:55')).toBe('kl. 9.20-9.55');
    expect(writeTimeRange('09:20', '09:55', 'en')).toBe('9:20–9:55');
    expect(writeTimeRange('09:20', null)).toBe('kl. 9.20');
    expect(writeWhen('2023-03-06', '09:20', '09:55', 'da')).toBe('den 6. marts 2023 kl. 9.20-9.55');
    expect(writeWhen('2023-03-06', '09:20', '09:55', 'en')).toBe('6 March 2023, 9:20–9:55');
    expect(writeWhen(null, '09:20', null, 'en')).toBe('9:20');
    expect(writeWhenAlone('2023-03-06', '09:20', '09:55', 'da')).toBe('6. marts 2023 kl. 9.20-9.55');
    expect(writeWhenAlone('2023-03-06', '09:20', '09:55', 'en')).toBe('6 March 2023, 9:20–9:55');
    expect(writeWhenAlone('2023-03-06', null, null, 'da')).toBe('6. marts 2023');
    expect(writeWhenAlone(null, null, null, 'en')).toBe('');
  });

  it('shows an instant as the clock and the calendar of Denmark, summer and winter', () => {
    expect(localClock('2031-01-10T08:05:00.000Z')).toBe('09:05');
    expect(localClock('2031-07-10T08:05:00Z')).toBe('10:05');
    expect(localClock('2031-01-10T23:00:00Z')).toBe('00:00');
    expect(localDate('2031-01-10T23:30:00Z')).toBe('2031-01-11');
    expect(localDate('2031-07-10T21:59:00Z')).toBe('2031-07-10');
    expect(writeInstant('2031-01-10T08:05:00.000Z')).toBe('10. januar 2031 kl. 9.05');
    expect(writeInstant('2031-01-10T08:05:00.000Z', 'en')).toBe('10 January 2031, 9:05');
  });
});

describe('typed words are compared folded', () => {
  it('folds letters, accents and spaces', () => {
    expect(foldText('  NÆSTE   møde på\tÅen ')).toBe('naeste moede paa aaen');
    expect(foldText('Notér é ü ö ǽ')).toBe('noter e u oe ae');
    expect(foldText('A\u030Ase')).toBe(foldText('Åse'));
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      runs,
    );
  });
});

describe('ten digits that look like a CPR number are noticed', () => {
  it.each([
    '010190-1234',
    '0101901234',
    '010190 1234',
    '010190 - 1234',
    'Borgeren (010190-1234) ringede',
    'cpr010190-1234.',
  ])('%s', (text) => {
    expect(looksLikeCpr(text)).toBe(true);
  });
  it.each(['12 34 56 78', '+45 12 34 56 78', '1010190-1234', '010190-12345', '123456789012', 'uge 5', ''])(
    'not %s',
    (text) => {
      expect(looksLikeCpr(text)).toBe(false);
    },
  );
});

it('every outcome has a label in both languages', () => {
  expect(outcomeLabel('noted', 'da')).toBe('Taget til efterretning');
  expect(outcomeLabel('noted', 'en')).toBe('Taken note of');
});
