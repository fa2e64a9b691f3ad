import { describe, expect, it } from '@jest/globals';
import { done, historyOf, redone, undone } from '../../../src/tab/before/history.ts';
import { named, namesLike, readPerson } from '../../../src/tab/before/typedPerson.ts';

describe('taking back', () => {
  it('goes a step at a time, and forth again', () => {
    const two = done(done(historyOf('a'), 'b', null), 'c', null);
    expect(undone(two).present).toBe('b');
    expect(undone(undone(two)).present).toBe('a');
    expect(undone(undone(undone(two))).present).toBe('a');
    expect(redone(undone(two)).present).toBe('c');
    expect(redone(two).present).toBe('c');
  });

  it('takes what was typed in one place as one step', () => {
    const typed = ['B', 'Bu', 'Bud'].reduce((history, text) => done(history, text, 'title:a'), historyOf(''));
    expect(undone(typed).present).toBe('');
    expect(undone(done(typed, 'other', 'title:b')).present).toBe('Bud');
  });

  it('forgets what was taken back once something else is done', () => {
    expect(redone(done(undone(done(historyOf('a'), 'b', null)), 'c', null)).present).toBe('c');
  });

  it('makes no step of nothing', () => {
    const history = historyOf('a');
    expect(done(history, 'a', null)).toBe(history);
  });
});

describe('a person that is typed', () => {
  it('is a name, with title and organisation behind commas', () => {
    expect(readPerson('Line Skovbo,  sundhedschef, Engholm Kommune')).toEqual({
      name: 'Line Skovbo',
      title: 'sundhedschef',
      organisation: 'Engholm Kommune',
    });
    expect(readPerson('Line Skovbo')).toEqual({ name: 'Line Skovbo', title: null, organisation: null });
    expect(readPerson(' , chef')).toBeNull();
  });

  it('is found by the beginning of any part of the name', () => {
    const people = ['Jonas Kjeldgaard', 'Line Skovbo', 'Karoline Lind'].map((name) => ({ name }));
    const found = (typed: string) => namesLike(people, typed).map(({ name }) => name);
    expect(found('li')).toEqual(['Line Skovbo', 'Karoline Lind']);
    expect(found('LINE SKOVBO')).toEqual(['Line Skovbo']);
    expect(found('')).toHaveLength(3);
    expect(named(people, ' line  skovbo ')?.name).toBe('Line Skovbo');
    expect(named([...people, { name: 'Line Skovbo' }], 'Line Skovbo')).toBeUndefined();
  });
});
