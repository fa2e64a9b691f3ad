import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ImportedAgenda } from '../../src/agendaImport/contract.ts';
import { readSource } from '../../src/agendaImport/readSource.ts';
import { toAgenda } from '../../src/agendaImport/toAgenda.ts';
import { entriesIn } from '../../src/meeting/decideAgenda.ts';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import { HeldMeeting, operator } from '../support/meetingBuilder.ts';
import { counter } from '../support/serviceParts.ts';

const cases = Number(process.env.PUNKT_TEST_CASES ?? 1);
const word = fc.constantFrom(
  ...[
    'budget',
    'årsplan',
    'ældre',
    'Fælles',
    'drift',
    '2031',
    'økonomi',
    'plan',
    'vagt',
    'IT',
    'net-kort',
    '(ny)',
    '»sag«',
  ],
);
const words = (max: number) =>
  fc.array(word, { minLength: 1, maxLength: max }).map((list) => `Om ${list.join(' ')} mv.`);
const text = fc.array(words(8), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const prose = fc.array(text, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n'));
const title = words(5).map((one) => one.replace(/[.]$/u, ''));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const clock = fc
  .tuple(fc.integer({ min: 8, max: 21 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const times = fc.oneof(
  fc.record({ start: clock, end: maybe(clock), durationMinutes: fc.constant(null) }),
  fc.record({
    start: fc.constant(null),
    end: fc.constant(null),
    durationMinutes: maybe(fc.integer({ min: 1, max: 300 })),
  }),
);
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const NAMES = ['Åse Bro', 'Bo Åkær', 'Carl-Emil Dahl', 'Dorte Ege', 'Erik Fog', 'Åse Marie Holm-Iversen'];
const ORGANISATIONS = ['Fjordby Kommune', 'Region Nordlyng', 'Ældresagen, Fjordby'];
const people = fc.shuffledSubarray(NAMES, { minLength: 1 }).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.record({
        name: fc.constant(name),
        title: maybe(fc.constantFrom('direktør', 'leder, sundhed', 'cheflæge')),
        organisation: maybe(fc.constantFrom(...ORGANISATIONS.slice(0, 2))),
        role: maybe(fc.constantFrom('formand', 'medformand', 'suppleant for nr. 2')),
        apologies: fc.boolean(),
        guest: fc.boolean(),
      }),
    ),
  ),
);

const number = fc.oneof(
  fc.integer({ min: 1, max: 99 }).map(String),
  fc.constantFrom('4a', '2.1', 'IV', 'b', '12-3'),
);
const decision = (names: readonly string[]) =>
  fc.record({
    text,
    responsible: fc.subarray([...names]),
    due: maybe(fc.constantFrom('uge 5', 'næste møde', '1. marts 2031', 'til foråret')),
  });
const item = (names: readonly string[]) =>
  fc
    .tuple(
      times,
      fc.record({
        number: maybe(number),
        title,
        presenters: fc.subarray([...names]),
        closed: fc.boolean(),
        recommendations: fc.array(text, { maxLength: 4 }),
        description: maybe(prose),
        attachments: fc.array(words(4), { maxLength: 3 }),
        discussion: maybe(prose),
        decisions: fc.array(decision(names), { maxLength: 3 }),
      }),
    )
    .map(([when, rest]) => ({ kind: 'item' as const, ...when, ...rest }));
const pause = times.map((when) => ({
  kind: 'break' as const,
  number: null,
  title: 'Pause',
  presenters: [],
  closed: false,
  recommendations: [],
  description: null,
  attachments: [],
  discussion: null,
  decisions: [],
  ...when,
}));

const KINDS = ['recommendation', 'description', 'attachments', 'discussion', 'decisions'] as const;
const LABELS = {
  recommendation: ['Indstilling', 'Det indstilles', 'Administrationen indstiller'],
  description: ['Beskrivelse af sagen', 'Sagsfremstilling', 'Baggrund'],
  attachments: ['Bilag', 'Bilagsliste'],
  discussion: ['Referat', 'Drøftelse'],
  decisions: ['Beslutning', 'Konklusion'],
} as const;
const layout = fc.shuffledSubarray([...KINDS], { minLength: 5 }).chain((kinds) =>
  fc.record({
    sections: fc.tuple(
      ...kinds.map((kind) => fc.record({ kind: fc.constant(kind), label: fc.constantFrom(...LABELS[kind]) })),
    ),
    points: fc.constantFrom('bullets' as const, 'numbers' as const),
  }),
);

const agendas = people.chain((participants) => {
  const names = participants.map(({ name }) => name);
  return fc.record({
    documentDate: maybe(date),
    title,
    forum: maybe(fc.constantFrom('Styregruppen', 'Rådet for ældre')),
    date: maybe(date),
    place: maybe(fc.constantFrom('Rådhuset, lokale 4', 'Teams')),
    chairs: fc.subarray(names, { maxLength: 1 }),
    minuteTakers: fc.subarray(names, { maxLength: Math.min(2, names.length) }),
    participants: fc.constant(participants),
    attachments: fc.array(fc.record({ title: words(3), itemNumber: maybe(number) }), { maxLength: 3 }),
    items: fc.array(fc.oneof({ weight: 5, arbitrary: item(names) }, pause), { minLength: 1, maxLength: 5 }),
    hours: times,
    layout,
    language: fc.constantFrom('da' as const, 'en' as const),
  });
});
type Generated = typeof agendas extends fc.Arbitrary<infer T> ? T : never;

/** The draft of a meeting with that agenda and the minutes that it holds already. */
function draftOf({ hours, items, ...head }: Generated): string {
  const imported: ImportedAgenda = {
    ...head,
    unplaced: [],
    start: hours.start,
    end: hours.end,
    items: items.map((one) => ({
      ...one,
      decisions: one.decisions.map((made) => ({
        ...made,
        due: made.due ? { text: made.due, date: null } : null,
        certainty: 'stated' as const,
      })),
    })),
    warnings: [],
  };
  const { agenda, people: known } = toAgenda(imported, {}, counter('round'));
  const source = { name: 'x', sha256: 'x', format: 'json' };
  const entryIds = Array.from({ length: entriesIn(agenda) }, (_, index) => `entry-${index}`);
  const held = new HeldMeeting()
    .does(operator, {
      type: 'ProposeAgenda',
      proposalId: 'p',
      source,
      agenda,
      warnings: [],
      withMinutes: true,
    })
    .does(operator, { type: 'AdoptAgenda', proposalId: 'p', entryIds });
  return markdown(minutesDocument(minutesOf(held.meeting, known), { edition: 'full' }));
}

async function readBack(draft: string): Promise<ImportedAgenda> {
  const read = await readSource(Buffer.from(draft), 'referat.md');
  if (!read.ok) throw new Error(read.message);
  return read.agenda;
}

/** In the writer's order: those present by organisation, then who sent apologies. */
const sorted = (list: ImportedAgenda['participants']) =>
  [...list].sort((a, b) => a.name.localeCompare(b.name));

describe('the draft as Markdown', () => {
  it('imports again to the agenda that it was made from', async () => {
    await fc.assert(
      fc.asyncProperty(agendas, async (given) => {
        const back = await readBack(draftOf(given));
        const { hours, items, participants, layout: _, language, ...head } = given;
        expect(back).toMatchObject({ ...head, start: hours.start, end: hours.end });
        expect(back.language ?? 'da').toBe(language);
        expect(sorted(back.participants)).toEqual(sorted(participants));
        expect(
          back.items.map(({ decisions, ...rest }) => ({
            ...rest,
            decisions: decisions.map((made) => ({
              text: made.text,
              responsible: [...made.responsible].sort(),
              due: made.due?.text ?? null,
            })),
          })),
        ).toEqual(
          items.map(({ decisions, ...rest }) => ({
            ...rest,
            decisions: decisions.map((made) => ({ ...made, responsible: [...made.responsible].sort() })),
          })),
        );
      }),
      { numRuns: 100 * cases },
    );
  });

  it('imports again with the order and labels of its sections', async () => {
    await fc.assert(
      fc.asyncProperty(agendas, async (given) => {
        const [first, ...others] = given.items;
        fc.pre(first?.kind === 'item' && first.recommendations.length > 0);
        const whole = {
          ...first,
          description: 'Om drift mv.',
          attachments: ['Om plan mv.'],
          discussion: 'Om vagt mv.',
          decisions: [{ text: 'Om budget mv.', responsible: [], due: null }],
        };
        const back = await readBack(draftOf({ ...given, language: 'da', items: [whole, ...others] }));
        expect(back.layout).toEqual(given.layout);
      }),
      { numRuns: 50 * cases },
    );
  });
});

describe('a text that begins as the draft does', () => {
  const begun = '# Møde\n\n*Referatudkast – ikke godkendt*\n\n## 1. Sag\n\n';
  it.each([
    ['blank lines', '\n'.repeat(60_000)],
    ['digits', `## ${'1'.repeat(60_000)}\n`],
    ['parentheses', `## ${'(a '.repeat(20_000)}\n`],
    ['one entry', `### Beslutning\n\n- a\n${'  *a\n'.repeat(12_000)}`],
    ['many entries', `### Beslutning\n\n${'- a v. b (c)\n'.repeat(4_500)}`],
    ['people', `## Afbud\n\n${'- (a, b), A\n'.repeat(5_000)}`],
    ['stars', `### Indstilling\n\n- ${'*'.repeat(60_000)}\n`],
  ])('and then holds nothing but %s is read all the same, in linear time', async (_, rest) => {
    const before = performance.now();
    await readSource(Buffer.from(begun + rest), 'referat.md');
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('is an agenda only with items, and otherwise like any other text', async () => {
    const read = await readSource(
      Buffer.from('# Møde\n\n*Referatudkast – ikke godkendt*\n\nIntet.\n'),
      'referat.md',
    );
    expect(read).toMatchObject({ ok: false, code: 'noAgendaFound' });
  });
});
