import { describe, expect, it } from '@jest/globals';
import type { Agenda, AgendaItem } from '../../src/meeting/agenda.ts';
import { newEdition, nothingNew } from '../../src/meeting/edition.ts';
import {
  adopt,
  agenda,
  answer,
  chair,
  type HeldMeeting,
  item,
  note,
  planned,
  propose,
  record,
  running,
} from '../support/meetingBuilder.ts';

/** The same agenda as read anew: all ids are fresh. */
const readAnew = (of: Agenda): Agenda => ({
  ...of,
  items: of.items.map((one) => ({
    ...one,
    id: `new-${one.id}`,
    points: one.points.map((point) => ({ ...point, id: `new-${point.id}` })),
  })),
});
const changed = (n: number, fields: Partial<AgendaItem>): Agenda => {
  const anew = readAnew(agenda());
  return {
    ...anew,
    items: anew.items.map((one) => (one.id === `new-item-${n}` ? { ...one, ...fields } : one)),
  };
};
const use = (held: HeldMeeting, of: Agenda): HeldMeeting =>
  held.does(chair, propose(of, 'import-2'), adopt('import-2'));
const itemOf = (held: HeldMeeting, id: string) => held.meeting.agenda.items.find((one) => one.id === id);
const order = (held: HeldMeeting) => held.meeting.agenda.items.map(({ id }) => id);

describe('the same agenda again', () => {
  it.each([planned, running])('is nothing new', (state) => {
    const held = state().does(chair, propose(readAnew(agenda()), 'import-2'));
    expect(held.refusal(chair, adopt('import-2'))).toBe('nothingNew');
  });

  it.each([
    ['title', { title: 'Ekstraordinært møde' }],
    ['date', { date: '2031-03-07' }],
    ['place', { place: 'Rådhuset' }],
    ['chair', { chairs: ['bo'] }],
    ['participants', { participants: [{ personId: 'asta', apologies: true, guest: false }] }],
    ['attachments', { attachments: [{ title: 'Budget', itemNumber: '2' }] }],
  ])('is something new with another %s', (_what, fields) => {
    const edition = newEdition(agenda(), { ...readAnew(agenda()), ...fields }, false);
    expect(nothingNew(edition)).toBe(false);
    expect(edition.head).toHaveLength(1);
  });
});

describe('a new edition while the meeting is planned', () => {
  it('keeps the ids of items and points though numbers, order and wording move', () => {
    const anew = changed(2, {
      number: '1',
      title: 'Status for havneprojektet i foråret',
      points: [
        { id: 'x', text: 'At Styregruppen drøfter den nye tidsplan' },
        { id: 'y', text: 'At Styregruppen tager status til efterretning' },
      ],
    });
    const [first, second, ...rest] = anew.items;
    const items = [second, first, ...rest].flatMap((one) => (one ? [one] : []));
    const held = use(planned(), { ...anew, items });
    expect(order(held).slice(0, 2)).toEqual(['item-2', 'item-1']);
    expect(itemOf(held, 'item-2')).toMatchObject({
      number: '1',
      title: 'Status for havneprojektet i foråret',
      points: [{ id: 'point-2-2' }, { id: 'point-2-1' }],
    });
  });

  it('adds what is new and takes out what is gone', () => {
    const anew = readAnew(agenda());
    const items = [
      ...anew.items.filter(({ id }) => id !== 'new-item-4'),
      item(9, { title: 'Broen over fjorden' }),
    ];
    const edition = newEdition(agenda(), { ...anew, items }, false);
    expect(edition.differences.filter(({ kind }) => kind !== 'kept')).toMatchObject([
      { kind: 'added', item: { id: 'item-9' } },
      { kind: 'removed', item: { id: 'item-4' } },
    ]);
    expect(order(use(planned(), { ...anew, items }))).toEqual([
      'item-1',
      'item-2',
      'item-3',
      'item-5',
      'item-9',
    ]);
  });

  it('names what is changed of an item', () => {
    const edition = newEdition(agenda(), changed(4, { description: 'Tre tilbud.', closed: true }), false);
    expect(edition.differences.find(({ kind }) => kind === 'changed')).toMatchObject({
      item: { id: 'item-4' },
      parts: ['description', 'closed'],
    });
  });

  it('notices that only the order is another', () => {
    const anew = readAnew(agenda());
    expect(newEdition(agenda(), { ...anew, items: anew.items.toReversed() }, false).head).toEqual(['order']);
  });
});

