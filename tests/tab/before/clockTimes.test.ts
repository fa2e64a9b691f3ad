import { describe, expect, it } from '@jest/globals';
import { shiftItem } from '../../../src/tab/before/agendaEdits.ts';
import {
  minutesTooMany,
  readClock,
  readMinutes,
  timesFollowOrder,
  timesOutOfOrder,
} from '../../../src/tab/before/clockTimes.ts';
import { agenda, item } from './agendas.ts';

describe('a time that is typed', () => {
  it('is read however it is written', () => {
    const typed = ['9.30', '09:30', 'kl. 9.30', '0930', '930', ' 9 ', ''];
    expect(typed.map(readClock)).toEqual(['09:30', '09:30', '09:30', '09:30', '09:30', '09:00', null]);
    expect(['10', '10 min.', '10 minutter', ''].map(readMinutes)).toEqual([10, 10, 10, null]);
  });

  it('that is none is said to be none', () => {
    expect(['25.00', '9.75', 'snart', '9.3'].map(readClock)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['ti', '-3'].map(readMinutes)).toEqual([undefined, undefined]);
  });
});

describe('the times of an agenda', () => {
  const before = agenda([
    item('a', { start: '09:00', end: '09:10' }),
    item('b', { start: '09:10', end: '09:40', durationMinutes: 30 }),
    item('c', { start: '09:40', end: '10:00' }),
  ]);

  it('are out of order once an item was moved, and can follow the order again', () => {
    const moved = shiftItem('c', -1)(before);
    expect([timesOutOfOrder(before), timesOutOfOrder(moved)]).toEqual([false, true]);
    const mended = timesFollowOrder(moved);
    expect(mended.items.map(({ id, start, end }) => `${id} ${start}-${end}`)).toEqual([
      'a 09:00-09:10',
      'c 09:10-09:30',
      'b 09:30-10:00',
    ]);
    expect(timesOutOfOrder(mended)).toBe(false);
  });

  it('that follow the order already stay as they are', () => {
    expect(timesFollowOrder(before)).toEqual(before);
  });

  it('are not made up where a length is not known', () => {
    const moved = agenda([
      item('a'),
      item('c', { start: '09:40', end: '10:00' }),
      item('b', { start: '09:10' }),
    ]);
    expect(timesFollowOrder(moved).items.map(({ start, end }) => [start, end])).toEqual([
      ['09:00', null],
      ['09:40', '10:00'],
      [null, null],
    ]);
  });

  it('past midnight are in order', () => {
    expect(timesOutOfOrder(agenda([item('a', { start: '23:50' }), item('b', { start: '00:10' })]))).toBe(
      false,
    );
  });

  it('may be more than the meeting has', () => {
    expect(minutesTooMany(before)).toBe(0);
    expect(minutesTooMany({ ...before, end: '09:45' })).toBe(15);
    expect(minutesTooMany({ ...before, end: null })).toBe(0);
  });
});
