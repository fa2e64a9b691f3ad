import { describe, expect, it } from '@jest/globals';
import { exportMinutes } from '../../src/minutesExport/exportMinutes.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { meetingPack } from '../../src/views/meetingPack.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import { publicMinutes } from '../../src/views/publicMinutes.ts';
import {
  agenda,
  chair,
  edit,
  people as everybody,
  item,
  minuteTaker,
  note,
  participant,
  record,
  running,
} from '../support/meetingBuilder.ts';

/** A closed item in which every field says something of its own, by words that stand nowhere else. */
const closed = (n: number, fields: Parameters<typeof item>[1] = {}) => {
  const own = (word: string) => `${word}${['nul', 'et', 'to', 'tre', 'fire'][n]}`;
  return item(n, {
    title: `${own('Titelord')} for ${own('Sagsord')}`,
    closed: true,
    presenters: ['wanda'],
    start: '03:33',
    end: '04:44',
    asks: [`At Bestyrelsen godkender ${own('Lejeord')}`, `At Bestyrelsen drøfter ${own('Klageord')}`],
    description: `${own('Fortroligord')}.\nNæste møde er den ${own('Ottendeord')}.`,
    attachments: [`${own('Notatord')} og kort`],
    ...fields,
  });
};
const people = {
  ...everybody,
  wanda: {
    ...(everybody.bo as (typeof everybody)['bo'] & object),
    id: 'wanda',
    name: 'Wanda Wolframsen',
    organisation: 'Kvartsværket',
  },
};

