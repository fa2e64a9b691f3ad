import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { People } from '../../src/meeting/people.ts';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { Sight } from '../../src/views/cardView.ts';
import { undoText } from '../../src/views/undoText.ts';
import { everyCard } from '../support/everyCard.ts';
import {
  adopt,
  agenda,
  answer,
  chair,
  type HeldMeeting,
  item,
  minuteTaker,
  note,
  people,
  propose,
  record,
  running,
  undo,
} from '../support/meetingBuilder.ts';

const runs = { numRuns: 6 * Number(process.env.PUNKT_TEST_CASES ?? 1) };
const secret = 'Zyxhemmelig';
const everybody: People = {
  ...people,
  taler: { ...people.bo, id: 'taler', name: `${secret}taler` } as People[string],
};

/** Item 4 is closed, and every word of it says so. */
const withClosed = () =>
  agenda({
    items: agenda().items.map((one) =>
      one.id === 'item-4'
        ? item(4, {
            title: `${secret}titel`,
            closed: true,
            presenters: ['taler'],
            asks: [`At Styregruppen drøfter ${secret}punkt`, `At Styregruppen beslutter ${secret}valg`],
            description: `${secret}sag`,
            attachments: [`${secret}bilag`],
          })
        : one,
    ),
  });

const decided = (held: HeldMeeting) =>
  held.does(
    chair,
    record('item-4', 'd-1', {
      text: `${secret}beslutning`,
      pointIds: ['point-4-2'],
      responsible: [{ kind: 'text', text: `${secret}tovholder` }],
      due: { text: `${secret}frist`, date: null },
    }),
    record('item-4', 'd-2', { text: `${secret}anden` }),
    { type: 'CorrectDecision', itemId: 'item-4', decisionId: 'd-2', text: `${secret}rettelse`, pointIds: [] },
    note('item-4', 'n-1', `${secret}notat`),
    answer('item-4', 'point-4-1', 'discussed'),
    { type: 'PostponeItem', itemId: 'item-4', until: { text: `${secret}udsat`, date: null } },
    record('item-2', 'd-open', { text: 'Åben beslutning' }),
  );

const sightOf = (held: HeldMeeting, audience: Sight['audience']): Sight => ({
  meeting: held.meeting,
  people: everybody,
  language: 'da',
  audience,
  notice: null,
});
const leaks = (held: HeldMeeting, audience: Sight['audience']): string[] =>
  [chair, minuteTaker].flatMap((acting) =>
    everyCard(sightOf(held, audience), acting).flatMap(({ name, views }) =>
      // All sizes of a card, with its line for notifications.
      views
        .filter((view) => JSON.stringify([renderFitting([view]), view.model]).includes(secret))
        .map(() => name),
    ),
  );

const next = (from: number, to: number) =>
  ({ type: 'MoveToItem', fromItemId: `item-${from}`, itemId: `item-${to}` }) as const;
const stages: Readonly<Record<string, () => HeldMeeting>> = {
  'before it is reached': () => decided(running(withClosed())),
  'while the room is there': () => decided(running(withClosed(), 'item-4')),
  'after it was left': () => decided(running(withClosed(), 'item-4')).does(chair, next(4, 5)),
  'when it was handled before Punkt joined': () => decided(running(withClosed(), 'item-5')),
  'after the meeting': () =>
    decided(running(withClosed(), 'item-4')).does(chair, { type: 'AdjournMeeting', fromItemId: 'item-4' }),
  'in a new edition that closes it': () =>
    running(
      agenda({
        items: agenda().items.map((one) => (one.id === 'item-4' ? { ...one, title: 'Åbent valg' } : one)),
      }),
    ).does(chair, propose(withClosed(), 'import-2')),
  'in a new edition that would open it': () =>
    running(withClosed()).does(
      chair,
      propose(agenda({ items: withClosed().items.map((one) => ({ ...one, closed: false })) }), 'import-2'),
    ),
  'in a warning of the import': () =>
    running(withClosed()).does(chair, {
      ...propose({ ...withClosed(), place: 'Havnen' }, 'import-2'),
      warnings: [
        { code: 'a', message: `Punkt 4 har ${secret}`, itemNumber: '4' },
        { code: 'b', message: `Punktet "${secret}titel" mangler noget`, itemNumber: null },
      ],
    }),
};

describe('no word of a closed item is in what all can see', () => {
  it.each(Object.entries(stages))('%s', (_name, held) => {
    expect(leaks(held(), 'shared')).toEqual([]);
  });

  it('whatever was registered, moved, struck and undone', () => {
    const command = fc.constantFrom(
      { type: 'MoveDecision', itemId: 'item-4', decisionId: 'd-1', toItemId: 'item-4' } as const,
      { type: 'StrikeDecision', itemId: 'item-4', decisionId: 'd-1' } as const,
      { type: 'MoveDecision', itemId: 'item-2', decisionId: 'd-open', toItemId: 'item-4' } as const,
      record('item-4', 'd-9', { text: `${secret}ny`, pointIds: ['point-4-1'] }),
      note('item-4', 'n-9', secret),
      undo(),
      next(1, 4),
      next(4, 5),
      { type: 'PauseMeeting' } as const,
      propose({ ...withClosed(), place: 'Havnen' }, 'import-2'),
      adopt('import-2'),
      { type: 'AdjournMeeting', fromItemId: 'item-5' } as const,
    );
    fc.assert(
      fc.property(fc.uniqueArray(command, { minLength: 3, maxLength: 9 }), (commands) => {
        const held = decided(running(withClosed()));
        for (const one of commands) {
          const outcome = held.asks(chair, one);
          if (outcome.kind === 'accepted') held.happens(chair.by, outcome.events);
        }
        expect(leaks(held, 'shared')).toEqual([]);
      }),
      runs,
    );
  });

  it('also of what was moved there from an open item', () => {
    const held = running(withClosed()).does(chair, record('item-2', 'd-1', { text: `${secret}flyttet` }));
    held.does(chair, { type: 'MoveDecision', itemId: 'item-2', decisionId: 'd-1', toItemId: 'item-4' });
    expect(leaks(held, 'shared')).toEqual([]);
    const [moved] = held.meeting.history.slice(-1);
    expect(moved && undoText(sightOf(held, 'shared'), moved)).toMatch(/^Punkt 4 \(lukket\) \(/u);
  });
});

describe('those who lead and write see it in their own chat', () => {
  it('on its card, its menus, its pages and in the draft', () => {
    const seen = leaks(decided(running(withClosed(), 'item-4')), 'leading');
    for (const part of [
      'item-4',
      'case item-4 0',
      'full item-4 0',
      'point point-4-1',
      'correction d-1',
      'draft 2',
    ])
      expect(seen.some((name) => name.includes(part))).toBe(true);
  });
});
