import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Command } from '../../../src/meeting/commands.ts';
import type { People } from '../../../src/meeting/people.ts';
import type { Acting } from '../../../src/meeting/roles.ts';
import { applyChange } from '../../../src/tab/live/applyChange.ts';
import { pageChange } from '../../../src/views/page/pageChange.ts';
import type { PageView } from '../../../src/views/page/pageView.ts';
import {
  agenda,
  chair,
  type HeldMeeting,
  item,
  minuteTaker,
  other,
  participant,
  people,
  record,
  running,
  stranger,
} from '../../support/meetingBuilder.ts';
import { issueLink, openProposal } from '../../support/pageCommands.ts';
import { viewFor as viewOf } from '../../support/pageViews.ts';
import { play, type Step, script } from '../../support/randomMeetings.ts';

const runs = { numRuns: 12 * Number(process.env.PUNKT_TEST_CASES ?? 1) };
/** In every word of the closed item, and in every note. */
const secret = 'Zyxhemmelig';
const noted = 'Qvæknotat';

const everybody: People = {
  ...Object.fromEntries(
    Object.entries(people).map(([id, person]) => [
      id,
      {
        ...person,
        identities: [`lejer:konto-${id}`],
        teams: { userId: `29:bruger-${id}`, tenantId: 'lejer-1' },
      },
    ]),
  ),
  taler: { ...people.bo, id: 'taler', name: `${secret}taler` } as People[string],
};
const withClosed = agenda({
  items: agenda().items.map((one) =>
    one.id === 'item-4'
      ? item(4, {
          title: `${secret}titel`,
          closed: true,
          presenters: ['taler'],
          asks: [`At Styregruppen drøfter ${secret}punkt`],
          description: `${secret}sag`,
          attachments: [`${secret}bilag`],
        })
      : one,
  ),
});

/** What is said under the closed item is secret, and what is noted is known as a note. */
function marked(command: Command): Command | null {
  const closed = 'itemId' in command && command.itemId === 'item-4';
  // What is moved out of a closed item was said in the open by whoever moved it.
  if (closed && 'toItemId' in command) return null;
  if (!('text' in command) || command.text === undefined || command.text.trim() === '') return command;
  const note = /Note|Section|Addendum/u.test(command.type) ? noted : '';
  return { ...command, text: `${closed ? secret : ''}${note} ${command.text}` };
}
const steps = (list: readonly Step[]): Step[] =>
  list.flatMap(({ acting, command }) => {
    const one = marked(command);
    return one ? [{ acting, command: one }] : [];
  });

const viewFor = (held: Pick<HeldMeeting, 'state'>, acting: Acting | null): PageView =>
  viewOf(held, acting, everybody);
const readers = [null, chair, minuteTaker, participant, other, stranger];

