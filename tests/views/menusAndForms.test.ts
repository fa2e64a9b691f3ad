import { describe, expect, it } from '@jest/globals';
import { renderFitting } from '../../src/render/renderCard.ts';
import type { CardView } from '../../src/views/cardView.ts';
import { cut, paragraphs, rows, showsWhole } from '../../src/views/cardView.ts';
import { correctionForm, decisionForm, itemForm } from '../../src/views/forms.ts';
import { correctList, decisionMenu, pointMenu } from '../../src/views/menus.ts';
import { casePage, draftPage, fullPage, pagesOf } from '../../src/views/pages.ts';
import { decodeChoices, responsibleForm } from '../../src/views/responsibleForm.ts';
import { buttons, inputs, texts, untouched } from '../support/cardReading.ts';
import { long, manyPeople, NASTY, sightOf } from '../support/extremeMeetings.ts';
import {
  agenda,
  chair,
  type HeldMeeting,
  item,
  note,
  other,
  participant,
  record,
  running,
} from '../support/meetingBuilder.ts';

const card = (view: CardView) => renderFitting([view]).card;
const field = (view: CardView, id: string) => inputs(card(view)).find((input) => input.id === id);
const decisionOf = (held: HeldMeeting, itemId: string, at = 0) => {
  const decision = held.meeting.records[itemId]?.decisions[at];
  if (!decision) throw new Error(`no decision ${at} under ${itemId}`);
  return decision;
};
const titles = (view: CardView) => buttons(card(view)).map(({ title }) => title);

describe('the form of a decision', () => {
  it('opens empty, with the only open point chosen', () => {
    const view = decisionForm(sightOf(running()), 'item-4');
    expect(field(view, 'text')).toMatchObject({ value: '', raw: { isRequired: true, isMultiline: true } });
    expect(field(view, 'points')?.value).toBe('point-4-1');
  });

  it('chooses none of several, and asks nothing where nothing is open', () => {
    expect(field(decisionForm(sightOf(running()), 'item-2'), 'points')?.value).toBe('');
    expect(field(decisionForm(sightOf(running()), 'item-5'), 'points')).toBeUndefined();
  });

  it('comes back with what was typed, and a warning, where that looks like a CPR number', () => {
    const view = decisionForm(sightOf(running()), 'item-4', { text: '010203-1234', points: [], cpr: true });
    expect(field(view, 'text')?.value).toBe('010203-1234');
    expect(titles(view)).toEqual(['Gem alligevel', 'Tilbage']);
    expect(texts(card(view)).join()).toContain('ligner et CPR-nummer og er ikke gemt');
  });

  it('says so where what was typed is too long to come back, and does not bring back half of it', () => {
    const view = decisionForm(sightOf(running()), 'item-4', { text: long(20_000), points: [], cpr: true });
    expect(field(view, 'text')?.value ?? '').toBe('');
    expect(texts(card(view)).join()).toContain('Teksten (20000 tegn) er ikke gemt');
    expect(titles(view)).toEqual(['Gem beslutning', 'Tilbage']);
  });
});

describe('the form of a correction', () => {
  it('opens with the text as typed, and its points', () => {
    const held = running().does(chair, record('item-4', 'a', { text: NASTY, pointIds: ['point-4-1'] }));
    const view = correctionForm(sightOf(held), 'item-4', decisionOf(held, 'item-4'));
    expect(field(view, 'text')?.value).toBe(NASTY);
    expect(field(view, 'points')?.value).toBe('point-4-1');
  });

  it('does not open where saving would cut the text', () => {
    const held = running().does(chair, record('item-4', 'a', { text: long(20_000) }));
    const view = correctionForm(sightOf(held), 'item-4', decisionOf(held, 'item-4'));
    expect(inputs(card(view))).toEqual([]);
    expect(texts(card(view)).join()).toContain('4.1 er for lang til at rettes i et kort');
  });
});

