import { describe, expect, it } from '@jest/globals';
import { closed } from '../../src/render/closedTurns.ts';

const [LRE, PDF, RLO, RLI, PDI] = ['\u202a', '\u202c', '\u202e', '\u2067', '\u2069'];

describe('signs that turn the direction of a text', () => {
  it('stay where the text ends them itself', () => {
    for (const text of [`a ${RLO}abc${PDF} b`, `${RLI}שלום${PDI}`, `${LRE}a ${RLI}b${PDI} c${PDF}`])
      expect(closed(text)).toBe(text);
  });

  it('go where it does not: what follows of ours is read as we wrote it', () => {
    expect(closed(`Ole ${RLO}Krogh · Frist: uge 5`)).toBe('Ole Krogh · Frist: uge 5');
    expect(closed(`${RLI}a ${RLO}b${PDI} c`)).toBe(`a b${PDI} c`);
    expect(closed(`${RLO}${LRE}a${PDF} b`)).toBe(`${LRE}a${PDF} b`);
  });

  it('are nothing to look for in other texts, right-to-left ones too', () => {
    for (const text of ['', 'Mødet er ved punkt 2', 'שלום 👩‍⚕️', 'محمد الأحمد\u200f'])
      expect(closed(text)).toBe(text);
  });
});
