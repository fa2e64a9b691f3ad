import { describe, expect, it } from '@jest/globals';
import { severalLines } from '../../src/teams/severalLines.ts';

const typed = (text: string, saidAt: string | null = null) => ({ activityId: 'm1', text, saidAt });
const texts = (text: string) => severalLines(typed(text), 'da').map((line) => line.text);

describe('one message', () => {
  it('with a command on every line is as many, each with an id that comes again when it is resent', () => {
    const lines = severalLines(typed('beslutning: Vi går i gang\n\n- tovholder: Line frist uge 5'), 'da');
    expect(lines).toEqual([
      { activityId: 'm1', text: 'beslutning: Vi går i gang', saidAt: null },
      { activityId: 'm1:1', text: '- tovholder: Line frist uge 5', saidAt: null },
    ]);
  });

  it.each([
    'beslutning: Vi går i gang\nog det haster',
    'beslutning: Følgende\n- første\n- andet',
    'næste',
    '',
  ])('%j is one, as a text may have several lines', (text) => expect(texts(text)).toEqual([text]));

  it('that takes along what somebody else said is one', () => {
    const quoted = typed('beslutning: Vi går i gang\nnæste', '2031-01-01T09:00:00Z');
    expect(severalLines(quoted, 'da')).toEqual([quoted]);
  });
});
