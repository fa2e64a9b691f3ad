import { describe, expect, it } from '@jest/globals';
import { draftHead } from '../../src/views/draftOf.ts';
import { nextMeetingIn, nextMeetingItem } from '../../src/wording/nextMeeting.ts';
import { promisesIn } from '../../src/wording/promised.ts';
import {
  adjourned,
  agenda,
  chair,
  item,
  note,
  participant,
  people,
  record,
  running,
} from '../support/meetingBuilder.ts';
import { documentOf } from '../support/writtenMinutes.ts';

const back = (held: Parameters<typeof documentOf>[0], id: string) =>
  documentOf(held)
    .back.find((part) => part.id === id)
    ?.groups.map(({ heading, blocks }) => [
      heading,
      ...blocks.map(({ text, remark }) => `${text}${remark && ` [${remark}]`}`),
    ]);

describe('the tasks at the end', () => {
  const persons = (...ids: string[]) => ids.map((personId) => ({ kind: 'person', personId }) as const);

  it('have a decision once under each organisation, with its people, those without one last', () => {
    const held = running().does(
      chair,
      record('item-1', 'a', { text: 'Planen sendes ud.', responsible: persons('bo', 'ida', 'asta') }),
      record('item-4', 'b', { text: 'Ida Brandt skriver.', responsible: persons('ida') }),
    );
    held.does(participant, record('item-5', 'c', { text: 'Huset males.', responsible: persons('ole') }));
    expect(back(held, 'tasks')).toEqual([
      [
        'Fjordby Kommune',
        'Punkt 1 – Ida Brandt og Asta Lund: Planen sendes ud.',
        'Punkt 4: Ida Brandt skriver.',
      ],
      ['Region Nordlyng', 'Punkt 5 – Ole Krogh: Huset males. [Ikke bekræftet – foreslået af Asta Lund]'],
      ['Øvrige', 'Punkt 1 – Bo Winther: Planen sendes ud.'],
    ]);
  });

  it('need no heading where no organisation is known', () => {
    const held = running().does(
      chair,
      record('item-1', 'a', { text: 'Planen sendes.', responsible: persons('bo') }),
    );
    expect(back(held, 'tasks')).toEqual([[null, 'Punkt 1 – Bo Winther: Planen sendes.']]);
  });
});

describe('promised papers', () => {
  it.each([
    'Præsentationen sendes ud med referatet.',
    'Oplæggene er vedlagt referatet.',
    'Oversigten eftersendes.',
    'Sekretariatet sender oversigten ud efter mødet.',
    'Notatet bliver sendt ud sammen med referatet.',
    'The slides will be sent out with the minutes.',
  ])('are found: %s', (sentence) => {
    expect(promisesIn(`Der var ros. ${sentence} Punktet sluttede.`)).toEqual([sentence]);
  });

  it.each([
    'Præsentationen sendes ikke ud med referatet.',
    'Kan præsentationen sendes ud med referatet?',
    'Det kan overvejes, om notatet eftersendes.',
    'Referatet sendes ud i uge 5.',
    'Materialet blev sendt ud før mødet.',
    'Aftalen er vedlagt som bilag.',
    'Sagen eftersendt i 2020 er lukket.',
  ])('are not guessed: %s', (sentence) => {
    expect(promisesIn(sentence)).toEqual([]);
  });

  it('stand with their item, but not where they were only proposed', () => {
    const held = running().does(chair, note('item-2', 'n', 'Der var ros.\nOplægget eftersendes.'));
    held.does(participant, note('item-4', 'm', 'Notatet eftersendes.'));
    expect(back(held, 'promised')).toEqual([[null, 'Punkt 2: Oplægget eftersendes.']]);
  });
});

