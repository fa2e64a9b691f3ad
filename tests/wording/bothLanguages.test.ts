import { describe, expect, it } from '@jest/globals';
import { REFUSAL_CODES } from '../../src/meeting/commands.ts';
import { buttonTexts } from '../../src/wording/buttonTexts.ts';
import { cardTexts } from '../../src/wording/cardTexts.ts';
import { formTexts } from '../../src/wording/formTexts.ts';
import { logTexts } from '../../src/wording/logTexts.ts';
import { minutesTexts } from '../../src/wording/minutesTexts.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import { replies } from '../../src/wording/replies.ts';

describe('both languages', () => {
  const keys = (value: unknown, at = ''): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, child]) => keys(child, `${at}.${key}`))
      : [at];

  it.each(Object.entries({ buttonTexts, cardTexts, formTexts, logTexts, minutesTexts, replies }))(
    'say the same things in %s',
    (_name, catalogue) => {
      // A label may be made by a function in one language and stand plain in the other.
      expect(keys(catalogue.en)).toEqual(keys(catalogue.da));
    },
  );

  it.each(REFUSAL_CODES)('have a sentence for the refusal %s', (code) => {
    const [da, en] = [refusalSentence(code, 'da'), refusalSentence(code, 'en')];
    for (const sentence of [da, en]) expect(sentence).toMatch(/^\p{Lu}.*[.]$/u);
    expect(da).not.toBe(en);
  });
});
