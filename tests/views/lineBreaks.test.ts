import { describe, expect, it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import { viewsOf } from '../../src/teams/cards.ts';
import { cut, cutKeepingLines } from '../../src/views/cardView.ts';
import { DETAILS, itemCard } from '../../src/views/itemCard.ts';
import { texts } from '../support/cardReading.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import { agenda, chair, item, record, running } from '../support/meetingBuilder.ts';

describe('a text of several lines', () => {
  it('is one line where it stands in a list', () => {
    expect(cut(' a\n\n  b\r\nc\u2028d ', 40)).toBe('a b c d');
    expect(cutKeepingLines('a\nb', 40)).toBe('a\nb');
    expect(cut('klynge\n'.repeat(20), 20)).toBe('klynge klynge …');
  });

  it('is one line of the summary, and keeps its lines on the card of its item', () => {
    const held = running().does(chair, record('item-1', 'd', { text: 'Klyngen gør:\n- dit\n- dat' }));
    const [first] = DETAILS;
    if (!first) throw new Error('no detail');
    const card = renderFitting([itemCard(sightOf(held), 'item-1', first)]).card;
    expect(texts(card)).toEqual(expect.arrayContaining(['- dit', '- dat']));
    held.does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' });
    const summary = renderFitting(viewsOf(sightOf(held), { kind: 'summary' })).card;
    expect(texts(summary).join('|')).toContain('Klyngen gør: - dit - dat');
  });

  it('keeps what a point lists below its sentence, up to a limit of lines', () => {
    const asks = ['At gruppen godkender:\n- planen\n- prisen', `At ${'x\n'.repeat(180)}`];
    const held = running(agenda({ items: [item(1, { asks })] }));
    const said = texts(renderFitting(viewsOf(sightOf(held), { kind: 'item', itemId: 'item-1' })).card);
    expect(said).toContain('1. At gruppen godkender:\n- planen\n- prisen');
    const second = said.find((text) => text.startsWith('2. ')) ?? '';
    expect(second.split('\n').length).toBeLessThanOrEqual(10);
  });
});
