import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findDues, meaning, newMeaning, readDue, writeDue } from '../../src/wording/due.ts';

const runs = { numRuns: 100 * Number(process.env.PUNKT_TEST_CASES ?? 1) };
/** A Friday. */
const meetingDate = '2030-11-15';

describe('a typed deadline keeps its words, and has a date only where it is certain', () => {
  it.each([
    ['den 6. marts 2031', '2031-03-06'],
    ['6. marts', '2031-03-06'],
    ['d. 9/12', '2030-12-09'],
    ['1.3.', '2031-03-01'],
    ['31.december 2030', '2030-12-31'],
    ['senest den 1.3.', '2031-03-01'],
    ['inden 1. februar', '2031-02-01'],
    ['senest fredag den 3. januar', '2031-01-03'],
    ['15. november', '2030-11-15'],
    ['5/9-31', '2031-09-05'],
    ['på fredag', '2030-11-22'],
    ['paa mandag', '2030-11-18'],
    ['i dag', '2030-11-15'],
    ['i morgen', '2030-11-16'],
    ['om 14 dage', '2030-11-29'],
    ['uge 5', null],
    ['I uge 5', null],
    ['uge 5-6', null],
    ['primo oktober', null],
    ['medio/ultimo oktober', null],
    ['inden udgangen af marts', null],
    ['1. kvartal', null],
    ['2. halvår 2031', null],
    ['næste møde', null],
    ['til naeste moede', null],
    ['med referatet', null],
    ['inden sommerferien', null],
    ['foråret 2031', null],
    ['snarest muligt', null],
    ['31. februar', null],
  ])('%s', (text, date) => {
    expect(readDue(text, meetingDate)).toEqual({ text, date });
  });

  it('drops the word for deadline and the stop of the sentence', () => {
    expect(readDue('frist: uge 5.', meetingDate)).toEqual({ text: 'uge 5', date: null });
    expect(readDue('deadline 6. marts 2031.', meetingDate)).toEqual({
      text: '6. marts 2031',
      date: '2031-03-06',
    });
  });

  it('is sure of nothing relative without the date of the meeting', () => {
    for (const text of ['6. marts', 'på fredag', 'i morgen', 'om 14 dage', '1.3.']) {
      expect(readDue(text, null)).toEqual({ text, date: null });
    }
  });

  it.each(['', 'hej', 'når der er tid', 'punkt 4', '12'])('knows "%s" as no deadline', (text) => {
    expect(readDue(text, meetingDate)).toBeNull();
  });
});

describe('deadlines inside a sentence', () => {
  it.each([
    ['I uge 5 skal planen være klar.', ['I uge 5']],
    ['Status gives på mødet den 6. marts 2031.', ['den 6. marts 2031']],
    ['Perioden løber til 31.december 2030.', ['31.december 2030']],
    ['Mødet flyttes til medio/ultimo oktober.', ['medio/ultimo oktober']],
    ['Notatet sendes ud med referatet.', ['med referatet']],
    ['Udkast senest d. 1/3, høring i uge 12.', ['senest d. 1/3', 'i uge 12']],
    ['Kl. 9.20 blev punkt 4.1 delt 50/50, og 1/2 er tilbage.', []],
    ['Bekendtgørelsen er af 05/09/2031.', []],
    ['På mødet den 3. maj 2029 blev planen vist.', []],
    ['Ordningen gælder fra 1. marts 2031.', []],
  ])('%s', (sentence, texts) => {
    expect(findDues(sentence, meetingDate).map(({ due }) => due.text)).toEqual(texts);
  });

  it('are cut out of the sentence as typed, in order, without overlap, whatever is typed', () => {
    const piece = fc.constantFrom(
      'senest',
      'den',
      '6. marts',
      'uge 5',
      '1.3.',
      'og',
      'næste møde',
      '🎉',
      '9/6',
      '2031',
      'i',
      'på fredag',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(meetingDate, null), (sentence, date) => {
        let end = 0;
        for (const found of findDues(sentence, date)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(sentence.slice(found.start, found.end)).toBe(found.due.text);
          end = found.end;
        }
        expect(readDue(sentence, date)?.text ?? sentence).toEqual(expect.any(String));
      }),
      runs,
    );
  });
});

describe('the meaning of a deadline in days', () => {
  it.each([
    ['uge 5', '2022-12-16', '30. januar-3. februar 2023'],
    ['i uge 6', '2022-12-16', '6.-10. februar 2023'],
    ['uge 50', '2022-12-16', '12.-16. december 2022'],
    ['uge 1', '2029-12-01', '31. december 2029-4. januar 2030'],
    ['uge 53', '2026-03-01', '28. december 2026-1. januar 2027'],
    ['uge 53', '2022-12-16', null],
    ['uge 8 2031', null, '17.-21. februar 2031'],
    ['uge 5', null, null],
    ['1. kvartal', meetingDate, 'januar-marts 2031'],
    ['andet halvår 2031', meetingDate, 'juli-december 2031'],
    ['6. marts', meetingDate, 'den 6. marts 2031'],
    ['på fredag', meetingDate, 'den 22. november 2030'],
    ['den 6. marts 2031', meetingDate, null],
    ['31.december 2030', meetingDate, null],
    ['næste møde', meetingDate, null],
    ['primo oktober', meetingDate, null],
  ])('%s, said on %s', (text, said, expected) => {
    const due = readDue(text, said);
    expect(due && meaning(due, said)).toBe(expected);
  });

  it.each([
    ['6. marts', '2031-01-10', null],
    ['senest den 6. marts', '2031-01-10', null],
    ['6. marts', '2030-11-20', 'den 6. marts 2031'],
    ['uge 5', '2031-01-10', '27.-31. januar 2031'],
  ])(
    'is not repeated on a card where it is the same day this year: %s, said on %s',
    (text, said, expected) => {
      const due = readDue(text, said);
      expect(due && newMeaning(due, said)).toBe(expected);
    },
  );
});

describe('a deadline with a certain day is written wholly in one language', () => {
  it.each([
    ['inden den 6. marts', 'inden den 6. marts 2031', 'before 6 March 2031'],
    ['Senest 6. marts', 'Senest den 6. marts 2031', 'by 6 March 2031'],
    ['by 6 March', 'senest den 6. marts 2031', 'by 6 March 2031'],
    ['6. marts', 'den 6. marts 2031', '6 March 2031'],
    ['næste møde', 'næste møde', 'næste møde'],
  ])('%s', (text, danish, english) => {
    const due = readDue(text, '2031-01-10');
    expect(due && writeDue(due, 'da')).toBe(danish);
    expect(due && writeDue(due, 'en')).toBe(english);
  });
});
