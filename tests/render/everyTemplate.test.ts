import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type { FormsAs } from '../../src/render/actions.ts';
import { CARD_LIMIT, renderCard, renderFitting } from '../../src/render/renderCard.ts';
import { findVerb } from '../../src/teams/verbs/index.ts';
import type { Sight } from '../../src/views/cardView.ts';
import { dialogOf } from '../../src/views/dialogView.ts';
import { opensForm } from '../../src/views/formVerbs.ts';
import { buttons, inputs } from '../support/cardReading.ts';
import { everyCard, type NamedCard } from '../support/everyCard.ts';
import { emptiest, manyPeople, NASTY, sightOf, widest } from '../support/extremeMeetings.ts';
import {
  adjourned,
  adopt,
  chair,
  type HeldMeeting,
  operator,
  paused,
  planned,
  running,
} from '../support/meetingBuilder.ts';

// The bundle: the package's modules are written without file endings, which Node does not resolve.
const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards');

const wide = widest();
const sights: readonly (readonly [string, Sight])[] = [
  ['the emptiest import', sightOf(emptiest())],
  ['the emptiest meeting', sightOf(emptiest().does(operator, adopt()))],
  ['the emptiest running meeting', sightOf(started(emptiest().does(operator, adopt())))],
  ['a planned meeting', sightOf(planned(), { audience: 'shared' })],
  ['a running meeting', sightOf(running(), { language: 'en' })],
  ['a paused meeting', sightOf(paused(), { notice: NASTY })],
  ['an adjourned meeting', sightOf(adjourned())],
  ['the widest meeting', sightOf(wide, { people: manyPeople, notice: NASTY.repeat(50) })],
  ['the widest adjourned meeting', sightOf(ended(), { people: manyPeople, language: 'en' })],
];
function started(held: HeldMeeting): HeldMeeting {
  return held.does(operator, { type: 'StartMeeting', itemId: 'item-1' });
}
function ended(): HeldMeeting {
  return widest().does(chair, { type: 'AdjournMeeting', fromItemId: 'item-1' });
}

const FORMS: readonly FormsAs[] = ['card', 'dialog'];
/** Everything that a tap can be answered with, as the body of a dialog. */
const dialogs = (cards: readonly NamedCard[]) =>
  cards.flatMap(({ name, views: [view] }) => {
    const dialog = view && dialogOf(view);
    if (dialog?.kind !== 'form') return [];
    expect(dialog.title).toMatch(/\S/u);
    return [{ name, forms: 'inside' as const, ...renderFitting([dialog.view], 'inside') }];
  });

/** Every object with a `type`, wherever it stands. */
function* elements(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const entry of value) yield* elements(entry);
  else if (typeof value === 'object' && value !== null) {
    const object = value as Record<string, unknown>;
    if (typeof object.type === 'string') yield object;
    for (const [key, child] of Object.entries(object)) if (key !== 'data') yield* elements(child);
  }
}

/** Every text of a card, wherever it stands. */
const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

/** Placeholders of the template itself; what users type is another. */
const ours = /\$\{(?!title\}|\$root\.notice\})[^}]{0,80}\}/iu;

