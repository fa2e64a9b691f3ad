import { describe, expect, it } from '@jest/globals';
import { ImportedAgenda } from '../../src/agendaImport/contract.ts';
import { toAgenda } from '../../src/agendaImport/toAgenda.ts';

const person = (name: string, organisation: string) => ({
  name,
  title: null,
  organisation,
  role: null,
  apologies: false,
  guest: false,
});

const agendaOf = (participants: ReturnType<typeof person>[], presenters: readonly string[] = []) =>
  ImportedAgenda.parse({
    documentDate: null,
    title: 'Møde',
    forum: null,
    date: null,
    start: null,
    end: null,
    place: null,
    chairs: [],
    minuteTakers: [],
    participants,
    attachments: [],
    items: [
      {
        kind: 'item',
        number: '1',
        title: 'Velkomst',
        presenters,
        start: null,
        end: null,
        durationMinutes: null,
        closed: false,
        recommendations: ['At rådet godkender dagsordenen', ' '],
        description: null,
        attachments: [],
        discussion: null,
        decisions: [],
      },
    ],
    warnings: [],
  });

const ids = () => {
  let last = 0;
  return () => `id-${++last}`;
};

describe('an imported agenda given ids of our own', () => {
  const two = [person('Anne Bruun', 'Nordby Kommune'), person('Anne Bruun', 'Sydby Kommune')];

  it('keeps two people of one name in two organisations apart', () => {
    const { agenda, people } = toAgenda(agendaOf(two), {}, ids());
    expect(Object.values(people).map(({ organisation }) => organisation)).toEqual([
      'Nordby Kommune',
      'Sydby Kommune',
    ]);
    expect(new Set(agenda.participants.map(({ personId }) => personId)).size).toBe(2);
  });

  it('knows both again at a second import, also in another order', () => {
    const newId = ids();
    const first = toAgenda(agendaOf(two), {}, newId);
    const again = toAgenda(agendaOf(two.toReversed()), first.people, newId);
    expect(again.people).toEqual(first.people);
    expect(again.agenda.participants).toEqual(first.agenda.participants.toReversed());
  });

  it('takes a presenter by first name to be the participant whom alone it can mean', () => {
    const { agenda, people } = toAgenda(
      agendaOf([person('Anne Bruun', 'Nordby Kommune')], ['Anne']),
      {},
      ids(),
    );
    expect(agenda.items[0]?.presenters).toEqual(Object.keys(people));
  });

  it('leaves empty recommendation points out', () => {
    expect(toAgenda(agendaOf([]), {}, ids()).agenda.items[0]?.points.map(({ text }) => text)).toEqual([
      'At rådet godkender dagsordenen',
    ]);
  });
});
