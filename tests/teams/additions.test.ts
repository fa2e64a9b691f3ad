import { describe, expect, it } from '@jest/globals';
import { answerOpen } from '../../src/teams/commandsOf.ts';
import { readLine } from '../../src/wording/lines.ts';
import { chair } from '../support/meetingBuilder.ts';
import { documentOf, oneItem } from '../support/writtenMinutes.ts';

describe('an outcome that is qualified in one typed line', () => {
  it.each([
    ['godkendt, idet økonomien afklares', 'approved', null, 'idet økonomien afklares'],
    ['Godkendt 4 med den ændring, at punkt 3 udgår.', 'approved', '4', 'med den ændring, at punkt 3 udgår.'],
    ['som indstillet, dog først fra 1. maj', 'adopted', null, 'dog først fra 1. maj'],
    ['til efterretning med bemærkning om Åse', 'noted', null, 'med bemærkning om Åse'],
    ['approved, provided that funding is found', 'approved', null, 'provided that funding is found'],
  ])('is read: %s', (typed, outcome, item, addition) => {
    expect(readLine(typed)).toEqual({ kind: 'answer', outcome, item, addition });
  });

  it.each(['godkendt med glæde', 'planen er fin, idet den er kort', 'dog', 'godkendt, men ikke af alle'])(
    'is not guessed: %s',
    (typed) => {
      expect(readLine(typed).kind).toBe('unknown');
    },
  );

  it.each([
    [['At Rådet godkender planen'], ['Rådet godkendte planen, idet økonomien afklares.']],
    [
      ['At Rådet drøfter planen', 'At Rådet godkender planen'],
      ['Rådet drøftede planen.', 'Rådet godkendte planen, idet økonomien afklares.'],
    ],
    [
      ['rådet peger på to indsatser', 'rådet peger på tre steder'],
      ['Indstillingen blev tiltrådt, idet økonomien afklares.'],
    ],
    [
      ['At Rådet drøfter planen', 'rådet peger på to indsatser'],
      ['Rådet drøftede planen.', 'Indstillingens punkt 2 blev tiltrådt, idet økonomien afklares.'],
    ],
  ])('joins the sentence of the minutes: %s', (asks, expected) => {
    const held = oneItem({ asks });
    const command = answerOpen(held.meeting, 'item-1', 'adopted', 'idet økonomien afklares');
    if (!('type' in command)) throw new Error('refused');
    const section = documentOf(held.does(chair, command)).items[0]?.sections.find(
      (one) => one.kind === 'decisions',
    );
    expect(section?.blocks.map(({ text }) => text)).toEqual(expected);
  });
});
