import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Commit } from '../../src/meeting/commit.ts';
import { evolve, fold } from '../../src/meeting/evolve.ts';
import { pointStatus } from '../../src/meeting/record.ts';
import { type MeetingState, noMeeting, stops } from '../../src/meeting/state.ts';
import { chair, HeldMeeting, undo } from '../support/meetingBuilder.ts';
import { play, script } from '../support/randomMeetings.ts';
import { withoutTraces } from '../support/withoutTraces.ts';

const runs = { numRuns: 60 * Number(process.env.PUNKT_TEST_CASES ?? 1) };

describe('whatever people do in whatever order', () => {
  it('what is accepted can be applied, and the meeting makes sense afterwards', () => {
    fc.assert(
      fc.property(script, (steps) => {
        play(steps, (held) => {
          const { meeting } = held;
          if ('currentItemId' in meeting)
            expect(stops(meeting).some(({ id }) => id === meeting.currentItemId)).toBe(true);
          for (const record of Object.values(meeting.records)) {
            const numbers = record.decisions.map(({ sequence }) => sequence);
            expect(new Set(numbers).size).toBe(numbers.length);
            expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(record.lastSequence);
            for (const id of Object.keys(record.answers)) pointStatus(record, id);
          }
        });
      }),
      runs,
    );
  });

  it('an undo right afterwards leaves everything as it was', () => {
    fc.assert(
      fc.property(script, (steps) => {
        let before: unknown = null;
        play(steps, (held, done) => {
          const { meeting } = held;
          const entry = meeting.history.at(-1);
          if (done && before && entry?.version === meeting.version) {
            const decided = held.asks(chair, undo(meeting.version));
            // An objection may have left Ida without a role; everybody else's is then not hers to undo.
            if (decided.kind === 'accepted') {
              const commit = held.commits.at(-1);
              const after = evolve(meeting, {
                ...(commit as Commit),
                version: meeting.version + 1,
                by: chair.by,
                events: [...decided.events],
              });
              expect(withoutTraces(after as typeof meeting)).toEqual(before);
            }
          }
          before = withoutTraces(meeting);
        });
      }),
      runs,
    );
  });

  it('the log tells the same meeting however it is cut, also after it was stored', () => {
    fc.assert(
      fc.property(script, fc.nat(), (steps, at) => {
        const held = play(steps);
        const stored = held.commits.map((commit) => Commit.parse(JSON.parse(JSON.stringify(commit))));
        const cut = at % (stored.length + 1);
        const half: MeetingState = stored.slice(0, cut).reduce(evolve, noMeeting as MeetingState);
        expect(stored.slice(cut).reduce(evolve, half)).toEqual(held.state);
        expect(fold(held.commits)).toEqual(held.state);
      }),
      runs,
    );
  });

  it('nothing throws before the meeting has begun either', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const held = new HeldMeeting();
        for (const { acting, command: one } of steps) {
          const decided = held.asks(acting, one);
          if (decided.kind === 'accepted') held.happens(acting.by, decided.events);
        }
        expect(fold(held.commits)).toEqual(held.state);
      }),
      runs,
    );
  });
});
