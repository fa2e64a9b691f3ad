import { describe, expect, it } from '@jest/globals';
import { NASTY } from '../support/extremeMeetings.ts';
import { chair, note, record } from '../support/meetingBuilder.ts';
import { draftText, oneItem } from '../support/writtenMinutes.ts';

describe('what people typed', () => {
  it('comes out as they typed it', () => {
    const held = oneItem({ title: NASTY, asks: [NASTY], description: NASTY, attachments: [NASTY] });
    held.does(chair, note('item-1', 'n', NASTY), record('item-1', 'd', { text: NASTY }));
    expect(draftText(held).split(NASTY).length - 1).toBe(6);
    expect(draftText(held)).toContain(`- ${NASTY}`);
  });

  it('keeps its paragraphs, within its bullet where it is one', () => {
    const held = oneItem({}).does(
      chair,
      note('item-1', 'n', 'Første afsnit.\n\nAndet afsnit.'),
      record('item-1', 'd', { text: 'Vedtaget:\na) planen\nb) budgettet' }),
      note('item-1', 'm', 'Tredje.'),
    );
    const text = draftText(held);
    expect(text).toContain('Første afsnit.\n\nAndet afsnit.\n\nTredje.');
    expect(text).toContain('- Vedtaget:\n  a) planen\n  b) budgettet');
  });

  it('is there whole, however long', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `ord${index}`)
      .join(' ')
      .slice(0, 90_000);
    expect(draftText(oneItem({}).does(chair, note('item-1', 'n', words)))).toContain(words);
  });
});
