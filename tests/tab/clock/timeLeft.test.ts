import { describe, expect, it } from '@jest/globals';
import { timeLeft } from '../../../src/tab/clock/timeLeft.ts';

/** In March Denmark is an hour ahead of UTC. */
const at = (clock: string, date = '2031-03-06') => Date.parse(`${date}T${clock}:00+01:00`);
const since = (clock: string, date = '2031-03-06') => ({
  date: '2031-03-06',
  position: { itemId: 'a', since: new Date(at(clock, date)).toISOString() },
});
const planned = (start: string | null, end: string | null, durationMinutes: number | null = null) => ({
  start,
  end,
  durationMinutes,
});

describe('the time left of an item', () => {
  it('counts to its planned end by the clock in Denmark', () => {
    expect(timeLeft(since('09:10'), planned('09:05', '09:35'), at('09:20'))).toEqual({
      minutes: 15,
      used: 0.5,
    });
  });

  it('is negative when the time is over', () => {
    expect(timeLeft(since('09:05'), planned('09:05', '09:35'), at('09:40'))).toEqual({
      minutes: -5,
      used: 1,
    });
  });

  it('passes midnight', () => {
    expect(timeLeft(since('23:50'), planned('23:45', '00:15'), at('23:55'))?.minutes).toBe(20);
  });

  it('counts its length from when the room came where the meeting is held at another hour or day', () => {
    expect(timeLeft(since('14:00'), planned('09:05', '09:35'), at('14:10'))?.minutes).toBe(20);
    const nextDay = since('09:05', '2031-03-07');
    expect(timeLeft(nextDay, planned('09:05', '09:35'), at('09:15', '2031-03-07'))?.minutes).toBe(20);
  });

  it('takes the printed length where there are no times', () => {
    expect(timeLeft(since('09:00'), planned(null, null, 15), at('09:05'))).toEqual({
      minutes: 10,
      used: 1 / 3,
    });
  });

  it('is unknown where nothing is planned, and where the room is nowhere', () => {
    expect(timeLeft(since('09:00'), planned(null, null), at('09:05'))).toBeNull();
    expect(timeLeft({ date: null, position: null }, planned('09:00', '09:05'), at('09:05'))).toBeNull();
  });
});
