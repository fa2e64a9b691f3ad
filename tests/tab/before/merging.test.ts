import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addItem,
  changeHead,
  changeItem,
  invite,
  moveItem,
  removeItem,
} from '../../../src/tab/before/agendaEdits.ts';
import { corrections } from '../../../src/tab/before/corrections.ts';
import { reapplied } from '../../../src/tab/before/merging.ts';
import { addPoint, changePoint, removePoint } from '../../../src/tab/before/pointEdits.ts';
import { agenda, item, someAgenda } from './agendas.ts';

const base = agenda([
  item('a', { title: 'Velkomst' }),
  item('b', { title: 'Budget', points: [{ id: 'x', text: 'At det godkendes' }] }),
  item('c', { title: 'Eventuelt' }),
]);
const titles = (of: typeof base) => of.items.map(({ title }) => title);

describe('my corrections put on top of another agenda', () => {
  it('are both there, where we corrected different things', () => {
    const mine = changeItem('b', { title: 'Budget 2026' })(changeHead({ place: 'Sal 2' })(base));
    const theirs = changeItem('b', { closed: true })(changeItem('c', { title: 'Evt.' })(base));
    const both = reapplied(base, mine, theirs);
    expect(both.items[1]).toMatchObject({ title: 'Budget 2026', closed: true });
    expect([both.place, titles(both)[2]]).toEqual(['Sal 2', 'Evt.']);
  });

  it('win where we corrected the same', () => {
    const both = reapplied(
      base,
      changeItem('a', { title: 'Mit' })(base),
      changeItem('a', { title: 'Dit' })(base),
    );
    expect(titles(both)[0]).toBe('Mit');
  });

  it('keep what the other added, and add what I did', () => {
    const fresh = (id: string) => ({ id, kind: 'item', title: id }) as const;
    const mine = addPoint('b', null, { id: 'y', text: 'At y' })(addItem('b', fresh('mit'))(base));
    const theirs = addPoint('b', null, { id: 'z', text: 'At z' })(addItem('a', fresh('dit'))(base));
    const both = reapplied(base, mine, theirs);
    expect(titles(both)).toEqual(['Velkomst', 'dit', 'Budget', 'mit', 'Eventuelt']);
    expect(both.items[2]?.points.map(({ id }) => id).sort()).toEqual(['x', 'y', 'z']);
  });

  it('remove what I removed, and what the other removed and I left alone', () => {
    expect(titles(reapplied(base, removeItem('a')(base), removeItem('c')(base)))).toEqual(['Budget']);
    const mine = changeItem('c', { title: 'Evt.' })(base);
    expect(titles(reapplied(base, mine, removeItem('c')(base)))).toEqual(['Velkomst', 'Budget', 'Evt.']);
  });

  it('have my order if I moved something, else the other one', () => {
    const moved = moveItem('c', 0)(base);
    expect(titles(reapplied(base, moved, base))[0]).toBe('Eventuelt');
    expect(titles(reapplied(base, changeHead({ place: 'Sal 2' })(base), moved))[0]).toBe('Eventuelt');
  });

  it('are nothing but theirs if I corrected nothing, and nothing but mine if they did not', () => {
    fc.assert(
      fc.property(someAgenda, fc.nat(7), fc.nat(7), fc.boolean(), (drawn, pick, to, remove) => {
        const id = drawn.items[pick % drawn.items.length]?.id ?? '';
        const other = (remove ? removeItem(id) : moveItem(id, to))(
          invite('line', { guest: true })(changeItem(id, { title: 'Andet', closed: true })(drawn)),
        );
        expect(reapplied(drawn, drawn, other)).toEqual(other);
        expect(reapplied(drawn, other, drawn)).toEqual(other);
      }),
    );
  });
});

describe('what a correction changed', () => {
  it('is told part by part', () => {
    const after = removeItem('c')(
      changePoint(
        'b',
        'x',
        'At det drøftes',
      )(changeItem('b', { start: '09:10' })(changeHead({ place: 'Sal 2' })(base))),
    );
    expect(corrections(base, after)).toEqual([
      { kind: 'head', part: 'place' },
      { kind: 'changed', number: null, title: 'Budget', parts: ['time', 'points'] },
      { kind: 'removed', number: null, title: 'Eventuelt' },
    ]);
  });

  it('is nothing where nothing was changed', () => {
    expect(corrections(base, base)).toEqual([]);
    expect(corrections(base, removePoint('b', 'gone')(base))).toEqual([]);
  });

  it('is the order alone where an item was moved', () => {
    expect(corrections(base, moveItem('c', 0)(base))).toEqual([{ kind: 'head', part: 'order' }]);
  });
});