function heldWithClosed() {
  const items = [
    item(1, { title: 'Budget', asks: ['At Styregruppen godkender budgettet'], attachments: ['Budget 2031'] }),
    closed(2),
    closed(3, { number: null }),
    item(4, { title: 'Eventuelt' }),
    item(5, { title: 'Femteord', closed: true }),
  ];
  const attachments = [
    { title: 'Budget 2031', itemNumber: '1' },
    { title: 'Tabel', itemNumber: '4' },
    { title: 'Bilagsordet', itemNumber: '2' },
    { title: 'Bilagsordpunktum', itemNumber: '02.' },
    { title: 'Bilagsordbogstav', itemNumber: '2a' },
    { title: 'Bilagsordplads', itemNumber: '3' },
    { title: 'Punkt 2_Bilagsordtitel', itemNumber: null },
    { title: 'Bilag 2.1 Bilagsordnummer', itemNumber: null },
    { title: 'Notatordto og kort', itemNumber: null },
  ];
  const held = running(agenda({ items, attachments }));
  for (const n of [2, 3]) {
    const id = `item-${n}`;
    held
      .does(
        chair,
        note(id, `n-${n}`, `Noteord${n}. Oplægord${n} eftersendes. Næste møde er den Mødeord${n}.`),
        note(id, `s-${n}`, `Strøgetord${n}`),
        { type: 'StrikeNote', itemId: id, noteId: `s-${n}` },
        record(id, `d-${n}`, {
          text: `Førsteord${n}`,
          pointIds: [`point-${n}-1`],
          responsible: [
            { kind: 'person', personId: 'wanda' },
            { kind: 'organisation', name: `Organisationsord${n}` },
            { kind: 'text', text: `Fritekstord${n}` },
          ],
          due: { text: `Fristord${n}`, date: null },
        }),
        { type: 'CorrectDecision', itemId: id, decisionId: `d-${n}`, text: `Rettetord${n}`, pointIds: [] },
        {
          type: 'AnswerRecommendations',
          itemId: id,
          answers: [
            {
              pointId: `point-${n}-1`,
              outcome: 'forwarded',
              text: `Svarord${n}`,
              forwardedTo: `Modtagerord${n}`,
            },
          ],
        },
        { type: 'PostponeItem', itemId: id, until: { text: `Udsatord${n}`, date: null } },
      )
      .does(participant, record(id, `p-${n}`, { text: `Forslagsord${n}` }));
  }
  held
    .does(
      chair,
      record('item-1', 'd-1', {
        text: 'Budgettet følges.',
        responsible: [{ kind: 'person', personId: 'bo' }],
      }),
    )
    .does(chair, record('item-1', 'x-1', { text: 'Strøgenbeslutningsord' }))
    .does(chair, { type: 'StrikeDecision', itemId: 'item-1', decisionId: 'x-1' })
    .does(minuteTaker, edit('item-2', String(held.meeting.records['item-2']?.notes[0]?.text), 'Skrevetord'))
    .does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' })
    .does(minuteTaker, { type: 'AddAddendum', addendumId: 'a', itemId: 'item-2', text: 'Tillægsord' });
  return minutesOf(held.meeting, people);
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
/** Every value, and not the names of the fields. */
function* values(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (typeof node === 'object' && node !== null)
    for (const child of Object.values(node)) yield* values(child);
}
const minutes = heldWithClosed();
const isSecret = (() => {
  const open = { ...minutes, items: minutes.items.filter((one) => !one.closed) };
  const head = { ...open.head, attachments: open.head.attachments.slice(0, 2) };
  const openWords = new Set(words([...values({ ...open, head })].join(' ')));
  const hidden = minutes.items.filter((one) => one.closed);
  const closedWords = words(
    [
      ...values([
        hidden.map(({ itemId: _, kind: __, meetingId: ___, ...rest }) => rest),
        minutes.head.attachments,
      ]),
    ].join(' '),
  );
  const neutral = new Set(
    words(
      'den bilag postponed Lukket punkt Closed item item break decided open person organisation text meeting',
    ),
  );
  return new Set(closedWords.filter((word) => !openWords.has(word) && !neutral.has(word)));
})();
const leaked = (text: string): string[] => [...new Set(words(text))].filter((word) => isSecret.has(word));

describe('the public edition', () => {
  it('is tested against words of every field of the closed items', () => {
    for (const word of [
      'titelordto',
      'wolframsen',
      'bilagsordplads',
      'fristord2',
      'skrevetord',
      'tillægsord',
      'mødeord3',
    ])
      expect(isSecret).toContain(word);
    const full = JSON.stringify(minutesDocument(minutes, { edition: 'full' }));
    expect(leaked(full).length).toBeGreaterThan(40);
  });

  it('has number and a neutral title of a closed item, and nothing else', () => {
    const { items } = minutesDocument(minutes, { edition: 'public' });
    expect(items.map(({ heading, sections }) => [heading, sections.length > 0])).toEqual([
      ['1. Budget', true],
      ['2. Lukket punkt', false],
      ['Lukket punkt', false],
      ['4. Eventuelt', true],
      ['5. Lukket punkt', false],
    ]);
    expect(items[1]).toMatchObject({ itemId: 'item-2', closed: true });
    const english = minutesDocument(minutes, { edition: 'public', language: 'en' });
    expect(english.items[1]?.heading).toBe('2. Closed item');
  });

  it('has no word of them anywhere in the document', () => {
    expect(leaked(JSON.stringify(minutesDocument(minutes, { edition: 'public' })))).toEqual([]);
    expect(leaked(JSON.stringify(meetingPack(minutes, { edition: 'public' })))).toEqual([]);
  });

  it.each(['md', 'json'] as const)('has no word of them in the file or its name: %s', async (format) => {
    const { bytes, fileName } = await exportMinutes(minutes, { kind: 'minutes', edition: 'public', format });
    expect(leaked(`${fileName}\n${Buffer.from(bytes)}`)).toEqual([]);
  });

  it('keeps what is open whole', () => {
    const { front, back } = minutesDocument(minutes, { edition: 'public' });
    expect(front[0]?.groups[0]?.blocks.map(({ text }) => text)).toEqual([
      'Punkt 1: Budget 2031',
      'Punkt 4: Tabel',
    ]);
    expect(back.map(({ id }) => id)).toEqual(['tasks']);
  });

  it('tells nothing of what was struck or corrected', () => {
    expect(JSON.stringify(minutes)).toContain('Strøgenbeslutningsord');
    expect(JSON.stringify(publicMinutes(minutes))).not.toContain('Strøgenbeslutningsord');
  });

  it('is called public in the metadata, and the full one says that it holds closed items', () => {
    const said = (edition: 'full' | 'public') =>
      minutesDocument(minutes, { edition }).metadata.confidentiality;
    expect([said('full'), said('public')]).toEqual(['Indeholder lukkede punkter', 'Offentlig']);
    const open = { ...minutes, items: minutes.items.filter((one) => !one.closed) };
    expect(minutesDocument(open, { edition: 'full' }).metadata.confidentiality).toBe('Offentlig');
  });
});
