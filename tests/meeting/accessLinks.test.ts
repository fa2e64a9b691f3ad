import { describe, expect, it } from '@jest/globals';
import { chair, minuteTaker, other, participant, running, stranger } from '../support/meetingBuilder.ts';
import { issueLink, takeLink } from '../support/pageCommands.ts';

const revoke = (linkId: string) => ({ type: 'RevokeAccessLink', linkId }) as const;

describe('a personal link', () => {
  it('answers the tap of whoever is signed in, for themselves alone, and vouches for them', () => {
    const held = running().does(participant, issueLink('l-1', 'asta', 'tap'));
    expect(held.meeting.links).toMatchObject([
      { id: 'l-1', personId: 'asta', authenticated: true, grounds: 'tap', deviceHash: null, revoked: false },
    ]);
    expect(held.refusal(participant, issueLink('l-2', 'bo', 'tap'))).toBe('onlyOwn');
    expect(held.refusal(chair, issueLink('l-2', 'bo', 'tap'))).toBe('onlyOwn');
    expect(held.refusal(stranger, issueLink('l-2', 'gaest', 'tap'))).toBe('anonymous');
  });

  it('is copied by who leads or writes, for anybody and for the stage, and vouches for nobody', () => {
    const held = running().does(minuteTaker, issueLink('l-1', 'gaest'), issueLink('l-2', null));
    expect(held.meeting.links).toMatchObject([
      { personId: 'gaest', authenticated: false, grounds: 'copied', by: minuteTaker.by },
      { personId: null, authenticated: false },
    ]);
    expect(held.refusal(participant, issueLink('l-3', 'asta'))).toBe('notAllowed');
    expect(held.refusal(participant, issueLink('l-3', null, 'tap'))).toBe('onlyOwn');
  });

  it('is a link of its own, whatever id it asks for', () => {
    const held = running().does(chair, issueLink('l-1', 'bo'));
    expect(held.refusal(participant, issueLink('l-1', 'asta', 'tap'))).toBe('linkTaken');
  });

  it('carries the role that its person holds, and yet gives no word of a signed-in person', () => {
    const byCopiedLink = { ...minuteTaker, authenticated: false };
    const held = running().does(byCopiedLink, issueLink('l-1', 'bo'));
    expect(held.refusal(byCopiedLink, issueLink('l-2', 'ole', 'tap'))).toBe('anonymous');
    expect(held.refusal(byCopiedLink, { type: 'ClaimRole', role: 'coChair' })).toBe('anonymous');
  });

  it('is taken by one device, once', () => {
    const held = running().does(chair, issueLink('l-1', 'bo')).does(other, takeLink('l-1'));
    expect(held.meeting.links).toMatchObject([{ deviceHash: 'cd'.repeat(32) }]);
    expect(held.refusal(other, takeLink('l-1'))).toBe('linkTaken');
    expect(held.refusal(other, takeLink('l-9'))).toBe('linkGone');
  });

  it('is revoked by who leads or writes, and by whose it is', () => {
    const given = () => running().does(chair, issueLink('l-1', 'bo'), issueLink('l-2', null));
    expect(given().does(minuteTaker, revoke('l-1')).meeting.links).toMatchObject([{ revoked: true }, {}]);
    expect(given().does(other, revoke('l-1')).meeting.links).toMatchObject([{ revoked: true }, {}]);
    expect(given().refusal(participant, revoke('l-1'))).toBe('onlyOwn');
    expect(given().refusal(participant, revoke('l-2'))).toBe('onlyOwn');
  });

  it('opens nothing any more once it is revoked', () => {
    const held = running().does(chair, issueLink('l-1', 'bo'), revoke('l-1'));
    expect(held.refusal(other, takeLink('l-1'))).toBe('linkGone');
    expect(held.refusal(chair, revoke('l-1'))).toBe('linkGone');
  });
});