describe.each(sights)('of %s, every card', (_name, sight) => {
  const all = everyCard(sight);
  const cards = [
    ...FORMS.flatMap((forms) =>
      all.map(({ name, views }) => ({ name, forms, ...renderFitting(views, forms) })),
    ),
    ...dialogs(all),
  ];
  const each = (check: (card: Record<string, unknown>, name: string, forms: FormsAs) => void) => {
    for (const { card, name, forms } of cards) {
      try {
        check(card, name, forms);
      } catch (error) {
        throw new Error(`${forms} ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };

  it('is small enough for Teams', () => {
    each((card) => expect(JSON.stringify(card).length).toBeLessThanOrEqual(CARD_LIMIT));
  });

  it('has no placeholder of its template left', () => {
    each((card) => {
      expect(strings(card).filter((text) => ours.test(text))).toEqual([]);
      const text = JSON.stringify(card);
      expect(text).not.toMatch(/\$(?:when|data|part)"|undefined|NaN|\[object/u);
    });
  });

  it("is an Adaptive Card that Microsoft's own reader takes without a word", () => {
    each((card) => {
      const context = new SerializationContext();
      const parsed = new AdaptiveCard();
      parsed.parse(card, context);
      const said = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
      // It checks `lang` by an expression that remembers its last match, and so refuses every second good one.
      expect(said.filter((message) => !message.includes('property "lang"'))).toEqual([]);
      expect(parsed.validateProperties().validationEvents.map(({ message }) => message)).toEqual([]);
    });
  });

  it('has buttons that lead somewhere, also in clients without Execute', () => {
    each((card, _name, forms) => {
      const actions = [...elements(card)].filter(({ type }) => String(type).startsWith('Action.'));
      const executes = actions.filter(({ type }) => type === 'Action.Execute');
      for (const { verb, tooltip, title, data, fallback } of executes) {
        expect(title).not.toBe('');
        expect(String(tooltip)).not.toBe('');
        expect(findVerb(String(verb))).toBeDefined();
        expect(data).toMatchObject({ verb, m: 'meeting-1' });
        expect(fallback).toMatchObject({ type: 'Action.Submit', data });
      }
      for (const { title, url } of actions.filter(({ type }) => type === 'Action.OpenUrl')) {
        expect(title).not.toBe('');
        expect(String(url)).toMatch(/^http:\/\/127\.0\.0\.1:/u);
      }
      for (const { type, data, verb } of buttons(card)) {
        if (type === 'Action.OpenUrl') continue;
        const opens = forms === 'dialog' && opensForm(String(data.verb));
        expect(type).toBe(opens || forms === 'inside' ? 'Action.Submit' : 'Action.Execute');
        if (type === 'Action.Execute') continue;
        expect(verb).toBeUndefined();
        expect(findVerb(String(data.verb))).toBeDefined();
        expect(data.m).toBe('meeting-1');
        expect(data.msteams).toEqual(opens ? { type: 'task/fetch' } : undefined);
      }
      if (forms !== 'inside') return;
      expect(buttons(card).map(({ data }) => data.verb)).not.toContain('back');
      expect(actions.length).toBeGreaterThan(0);
      expect([...elements(card)].some(({ style }) => style === 'heading')).toBe(false);
    });
  });

  it('has at most one button that stands out', () => {
    each((card, name) => {
      const positive = buttons(card).filter(({ raw }) => raw.style === 'positive');
      expect(positive.length).toBeLessThanOrEqual(name.includes('unanswered') ? 0 : 1);
    });
  });

  it('has fields with labels, ids of their own, and a word where one is required', () => {
    each((card) => {
      const fields = inputs(card);
      for (const { label, raw } of fields) {
        expect(label).not.toBe('');
        if (raw.isRequired) expect(raw.errorMessage).toMatch(/\S/u);
      }
      const ids = [...elements(card)].flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('says in a line what it is, for a notification', () => {
    for (const { summary } of cards) {
      expect(summary).toMatch(/\S/u);
      expect(summary.length).toBeLessThan(1100);
    }
  });
});

describe('what users typed', () => {
  const [item] = wide.meeting.agenda.items;
  const sight = sightOf(wide, { people: manyPeople });
  const rendered = everyCard(sight).map(({ views }) => renderFitting(views).card);

  it('stands in plain runs as they typed it', () => {
    const runs = rendered.flatMap((card) => [...elements(card)]).filter(({ type }) => type === 'TextRun');
    expect(runs.some(({ text }) => String(text).includes(NASTY.replace('\u202e', '')))).toBe(true);
    expect(runs.some(({ text }) => /\\\*\\\*fed/u.test(String(text)))).toBe(false);
  });

  it('never turns the direction of our own words', () => {
    const turn = /\u202e/u;
    const read = rendered
      .flatMap((card) => [...elements(card)])
      .flatMap(({ text, title, label, tooltip }) => [text, title, label, tooltip]);
    expect(read.some((text) => String(text).includes('שלום'))).toBe(true);
    expect(read.filter((text) => turn.test(String(text)))).toEqual([]);
    const { summary } = renderFitting(
      everyCard(sight).find(({ name }) => name.includes('"item-1"'))?.views ?? [],
    );
    expect(summary).toContain('שלום');
    expect(summary).not.toMatch(turn);
  });

  it('means nothing in a heading', () => {
    const blocks = rendered.flatMap((card) => [...elements(card)]).filter(({ type }) => type === 'TextBlock');
    const typed = blocks.map(({ text }) => String(text)).filter((text) => text.includes('fed'));
    expect(typed.length).toBeGreaterThan(0);
    for (const text of typed) {
      expect(text).not.toMatch(/(?<!\\)(?:\*\*|\[|\]|`|(?<!\\)_)/u);
      if (text.length > 100) expect(text).toContain('$' + '{title}');
    }
  });

  it('means nothing in a choice that stands open, which is Markdown too', () => {
    const choices = rendered
      .flatMap((card) => inputs(card))
      .filter(({ raw }) => raw.style === 'expanded')
      .flatMap(({ choices }) => choices.map(({ title }) => title));
    const typed = choices.filter((title) => title.includes('fed'));
    expect(typed.length).toBeGreaterThan(0);
    for (const title of typed) expect(title).not.toMatch(/(?<!\\)(?:\*\*|\[|\]|`|(?<!\\)_)/u);
  });

  it.each(['1. punkt', '- streg', '# stor', '> citat', '+ plus'])(
    'is no list or headline as "%s"',
    (title) => {
      const card = renderCard({
        template: 'text',
        summary: title,
        model: {
          language: 'da',
          fallbackText: '',
          hasNotice: false,
          notice: '',
          heading: title,
          lines: [],
          hasFooter: false,
          footer: '',
          buttonRows: [],
        },
      });
      const heading = [...elements(card)].find(({ style }) => style === 'heading');
      expect(heading?.text).toMatch(/^(?:1\\\.|\\[-#>+])/u);
    },
  );

  it('is cut at a word with a way to the rest', () => {
    const { card } = renderFitting(
      everyCard(sight).find(({ name }) => name.includes('"item-1"'))?.views ?? [],
    );
    expect(item).toBeDefined();
    expect(buttons(card).some(({ title }) => title === 'Vis mere')).toBe(true);
  });
});
