import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Assignment, readAssignment, readResponsibleList } from '../../src/wording/assignment.ts';
import { matchName } from '../../src/wording/personName.ts';

const runs = { numRuns: 100 * Number(process.env.PUNKT_TEST_CASES ?? 1) };
const people = [
  'Kirsten Holm',
  'Kirsten Bech',
  'Ole Lind',
  'Bodil Krogh Vang',
  'Ann Bodil Thorup',
  'Sørine Aaby',
  'Jens Peter Damgaard',
].map((name) => ({ id: name, name }));
const known = { people, organisations: ['Nordby Kommune', 'Sundhed og Omsorg'], meetingDate: '2030-11-15' };
const names = ({ responsible }: Assignment) =>
  responsible.map((one) =>
    one.kind === 'person'
      ? one.personId
      : one.kind === 'organisation'
        ? `${one.name} (org.)`
        : `"${one.text}"`,
  );

describe('who is to do it is read from the sentence of a decision', () => {
  it.each([
    ['Ole Lind er tovholder på at skrive et notat.', ['Ole Lind'], null],
    ['Projektsekretariatet indsamler bidrag i uge 40.', ['Projektsekretariatet (org.)'], 'i uge 40'],
    ['Nordby Kommune ønsker en ny drøftelse.', [], null],
    ['Notatet skrives. Projektsekretariatet er tovholder på dette.', ['Projektsekretariatet (org.)'], null],
    ['projektsekretariatet inviterer Ole Lind til et møde.', ['Projektsekretariatet (org.)'], null],
    ['Sørine og Ole koordinerer tilmelding.', ['Sørine Aaby', 'Ole Lind'], null],
    ['Sørinne og ole laver et overblik', ['Sørine Aaby', 'Ole Lind'], null],
    ['Ole tager kontakt til ledelsen inden 1. april', ['Ole Lind'], 'inden 1. april'],
    ['Det aftales, at Sørine tager punktet med videre.', ['Sørine Aaby'], null],
    ['Sekretariatet laver et udkast, frist uge 9.', ['Sekretariatet (org.)'], 'uge 9'],
    ['Inden 1. april indkalder Nordby Kommune til møde.', ['Nordby Kommune (org.)'], 'Inden 1. april'],
    [
      'Det blev aftalt, at Jens Peter og arbejdsgruppen skal udarbejde et notat til næste møde.',
      ['Jens Peter Damgaard', 'Arbejdsgruppen (org.)'],
      'til næste møde',
    ],
    ['Notatet udarbejdes af forvaltningen.', ['Forvaltningen (org.)'], null],
    ['Sundhed og Omsorg indhenter tal.', ['Sundhed og Omsorg (org.)'], null],
    [
      'Tovholder er Soerine Åby og Nordby Kommune, frist 1. marts.',
      ['Sørine Aaby', 'Nordby Kommune (org.)'],
      '1. marts',
    ],
    ['Der nedsættes et hold med Ole Lind som tovholder.', ['Ole Lind'], null],
    ['Birgit Sand er tovholder.', ['"Birgit Sand"'], null],
  ])('%s', (sentence, responsible, due) => {
    const read = readAssignment(sentence, known);
    expect(names(read)).toEqual(responsible);
    expect(read.due?.text ?? null).toBe(due);
    expect(read.ambiguous).toEqual([]);
  });

  it.each([
    'Styregruppen tog orienteringen til efterretning.',
    'Styregruppen tager rapporten til efterretning.',
    'Temagrupperne involveres i arbejdet.',
    'Det blev besluttet, at kredsen er: de lokale chefer og to fra Nordby.',
    'Nordby Kommune tilbyder sig som vært.',
    'Planen laver vi om.',
    'hole laver vejen ujævn',
    'Hvem er tovholder?',
    'Der er tovholder på sagen.',
    'Ole Lind udpeges til leder',
    'Sørine Aaby er ny leder af gruppen.',
    'Sørine inviteres som oplægsholder.',
    'Ole Lind konstitueres som klyngeleder.',
    'Ole Lind afløser Sørine Aaby som leder.',
    'Sørine fratræder som formand.',
    'Godkendt.',
  ])('names nobody: %s', (sentence) => {
    expect(readAssignment(sentence, known)).toEqual({ responsible: [], due: null, ambiguous: [] });
  });

  it('takes the meeting itself for no doer, though the agenda lists it among its organisations', () => {
    const listed = { ...known, organisations: ['Styregruppen'] };
    expect(readAssignment('Styregruppen følger op på planen.', listed).responsible).toEqual([]);
    expect(names(readAssignment('Styregruppen er tovholder.', listed))).toEqual(['Styregruppen (org.)']);
  });

  it('tells a first name that fits several, and guesses none', () => {
    expect(readAssignment('Kirsten er tovholder.', known)).toEqual({
      responsible: [],
      due: null,
      ambiguous: [{ written: 'Kirsten', candidates: ['Kirsten Holm', 'Kirsten Bech'] }],
    });
  });

  it('takes the deadline behind its word, and none of several bare dates', () => {
    const due = (sentence: string) => readAssignment(sentence, known).due?.text ?? null;
    expect(due('Udkastet drøftes den 3. maj 2031 og sendes senest den 1. maj 2031.')).toBe(
      'senest den 1. maj 2031',
    );
    expect(due('Efter mødet den 9. maj 2031 skal mødet den 6. maj 2031 flyttes til medio juni.')).toBe(
      'medio juni',
    );
    expect(due('Der er møde den 9. maj 2031 og den 6. juni 2031.')).toBeNull();
  });
});