describe('the next meeting', () => {
  it.each([
    [
      'Næste møde er den 8. marts 2031. Det holdes på Rådhuset. Tak.',
      'Næste møde er den 8. marts 2031. Det holdes på Rådhuset.',
    ],
    ['Næste møde: 8. marts kl. 9.', 'Næste møde: 8. marts kl. 9.'],
    ['Næste møde i Styregruppen afholdes den 8. marts.', 'Næste møde i Styregruppen afholdes den 8. marts.'],
    ['The next meeting will be on 8 March.', 'The next meeting will be on 8 March.'],
  ])('is found: %s', (text, found) => {
    expect(nextMeetingIn(text, 'Styregruppe Fjord').join(' ')).toBe(found);
  });

  it.each([
    'Næste møde i den politiske klynge er den 6. marts.',
    'Punktet tages op på næste møde.',
    'Der ønskes en status på næste møde i udvalget.',
    'Det blev drøftet. Det er godt.',
  ])('is not guessed: %s', (text) => {
    expect(nextMeetingIn(text, 'Styregruppe Fjord')).toEqual([]);
  });

  it('is told by an item of its own', () => {
    expect(nextMeetingItem('Næste møde: den 8. marts kl. 9')).toBe('den 8. marts kl. 9');
    expect(nextMeetingItem('Næste møde')).toBe('');
    expect(nextMeetingItem('Punkter til næste møde')).toBeNull();
    const items = [item(1, { title: 'Næste møde', description: 'Den 8. marts på Rådhuset.' })];
    expect(back(running(agenda({ items })), 'next-meeting')).toEqual([[null, 'Den 8. marts på Rådhuset.']]);
  });

  it('is not told where nothing was said of it', () => {
    expect(documentOf(running()).back).toEqual([]);
  });
});

describe('an item that the meeting never came to', () => {
  const said = (held: Parameters<typeof documentOf>[0]) =>
    documentOf(held).items.map(({ sections }) =>
      sections.flatMap(({ blocks }) =>
        blocks.map(({ text, remark }) => [text, remark].filter(Boolean).join(' | ')),
      ),
    );

  it('says so once the meeting has ended, and misses no answers', () => {
    const items = [
      item(1),
      item(2, { asks: ['At rådet drøfter planen'] }),
      item(3, { title: 'Skriftlig orientering' }),
    ];
    expect(said(running(agenda({ items })))[1]).toEqual(['At rådet drøfter planen | Ikke besvaret']);
    expect(said(adjourned(agenda({ items })))).toEqual([
      [],
      ['At rådet drøfter planen', 'Punktet blev ikke behandlet på mødet.'],
      ['Punktet var til skriftlig orientering.'],
    ]);
  });

  it('says nothing of it where something was registered all the same', () => {
    const held = adjourned(agenda({ items: [item(1), item(2)] })).does(
      chair,
      note('item-2', 'n', 'Sendt rundt.'),
    );
    expect(said(held)[1]).toEqual(['Sendt rundt.']);
  });

  it('is known from the way of the meeting alone, so that the stored head stays right', () => {
    const held = adjourned(agenda({ items: [item(1), item(2)] }));
    const reached = () => draftHead(held.meeting, people).notReached;
    expect(reached()).toEqual(['item-2']);
    held.does(chair, note('item-2', 'n', 'Sendt rundt.'), record('item-2', 'd', { text: 'Vedtaget.' }));
    expect(reached()).toEqual(['item-2']);
    expect(said(held)[1]).toEqual(['Sendt rundt.', 'Vedtaget.']);
  });

  it('is still marked point by point where Punkt joined later and something was answered', () => {
    const asks = ['At rådet drøfter planen', 'At rådet godkender planen'];
    const held = running(agenda({ items: [item(1, { asks }), item(2)] }), 'item-2');
    expect(said(held)[0]).toEqual([
      ...asks,
      'Punktet blev behandlet, før registreringen af mødet begyndte. Referatet mangler.',
    ]);
    held.does(chair, record('item-1', 'd', { text: 'Planen følges.', pointIds: ['point-1-2'] }));
    expect(said(held)[0]).toEqual([
      `${asks[0]} | Ikke besvaret`,
      `${asks[1]} | Besluttet, se 1.1`,
      'Punktet blev behandlet, før registreringen af mødet begyndte.',
      '1.1 Planen følges.',
    ]);
  });
});
