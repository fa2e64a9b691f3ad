import { describe, expect, it } from '@jest/globals';
import { shiftItem } from '../../../src/tab/before/agendaEdits.ts';
import {
  type ItemTimes,
  minutesTooMany,
  readClock,
  readMinutes,
  timesFollowOrder,
  timesOutOfOrder,
  withTimes,
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

describe('a time of an item that is corrected', () => {
  const printed = item('a', { start: '09:05', end: '09:35', durationMinutes: 30 });
  const times = ({ start, end, durationMinutes }: ItemTimes) => [start, end, durationMinutes];

  it.each([
    ['its minutes move its end', { durationMinutes: 40 }, ['09:05', '09:45', 40]],
    ['its end changes its minutes', { end: '09:50' }, ['09:05', '09:50', 45]],
    ['its start changes its minutes', { start: '09:20' }, ['09:20', '09:35', 15]],
    ['a start behind its end takes the end along', { start: '10:00' }, ['10:00', '10:30', 30]],
    [
      'minutes past midnight are those of the next day',
      { durationMinutes: 15 * 60 },
      ['09:05', '00:05', 900],
    ],
    ['minutes taken away leave the clock times', { durationMinutes: null }, ['09:05', '09:35', null]],
  ])('%s', (_, fields, expected) => {
    expect(times(withTimes(printed, fields))).toEqual(expected);
  });

  it('makes up none that the agenda does not have', () => {
    expect(times(withTimes(item('b', { start: '09:05' }), { durationMinutes: 10 }))).toEqual([
      '09:05',
      null,
      10,
    ]);
    expect(times(withTimes(item('b', { start: '09:05' }), { end: '09:10' }))).toEqual([
      '09:05',
      '09:10',
      null,
    ]);
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

  it('are out of order where an item runs into the next one', () => {
    const longer = agenda([
      item('a', { start: '09:00', end: '09:20' }),
      item('b', { start: '09:10', end: '09:40' }),
    ]);
    expect(timesOutOfOrder(longer)).toBe(true);
    expect(timesFollowOrder(longer).items.map(({ start, end }) => `${start}-${end}`)).toEqual([
      '09:00-09:20',
      '09:20-09:50',
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
