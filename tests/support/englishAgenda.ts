const item = (number: string, title: string, recommendations: readonly string[]) => ({
  kind: 'item',
  number,
  title,
  presenters: [],
  start: null,
  end: null,
  durationMinutes: null,
  closed: false,
  recommendations,
  description: null,
  attachments: [],
  discussion: null,
  decisions: [],
});

/** The JSON of an English agenda of a fictitious board, as other systems hand it over; Karen Smith leads, Tom Brown writes. */
export const englishAgenda = (fields: Record<string, unknown> = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      documentDate: null,
      title: 'Board meeting',
      forum: 'The Harbour Board',
      date: '2031-03-06',
      start: '09:00',
      end: '10:00',
      place: 'Room 4',
      chairs: ['Karen Smith'],
      minuteTakers: ['Tom Brown'],
      participants: ['Karen Smith', 'Tom Brown'].map((name) => ({
        name,
        title: null,
        organisation: 'Harbour Authority',
        role: null,
        apologies: false,
        guest: false,
      })),
      attachments: [],
      items: [
        item('1', 'Agenda', ['That the Board approves the agenda.']),
        item('2', 'Budget', [
          'That the Board takes note of the report.',
          'That the Board decides on a date.',
        ]),
        item('3', 'Any other business', ['For discussion']),
      ],
      warnings: [],
      ...fields,
    }),
  );
