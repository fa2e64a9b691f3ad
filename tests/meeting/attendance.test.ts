import { describe, expect, it } from '@jest/globals';
import {
  attendanceList,
  attendanceOf,
  attendanceToTakeBack,
  suggestedAttendance,
} from '../../src/meeting/attendance.ts';
import type { CommandOf } from '../../src/meeting/commands.ts';
import type { Attendance } from '../../src/meeting/events.ts';
import { minutesVersion } from '../../src/meeting/state.ts';
import {
  adjourned,
  agenda,
  approved,
  chair,
  type HeldMeeting,
  minuteTaker,
  note,
  participant,
  planned,
  running,
  stranger,
  undo,
} from '../support/meetingBuilder.ts';

const noted = (attendance: Attendance | null, ...personIds: string[]): CommandOf<'RecordAttendance'> => ({
  type: 'RecordAttendance',
  personIds,
  attendance,
});
const joined = (personId: string): CommandOf<'SuggestAttendance'> => ({
  type: 'SuggestAttendance',
  personId,
});
const withApologies = agenda({
  participants: agenda().participants.map((one) => ({ ...one, apologies: one.personId === 'bo' })),
});

describe('attendance', () => {
  it('is noted of several at once, by who leads or writes, and the last word counts', () => {
    const held = running()
      .does(minuteTaker, noted('present', 'asta', 'bo'))
      .does(chair, noted('absent', 'bo'));
    expect(attendanceOf(held.meeting, 'asta')).toBe('present');
    expect(attendanceOf(held.meeting, 'bo')).toBe('absent');
    expect(attendanceOf(held.meeting, 'ida')).toBeNull();
  });

  it('is noted before, during and after the meeting, and not once the minutes are approved', () => {
    for (const held of [planned(), running(), adjourned()])
      expect(held.asks(minuteTaker, noted('apologies', 'asta')).kind).toBe('accepted');
    expect(approved().refusal(chair, noted('apologies', 'asta'))).toBe('minutesApproved');
  });

  it('changes nothing where it is noted so already', () => {
    const held = running(withApologies).does(chair, noted('present', 'asta'));
    expect(held.refusal(chair, noted('present', 'asta'))).toBe('attendanceNoted');
    expect(held.refusal(chair, noted('apologies', 'bo'))).toBe('attendanceNoted');
    expect(held.asks(chair, noted('present', 'asta', 'ole', 'ole'))).toMatchObject({
      events: [{ type: 'AttendanceRecorded', personIds: ['ole'] }],
    });
  });

  it('is taken back to what the agenda says', () => {
    const held = running(withApologies).does(chair, noted('present', 'bo'));
    expect(attendanceOf(held.meeting, 'bo')).toBe('present');
    expect(attendanceOf(held.does(chair, noted(null, 'bo')).meeting, 'bo')).toBe('apologies');
    expect(held.refusal(chair, noted(null, 'bo'))).toBe('attendanceNoted');
  });

  const last = (held: HeldMeeting, acting = minuteTaker) => attendanceToTakeBack(held.meeting, acting.by);

  it('that was the last somebody did is taken back to how it was before, of those whom nobody noted since', () => {
    const held = running(withApologies)
      .does(chair, noted('absent', 'asta'))
      .does(minuteTaker, noted('present', 'asta', 'bo', 'ida'))
      .does(chair, noted('absent', 'ida'));
    expect(last(held)?.noted).toMatchObject([
      { personId: 'asta', before: 'absent' },
      { personId: 'bo', before: null },
    ]);
    const takesBack = last(held)?.version ?? 0;
    held.does(minuteTaker, { ...noted('absent', 'asta'), takesBack }, { ...noted(null, 'bo'), takesBack });
    expect(['asta', 'bo', 'ida'].map((id) => attendanceOf(held.meeting, id))).toEqual([
      'absent',
      'apologies',
      'absent',
    ]);
    // And that is not itself taken back.
    expect(last(held)).toBeNull();
  });

  it('is not the last that somebody did once they registered something, until that is taken back', () => {
    const held = running().does(minuteTaker, noted('present', 'asta'), note('item-1', 'n1'));
    expect([last(held), last(held, chair)]).toEqual([null, null]);
    held.does(minuteTaker, undo());
    expect(last(held)?.noted).toMatchObject([{ personId: 'asta', before: null }]);
  });

  it('makes the minutes other ones: who approves has to have seen it', () => {
    const held = adjourned();
    const before = minutesVersion(held.meeting);
    held.does(minuteTaker, noted('present', 'asta'));
    expect(held.refusal(chair, { type: 'ApproveMinutes', seenVersion: before })).toBe('minutesChanged');
  });

  it('of somebody who was not invited puts them on the list, as a guest unless they lead or write', () => {
    const held = running(agenda({ participants: [] })).does(chair, noted('present', 'gaest', 'ole'));
    expect(attendanceList(held.meeting)).toEqual([
      { personId: 'gaest', guest: true },
      { personId: 'ole', guest: false },
    ]);
    expect(attendanceList(held.does(chair, noted(null, 'gaest')).meeting)).toHaveLength(1);
  });

  it('of an account that is somebody’s is theirs', () => {
    const held = running()
      .does(chair, noted('present', 'gaest'))
      .does(chair, { type: 'SettleIdentity', personId: 'asta', accountId: 'gaest', same: true });
    expect(attendanceOf(held.meeting, 'asta')).toBe('present');
    expect(attendanceList(held.meeting)).toHaveLength(4);
    held.does(chair, noted('absent', 'gaest'));
    expect(attendanceOf(held.meeting, 'asta')).toBe('absent');
  });
});

describe('a join that Teams reports', () => {
  it('suggests, and notes nothing', () => {
    const held = running().does(participant, joined('asta')).does(stranger, joined('gaest'));
    expect(attendanceOf(held.meeting, 'asta')).toBeNull();
    expect(suggestedAttendance(held.meeting)).toEqual({ invited: ['asta'], unknown: ['gaest'] });
    expect(minutesVersion(held.meeting)).toBe(minutesVersion(running().meeting));
  });

  it('is kept once, and for oneself only', () => {
    const held = planned().does(participant, joined('asta'));
    expect(held.refusal(participant, joined('asta'))).toBe('attendanceSeen');
    expect(held.refusal(participant, joined('bo'))).toBe('onlyOwn');
  });

  it('suggests nothing any more once they are noted as present', () => {
    const held = running().does(participant, joined('asta')).does(chair, noted('present', 'asta'));
    expect(suggestedAttendance(held.meeting)).toEqual({ invited: [], unknown: [] });
  });

  it('of who had sent apologies still suggests that they came', () => {
    const held = running(withApologies).does(chair, joined('bo'));
    expect(suggestedAttendance(held.meeting).invited).toEqual(['bo']);
  });
});
