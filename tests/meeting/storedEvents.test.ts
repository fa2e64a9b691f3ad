import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Commit } from '../../src/meeting/commit.ts';
import { MeetingEvent } from '../../src/meeting/events.ts';
import { BrokenLog, evolve, fold } from '../../src/meeting/evolve.ts';
import { noMeeting } from '../../src/meeting/state.ts';

/** Recorded once and never edited: logs live for ever. A new shape is a new `v` with a file of its own. */
const file = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/events/${name}`, import.meta.url), 'utf8')) as {
    events: { type: string; v: number }[];
  }[];
/** The meeting, and what came with the work after it: one log. */
const meeting = file('v1.json');
const recorded = [...meeting, ...file('v1-afterMeeting.json')];
/** What was registered for others, and whose account is whose. */
const onBehalf = [...file('v1-onBehalf.json'), ...file('v1-onBehalfAfterwards.json')];
/** Who came, and what was taken back of it. */
const attendance = [...file('v1-attendance.json'), ...file('v1-attendanceTakenBack.json')];
/** What came with the page: a meeting worded before all, and one held without Punkt. */
const byPage = file('v1-page.json');
const heldWithout = file('v1-afterwards.json');
/** Whether the meeting had gone on, asked of who writes. */
const movedOn = file('v1-movedOn.json');
const everything = [...recorded, ...byPage, ...heldWithout, ...onBehalf, ...movedOn, ...attendance];

describe('what was stored in version 1', () => {
  it('is read for ever, every field as it was', () => {
    for (const commit of everything) expect(Commit.parse(commit)).toEqual(commit);
  });

  it('holds one event of every type', () => {
    const types = everything.flatMap(({ events }) => events.map(({ type }) => type));
    expect([...new Set(types)].toSorted()).toEqual(
      MeetingEvent.options.map(({ shape }) => shape.type.value).toSorted(),
    );
  });

  it('is folded without a word', () => {
    expect(fold(meeting.map((commit) => Commit.parse(commit))).status).toBe('adjourned');
    expect(fold(recorded.map((commit) => Commit.parse(commit)))).toMatchObject({
      status: 'approved',
      addenda: [
        { id: 'a1', itemId: 'i1', struck: false },
        { id: 'a2', itemId: null, struck: true },
      ],
      records: { i1: { discussion: { text: 'Sagen blev drøftet.' } } },
    });
    expect(fold(byPage.map((commit) => Commit.parse(commit)))).toMatchObject({
      status: 'running',
      edition: 2,
      agenda: { place: 'Havnen' },
      openProposal: null,
      links: [
        { id: 'l1', personId: 'bo', authenticated: true, deviceHash: 'ef'.repeat(32), revoked: false },
        { id: 'l2', personId: null, authenticated: false, deviceHash: null, revoked: true },
      ],
      records: {
        i1: {
          decisions: [
            { id: 'd1', struck: false },
            { id: 'd2', struck: true, mergedInto: 'd1' },
            { id: 'd3', text: 'Vi bygger broen.' },
          ],
          keptApart: [['d1', 'd3']],
        },
      },
    });
    expect(fold(heldWithout.map((commit) => Commit.parse(commit)))).toMatchObject({
      status: 'adjourned',
      startedAt: null,
      adjournedAt: null,
    });
  });

  it('is refused where it was damaged, or is of a version to come', () => {
    const [first] = recorded;
    const event = first?.events[0];
    expect(Commit.safeParse({ ...first, events: [] }).success).toBe(false);
    expect(Commit.safeParse({ ...first, version: 0 }).success).toBe(false);
    expect(Commit.safeParse({ ...first, events: [{ ...event, v: 2 }] }).success).toBe(false);
    expect(Commit.safeParse({ ...first, events: [{ ...event, type: 'Unheard' }] }).success).toBe(false);
  });

  it('is called broken where its events cannot have come in that order', () => {
    const [imported, , , , , moved] = recorded.map((commit) => Commit.parse(commit));
    if (!imported || !moved) throw new Error('the fixture is too short');
    expect(() => evolve(evolve(noMeeting, imported), moved)).toThrow(BrokenLog);
  });
});