describe('the form of who is responsible', () => {
  const organisation = 'Ærø Kommune, Børn & Unge';
  const held = () =>
    running().does(
      chair,
      record('item-4', 'a', {
        responsible: [
          { kind: 'organisation', name: organisation },
          { kind: 'person', personId: 'bo' },
          { kind: 'person', personId: 'asta' },
          { kind: 'text', text: 'alle' },
        ],
        due: { text: 'uge 11', date: null },
      }),
      record('item-4', 'b'),
    );

  it('opens with what is set, so that saving it unchanged loses nothing', () => {
    const meeting = held();
    const view = responsibleForm(sightOf(meeting), 'item-4', decisionOf(meeting, 'item-4'));
    const values = untouched(card(view));
    expect(values).toMatchObject({ decision: 'a', person: 'bo', others: 'Asta Lund, alle', due: 'uge 11' });
    expect(decodeChoices(String(values.organisations))).toEqual([organisation]);
    const chosen = field(view, 'organisations')?.choices.filter(
      ({ value }) => value === values.organisations,
    );
    expect(chosen).toMatchObject([{ title: organisation }]);
  });

  it('lets a person who is set be taken off again', () => {
    const meeting = held();
    const choices = (at: number) =>
      field(responsibleForm(sightOf(meeting), 'item-4', decisionOf(meeting, 'item-4', at)), 'person')
        ?.choices;
    expect(choices(0)?.[0]).toEqual({ title: 'Ingen person', value: '-' });
    expect(choices(1)?.map(({ value }) => value)).not.toContain('-');
  });

  it('keeps what is chosen among more people than there is room for', () => {
    const ids = Object.keys(manyPeople);
    const last = ids.at(-1) ?? '';
    const meeting = running().does(
      chair,
      record('item-4', 'a', { responsible: [{ kind: 'person', personId: last }] }),
    );
    const view = responsibleForm(
      sightOf(meeting, { people: manyPeople }),
      'item-4',
      decisionOf(meeting, 'item-4'),
    );
    expect(field(view, 'person')?.choices.map(({ value }) => value)).toContain(last);
  });
});

describe('the choice of an item', () => {
  it('leaves out where one is, and what is to be moved from', () => {
    const held = running().does(chair, record('item-4', 'a'));
    const go = itemForm(sightOf(held), { kind: 'go', what: { i: 'item-1' } });
    expect(field(go, 'item')?.choices.map(({ value }) => value)).toEqual(['item-2', 'item-4', 'item-5']);
    const move = itemForm(sightOf(held), {
      kind: 'move',
      itemId: 'item-4',
      decision: decisionOf(held, 'item-4'),
    });
    expect(field(move, 'item')?.choices.map(({ value }) => value)).toEqual(['item-1', 'item-2', 'item-5']);
  });

  it('says so where there is no other', () => {
    const held = running(agenda({ items: [item(1)] }));
    expect(texts(card(itemForm(sightOf(held), { kind: 'go', what: {} })))).toContain(
      'Der er ingen andre punkter.',
    );
  });
});

describe('the decisions to correct', () => {
  const many = (count: number) => {
    const held = running();
    for (let index = 0; index < count; index += 1) held.does(chair, record('item-4', `d-${index}`));
    return held;
  };

  it('have a button each while they are few, and are a choice when they are many', () => {
    expect(titles(correctList(sightOf(many(2)), 'item-4'))).toEqual(['4.1', '4.2', 'Tilbage']);
    const list = correctList(sightOf(many(20)), 'item-4');
    expect(field(list, 'decision')).toMatchObject({ value: 'd-19' });
    expect(field(list, 'decision')?.choices).toHaveLength(20);
    expect(texts(card(correctList(sightOf(many(0)), 'item-4')))).toContain(
      'Der er ingen beslutninger at rette.',
    );
  });

  it('can be changed by those who may', () => {
    const held = running().does(participant, record('item-4', 'a', { text: 'Først' }));
    held.does(participant, {
      type: 'CorrectDecision',
      itemId: 'item-4',
      decisionId: 'a',
      text: 'Siden',
      pointIds: [],
    });
    const menu = (acting = chair) =>
      decisionMenu(sightOf(held), 'item-4', decisionOf(held, 'item-4'), acting);
    expect(titles(menu())).toEqual(['Bekræft 4.1', 'Ret', 'Tovholder', 'Flyt', 'Stryg', 'Tilbage']);
    expect(titles(menu(participant))).toEqual(['Ret', 'Tovholder', 'Flyt', 'Stryg', 'Tilbage']);
    expect(titles(menu(other))).toEqual(['Tovholder', 'Tilbage']);
    expect(texts(card(menu()))).toContain('Tidligere: Først');
  });
});

