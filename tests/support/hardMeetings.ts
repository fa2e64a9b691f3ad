import type { AgendaItem } from '../../src/meeting/agenda.ts';
import type { People, Person } from '../../src/meeting/people.ts';
import {
  agenda,
  chair,
  type HeldMeeting,
  item,
  note,
  participant,
  people,
  planned,
  record,
  running,
} from './meetingBuilder.ts';

/** A meeting as hard on its cards as its people are likely to make it. */
export interface HardMeeting {
  readonly name: string;
  readonly held: HeldMeeting;
  readonly people: People;
}

/** Fictitious sentences of the length of real ones, none like the other. */
const words =
  'klyngens parter samler erfaringer fra afprøvningen af den fælles indsats for borgere med kronisk sygdom i kommunerne og på sygehuset'.split(
    ' ',
  );
export function prose(length: number, seed: number): string {
  let text = '';
  for (let at = seed; text.length < length; at += 7)
    text += `${words[at % words.length]}${at % 11 === 0 ? '. ' : ' '}`;
  return text.slice(0, length).trim();
}

/** As somebody could be called in Teams, or write a title. */
export const ODD_NAMES = [
  '*Stjerne* Holm',
  '_Under_ [Streg]',
  '`Kode` Bang',
  'A|B <Krogh>',
  '<at>Punkt</at>',
  '[Klik](http://ond.example) Friis',
  '👩🏽‍⚕️ Dr. Møller 🇩🇰',
  'محمد الأحمد',
  'יעל כהן',
  '1. Først & størst',
  '# Overskrift',
  '~~Væk~~ **Fed**',
];

const person = (id: string, name: string, organisation: string | null, userId: string | null): Person => ({
  id,
  name,
  title: null,
  organisation,
  role: null,
  identities: [],
  teams: userId === null ? null : { userId, tenantId: null },
});

