import { describe, expect, it } from '@jest/globals';
import type { CommandOf } from '../../src/meeting/commands.ts';
import type { Person } from '../../src/meeting/people.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import { sentenceFor } from '../../src/wording/recommendation.ts';
import { chair, type HeldMeeting, other, people, record } from '../support/meetingBuilder.ts';
import { documentOf, oneItem } from '../support/writtenMinutes.ts';

const asks = [
  'At Styregruppen godkender budgettet',
  'At gruppen på sigt skal kunne drøfte lokaler med kommunen',
  'At projektgruppen fortsætter',
  'At Styregruppen drøfter planen',
];
type Answers = CommandOf<'AnswerRecommendations'>['answers'];
const answers = (
  ...given: readonly Omit<Answers[number], 'pointId'>[]
): CommandOf<'AnswerRecommendations'> => ({
  type: 'AnswerRecommendations',
  itemId: 'item-1',
  answers: given.map((answer, index) => ({ pointId: `point-1-${index + 1}`, ...answer })),
});
/** As a button answers: with the sentence that it says. */
const by = (outcome: Answers[number]['outcome'], index: number, extra: Partial<Answers[number]> = {}) => ({
  outcome,
  text: sentenceFor(outcome, asks[index] ?? '', {
    forwardedTo: extra.forwardedTo,
    until: extra.until?.text,
  }),
  ...extra,
});
const texts = (held: HeldMeeting, kind: string, language: 'da' | 'en' = 'da'): string[] => {
  const section = documentOf(held, { language }).items[0]?.sections.find((one) => one.kind === kind);
  return (section?.blocks ?? []).flatMap(({ text, remark }) => (remark ? [text, `(${remark})`] : [text]));
};
const decided = (held: HeldMeeting, language?: 'da' | 'en') => texts(held, 'decisions', language);

describe('several points of one item', () => {
  it('with one outcome that no point says in its own words are told in one sentence', () => {
    const held = oneItem({ asks: asks.slice(1, 3) });
    held.does(chair, answers({ outcome: 'adopted' }, { outcome: 'adopted' }));
    expect(decided(held)).toEqual(['Indstillingen blev tiltrådt.']);
  });

  it('are told by their numbers where their outcomes differ', () => {
    const held = oneItem({ asks }).does(
      chair,
      answers(by('approved', 0), { outcome: 'adopted' }, { outcome: 'adopted' }, { outcome: 'rejected' }),
    );
    expect(decided(held)).toEqual([
      'Styregruppen godkendte budgettet.',
      'Indstillingens punkt 2 og 3 blev tiltrådt.',
      'Indstillingens punkt 4 blev ikke tiltrådt.',
    ]);
    expect(texts(held, 'recommendation')).toEqual(asks);
  });

  it('say to whom and until when, a certain day by its date', () => {
    const held = oneItem({ asks }).does(
      chair,
      answers(
        by('forwarded', 0, { forwardedTo: 'Økonomiudvalget' }),
        by('postponed', 1, { until: { text: '8/4', date: '2031-04-08' } }),
        by('withdrawn', 2),
        by('discussed', 3),
      ),
    );
    expect(decided(held)).toEqual([
      'Indstillingens punkt 1 blev oversendt til Økonomiudvalget.',
      'Indstillingens punkt 2 blev udsat til den 8. april 2031.',
      'Indstillingens punkt 3 blev trukket.',
      'Styregruppen drøftede planen.',
    ]);
  });

  it('are told by their numbers in English too', () => {
    const held = oneItem({ asks }).does(
      chair,
      answers(
        { outcome: 'adopted' },
        { outcome: 'adopted' },
        { outcome: 'adopted' },
        { outcome: 'rejected' },
      ),
    );
    expect(decided(held, 'en')).toEqual([
      'Of the recommendation, points 1–3 were adopted.',
      'Of the recommendation, point 4 was not adopted.',
    ]);
  });

  it('that all decisions answer need no number; where they differ each names its own', () => {
    const held = oneItem({ asks: asks.slice(0, 2) });
    const both = ['point-1-1', 'point-1-2'];
    held.does(chair, record('item-1', 'a', { text: 'Planen følges.', pointIds: both }));
    expect(decided(held)).toEqual(['Planen følges.']);
    expect(texts(held, 'recommendation')).toEqual(asks.slice(0, 2));
    for (const id of ['b', 'c'])
      held.does(chair, record('item-1', id, { text: `Sag ${id} følges.`, pointIds: ['point-1-2'] }));
    expect(texts(held, 'recommendation')).toEqual([
      asks[0],
      '(Besluttet, se 1.1)',
      asks[1],
      '(Besluttet, se 1.1-1.3)',
    ]);
    expect(decided(held)).toEqual(['1.1 Planen følges.', '1.2 Sag b følges.', '1.3 Sag c følges.']);
  });
});

