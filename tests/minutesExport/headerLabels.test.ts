import { describe, expect, it } from '@jest/globals';
import { readSource } from '../../src/agendaImport/readSource.ts';
import { toAgenda } from '../../src/agendaImport/toAgenda.ts';
import { Layout } from '../../src/meeting/agenda.ts';
import { builtInLayouts } from '../../src/wording/builtInLayouts.ts';
import { agenda, item, planned } from '../support/meetingBuilder.ts';
import { counter } from '../support/serviceParts.ts';
import { documentOf, draftText } from '../support/writtenMinutes.ts';

const header = [
  { part: 'participants', label: 'Til stede' },
  { part: 'when', label: 'Mødedato' },
  { part: 'chair', label: 'Ordstyrer' },
  { part: 'when', label: 'Kl.' },
  { part: 'caseNumber', label: 'Journalnr.' },
  { part: 'place', label: 'Mødested' },
  { part: 'apologies', label: 'Fraværende' },
] as const;
const held = (labels: Layout['header'] | null = [...header]) =>
  planned(
    agenda({
      items: [item(1)],
      forum: 'Styregruppen',
      place: 'Rådhuset',
      caseNumber: '24-18/7',
      participants: [
        { personId: 'asta', apologies: false, guest: false },
        { personId: 'bo', apologies: true, guest: false },
      ],
      layout: { sections: [], points: 'bullets', ...(labels ? { header: labels } : {}) },
    }),
  );
const read = async (text: string) => {
  const result = await readSource(Buffer.from(text), 'dagsorden.md');
  if (!result.ok) throw new Error(result.message);
  return result.agenda;
};

describe('the head of the minutes', () => {
  it('has the labels of the agenda in its order, and what the agenda does not name in its usual place', () => {
    const { facts, people } = documentOf(held());
    expect(facts.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Mødedato: den 6. marts 2031',
      'Ordstyrer: Ida Brandt',
      'Referent: Ole Krogh',
      'Kl.: 9.00-11.00',
      'Journalnr.: 24-18/7',
      'Forum: Styregruppen',
      'Mødested: Rådhuset',
    ]);
    expect(people.map(({ heading }) => heading)).toEqual(['Til stede', 'Fraværende']);
  });

  it('calls those present no longer invited', () => {
    expect(documentOf(held([{ part: 'participants', label: 'Inviterede' }])).people[0]?.heading).toBe(
      'Deltagere',
    );
  });

  it('comes back from Markdown with its labels and all that stands under them', async () => {
    const back = await read(draftText(held()));
    expect(back).toMatchObject({
      date: '2031-03-06',
      start: '09:00',
      end: '11:00',
      caseNumber: '24-18/7',
      forum: 'Styregruppen',
      place: 'Rådhuset',
      chairs: ['Ida Brandt'],
      minuteTakers: ['Ole Krogh'],
    });
    expect(back.participants.map(({ name, apologies }) => [name, apologies])).toEqual([
      ['Asta Lund', false],
      ['Bo Winther', true],
    ]);
    const { agenda: again } = toAgenda(back, {}, counter('again'));
    const twice = planned({ ...again, chairs: ['ida'], minuteTakers: ['ole'] });
    expect(documentOf(twice).facts).toEqual(documentOf(held()).facts);
  });

  it('has the usual labels where a layout was stored before there were any', () => {
    const old = Layout.parse({ sections: [], points: 'bullets' });
    expect(old.header).toBeUndefined();
    expect(documentOf(held(old.header ?? null)).facts.map(({ label }) => label)).toEqual([
      'Sagsnr.',
      'Forum',
      'Tidspunkt',
      'Sted',
      'Mødeleder',
      'Referent',
    ]);
  });
});

describe('an agenda without a layout of its own', () => {
  it('may have the case first, without a heading, and its points numbered', () => {
    const items = [item(1, { asks: ['At Rådet drøfter planen'], description: 'Sagen kort.' })];
    const minutes = draftText(planned(agenda({ items, layout: builtInLayouts.caseFirst })));
    expect(minutes).toContain(
      '- Mødedato: den 6. marts 2031\n- Tidspunkt: kl. 9.00-11.00\n- Ordstyrer: Ida Brandt\n',
    );
    expect(minutes).toContain(
      '## 1. Sag 1\n\n<!-- description -->\n\nSagen kort.\n\n### Det indstilles\n\n1. At Rådet drøfter planen',
    );
  });
});

describe('an agenda that is read', () => {
  it('keeps the labels of its head in their order, and the number of its case', async () => {
    const text = [
      'Møde i Driftsforum Bækby',
      'Sagsnr.: 2031-004711',
      'Mødedato: 6. marts 2031',
      'Tidspunkt: kl. 9.00-11.00',
      'Sted: Rådhuset, lokale 4',
      'Velkomst ved: Ida Brandt',
      'Ordstyrer: Ida Brandt',
      'Referent: Ole Krogh',
      'Inviterede:',
      'Ida Brandt, direktør',
      'Ole Krogh, konsulent',
      'Afbud: Bo Winther, chef',
      '',
      '1. Godkendelse af dagsorden',
      'Indstilling',
      '• At Driftsforum godkender dagsordenen',
      '',
      '2. Eventuelt',
    ].join('\n');
    const back = await read(text);
    expect(back.caseNumber).toBe('2031-004711');
    expect(back.layout.header).toEqual([
      { part: 'caseNumber', label: 'Sagsnr.' },
      { part: 'when', label: 'Mødedato' },
      { part: 'when', label: 'Tidspunkt' },
      { part: 'place', label: 'Sted' },
      { part: 'chair', label: 'Ordstyrer' },
      { part: 'minuteTaker', label: 'Referent' },
      { part: 'participants', label: 'Inviterede' },
      { part: 'apologies', label: 'Afbud' },
    ]);
  });
});