describe('whatever happens in a meeting, the page', () => {
  it('tells who does not lead nothing of a closed item, and nobody’s account or secret to anybody', () => {
    fc.assert(
      fc.property(script, (list) => {
        const check = (held: HeldMeeting) => {
          for (const acting of readers) {
            const view = viewFor(held, acting);
            const json = JSON.stringify(view);
            expect(json).not.toMatch(/lejer|bruger-|konto-|abababab|cdcdcdcd/u);
            if (view.head.audience !== 'leading') expect(json).not.toContain(secret);
          }
        };
        play(steps(list), check, withClosed);
      }),
      runs,
    );
  });

  it('shows who does not lead no notes but their own, and the big screen none', () => {
    fc.assert(
      fc.property(script, (list) => {
        const held = play(steps(list), undefined, withClosed);
        for (const acting of readers) {
          const view = viewFor(held, acting);
          if (view.head.audience === 'leading') continue;
          for (const { notes } of view.items) expect(notes.every(({ mine }) => mine)).toBe(true);
          expect(view.head.undo.every(({ mine }) => mine)).toBe(true);
          const others = {
            head: { ...view.head, undo: [] },
            items: view.items.map((one) => ({ ...one, notes: [] })),
          };
          expect(JSON.stringify(acting ? others : view)).not.toContain(noted);
        }
      }),
      runs,
    );
  });

  it('shows on the big screen nobody, and nothing that nobody has confirmed', () => {
    fc.assert(
      fc.property(script, (list) => {
        const { head, items } = viewFor(play(steps(list), undefined, withClosed), null);
        expect(head).toMatchObject({
          me: null,
          people: [],
          undo: [],
          links: [],
          imported: null,
          addenda: [],
        });
        for (const { decisions, discussion, description, alike } of items) {
          expect(decisions.every(({ confirmed, struck }) => confirmed && !struck)).toBe(true);
          expect([discussion, description, alike]).toEqual([null, null, []]);
        }
      }),
      runs,
    );
  });

  it('changes from commit to commit by what is different, and by nothing else', () => {
    fc.assert(
      fc.property(script, (list) => {
        const before = new Map<Acting | null, PageView>();
        const follow = (held: HeldMeeting) => {
          for (const acting of readers) {
            const after = viewFor(held, acting);
            const known = before.get(acting) ?? after;
            const change = pageChange(known, after);
            expect(change ? applyChange(known, change) : known).toEqual(after);
            expect(pageChange(after, after)).toBeNull();
            before.set(acting, after);
          }
        };
        play(steps(list), follow, withClosed);
      }),
      runs,
    );
  });

  it('is made anew as it was remembered', () => {
    fc.assert(
      fc.property(script, (list) => {
        const check = (held: HeldMeeting) => {
          for (const acting of readers) {
            // The same meeting of other objects: nothing of it is remembered.
            const fresh = { state: structuredClone(held.state) };
            expect(viewFor(held, acting)).toEqual(viewFor(fresh, acting));
          }
        };
        play(steps(list), check, withClosed);
      }),
      { numRuns: Math.ceil(runs.numRuns / 3) },
    );
  });
});

describe('on the big screen', () => {
  it('a decision stands once a leader has confirmed it, and its point is open until then', () => {
    const held = running().does(participant, record('item-2', 'd-1', { pointIds: ['point-2-2'] }));
    expect(viewFor(held, null).items[1]).toMatchObject({
      decisions: [],
      points: [{}, { status: 'Ikke besvaret endnu' }],
    });
    held.does(chair, { type: 'ConfirmDecision', itemId: 'item-2', decisionId: 'd-1' });
    expect(viewFor(held, null).items[1]).toMatchObject({
      decisions: [{ number: '2.1', registered: '' }],
      points: [{}, { status: 'Besluttet, se 2.1' }],
    });
  });
});

describe('a closed item', () => {
  const held = running(withClosed)
    .does(chair, record('item-4', 'd-1', { text: `${secret}beslutning` }))
    .does(minuteTaker, openProposal('item-4', `${secret}forslag`), issueLink('l-1', 'bo'));

  it('is its number and a neutral title to the room and the big screen, also while it is worded', () => {
    for (const acting of [participant, null]) {
      const { head, items } = viewFor(held, acting);
      expect(items[3]).toMatchObject({
        number: '4',
        title: 'Lukket punkt',
        hidden: true,
        points: [],
        decisions: [],
      });
      expect(head.proposal).toBeNull();
      expect(head.people.map(({ personId }) => personId)).not.toContain('taler');
    }
  });

  it('has nothing in it that the room is told is missing', () => {
    const { points } = viewFor(held, participant).head.pending;
    expect(viewFor(held, chair).head.pending.points).toBe(points + 1);
  });

  it('is all there to who leads and writes', () => {
    const { head, items } = viewFor(held, minuteTaker);
    expect(items[3]).toMatchObject({ title: `${secret}titel`, closed: true, hidden: false });
    expect(items[3]?.decisions[0]?.text).toBe(`${secret}beslutning`);
    expect(head.proposal).toMatchObject({ text: `${secret}forslag`, mine: true });
  });
});
