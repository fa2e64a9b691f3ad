import { describe, expect, it } from '@jest/globals';
import { quotedLine } from '../../src/wording/quotedLine.ts';

const quote = { author: 'Hanne Vibe Dalby', text: 'Vi venter\net år.' };
const meant = (typed: string, of = quote) => quotedLine(typed, of);

describe('a word of command in answer to a quoted message', () => {
  it.each([
    ['notér', 'notér: '],
    ['Noter.', 'Noter: '],
    ['notér 4', 'notér 4: '],
    ['beslutning 4:', 'beslutning 4: '],
    ['Til referatet', 'notér: '],
    ['til referatet 4', 'notér 4: '],
    ['to the minutes', 'notér: '],
    ['decision', 'decision: '],
  ])('takes it on behalf of its author: %s', (typed, line) => {
    expect(meant(typed)).toBe(`på vegne af Hanne Vibe Dalby: ${line}Vi venter\net år.`);
  });

  it('takes it as one’s own where it is', () => {
    expect(quotedLine('notér', { ...quote, author: null })).toBe('notér: Vi venter\net år.');
  });

  it('has the author’s name without what would end it', () => {
    expect(quotedLine('notér', { author: 'Dalby: Hanne\nVibe', text: 'Ja' })).toBe(
      'på vegne af Dalby Hanne Vibe: notér: Ja',
    );
  });

  it.each([
    '',
    'ja',
    'næste',
    'referat',
    'status',
    'notér: Nej',
    'notér 4: Nej',
    'beslutning at vente',
    'tiltrådt',
  ])('is no such word, and means itself: %s', (typed) => {
    expect(meant(typed)).toBeNull();
  });

  it('means itself where the message has no text', () => {
    expect(quotedLine('notér', { ...quote, text: ' ' })).toBeNull();
  });
});