describe('a new edition while the meeting is running', () => {
  it('adds items and points, and takes none out', () => {
    const anew = readAnew(agenda());
    const items = [
      ...anew.items
        .filter(({ id }) => id === 'new-item-1' || id === 'new-item-2')
        .map((one) =>
          one.id === 'new-item-2'
            ? { ...one, points: [{ id: 'p-9', text: 'At Styregruppen godkender budgettet' }] }
            : one,
        ),
      item(9, { title: 'Broen over fjorden' }),
    ];
    const held = use(running(), { ...anew, items });
    expect(order(held)).toEqual(['item-1', 'item-2', 'item-9', 'item-3', 'item-4', 'item-5']);
    expect(
      itemOf(held, 'item-2')
        ?.points.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['p-9', 'point-2-1', 'point-2-2']);
  });

  it('keeps what was decided, and what it was decided on', () => {
    const held = running().does(
      chair,
      answer('item-2', 'point-2-1', 'noted'),
      record('item-4', 'a', { pointIds: ['point-4-1'] }),
      note('item-5', 'n'),
    );
    const { records } = held.meeting;
    use(held, { ...readAnew(agenda()), items: [item(9, { title: 'Broen over fjorden' })] });
    expect(held.meeting.records).toEqual(records);
    expect(itemOf(held, 'item-4')?.points).toMatchObject([{ id: 'point-4-1' }]);
    expect(held.meeting).toMatchObject({ status: 'running', currentItemId: 'item-1' });
  });

  it('corrects, but does not empty what the new edition says nothing about', () => {
    const of = agenda({
      place: 'Rådhuset',
      attachments: [{ title: 'Budget', itemNumber: '2' }],
      items: agenda().items.map((one) =>
        one.id === 'item-2'
          ? {
              ...one,
              description: 'Sagen kort.',
              attachments: ['Budget'],
              presenters: ['bo'],
              start: '09:20',
              end: '09:40',
            }
          : one,
      ),
    });
    const bare: Agenda = {
      ...readAnew(agenda({ title: 'Møde i Styregruppe Fjord (rettet)', participants: [], chairs: [] })),
      date: null,
      start: null,
    };
    const held = use(running(of), bare);
    const { items: _, ...head } = held.meeting.agenda;
    expect(head).toMatchObject({
      title: 'Møde i Styregruppe Fjord (rettet)',
      place: 'Rådhuset',
      date: '2031-03-06',
      start: '09:00',
      end: '11:00',
      chairs: ['ida'],
      attachments: [{ title: 'Budget' }],
    });
    expect(head.participants).toHaveLength(4);
    expect(itemOf(held, 'item-2')).toMatchObject({
      description: 'Sagen kort.',
      attachments: ['Budget'],
      presenters: ['bo'],
      start: '09:20',
      end: '09:40',
    });
  });

  it('closes an item, but does not open one', () => {
    const closing = use(running(), changed(4, { closed: true }));
    expect(itemOf(closing, 'item-4')?.closed).toBe(true);
    const of = agenda({ items: agenda().items.map((one) => ({ ...one, closed: one.id === 'item-4' })) });
    const opening = running(of).does(chair, propose(readAnew(agenda()), 'import-2'));
    expect(opening.refusal(chair, adopt('import-2'))).toBe('nothingNew');
  });
});

describe('the minutes that a document holds', () => {
  const written = {
    discussion: 'Der var ros.',
    decisions: [{ text: 'Vedtaget.', responsible: [], due: { text: 'uge 5', date: null } }],
  };
  const withWritten = agenda({ items: [item(1, { written }), item(2)] });

  it('are left out unless asked for', () => {
    expect(planned(withWritten).meeting.records).toEqual({});
  });

  it('become a note and decisions of the document, and do not overwrite what is there', () => {
    const held = planned(withWritten).does(
      chair,
      propose({ ...withWritten, place: 'Havnen' }, 'import-2', true),
    );
    held.does(chair, adopt('import-2'));
    expect(held.meeting.records['item-1']).toMatchObject({
      notes: [{ text: 'Der var ros.', confirmed: true, origin: 'document' }],
      decisions: [{ text: 'Vedtaget.', due: { text: 'uge 5' }, confirmed: true, origin: 'document' }],
    });
    const { records } = held.meeting;
    held.does(chair, propose({ ...withWritten, place: 'Kroen' }, 'import-3', true), adopt('import-3'));
    expect(held.meeting.records).toEqual(records);
  });

  it('come along, or stay out, as is said where the agenda is used', () => {
    const anew = { ...withWritten, place: 'Havnen' };
    const said = (proposed: boolean, used: boolean) =>
      planned(withWritten).does(chair, propose(anew, 'import-2', proposed), {
        ...adopt('import-2'),
        withMinutes: used,
      }).meeting.records;
    expect(said(false, true)['item-1']?.notes.map(({ text }) => text)).toEqual(['Der var ros.']);
    expect(said(true, false)).toEqual({});
  });
});

describe('a point that was answered, in a running meeting', () => {
  it('keeps its words: a reworded one is added beside it', () => {
    const before = agenda().items[0]?.points[0];
    const held = running().does(chair, answer('item-1', before?.id ?? '', 'approved'));
    const words = `${before?.text} og dens bilag`;
    const anew = readAnew(agenda());
    const items = anew.items.map((one) =>
      one.id === 'new-item-1'
        ? { ...one, points: one.points.map((point) => ({ ...point, text: words })) }
        : one,
    );
    const after = use(held, { ...anew, items });
    const points = itemOf(after, 'item-1')?.points ?? [];
    expect(points.find(({ id }) => id === before?.id)?.text).toBe(before?.text);
    expect(points.map(({ text }) => text)).toContain(words);
  });
});
