import { describe, expect, it } from '@jest/globals';
import type { ImportWarning } from '../../src/meeting/agenda.ts';
import { renderCard, renderFitting } from '../../src/render/renderCard.ts';
import { dropCard } from '../../src/views/dropCard.ts';
import { buttons, inputs, texts } from '../support/cardReading.ts';
import { agenda, item } from '../support/meetingBuilder.ts';

const source = { name: 'dagsorden.docx', sha256: 'ab'.repeat(32), format: 'docx' };
const places = (count: number, name = 'Udvalg') =>
  Array.from({ length: count }, (_, index) => ({
    key: `${index}`.padStart(24, '0'),
    name: `${name} ${index}`,
  }));
const warning = (n: number): ImportWarning => ({
  code: 'noDate',
  message: `Bemærkning ${n}`,
  itemNumber: null,
});
const file = { source, agenda: agenda(), warnings: [1, 2, 3, 4, 5].map(warning) };
const card = (...args: Parameters<typeof dropCard>) => renderCard(dropCard(...args));

describe('the card of a dropped agenda', () => {
  it('says what was read, three warnings first, and asks for the chat', () => {
    const read = texts(card(file, places(2), 'da', null)).join('\n');
    for (const said of [
      'Dagsordenen er læst',
      'Fra dagsorden.docx',
      'Bemærkning 3',
      'og 2 bemærkninger mere',
    ])
      expect(read).toContain(said);
    expect(read).not.toContain('Bemærkning 4');
    expect(read).toContain('Hvilken chat holdes mødet i?');
  });

  it('has a button for each of a few chats, and a list of many', () => {
    expect(buttons(card(file, places(5), 'da', null))).toHaveLength(5);
    const many = card(file, places(6), 'da', null);
    expect(buttons(many).map(({ title }) => title)).toEqual(['Læg i chatten']);
    expect(inputs(many)[0]?.choices).toHaveLength(6);
  });

  it('lists chats whose names are too long to be told apart on buttons', () => {
    const long = card(file, places(2, 'Styregruppemøde i Sundhedsklyngen'), 'da', null);
    expect(inputs(long)[0]?.choices.map(({ title }) => title)).toEqual([
      'Styregruppemøde i Sundhedsklyngen 0',
      'Styregruppemøde i Sundhedsklyngen 1',
    ]);
  });

  it('shows its owner closed items, and offers nothing once it is placed', () => {
    const closed = { ...file, agenda: agenda({ items: [item(1, { title: 'Ansættelse', closed: true })] }) };
    const placed = card(closed, null, 'da', 'Lagt i »Udvalg«.');
    expect(texts(placed)).toEqual(expect.arrayContaining(['Ansættelse', 'Lagt i »Udvalg«.']));
    expect(texts(placed).join()).not.toContain('Hvilken chat');
    expect(buttons(placed)).toEqual([]);
  });

  it('can be sent with as much in it as there may be, and leaves no placeholder', () => {
    const items = Array.from({ length: 300 }, (_, index) => item(index + 1, { title: 'Æ'.repeat(500) }));
    const large = { ...file, agenda: agenda({ title: 'T'.repeat(5_000), items }) };
    const views = [40, 25, 15, 6].map((rows) =>
      dropCard(large, places(100, 'Å'.repeat(300)), 'en', 'N', rows),
    );
    const sent = JSON.stringify(renderFitting(views).card);
    expect(sent.length).toBeLessThan(17_000);
    for (const given of [sent, JSON.stringify(card(file, [], 'en', null))])
      expect(given).not.toMatch(/\$\{/u);
  });
});
