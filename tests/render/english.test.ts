import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../src/meeting/state.ts';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { Sight } from '../../src/views/cardView.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import { draftPage } from '../../src/views/pages.ts';
import { danishIn } from '../support/danishWords.ts';
import { englishMeeting, englishPeople, proposeEnglish } from '../support/englishMeeting.ts';
import { everyCard } from '../support/everyCard.ts';
import { sightOf } from '../support/extremeMeetings.ts';
import { texts } from '../support/fakeTeams.ts';
import {
  adjourned,
  agenda,
  chair,
  HeldMeeting,
  operator,
  participant,
  paused,
  planned,
  running,
} from '../support/meetingBuilder.ts';

/** Everything of a card that a person or their screen reader meets. */
const said = (node: unknown, key = ''): string[] => {
  if (typeof node === 'string')
    return [
      'text',
      'title',
      'label',
      'placeholder',
      'errorMessage',
      'tooltip',
      'fallbackText',
      'altText',
    ].includes(key)
      ? [node]
      : [];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => said(child, Array.isArray(node) ? key : name));
};

const english = (held: HeldMeeting, fields: Partial<Sight> = {}): Sight =>
  sightOf(held, { language: 'en', people: englishPeople, ...fields });
const ended = () => englishMeeting().does(chair, { type: 'AdjournMeeting', fromItemId: 'item-2' });
const proposed = () =>
  new HeldMeeting().does(
    operator,
    proposeEnglish(agenda({ ...englishMeeting().meeting.agenda, title: null, chairs: [], minuteTakers: [] })),
  );

describe('in an English meeting, an English person', () => {
  it.each<[string, () => Sight]>([
    ['before the agenda is in use', () => english(proposed())],
    ['while it runs, in their own chat', () => english(englishMeeting(), { notice: 'A notice.' })],
    ['while it runs, in the shared chat', () => english(englishMeeting(), { audience: 'shared' })],
    ['while it is paused', () => english(englishMeeting().does(chair, { type: 'PauseMeeting' }))],
    ['when it has ended', () => english(ended())],
    ['when all names were erased', () => english(ended(), { people: {} })],
  ])('sees no Danish word on any card %s', (_when, sightIn) => {
    const sight = sightIn();
    for (const acting of [chair, participant]) {
      for (const { name, views } of everyCard(sight, acting)) {
        const { card, summary } = renderFitting(views);
        expect({ name, danish: danishIn([...said(card), summary]) }).toEqual({ name, danish: [] });
        expect(card.lang).toBe('en');
      }
    }
  });

  it('reads English minutes without asking for them', () => {
    const { meeting } = ended();
    const text = markdown(minutesDocument(minutesOf(meeting, englishPeople), { edition: 'full' }));
    expect(danishIn(text.split('\n'))).toEqual([]);
    expect(text).toContain('### Recommendation');
    expect(text).toContain('*Draft minutes – not approved*');
  });
});

describe('the minutes', () => {
  it('are Danish in a Danish meeting, whoever turns their pages; the buttons are in their language', () => {
    const held = running();
    const { card } = renderFitting([draftPage(sightOf(held, { language: 'en' }), 0)]);
    expect(card.lang).toBe('da');
    expect(texts(card).join('\n')).toContain('Indstilling');
    expect(texts(card).join('\n')).toContain('Referatudkast – ikke godkendt');
    expect(texts(card)).toContain('Next page');
  });

  it('are English in an English meeting, though a Dane turns their pages', () => {
    const { card } = renderFitting([draftPage(sightOf(englishMeeting()), 0)]);
    expect(texts(card).join('\n')).toContain('Draft minutes – not approved');
    expect(texts(card)).toContain('Næste side');
  });
});

describe('the language of a meeting', () => {
  it('is Danish where nothing was said, and that of the proposed agenda until one is in use', () => {
    expect([planned(), paused(), adjourned()].map(({ meeting }) => languageOf(meeting))).toEqual([
      'da',
      'da',
      'da',
    ]);
    expect(languageOf(proposed().meeting)).toBe('en');
    expect(languageOf(englishMeeting().meeting)).toBe('en');
  });
});
