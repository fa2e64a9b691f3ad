import { describe, expect, it } from '@jest/globals';
import { REFUSAL_CODES } from '../../src/meeting/commands.ts';
import { Outcome } from '../../src/meeting/outcome.ts';
import { buttonTexts } from '../../src/wording/buttonTexts.ts';
import { cardTexts } from '../../src/wording/cardTexts.ts';
import { formTexts } from '../../src/wording/formTexts.ts';
import { readLine } from '../../src/wording/lines.ts';
import { languageOfLocale } from '../../src/wording/locale.ts';
import { logTexts } from '../../src/wording/logTexts.ts';
import { minutesTexts } from '../../src/wording/minutesTexts.ts';
import { neutralSentence, outcomeLabel } from '../../src/wording/outcome.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import { replies } from '../../src/wording/replies.ts';
import { danishIn } from '../support/danishWords.ts';

const catalogues = { buttonTexts, cardTexts, formTexts, logTexts, minutesTexts, replies };

type Leaf = readonly [path: string, leaf: unknown];
const leaves = (value: unknown, at = ''): Leaf[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, child]) => leaves(child, `${at}.${key}`))
    : [[at, value]];

/** What a text says; one that is made says it of made-up things. */
const spoken = (leaf: unknown): string[] => {
  if (typeof leaf !== 'function') return [String(leaf)];
  // Some want lists, some counts, some names; what does not fit is left out.
  const given: readonly unknown[][] = [
    ['X', 'X', 'X', 'X'],
    [2, 3, 'X'],
    [1, 1],
    [['X', 'Y'], ['X']],
    ['X', ['X', 'Y']],
    [{ items: 2, points: 1, attachments: 1, participants: 2, apologies: 1 }],
    [null, null],
  ];
  return given.flatMap((args) => {
    try {
      const made: unknown = leaf(...args);
      return typeof made === 'string' ? [made] : Object.values(made as Record<string, string>);
    } catch {
      return [];
    }
  });
};

describe.each(Object.entries(catalogues))('the two languages of %s', (_name, { da, en }) => {
  it('have the same keys, each with the same parameters', () => {
    const signature = ([path, leaf]: Leaf) =>
      `${path}${typeof leaf === 'function' ? `(${leaf.length})` : ''}`;
    expect(leaves(en).map(signature)).toEqual(leaves(da).map(signature));
  });

  it('are no Danish in English', () => {
    expect(leaves(en).flatMap(([, leaf]) => danishIn(spoken(leaf)))).toEqual([]);
  });
});

describe('English', () => {
  it('refuses without a Danish word', () => {
    expect(danishIn(REFUSAL_CODES.map((code) => refusalSentence(code, 'en')))).toEqual([]);
  });

  it('names only buttons that are there and lines that are understood', () => {
    const titles = new Set(
      leaves(buttonTexts.en)
        .filter(([path]) => path.endsWith('.title'))
        .map(([, title]) => title),
    );
    const said = [
      ...REFUSAL_CODES.map((code) => refusalSentence(code, 'en')),
      ...[cardTexts, formTexts, replies].flatMap(({ en }) => leaves(en).flatMap(([, leaf]) => spoken(leaf))),
    ];
    const named = said.flatMap((text) => [...text.matchAll(/“([^”]+)”/gu)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(10);
    const unknown = named.filter(
      (name) =>
        name !== 'X' &&
        name !== 'Y' &&
        name !== 'save anyway' &&
        !titles.has(name) &&
        readLine(name.replace(/^@Punkt /u, '').replace('…', 'text')).kind === 'unknown',
    );
    expect(unknown).toEqual([]);
  });

  it('has button labels that are no longer than the longest Danish one', () => {
    const longest = (texts: typeof buttonTexts.da) =>
      Math.max(
        ...leaves(texts)
          .filter(([path]) => path.endsWith('.title'))
          .map(([, title]) => String(title).length),
      );
    expect(longest(buttonTexts.en)).toBeLessThanOrEqual(longest(buttonTexts.da));
  });

  it('gives every outcome a label and a sentence of its own, without a Danish word', () => {
    const sentences = Outcome.options.map((outcome) => neutralSentence(outcome, {}, 'en'));
    expect(
      danishIn([...sentences, ...Outcome.options.map((outcome) => outcomeLabel(outcome, 'en'))]),
    ).toEqual([]);
    expect(new Set(sentences).size).toBe(Outcome.options.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}[^.]+\.$/u);
    expect(neutralSentence('postponed', { until: 'until 2031-03-08' }, 'en')).toBe(
      'The item was postponed until 8 March 2031.',
    );
    expect(neutralSentence('forwarded', { forwardedTo: 'the Council' }, 'en')).toBe(
      'The item was referred to the Council.',
    );
  });
});

it.each([
  ['da-DK', 'da'],
  ['da', 'da'],
  ['nb-NO', 'da'],
  ['nn', 'da'],
  ['no', 'da'],
  ['sv-SE', 'da'],
  ['fo-FO', 'da'],
  ['kl-GL', 'da'],
  ['DA_dk', 'da'],
  ['en-US', 'en'],
  ['en', 'en'],
  ['de-DE', 'en'],
  ['fil-PH', 'en'],
  ['', null],
  ['und', null],
  ['?', null],
  [undefined, null],
  [null, null],
])('the locale %s reads %s', (locale, language) => expect(languageOfLocale(locale)).toBe(language));
