import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addItem,
  changeItem,
  invite,
  moveItem,
  nameAs,
  putPerson,
  removeItem,
  shiftItem,
  uninvite,
} from '../../../src/tab/before/agendaEdits.ts';
import { numberShown } from '../../../src/tab/before/numbering.ts';
import { addPoint, changePoint, removePoint, shiftPoint } from '../../../src/tab/before/pointEdits.ts';
import { agenda, item, numbered, someAgenda } from './agendas.ts';

const order = ({ items }: ReturnType<typeof agenda>) =>
  items.map(({ id, number }) => `${number ?? '–'}${id}`).join(' ');

describe('the order of the items', () => {
  const before = numbered([item('a'), item('p', { kind: 'break' }), item('b'), item('c')]);

  it('is changed a place at a time, and the printed numbers follow it', () => {
    expect(order(shiftItem('b', -1)(before))).toBe('1a 2b –p 3c');
    expect(order(shiftItem('c', -1)(before))).toBe('1a –p 2c 3b');
  });

  it('is changed at once by dragging', () => {
    expect(order(moveItem('c', 0)(before))).toBe('1c 2a –p 3b');
  });

  it('ends at the first and the last place', () => {
    expect(shiftItem('a', -1)(before)).toBe(before);
    expect(order(moveItem('a', 99)(before))).toBe('–p 1b 2c 3a');
  });

  it('leaves numbers alone that were not 1, 2, 3', () => {
    const lettered = agenda([item('a', { number: '4' }), item('b', { number: '4a' }), item('c')]);
    expect(order(shiftItem('b', -1)(lettered))).toBe('4ab 4a –c');
  });

  it('has the same items after any moves, and they move back', () => {
    fc.assert(
      fc.property(someAgenda, fc.nat(7), fc.nat(7), (drawn, from, to) => {
        const one = drawn.items[from % drawn.items.length];
        const moved = moveItem(one?.id ?? '', to)(drawn);
        expect(new Set(moved.items.map(({ id }) => id))).toEqual(new Set(drawn.items.map(({ id }) => id)));
        expect(moveItem(one?.id ?? '', from % drawn.items.length)(moved)).toEqual(drawn);
      }),
    );
  });
});

describe('an item', () => {
  const before = numbered([item('a'), item('b')]);

  it('is added behind another, or first', () => {
    const fresh = { id: 'n', kind: 'item', title: 'Nyt punkt' } as const;
    expect(order(addItem('a', fresh)(before))).toBe('1a 2n 3b');
    expect(order(addItem(null, { ...fresh, kind: 'break' })(before))).toBe('–n 1a 2b');
  });

  it('is removed, but never the last one', () => {
    expect(order(removeItem('a')(before))).toBe('1b');
    const one = agenda([item('a')]);
    expect(removeItem('a')(one)).toBe(one);
    expect(removeItem('gone')(before)).toBe(before);
  });

  it('keeps its title when that is emptied', () => {
    expect(changeItem('a', { title: ' ' })(before)).toBe(before);
    expect(changeItem('a', { title: 'Budget', closed: true })(before).items[0]).toMatchObject({
      title: 'Budget',
      closed: true,
    });
  });

  it('without a printed number is counted by its place', () => {
    const { items } = agenda([item('a'), item('p', { kind: 'break' }), item('b')]);
    expect(items.map((one) => numberShown(items, one))).toEqual(['1', null, '2']);
  });
});

describe('the points of an item', () => {
  const before = agenda([item('a', { points: ['x', 'y'].map((id) => ({ id, text: `At ${id}` })) })]);
  const ids = (of: typeof before) => of.items[0]?.points.map(({ id }) => id).join('');

  it('are added, reworded, moved and removed', () => {
    expect(ids(addPoint('a', 'x', { id: 'n', text: 'At n' })(before))).toBe('xny');
    expect(ids(addPoint('a', null, { id: 'n', text: 'At n' })(before))).toBe('xyn');
    expect(changePoint('a', 'y', 'At det godkendes')(before).items[0]?.points[1]?.text).toBe(
      'At det godkendes',
    );
    expect(ids(shiftPoint('a', 'y', -1)(before))).toBe('yx');
    expect(ids(shiftPoint('a', 'y', 1)(before))).toBe('xy');
    expect(ids(removePoint('a', 'x')(before))).toBe('y');
  });

  it('without words are none', () => {
    expect(ids(changePoint('a', 'x', '  ')(before))).toBe('y');
  });
});

describe('the people', () => {
  const before = agenda([item('a', { presenters: ['line'] })]);

  it('are invited, send apologies, are guests', () => {
    const { participants } = invite('line', { guest: true })(invite('ellen', { apologies: true })(before));
    expect(participants).toEqual([
      { personId: 'ellen', apologies: true, guest: false },
      { personId: 'jonas', apologies: false, guest: false },
      { personId: 'line', apologies: false, guest: true },
    ]);
  });

  it('who are no longer invited lead and write no more, and present what they present', () => {
    const after = uninvite('ellen')(nameAs('ellen', 'minuteTakers', true)(before));
    expect([after.chairs, after.minuteTakers, after.items[0]?.presenters]).toEqual([[], ['jonas'], ['line']]);
    expect(after.participants.map(({ personId }) => personId)).toEqual(['jonas']);
  });

  it('are named as leading and writing, and no more', () => {
    expect(nameAs('jonas', 'chairs', true)(before).chairs).toEqual(['ellen', 'jonas']);
    expect(nameAs('ellen', 'chairs', false)(before).chairs).toEqual([]);
  });

  it('who are corrected twice stand once', () => {
    const person = { personId: 'n', name: 'Nina', title: null, organisation: null };
    const after = putPerson({ ...person, name: 'Nina Dahl' })(putPerson(person)(before));
    expect(after.people).toEqual([{ ...person, name: 'Nina Dahl' }]);
  });
});
