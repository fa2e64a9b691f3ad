import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergePoint, splitPoint } from '../../../src/tab/before/pointEdits.ts';
import { mergeItem, partingAt, splitItem } from '../../../src/tab/before/splitting.ts';
import type { CorrectedAgenda } from '../../../src/views/page/ask.ts';
import { agenda, item, numbered, someAgenda } from './agendas.ts';

const placeholder = 'Nyt punkt';
const fresh = { id: 'new', title: placeholder };
const pointsOf = ({ items }: CorrectedAgenda) => items.flatMap(({ points }) => points);
const wordsOf = ({ items }: CorrectedAgenda) =>
  items
    .flatMap(({ title, description, attachments, points }) => [
      title,
      description ?? '',
      ...attachments,
      ...points.map(({ text }) => text),
    ])
    .join('\n')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .sort();

describe('an item that is parted', () => {
  it('at a point gives that and those after it to the new item', () => {
    const before = numbered([
      item('a', { points: ['x', 'y', 'z'].map((id) => ({ id, text: `At ${id}` })), description: 'Sagen' }),
      item('b'),
    ]);
    const { items } = splitItem('a', { kind: 'point', pointId: 'y' }, fresh)(before);
    expect(
      items.map(({ id, number, title, points }) => [id, number, title, points.map((one) => one.id).join()]),
    ).toEqual([
      ['a', '1', 'Emne a', 'x'],
      ['new', '2', 'Nyt punkt', 'y,z'],
      ['b', '3', 'Emne b', ''],
    ]);
    expect(items[0]?.description).toBe('Sagen');
  });

  it('at a paragraph takes it for its title', () => {
    const before = agenda([item('a', { description: 'Indledning\nØkonomi\nBudgettet er stramt.' })]);
    const { items } = splitItem('a', { kind: 'paragraph', index: 1 }, fresh)(before);
    expect(items.map(({ title, description }) => [title, description])).toEqual([
      ['Emne a', 'Indledning'],
      ['Økonomi', 'Budgettet er stramt.'],
    ]);
  });

  it('stays whole where there is nothing to part it at', () => {
    const before = agenda([item('a')]);
    expect(splitItem('a', { kind: 'point', pointId: 'x' }, fresh)(before)).toBe(before);
    expect(splitItem('a', { kind: 'paragraph', index: 0 }, fresh)(before)).toBe(before);
    expect(splitItem('gone', { kind: 'paragraph', index: 0 }, fresh)(before)).toBe(before);
  });

  it('at any point, and joined again, is as it was', () => {
    fc.assert(
      fc.property(someAgenda, fc.nat(), (before, pick) => {
        const all = before.items.flatMap((one) => one.points.map(({ id }) => [one.id, id] as const));
        const [itemId, pointId] = all[pick % Math.max(all.length, 1)] ?? ['none', 'none'];
        const parted = splitItem(itemId, { kind: 'point', pointId }, fresh)(before);
        expect(pointsOf(parted)).toEqual(pointsOf(before));
        expect(mergeItem('new', placeholder)(parted)).toEqual(before);
      }),
    );
  });

  it('at any paragraph, and joined again, has every word that it had', () => {
    fc.assert(
      fc.property(someAgenda, fc.nat(), fc.nat(), (before, pick, index) => {
        const one = before.items[pick % before.items.length];
        const parted = splitItem(one?.id ?? '', { kind: 'paragraph', index: index % 4 }, fresh)(before);
        expect(wordsOf(parted)).toEqual(wordsOf(before));
        expect(wordsOf(mergeItem('new', placeholder)(parted))).toEqual(wordsOf(before));
      }),
    );
  });
});

describe('an item that is joined to the one before it', () => {
  it('loses no point and no word, wherever it stands', () => {
    fc.assert(
      fc.property(someAgenda, fc.nat(), (before, pick) => {
        const one = before.items[pick % before.items.length];
        const joined = mergeItem(one?.id ?? '', placeholder)(before);
        expect(pointsOf(joined)).toEqual(pointsOf(before));
        expect(wordsOf(joined)).toEqual(wordsOf(before));
      }),
    );
  });

  it('stays closed if either was', () => {
    const joined = mergeItem('b', placeholder)(agenda([item('a'), item('b', { closed: true })]));
    expect(joined.items.map(({ closed }) => closed)).toEqual([true]);
  });

  it('adds up the minutes and keeps the later end', () => {
    const joined = mergeItem(
      'b',
      placeholder,
    )(
      agenda([
        item('a', { start: '09:00', end: '09:10', durationMinutes: 10 }),
        item('b', { start: '09:10', end: '09:30', durationMinutes: 20 }),
      ]),
    );
    expect(joined.items[0]).toMatchObject({ start: '09:00', end: '09:30', durationMinutes: 30 });
  });
});

describe('a point that is parted', () => {
  const before = agenda([
    item('a', { points: [{ id: 'x', text: 'At planen godkendes. At budgettet drøftes.' }] }),
  ]);

  it('at the cursor becomes two, and one again when joined', () => {
    const parted = splitPoint('a', 'x', 21, 'y')(before);
    expect(parted.items[0]?.points).toEqual([
      { id: 'x', text: 'At planen godkendes.' },
      { id: 'y', text: 'At budgettet drøftes.' },
    ]);
    expect(mergePoint('a', 'y')(parted)).toEqual(before);
  });

  it('at its beginning or end stays one', () => {
    expect(splitPoint('a', 'x', 0, 'y')(before)).toEqual(before);
    expect(splitPoint('a', 'x', 99, 'y')(before)).toEqual(before);
  });

  it('has all its words, wherever the cursor was', () => {
    fc.assert(
      fc.property(someAgenda, fc.nat(), fc.nat(), (drawn, pick, at) => {
        const [one] = drawn.items.filter(({ points }) => points.length > 0);
        const point = one?.points[pick % Math.max(one.points.length, 1)];
        const parted = splitPoint(one?.id ?? '', point?.id ?? '', at % 60, 'new')(drawn);
        const letters = (of: CorrectedAgenda) => wordsOf(of).join('').split('').sort().join('');
        expect(letters(parted)).toBe(letters(drawn));
        expect(letters(mergePoint(one?.id ?? '', 'new')(parted))).toBe(letters(drawn));
      }),
    );
  });
});

describe('a line of the document', () => {
  const one = item('a', {
    points: [{ id: 'x', text: 'At styregruppen godkender budgettet for 2026' }],
    description: 'Baggrund for sagen\nKommunerne har bedt om en samlet oversigt over tilbuddene.',
  });

  it('parts the item at the point or paragraph that it begins', () => {
    expect(partingAt(one, ' • At styregruppen godkender budget-')).toEqual({ kind: 'point', pointId: 'x' });
    expect(partingAt(one, 'Kommunerne har bedt om en samlet')).toEqual({ kind: 'paragraph', index: 1 });
  });

  it('in the middle of a paragraph parts nothing', () => {
    expect(partingAt(one, 'oversigt over tilbuddene.')).toBeNull();
    expect(partingAt(one, ' ')).toBeNull();
  });
});
