import type { Agenda } from '../../src/meeting/agenda.ts';
import type { CommandOf } from '../../src/meeting/commands.ts';
import type { People } from '../../src/meeting/people.ts';
import {
  agenda,
  chair,
  type HeldMeeting,
  item,
  note,
  operator,
  people,
  propose,
  record,
  running,
  stranger,
} from './meetingBuilder.ts';

/** People and organisations without a Danish word, so that what is Danish is Punkt's own. */
export const englishPeople: People = Object.fromEntries(
  Object.entries(people).map(([id, person]) => [
    id,
    { ...person, name: `Name ${id}`, organisation: person.organisation && 'North Council' },
  ]),
);

const items = (title: string) => [
  item(1, {
    title,
    presenters: ['asta'],
    start: '09:00',
    end: '09:30',
    asks: ['That the Board approves the agenda'],
  }),
  item(2, {
    title: 'Budget',
    asks: ['That the Board takes note of the report', 'That the Board decides on a date', 'For discussion'],
    description: 'A description.',
    attachments: ['Appendix A'],
  }),
  item(3, { title: 'Break', kind: 'break', number: null, durationMinutes: 10 }),
  item(4, { title: 'Salaries', closed: true, asks: ['That the Board adopts the proposal'] }),
  item(5, { title: 'Any other business' }),
];

/** The import of an agenda from a file with an English name. */
export const proposeEnglish = (of: Agenda, proposalId = 'import-1'): CommandOf<'ProposeAgenda'> => {
  const proposed = propose(of, proposalId);
  return { ...proposed, source: { ...proposed.source, name: 'agenda.txt' } };
};

/** An English meeting in which a bit of everything happened; a new edition with remarks waits for it. */
export function englishMeeting(): HeldMeeting {
  const of = agenda({
    language: 'en',
    title: 'Board meeting',
    forum: 'The Board',
    place: 'Room 4',
    items: items('The agenda'),
    layout: { sections: [], points: 'numbers' },
  });
  const held = running(of).does(
    chair,
    {
      type: 'AnswerRecommendations',
      itemId: 'item-1',
      answers: [{ pointId: 'point-1-1', outcome: 'approved', text: 'The Board approved the agenda.' }],
    },
    { type: 'MoveToItem', fromItemId: 'item-1', itemId: 'item-2' },
    record('item-2', 'd1', {
      text: 'Name bo will send the plan',
      pointIds: ['point-2-2'],
      responsible: [{ kind: 'person', personId: 'bo' }],
      due: { text: 'week 12', date: null },
    }),
    record('item-4', 'd2', { text: 'Agreed' }),
    note('item-2', 'n1', 'The plan was presented'),
    { type: 'PostponeItem', itemId: 'item-5', until: { text: 'next meeting', date: null } },
  );
  held.does(
    stranger,
    record('item-2', 'd3', { text: 'Something proposed' }),
    note('item-2', 'n2', 'Not confirmed'),
  );
  held.does(operator, {
    type: 'CorrectDecision',
    itemId: 'item-4',
    decisionId: 'd2',
    text: 'Agreed at once',
    pointIds: [],
  });
  const next = { ...of, items: items('The agenda of today') };
  const warnings = [
    { code: 'noDate', message: 'Datoen er ikke fundet', english: 'The date is missing', itemNumber: null },
  ];
  return held.does(operator, { ...proposeEnglish(next, 'import-2'), warnings });
}