describe('a point that was tapped', () => {
  it('shows its text and the outcomes to those who may give them', () => {
    const view = (acting = chair) => pointMenu(sightOf(running()), 'item-1', 'point-1-1', acting);
    expect(texts(card(view()))).toContain('At Styregruppen godkender dagsordenen');
    expect(titles(view())).toEqual([
      'Godkendt',
      'Taget til efterretning',
      'Drøftet',
      'Udsat',
      'Beslutning',
      'Tilbage',
    ]);
    expect(titles(view(other))).toEqual(['Beslutning', 'Tilbage']);
  });
});

describe('pages', () => {
  const description = Array.from(
    { length: 400 },
    (_, index) => `Afsnit ${index}: ${'ord '.repeat(index % 40)}`,
  ).join('\n');
  const held = running(agenda({ items: [item(1, { description, attachments: ['Budget'] }), item(2)] }));
  /** All pages in a row, each turned to by its own button. */
  const turned = (make: (page: number) => CardView): string[] => {
    const read: string[] = [];
    for (let page = 0; ; page += 1) {
      const shown = card(make(page));
      read.push(...texts(shown));
      const on = buttons(shown).find(({ title }) => title === 'Næste side');
      if (!on) return read;
      expect(on.data.page).toBe(page + 1);
    }
  };

  it('hold the whole text in its order, and the buttons lead through them', () => {
    const read = turned((page) => casePage(sightOf(held), 'item-1', page));
    const wanted = description.split('\n');
    expect(read.filter((text) => text.startsWith('Afsnit '))).toEqual(wanted);
    expect(read).toEqual(expect.arrayContaining(['Bilag', '• Budget']));
  });

  it('hold a line longer than a page too', () => {
    const words = Array.from({ length: 9000 }, (_, index) => `ord${index}`);
    const line = words.join(' ');
    const parts = pagesOf([{ text: line }]).flat();
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.flatMap(({ text }) => text.split(' '))).toEqual(words);
    expect(
      pagesOf([{ text: '\u0001'.repeat(20_000) }])
        .flat()
        .map(({ text }) => text)
        .join(''),
    ).toHaveLength(20_000);
  });

  it('show the decisions of an item uncut, and every item of the draft', () => {
    const text = long(9000, 'ordentlig tekst');
    const full = running().does(chair, record('item-1', 'a', { text }), note('item-2', 'n', 'Der var ros.'));
    const squeezed = (read: readonly string[]) => read.join(' ').replace(/\s+/gu, ' ');
    const count = (read: string) => read.split('ordentlig').length;
    expect(count(squeezed(turned((page) => fullPage(sightOf(full), 'item-1', page))))).toBe(count(text));
    const draft = squeezed(turned((page) => draftPage(sightOf(full), page)));
    expect(draft).toContain('Der var ros.');
    for (const { kind, title } of full.meeting.agenda.items)
      if (kind === 'item') expect(draft).toContain(title);
    // A break that nothing was written to has no page.
    expect(draft).not.toContain('Pause');
    expect(texts(card(draftPage(sightOf(full, { audience: 'shared' }), 0)))).toEqual([
      'Referenterne sender referatudkastet til alle, når det er klar.',
    ]);
  });
});

describe('what is cut', () => {
  it('is cut at a word, and never within a character', () => {
    expect(cut('et to tre', 100)).toBe('et to tre');
    expect(cut('et to tre fire', 8)).toBe('et to …');
    expect(cut(`${'x'.repeat(9)}🙂`, 10)).toBe(`${'x'.repeat(9)} …`);
  });

  it('has no more lines than its length is worth', () => {
    const text = 'a\n'.repeat(200);
    expect(paragraphs(text, 200)).toHaveLength(5);
    expect(paragraphs(text, 200).at(-1)).toEqual({ text: 'a …' });
    expect(showsWhole(text, 200)).toBe(false);
    expect(showsWhole('a\n\nb', 200)).toBe(true);
    expect(paragraphs(text)).toHaveLength(200);
  });
});

describe('rows of buttons', () => {
  it('hold three short labels or two longer ones', () => {
    const button = (title: string) => ({
      title,
      tooltip: title,
      verb: 'next',
      style: 'default' as const,
      data: { verb: 'next', m: 'm', t: '1' },
    });
    const shape = (...labels: string[]) => rows(labels.map(button)).map(({ actions }) => actions.length);
    expect(shape('Flyt', 'Stryg', 'Notér')).toEqual([3]);
    expect(shape('Flyt', 'Stryg', 'Beslutning')).toEqual([2, 1]);
    expect(shape('Beslutning', 'Flyt', 'Stryg', 'Notér')).toEqual([2, 2]);
  });
});
