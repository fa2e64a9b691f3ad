import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/meeting/commands.ts';
import { rolesOf } from '../../src/meeting/roles.ts';
import {
  adopt,
  agenda,
  chair,
  HeldMeeting,
  minuteTaker,
  operator,
  other,
  participant,
  planned,
  propose,
  stranger,
} from '../support/meetingBuilder.ts';

const claim = (role: 'chair' | 'coChair' | 'minuteTaker'): Command => ({ type: 'ClaimRole', role });
const contest = (personId: string, role: 'chair' | 'minuteTaker'): Command => ({
  type: 'ContestRole',
  personId,
  role,
});
const appoint = (personId: string, role: 'chair' | 'minuteTaker'): Command => ({
  type: 'AppointRole',
  personId,
  role,
});
/** In use, adopted from the command line: nobody holds a role yet. */
const unled = (fields = {}) =>
  new HeldMeeting().does(operator, propose(agenda(fields))).does(operator, adopt());

describe('using an agenda where nobody leads', () => {
  const imported = (fields = {}) => new HeldMeeting().does(operator, propose(agenda(fields)));

  it('gives the role that the agenda names the person for', () => {
    expect(imported().does(chair, adopt()).meeting.roles).toEqual([
      { personId: 'ida', role: 'chair', grounds: 'agenda' },
    ]);
    expect(imported({ minuteTakers: ['ida'] }).does(chair, adopt()).meeting.roles).toEqual([
      { personId: 'ida', role: 'chair', grounds: 'agenda' },
      { personId: 'ida', role: 'minuteTaker', grounds: 'agenda' },
    ]);
  });

  it('makes anybody else minute taker', () => {
    expect(imported().does(participant, adopt()).meeting.roles).toEqual([
      { personId: 'asta', role: 'minuteTaker', grounds: 'imported' },
    ]);
  });

  it('gives the operator nothing, and nobody more where somebody leads', () => {
    expect(imported().does(operator, adopt()).meeting.roles).toEqual([]);
    const held = planned();
    const { roles } = held.meeting;
    held.does(chair, propose(agenda({ place: 'Havnen' }), 'import-2'), adopt('import-2'));
    expect(held.meeting.roles).toEqual(roles);
  });

  it('is nothing for an anonymous person', () => {
    expect(imported().refusal(stranger, adopt())).toBe('anonymous');
  });
});

describe('claiming a role', () => {
  it('is granted to whom the agenda names, also when another holds it', () => {
    const held = unled().does(operator, appoint('bo', 'chair')).does(chair, claim('chair'));
    expect(held.meeting.roles).toContainEqual({ personId: 'ida', role: 'chair', grounds: 'agenda' });
    expect(held.refusal(chair, claim('chair'))).toBe('roleHeldAlready');
  });

  it('is granted to anyone while the role is free, and not when it is taken', () => {
    const held = unled().does(participant, claim('chair'));
    expect(held.meeting.roles).toEqual([{ personId: 'asta', role: 'chair', grounds: 'claimed' }]);
    expect(held.refusal(other, claim('chair'))).toBe('roleTaken');
  });

  it('lets who leads take the other role too', () => {
    const held = planned().does(chair, claim('minuteTaker'));
    expect(rolesOf(held.meeting, 'ida')).toEqual(['chair', 'minuteTaker']);
  });

  it('is never granted to an anonymous person', () => {
    expect(unled().refusal(stranger, claim('chair'))).toBe('anonymous');
    expect(unled().refusal({ by: chair.by, authenticated: false }, claim('chair'))).toBe('anonymous');
  });
});

describe('objecting to a role', () => {
  it('takes back a role that somebody just took, whoever objects', () => {
    const held = unled().does(participant, claim('chair')).does(other, contest('asta', 'chair'));
    expect(held.meeting.roles).toEqual([]);
    expect(held.refusal(other, contest('asta', 'chair'))).toBe('roleNotHeld');
  });

  it('takes back the role of who imported', () => {
    const held = new HeldMeeting().does(participant, propose(agenda()), adopt());
    expect(held.does(other, contest('asta', 'minuteTaker')).meeting.roles).toEqual([]);
  });

  it('is for those who lead where the agenda or a leader gave the role', () => {
    const held = planned().does(chair, appoint('bo', 'minuteTaker'));
    expect(held.refusal(participant, contest('ida', 'chair'))).toBe('contestNotYours');
    expect(held.refusal(participant, contest('bo', 'minuteTaker'))).toBe('contestNotYours');
    held.does(minuteTaker, contest('bo', 'minuteTaker'));
    expect(rolesOf(held.meeting, 'bo')).toEqual([]);
  });

  it('lets everyone give back their own', () => {
    expect(rolesOf(planned().does(minuteTaker, contest('ole', 'minuteTaker')).meeting, 'ole')).toEqual([]);
  });

  it('outlives the word of the agenda: the role does not come back by itself', () => {
    const held = planned().does(minuteTaker, contest('ida', 'chair'), claim('chair'));
    expect(held.refusal(chair, claim('chair'))).toBe('roleTaken');
    held.does(minuteTaker, appoint('ida', 'chair'));
    expect(rolesOf(held.meeting, 'ida')).toEqual(['chair']);
  });
});

describe('appointing', () => {
  it('tells who did it, and is done once', () => {
    const held = planned().does(chair, appoint('bo', 'minuteTaker')).does(operator, appoint('asta', 'chair'));
    expect(held.meeting.roles.slice(-2)).toEqual([
      { personId: 'bo', role: 'minuteTaker', grounds: 'appointed' },
      { personId: 'asta', role: 'chair', grounds: 'commandLine' },
    ]);
    expect(held.refusal(chair, appoint('bo', 'minuteTaker'))).toBe('roleHeldAlready');
  });
});
