import { describe, expect, it } from '@jest/globals';
import { effects } from '../../src/service/effects.ts';
import { decisionsOf, decisionView } from '../../src/views/decisionView.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { logLines } from '../../src/views/logLines.ts';
import { minutesVersions } from '../../src/views/minutesVersions.ts';
import { readyCard } from '../../src/views/startCards.ts';
import { undoText } from '../../src/views/undoText.ts';
import {
  addendum,
  afterwards,
  agenda,
  answer,
  chair,
  edit,
  HeldMeeting,
  minuteTaker,
  note,
  operator,
  participant,
  people,
  propose,
  record,
} from '../support/meetingBuilder.ts';
import { correct, issueLink, openProposal } from '../support/pageCommands.ts';

const sight = (held: HeldMeeting, language: 'da' | 'en' = 'da') =>
  ({ meeting: held.meeting, people, language, audience: 'leading', notice: null }) as const;

describe('a meeting that was held without Punkt', () => {
  it('has versions of its minutes from when it is filled in; links and proposals make none', () => {
    const held = afterwards().does(
      minuteTaker,
      issueLink('l-1', 'bo'),
      openProposal(),
      record('item-2', 'd-1'),
    );
    expect(minutesVersions(held.commits, people, 'da').map(({ what }) => what)).toEqual([
      'registered',
      'edited',
    ]);
  });

  it('is over without having a time of its own', () => {
    expect(afterwards().meeting).toMatchObject({
      status: 'adjourned',
      startedAt: null,
      adjournedAt: null,
      currentSince: null,
    });
    const { head } = minutesOf(afterwards().meeting, people);
    expect(head).toMatchObject({
      registeredAfterwards: true,
      startedAt: null,
      adjournedAt: null,
      currentItemId: null,
      start: '09:00',
      notReached: [],
      handledBefore: [],
    });
  });

  it('needs an agenda, in use', () => {
    const waiting = new HeldMeeting()
      .does(operator, propose(agenda()))
      .does(operator, { type: 'AppointRole', personId: 'ida', role: 'chair' });
    expect(waiting.refusal(chair, { type: 'RegisterAfterwards' })).toBe('notAdopted');
  });

  it('is filled in, corrected and approved by who leads and writes', () => {
    const held = afterwards().does(
      minuteTaker,
      answer('item-2', 'point-2-1'),
      record('item-2', 'd-1'),
      note('item-2', 'n-1'),
      edit('item-4', '', 'Sagen blev drøftet.'),
      correct(agenda(), { place: 'Havnen' }),
      addendum('a-1'),
    );
    expect(held.refusal(participant, record('item-2', 'd-2'))).toBe('alreadyAdjourned');
    held.does(chair, { type: 'ApproveMinutes', seenVersion: 1000 });
    expect(held.meeting).toMatchObject({ status: 'approved', startedAt: null, adjournedAt: null });
  });

  it.each(['da', 'en'] as const)('says who wrote its decisions down, and no hour (%s)', (language) => {
    const held = afterwards().does(minuteTaker, record('item-2', 'd-1'));
    const [decision] = decisionsOf(sight(held), 'item-2');
    if (!decision) throw new Error('no decision');
    expect(decisionView(sight(held, language), 'item-2', decision, 200).registered).toBe('Ole Krogh');
    const entry = held.meeting.history.at(-1);
    if (!entry) throw new Error('nothing to take back');
    expect(undoText(sight(held, language), entry)).toMatch(/\(Ole Krogh\)$/u);
    expect(JSON.stringify(readyCard(sight(held, language)))).not.toMatch(/kl\.|\d[.:]\d\d/u);
  });

  it('is told in the log', () => {
    expect(logLines(afterwards().commits, people, 'da').at(-1)?.what).toBe(
      'efterregistrerer mødet, som blev holdt uden Punkt',
    );
  });

  it('comes to the chat with nothing but the first card, changed; what is to be done comes to who leads', () => {
    const held = afterwards().does(
      minuteTaker,
      record('item-2', 'd-1'),
      correct(agenda(), { place: 'Havnen' }),
    );
    const cards = held.commits.slice(-3).flatMap((commit) => effects(held.meeting, commit));
    const shared = cards.filter(({ to }) => to === 'conversation').map(({ card }) => card.kind);
    expect([...new Set(shared)]).toEqual(['ready']);
    const own = cards.filter(({ to }) => to !== 'conversation').map(({ card }) => card.kind);
    expect([...new Set(own)]).toEqual(['unanswered']);
  });
});
