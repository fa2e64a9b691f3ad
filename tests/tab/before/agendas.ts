import fc from 'fast-check';
import type { CorrectedItem } from '../../../src/tab/before/correction.ts';
import type { CorrectedAgenda } from '../../../src/views/page/ask.ts';

export const item = (id: string, fields: Partial<CorrectedItem> = {}): CorrectedItem => ({
  id,
  kind: 'item',
  number: null,
  title: `Emne ${id}`,
  presenters: [],
  start: null,
  end: null,
  durationMinutes: null,
  closed: false,
  points: [],
  description: null,
  attachments: [],
  ...fields,
});

export const agenda = (
  items: readonly CorrectedItem[],
  fields: Partial<CorrectedAgenda> = {},
): CorrectedAgenda => ({
  title: 'Møde i Lindeklyngen',
  forum: 'Lindeklyngen',
  date: '2026-03-04',
  start: '09:00',
  end: '10:00',
  place: null,
  chairs: ['ellen'],
  minuteTakers: ['jonas'],
  participants: [
    { personId: 'ellen', apologies: false, guest: false },
    { personId: 'jonas', apologies: false, guest: false },
  ],
  people: [],
  items: [...items],
  ...fields,
});

/** An agenda printed 1, 2, 3 … with a break at times. */
export const numbered = (items: readonly CorrectedItem[]): CorrectedAgenda => {
  let place = 0;
  return agenda(
    items.map((one) => {
      if (one.kind === 'break') return one;
      place += 1;
      return { ...one, number: String(place) };
    }),
  );
};

const words = fc.stringMatching(/^[a-zæøå]{2,9}( [a-zæøå]{2,9}){0,4}$/u);
const clock = fc.option(
  fc
    .integer({ min: 8 * 60, max: 16 * 60 })
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`),
);

/** Agendas of up to eight items with up to five points each; ids are unique throughout. */
export const someAgenda: fc.Arbitrary<CorrectedAgenda> = fc
  .array(
    fc.record({
      isBreak: fc.constantFrom(false, false, false, true),
      title: words,
      start: clock,
      durationMinutes: fc.option(fc.integer({ min: 0, max: 90 })),
      closed: fc.boolean(),
      points: fc.array(words, { maxLength: 5 }),
      description: fc.option(
        fc.array(words, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
      ),
      attachments: fc.array(words, { maxLength: 2 }),
      presenters: fc.uniqueArray(fc.constantFrom('ellen', 'jonas', 'line'), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) =>
    numbered(
      drawn.map(({ isBreak, points, ...fields }, index) =>
        item(`i${index}`, {
          ...fields,
          kind: isBreak ? 'break' : 'item',
          points: points.map((text, place) => ({ id: `i${index}p${place}`, text })),
        }),
      ),
    ),
  );