describe('what is added to an outcome', () => {
  it.each([
    ['idet økonomien afklares', 'Styregruppen godkendte budgettet, idet økonomien afklares.'],
    [
      'med den ændring, at punkt 3 udgår.',
      'Styregruppen godkendte budgettet med den ændring, at punkt 3 udgår.',
    ],
    ['Med bemærkning om tidsplanen', 'Styregruppen godkendte budgettet med bemærkning om tidsplanen.'],
  ])('joins the sentence of its point: %s', (text, sentence) => {
    const named = oneItem({ asks: asks.slice(0, 1) });
    named.does(chair, record('item-1', 'a', { text, pointIds: ['point-1-1'] }));
    expect(decided(named)).toEqual([sentence]);
    const beside = oneItem({ asks: asks.slice(0, 1) });
    beside.does(chair, answers(by('approved', 0)), record('item-1', 'a', { text }));
    expect(decided(beside)).toEqual([sentence]);
  });

  it('is none where a whole sentence follows', () => {
    const text = 'Idet gruppen takker, godkendes planen.';
    const held = oneItem({ asks: asks.slice(0, 1) });
    held.does(chair, record('item-1', 'a', { text, pointIds: ['point-1-1'] }));
    expect(decided(held)).toEqual([text]);
  });

  it('stands as typed where it is not plain what it is added to', () => {
    const held = oneItem({ asks }).does(chair, answers(by('approved', 0), by('adopted', 1)));
    held.does(chair, record('item-1', 'a', { text: 'idet økonomien afklares' }));
    expect(decided(held)).toContain('idet økonomien afklares');
  });
});

describe('responsible and deadline', () => {
  const bo = { responsible: [{ kind: 'person', personId: 'bo' }] } as const;
  const remark = (fields: Parameters<typeof record>[2]) =>
    documentOf(oneItem({}).does(chair, record('item-1', 'a', fields))).items[0]?.sections[0]?.blocks[0]
      ?.remark;

  it('are left out where the sentence gives them to that person, if only by the first name', () => {
    expect(remark({ ...bo, text: 'Bo sender planen ud.' })).toBe('');
    expect(remark({ ...bo, text: 'Bo Winther er tovholder på planen.' })).toBe('');
  });

  it('are said where the first name in the sentence could be somebody else', () => {
    const held = oneItem({}).does(chair, record('item-1', 'a', { ...bo, text: 'Bo sender planen ud.' }));
    const two = { ...people, asta: { ...(people.asta as Person), name: 'Bo Lund' } };
    const section = minutesDocument(minutesOf(held.meeting, two), { edition: 'full' }).items[0]?.sections[0];
    expect(section?.blocks[0]?.remark).toBe('Tovholder: Bo Winther');
  });

  it('are said where the sentence only mentions the person', () => {
    expect(remark({ ...bo, text: 'Asta Lund inviterer Bo Winther.' })).toBe('Tovholder: Bo Winther');
  });

  it('are said by the date where the day is certain, and left out where the sentence has that date', () => {
    const due = { text: 'på fredag', date: '2031-03-07' };
    expect(remark({ text: 'Planen sendes ud.', due })).toBe('Frist: den 7. marts 2031');
    expect(remark({ text: 'Planen sendes ud.', due: { text: 'inden 7/3', date: '2031-03-07' } })).toBe(
      'Frist: inden den 7. marts 2031',
    );
    expect(remark({ text: 'Planen sendes ud senest den 7. marts.', due })).toBe('');
    expect(remark({ text: 'Planen sendes ud.', due: { text: 'uge 5', date: null } })).toBe('Frist: uge 5');
  });

  it('of a proposal say who proposed it', () => {
    const held = oneItem({}).does(other, record('item-1', 'a', { text: 'Planen sendes ud.' }));
    expect(decided(held)).toEqual(['Planen sendes ud.', '(Ikke bekræftet – foreslået af Bo Winther)']);
  });
});
