import { describe, expect, it } from '@jest/globals';
import { cardJson, renderCard } from '../../src/render/renderCard.ts';
import { compose, share, writeJson } from '../../src/render/sharedJson.ts';
import { everyCard } from '../support/everyCard.ts';
import { manyPeople, NASTY, sightOf, widest } from '../support/extremeMeetings.ts';
import { adjourned, planned, running } from '../support/meetingBuilder.ts';

const sights = [
  sightOf(planned()),
  sightOf(running()),
  sightOf(running(), { language: 'en', notice: 'Saved' }),
  sightOf(adjourned()),
  sightOf(widest(), { people: manyPeople, notice: NASTY }),
];
const views = sights.flatMap((sight) => everyCard(sight).flatMap(({ views: all }) => [...all]));

describe('the JSON of a card, put together of parts that are kept', () => {
  it.each(['card', 'dialog', 'inside'] as const)('is what JSON.stringify makes of it: %s', (forms) => {
    expect(views.length).toBeGreaterThan(50);
    for (const view of views) {
      const card = renderCard(view, forms);
      expect(cardJson(card)).toBe(JSON.stringify(card));
    }
  });

  it('is the same again, whatever cards came between', () => {
    const before = views.map((view) => cardJson(renderCard(view)));
    for (const view of [...views].reverse()) renderCard(view, 'dialog');
    expect(views.map((view) => cardJson(renderCard(view)))).toEqual(before);
  });
});

describe('an object made anew of shared parts', () => {
  it('is written with them, in its own order, and without what is undefined', () => {
    const part = { a: 'æ"', b: [1, null, { c: true }] };
    share(part);
    const whole = {
      first: part,
      gone: undefined,
      none: null,
      list: compose([part, 'x', 2, { d: 1 }]),
      last: false,
    };
    expect(writeJson(compose(whole))).toBe(JSON.stringify(whole));
    expect(writeJson(compose({ one: part, 'key "2"': part }))).toBe(
      JSON.stringify({ one: part, 'key "2"': part }),
    );
    expect(writeJson(compose({}))).toBe('{}');
    expect(writeJson(compose([]))).toBe('[]');
  });
});
