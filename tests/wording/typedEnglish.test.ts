import { describe, expect, it } from '@jest/globals';
import { readAssignment, readResponsibleList } from '../../src/wording/assignment.ts';
import { meaning, readDue } from '../../src/wording/due.ts';
import { EXAMPLES } from '../../src/wording/lineExamples.ts';
import { type Line, readLine } from '../../src/wording/lines.ts';
import { readRecommendation, sentenceFor } from '../../src/wording/recommendation.ts';

/** Without what was typed freely, and the suggestions of another language. */
const shape = (line: Line) => {
  const {
    text: _text,
    name: _name,
    names: _names,
    onBehalfOf: _onBehalfOf,
    until: _until,
    addition: _addition,
    ...rest
  } = line as Line & Record<string, unknown>;
  return rest;
};
const typed = (example: string): string => example.replace('…', 'tekst');

describe('every line of the help', () => {
  it.each(EXAMPLES.da.map((danish, index) => [danish, EXAMPLES.en[index] ?? '']))(
    '%s has its twin %s',
    (danish, english) => {
      const [one, other] = [readLine(typed(danish)), readLine(typed(english))];
      expect(one.kind).not.toBe('unknown');
      expect(shape(other)).toEqual(shape(one));
    },
  );

  it('is there for every command, in both languages', () => {
    const kinds: Record<Exclude<Line['kind'], 'unknown'>, true> = {
      next: true,
      previous: true,
      status: true,
      agenda: true,
      minutes: true,
      download: true,
      package: true,
      approval: true,
      addendum: true,
      end: true,
      pause: true,
      resume: true,
      help: true,
      start: true,
      undo: true,
      goTo: true,
      answer: true,
      postpone: true,
      decision: true,
      note: true,
      responsible: true,
      correct: true,
      confirm: true,
      strike: true,
      move: true,
      appoint: true,
      attend: true,
      attendance: true,
    };
    for (const lines of [EXAMPLES.da, EXAMPLES.en])
      expect([...new Set(lines.map((line) => readLine(typed(line)).kind))].toSorted()).toEqual(
        Object.keys(kinds).toSorted(),
      );
    const outcomes = EXAMPLES.en.flatMap((line) => {
      const read = readLine(line);
      return read.kind === 'answer' ? [read.outcome] : [];
    });
    expect([...new Set(outcomes)]).toEqual(['noted', 'discussed', 'approved', 'adopted']);
  });

  it('is suggested in the language of who wrote', () => {
    expect(readLine('nexxt', 'en')).toMatchObject({
      kind: 'unknown',
      nearest: expect.arrayContaining(['next']),
    });
    expect(readLine('nøste', 'da')).toMatchObject({
      kind: 'unknown',
      nearest: expect.arrayContaining(['næste']),
    });
  });

  it.each<[string, string]>([
    ['take note of 4', 'answer'],
    ['adjourn the meeting', 'end'],
    ['postponed to Friday', 'postpone'],
    ['show the agenda', 'agenda'],
    ['draft', 'minutes'],
    ['decided: we go', 'decision'],
    ['deadline 6 March', 'responsible'],
    ['minute-taker: Bo', 'appoint'],
    ['chairman Bo Lind said so', 'unknown'],
    ['as proposed', 'answer'],
    ['note on item 4: text', 'note'],
  ])('"%s" is read as %s', (line, kind) => expect(readLine(line).kind).toBe(kind));
});

describe('what is typed in English', () => {
  const known = {
    people: [
      { id: 'bo', name: 'Bo Winther' },
      { id: 'asta', name: 'Asta Lund' },
    ],
    organisations: ['Fjordby Council'],
    meetingDate: '2031-01-20',
  };
  const bo = { kind: 'person', personId: 'bo' };
  const asta = { kind: 'person', personId: 'asta' };
  const week5 = { text: 'week 5', date: null };

  it.each([
    ['Bo Winther due week 5', [bo], week5],
    ['Bo Winther and Asta Lund, deadline 6 March', [bo, asta], { text: '6 March', date: '2031-03-06' }],
    ['responsible: Fjordby Council', [{ kind: 'organisation', name: 'Fjordby Council' }], null],
  ])('"%s" names who is responsible, and until when', (text, responsible, due) =>
    expect(readResponsibleList(text, known)).toEqual({ responsible, due, ambiguous: [] }),
  );

  it.each([
    ['Bo Winther will send the plan by 6 March.', [bo], '2031-03-06'],
    ['Bo Winther sends the plan by 6 March.', [bo], '2031-03-06'],
    ['Bo Winther and Asta Lund are to write to the Council before Friday.', [bo, asta], '2031-01-24'],
    [
      'The secretariat will gather contributions by 6 March',
      [{ kind: 'organisation', name: 'The secretariat' }],
      '2031-03-06',
    ],
    ['The Board will meet again', [], null],
    ['The minutes of 6 March are approved', [], null],
  ])('"%s" is read for who and when', (text, responsible, date) => {
    const read = readAssignment(text, known);
    expect({ responsible: read.responsible, date: read.due?.date ?? null }).toEqual({ responsible, date });
  });

  it.each([
    ['week 5', null, '27–31 January 2031'],
    ['by 6 March', '2031-03-06', '6 March 2031'],
    ['March 6, 2032', '2032-03-06', '6 March 2032'],
    ['the 1st of February', '2031-02-01', '1 February 2031'],
    ['next meeting', null, null],
    ['at the next Board meeting', null, null],
    ['by the end of March', null, null],
    ['first quarter 2032', null, 'January–March 2032'],
    ['next Friday', '2031-01-24', '24 January 2031'],
    ['in 14 days', '2031-02-03', '3 February 2031'],
    ['tomorrow', '2031-01-21', '21 January 2031'],
  ])('"%s" is a deadline', (text, date, means) => {
    const due = readDue(text, known.meetingDate);
    expect(due).toEqual({ text, date });
    expect(due && meaning(due, known.meetingDate, 'en')).toBe(means);
  });

  it.each(['the plan', 'may', 'week', 'on time'])('"%s" is none', (text) =>
    expect(readDue(text, known.meetingDate)).toBeNull(),
  );
});

describe('an English recommendation', () => {
  it.each([
    ['That the Board approves the budget.', 'approve', 'approved', 'The Board approved the budget.'],
    ['that the Board take note of the report, and', 'note', 'noted', 'The Board took note of the report.'],
    ['To discuss the plan', 'discuss', 'discussed', 'The item was discussed.'],
    ['For information', 'note', 'noted', 'The item was taken note of.'],
    ['Approval of the agenda', 'approve', 'approved', 'The recommendation was approved.'],
    ['The Board discusses and approves the plan', 'approve', 'approved', 'The recommendation was approved.'],
    ['That the Board decides on a date', 'decide', null, 'A decision was taken.'],
    [
      'That the Board notes the status and asks the director to go on',
      'other',
      'adopted',
      'The recommendation was adopted.',
    ],
    ['At rådet drøfter planen', 'discuss', 'discussed', 'The item was discussed.'],
  ])('"%s" is read for what it asks', (text, asks, outcome, sentence) => {
    const read = readRecommendation(text);
    expect({ asks: read.asks, outcome: read.outcome }).toEqual({ asks, outcome });
    expect(sentenceFor(read.outcome ?? 'decided', text, {}, 'en')).toBe(sentence);
  });

  it('gets a Danish sentence in Danish minutes', () => {
    expect(sentenceFor('approved', 'That the Board approves the budget')).toBe(
      'Indstillingen blev godkendt.',
    );
  });
});
