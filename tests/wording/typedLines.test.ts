import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { typedLines, writtenLines } from '../../src/wording/typedLines.ts';

const cases = Number(process.env.PUNKT_TEST_CASES ?? 1);
const piece = fc.constantFrom(
  '- ',
  '-',
  '  ',
  ' ',
  '\n',
  'ord',
  '* ',
  '\t',
  '😀',
  '\r',
  '\u2028',
  '                    ',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);

describe('typed text', () => {
  it('comes back from its lines as it was, whatever it is', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(writtenLines(typedLines(typed))).toBe(typed);
        expect(typedLines(writtenLines(typedLines(typed)))).toEqual(typedLines(typed));
      }),
      { numRuns: 2000 * cases },
    );
  });

  it('has bullets where a line begins with "- ", deeper ones under them by two blanks each', () => {
    expect(typedLines('Der blev peget på:\n- at det haster\n  - især i syd\n -intet\n-heller ikke')).toEqual([
      { level: 0, text: 'Der blev peget på:' },
      { level: 1, text: 'at det haster' },
      { level: 2, text: 'især i syd' },
      { level: 0, text: ' -intet' },
      { level: 0, text: '-heller ikke' },
    ]);
  });
});
