// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of card templates look so.
import { describe, expect, it } from '@jest/globals';
import { Template } from 'adaptivecards-templating';
import { compileTemplate, type Json } from '../../src/render/expand.ts';
import { rootOf } from '../../src/render/renderCard.ts';
import { expand, readTemplate } from '../../src/render/template.ts';
import type { CardView } from '../../src/views/cardView.ts';
import { everyCard } from '../support/everyCard.ts';
import { emptiest, manyPeople, NASTY, sightOf, widest } from '../support/extremeMeetings.ts';
import { adjourned, paused, planned, running } from '../support/meetingBuilder.ts';

const templates = new Map<string, Template>();
/** What Microsoft's package makes of the same card. */
function byMicrosoft(name: string, root: Record<string, unknown>): unknown {
  const known = templates.get(name) ?? new Template(readTemplate(name));
  templates.set(name, known);
  return known.expand({ $root: root });
}

describe('a card', () => {
  const views: readonly (readonly [string, readonly CardView[]])[] = [
    ['the emptiest import', sightOf(emptiest())],
    ['a planned meeting', sightOf(planned())],
    ['a running meeting', sightOf(running(), { language: 'en' as const })],
    ['a paused meeting', sightOf(paused(), { notice: NASTY })],
    ['an adjourned meeting', sightOf(adjourned())],
    ['the widest meeting', sightOf(widest(), { people: manyPeople, notice: NASTY })],
  ].map(([name, sight]) => [
    name as string,
    everyCard(sight as ReturnType<typeof sightOf>).flatMap((card) => card.views),
  ]);

  it.each(views)("of %s is filled as Microsoft's package fills it", (_name, all) => {
    expect(all.length).toBeGreaterThan(0);
    for (const view of all) {
      const root = rootOf(view);
      expect(expand(view.template, root)).toEqual(byMicrosoft(view.template, root));
    }
  });
});

describe('a template', () => {
  const filled = (template: Json, data: Record<string, unknown>) => ({
    ours: compileTemplate(template)(data),
    theirs: new Template(template).expand({ $root: data }),
  });

  it.each<[string, Json, Record<string, unknown>]>([
    ['a value of any kind', { a: '${text}', b: '${number}', c: '${deep.list}' }, sample()],
    ['a part for each entry', [{ $data: '${rows}', text: '${name}' }], sample()],
    ['a part for no entry', [{ $data: '${none}', text: '${name}' }], sample()],
    ['a property for one entry', { only: { $data: '${deep.one}', text: '${name}' } }, sample()],
    ['a property for several entries', { all: { $data: '${rows}', text: '${name}' } }, sample()],
    ['a property for no entry', { nobody: { $data: '${none}', text: '${name}' } }, sample()],
    ['what is wanted, entry by entry', [{ $data: '${rows}', $when: '${shown}', text: '${name}' }], sample()],
    ['what is not wanted', { part: { $when: '${no}', text: 'x' }, parts: [{ $when: '${no}' }] }, sample()],
    ['what is wanted by no boolean', [{ $when: '${text}', text: 'x' }], sample()],
    ['rows in rows', [{ $data: '${rows}', inner: [{ $data: '${cells}', text: '${name}' }] }], sample()],
    ['the whole beside an entry', [{ $data: '${rows}', text: '${$root.text}' }], sample()],
    ['what an object holds', [{ $data: '${deep}', list: '${list}' }], sample()],
    ['a placeholder for nothing, which stays', { a: '${missing}', b: '${deep.missing.more}' }, sample()],
  ])("gives %s as Microsoft's package does", (_what, template, data) => {
    const { ours, theirs } = filled(template, data);
    expect(ours).toEqual(theirs);
  });

  function sample() {
    return {
      text: 'fed ${number}',
      number: 7,
      no: false,
      none: [],
      deep: { list: [1, 'to'], one: [{ name: 'ene' }] },
      rows: [
        { name: 'a', shown: true, cells: [{ name: 'a1' }, { name: 'a2' }] },
        { name: 'b', shown: false, cells: [] },
        { name: 'c', shown: true, cells: [{ name: 'c1' }] },
      ],
    };
  }

  it.each(['${a + b}', "${if(a, 'x', 'y')}", 'punkt ${number}', '${a[0]}'])(
    'that says more than a path (%s) is refused before anybody sees it',
    (text) => {
      expect(() => compileTemplate({ body: [{ text }] })).toThrow(text);
    },
  );
});
