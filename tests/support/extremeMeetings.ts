import type { People } from '../../src/meeting/people.ts';
import type { Sight } from '../../src/views/cardView.ts';
import {
  agenda,
  answer,
  chair,
  HeldMeeting,
  item,
  note,
  operator,
  participant,
  people,
  propose,
  record,
  running,
  stranger,
} from './meetingBuilder.ts';

/** What users type that a card could take for its own. */
const PLACEHOLDERS = ['title', '$root.notice'].map((name) => `$\{${name}}`).join(' ');
export const NASTY = `**fed** _kursiv_ [x](http://y.example) ${PLACEHOLDERS} <script>alert(1)</script> "citat" \\ \`kode\` 👩‍⚕️ שלום\u202e`;
export const long = (length: number, text = NASTY): string =>
  `${text} `
    .repeat(Math.ceil(length / (text.length + 1)))
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/u, 'x');

export const sightOf = (held: HeldMeeting, fields: Partial<Sight> = {}): Sight => ({
  meeting: held.meeting,
  people,
  language: 'da',
  audience: 'leading',
  notice: null,
  ...fields,
});

/** Only proposed, of one item without anything; or started so. */
export const emptiest = (): HeldMeeting =>
  new HeldMeeting().does(
    operator,
    propose(
      agenda({
        title: null,
        date: null,
        start: null,
        end: null,
        chairs: [],
        minuteTakers: [],
        participants: [],
        items: [item(1, { number: null, title: '.' })],
        layout: { sections: [], points: 'bullets' },
      }),
    ),
  );

export const manyPeople: People = {
  ...people,
  ...Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => {
      const id = `person-${index}-af-hele-verden-med-langt-id`;
      const name = `Fornavn${index} Mellemnavn Efternavnsen-Østergaard`;
      const organisation = `Ærø og Omegns Fælles Forvaltning nr. ${index % 60}, afdeling for ${NASTY}`;
      return [id, { id, name, title: null, organisation, role: null, identities: [], teams: null }];
    }),
  ),
};

/** 40 items of 12 points, 30 decisions of 5,000 characters, 300 people; every text as long and nasty as can be. */
export function widest(): HeldMeeting {
  const ids = Object.keys(manyPeople);
  const items = Array.from({ length: 40 }, (_, index) =>
    item(index + 1, {
      title: long(900),
      presenters: ids.slice(0, 40),
      start: '09:00',
      end: '09:30',
      asks: Array.from({ length: 12 }, (_, point) => `At Styregruppen drøfter ${long(700)} ${point}`),
      description: `${long(10_000)}\n\n${'kort\n'.repeat(900)}${'x'.repeat(6000)}`,
      attachments: Array.from({ length: 20 }, () => long(200)),
    }),
  );
  const of = agenda({
    title: long(900),
    forum: long(900),
    place: long(900),
    items,
    participants: ids.map((personId) => ({ personId, apologies: false, guest: false })),
    chairs: ids.slice(0, 30),
    minuteTakers: ids.slice(0, 30),
  });
  const held = running(of);
  for (let index = 0; index < 30; index += 1) {
    held.does(
      index % 3 === 0 ? participant : chair,
      record('item-1', `en-beslutning-med-et-langt-id-${index}`, {
        text: index % 2 === 0 ? long(5000) : 'linje\n'.repeat(800),
        pointIds: [`point-1-${(index % 12) + 1}`],
        responsible: [
          ...ids.slice(5, 25).map((personId) => ({ kind: 'person', personId }) as const),
          { kind: 'organisation', name: long(300) },
          { kind: 'text', text: long(300) },
        ],
        due: { text: long(400), date: null },
        ...(index % 3 === 1 ? { onBehalfOf: { kind: 'text', text: long(300) } } : {}),
      }),
    );
  }
  for (let index = 2; index <= 40; index += 1)
    held.does(chair, record(`item-${index}`, `d-${index}`, { text: long(5000) }));
  held.does(stranger, note('item-1', 'n-1', long(20_000)));
  held.does(chair, answer('item-2', 'point-2-1'), {
    type: 'PostponeItem',
    itemId: 'item-2',
    until: { text: long(900), date: null },
  });
  const warnings = Array.from({ length: 9 }, (_, index) => ({
    code: 'odd',
    message: long(900) + index,
    itemNumber: null,
  }));
  const next = { ...of, items: items.map((one) => ({ ...one, description: 'Anden tekst' })) };
  return held.does(operator, { ...propose(next, 'import-2'), warnings });
}