describe('a typed list of responsible', () => {
  it.each([
    ['Ole Lind og Nordby Kommune frist uge 5', ['Ole Lind', 'Nordby Kommune (org.)'], 'uge 5'],
    [
      'tovholder: Ole, Sundhed og Omsorg samt Ukendt Person',
      ['Ole Lind', 'Sundhed og Omsorg (org.)', '"Ukendt Person"'],
      null,
    ],
    ['sekretariatet senest den 1.3.', ['Sekretariatet (org.)'], 'senest den 1.3.'],
    ['Ole Lind/Sørine Aaby', ['Ole Lind', 'Sørine Aaby'], null],
    ['Ole, frist når vi kan', ['Ole Lind'], 'når vi kan'],
    ['frist uge 5', [], 'uge 5'],
    ['', [], null],
  ])('"%s"', (text, responsible, due) => {
    const read = readResponsibleList(text, known);
    expect(names(read)).toEqual(responsible);
    expect(read.due?.text ?? null).toBe(due);
  });

  it('keeps an unknown name exactly as typed', () => {
    const name = fc.constantFrom('**Fed**', '🎉 Qvx', '<script>', 'Zzyx Wwq', '[x](http', 'שלום');
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), (typed) => {
        const { responsible } = readResponsibleList(typed.join(', '), { ...known, people: [] });
        expect(responsible.every((one) => one.kind === 'text' && typed.join(', ').includes(one.text))).toBe(
          true,
        );
      }),
      runs,
    );
  });
});

describe('a written name is matched', () => {
  it.each([
    ['ole lind', { kind: 'one', id: 'Ole Lind', exact: true }],
    ['Ole', { kind: 'one', id: 'Ole Lind', exact: false }],
    ['Oles', { kind: 'one', id: 'Ole Lind', exact: false }],
    ['Vang', { kind: 'one', id: 'Bodil Krogh Vang', exact: false }],
    ['Bodil Vang', { kind: 'one', id: 'Bodil Krogh Vang', exact: false }],
    ['Soerine Åby', { kind: 'one', id: 'Sørine Aaby', exact: true }],
    ['Kirsten Hollm', { kind: 'one', id: 'Kirsten Holm', exact: false }],
    ['Jens Peter Damgard', { kind: 'one', id: 'Jens Peter Damgaard', exact: false }],
    ['Kirsten', { kind: 'several', ids: ['Kirsten Holm', 'Kirsten Bech'] }],
    ['Bodil', { kind: 'several', ids: ['Bodil Krogh Vang', 'Ann Bodil Thorup'] }],
    ['Birgit', { kind: 'none' }],
    ['Ole Birgit', { kind: 'none' }],
    ['O', { kind: 'none' }],
    ['', { kind: 'none' }],
  ])('%s', (written, match) => {
    expect(matchName(written, people)).toEqual(match);
  });
});

it('a text as long as a book names nobody, and is kept word for word', () => {
  const book = 'Ole og Kirsten '.repeat(1_000);
  expect(matchName(`Bodil ${book}Vang`, people)).toEqual({ kind: 'none' });
  expect(readResponsibleList(book, known)).toEqual({
    responsible: [{ kind: 'text', text: book.trim() }],
    due: null,
    ambiguous: [],
  });
});

it('reading never throws, and names only people of the meeting', () => {
  const piece = fc.constantFrom(
    'Ole',
    'Kirsten',
    'er tovholder',
    'laver',
    'og',
    ', at',
    'sekretariatet',
    'frist',
    'uge 5',
    '.',
    'af',
    '🎉',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join(' ')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      for (const read of [readAssignment(typed, known), readResponsibleList(typed, known)]) {
        for (const one of read.responsible) {
          if (one.kind === 'person') expect(people.map(({ id }) => id)).toContain(one.personId);
        }
        expect(typed).toContain(read.due?.text ?? '');
      }
    }),
    runs,
  );
});

interface Truth {
  date: string;
  participants: { name: string; organisation?: string | { anyOf: string[] } | null }[];
  items: { decisions?: { text: string; responsible: string[]; due: unknown }[] }[];
}

const corpus = '../shared/corpus/truth';
const withCorpus = existsSync(corpus) ? describe : describe.skip;
withCorpus('decisions of real minutes (skipped where ../shared/corpus is absent)', () => {
  it.each(['000', '003'])('document %s: the responsible and deadlines that its truth states', (document) => {
    const truth = JSON.parse(readFileSync(`${corpus}/${document}.json`, 'utf8')) as Truth;
    const organisations = truth.participants.flatMap(({ organisation }) =>
      typeof organisation === 'string' ? [organisation] : (organisation?.anyOf ?? []),
    );
    const real = {
      people: truth.participants.map(({ name }) => ({ id: name, name })),
      organisations: [...new Set(organisations)],
      meetingDate: truth.date,
    };
    const decisions = truth.items.flatMap((item) => item.decisions ?? []);
    expect(decisions.length).toBeGreaterThan(0);
    for (const { text, responsible, due } of decisions) {
      const read = readAssignment(text, real);
      expect(names(read).map((name) => name.replace(' (org.)', ''))).toEqual(responsible);
      const stated = JSON.stringify(due);
      if (read.due !== null) expect(stated).toContain(JSON.stringify(read.due.text));
      else expect(stated).toContain('null');
      if (read.due?.date) expect(stated).toContain(read.due.date);
    }
  });
});
