import { describe, expect, it } from '@jest/globals';
import { logLines } from '../../src/views/logLines.ts';
import { answer, chair, people, running } from '../support/meetingBuilder.ts';

describe('a commit of several things in the log', () => {
  it('says each once, parted by a semicolon, without the full stop of a sentence before it', () => {
    const held = running();
    const [one] = answer('item-2', 'point-2-1').answers;
    const [two] = answer('item-2', 'point-2-2').answers;
    if (!one || !two) throw new Error('no answers');
    held.does(chair, { ...answer('item-2', 'point-2-1'), answers: [one, two] });
    const what = logLines(held.commits, people, 'da').at(-1)?.what ?? '';
    expect(what).toMatch(/Sætning om point-2-1; .*Sætning om point-2-2\.$/u);
    expect(what).not.toContain('.;');
  });
});