/** `count` people beside the usual ones; `seen`: how many of them Teams has shown us. */
function crowd(count: number, seen: number): People {
  const more = Array.from({ length: count }, (_, at) => {
    const name = ODD_NAMES[at % ODD_NAMES.length] ?? '';
    const userId = at < seen ? `29:1${'x'.repeat(60)}${String(at).padStart(4, '0')}` : null;
    return person(`person-${at}`, `${name} ${at}`, `Kommune ${at % 9} <*_${'`'}|>`, userId);
  });
  return { ...people, ...Object.fromEntries(more.map((one) => [one.id, one])) };
}

const attending = (of: People) =>
  Object.keys(of).map((personId) => ({ personId, apologies: false, guest: false }));

/** As long as real ids are. */
export const longId = (id: string): string => id.padEnd(24, '-');
const withLongIds = (one: AgendaItem): AgendaItem => ({
  ...one,
  id: longId(one.id),
  points: one.points.map((point) => ({ ...point, id: longId(point.id) })),
});

/** 40 items of 12 points and 20,000 characters each, led and written by 60 whom Teams redraws cards for. */
function largest(): HardMeeting {
  const of = crowd(80, 60);
  const ids = Object.keys(of);
  const items = Array.from({ length: 40 }, (_, at) =>
    withLongIds(
      item(at + 1, {
        title: `Sag ${at + 1}: ${prose(180, at)}`,
        presenters: ids.slice(at, at + 3),
        start: '09:00',
        end: '09:30',
        asks: Array.from({ length: 12 }, (_, point) => `At Styregruppen drøfter ${prose(160, at + point)}`),
        description: Array.from({ length: 40 }, (_, line) => prose(499, at + line)).join('\n'),
        attachments: Array.from({ length: 6 }, (_, number) => `Bilag ${number + 1}: ${prose(60, number)}`),
      }),
    ),
  );
  const held = running(
    agenda({
      items,
      participants: attending(of),
      chairs: ['ida', ...ids.slice(5, 36)],
      minuteTakers: ['ole'],
    }),
  );
  for (const personId of ids.slice(5, 36))
    held.does(chair, { type: 'AppointRole', personId, role: 'coChair' });
  for (const personId of ids.slice(36, 65))
    held.does(chair, { type: 'AppointRole', personId, role: 'minuteTaker' });
  for (let at = 0; at < 12; at += 1)
    held.does(
      at % 2 ? participant : chair,
      record(longId('item-1'), longId(`beslutning-${at}`), {
        text: `${prose(300, at)}.`,
        pointIds: [longId(`point-1-${at + 1}`)],
        responsible: ids.slice(at + 5, at + 8).map((personId) => ({ kind: 'person', personId }) as const),
        due: { text: 'inden uge 14', date: null },
      }),
    );
  return { name: '40 items of 12 points and 20,000 characters', held, people: of };
}

/** 60 decisions of 2,000 characters under one item. */
function manyDecisions(): HardMeeting {
  const of = crowd(80, 60);
  const held = running(agenda({ participants: attending(of) }), 'item-2');
  for (let at = 0; at < 60; at += 1)
    held.does(
      at % 2 ? participant : chair,
      record('item-2', `beslutning-${at}`, {
        text: prose(1999, at),
        responsible: [{ kind: 'text', text: ODD_NAMES[at % ODD_NAMES.length] ?? '' }],
        due: { text: 'inden den 1. april', date: '2031-04-01' },
      }),
    );
  return { name: '60 decisions of 2,000 characters under an item', held, people: of };
}

/** Titles of 300 characters that begin or end with odd names; a point, a decision and a note with each. */
function oddTexts(): HardMeeting {
  const of = crowd(ODD_NAMES.length, 0);
  const items = ODD_NAMES.map((name, at) =>
    item(at + 1, {
      title: at % 2 ? name : `${name} ${prose(290 - name.length, at)} ${name}`,
      presenters: [`person-${at}`],
      asks: [`At ${name} godkender ${name}`, `At Styregruppen drøfter ${name}`],
      description: `${name}\n- ${name}`,
    }),
  );
  const title = `${ODD_NAMES[0]} ${prose(270, 3)} ${ODD_NAMES[3]}`;
  const held = running(
    agenda({
      title,
      forum: ODD_NAMES[2] ?? '',
      place: ODD_NAMES[3] ?? '',
      items,
      participants: attending(of),
    }),
  );
  for (const [at, name] of ODD_NAMES.entries())
    held.does(
      { by: { kind: 'person', personId: `person-${at}` }, authenticated: true },
      record(`item-${at + 1}`, `beslutning-${at}`, {
        text: `${name} gør ${name}`,
        responsible: [{ kind: 'person', personId: `person-${at}` }],
        due: { text: name, date: null },
      }),
      note(`item-${at + 1}`, `note-${at}`, `${name} sagde ${name}`),
    );
  return { name: 'odd names and titles', held, people: of };
}

const one = (name: string, held: HeldMeeting, of: People = people): HardMeeting => ({
  name,
  held,
  people: of,
});

export function hardMeetings(): readonly HardMeeting[] {
  const closed = [1, 2, 3].map((n) =>
    item(n, { title: `Personsag ${n}`, closed: true, asks: ['At ansætte Kim'] }),
  );
  const silent = [1, 2, 3].map((n) => item(n));
  const few = { ida: people.ida, ole: people.ole, asta: people.asta } as People;
  const all = crowd(80, 80);
  return [
    largest(),
    manyDecisions(),
    oddTexts(),
    one('one item', running(agenda({ items: [item(1, { asks: ['At godkende'] })] }))),
    one('items without recommendation', running(agenda({ items: silent }))),
    one(
      'closed items only',
      running(agenda({ items: closed })).does(chair, record('item-1', 'd', { text: 'Kim ansættes.' })),
    ),
    one('three persons', running(agenda({ participants: attending(few), minuteTakers: [] })), few),
    one('80 persons', running(agenda({ participants: attending(all), chairs: Object.keys(all) })), all),
    one('80 persons, planned', planned(agenda({ participants: attending(all) })), all),
  ];
}
