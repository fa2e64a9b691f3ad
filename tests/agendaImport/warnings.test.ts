import { describe, expect, it } from '@jest/globals';
import { parseAgenda } from '../../src/agendaImport/parseAgenda.ts';
import { linesOf } from '../../src/agendaImport/textReader.ts';

const read = (text: string, today: string | null = null) => {
  const agenda = parseAgenda(linesOf(text), today);
  if (!agenda) throw new Error('no agenda');
  return agenda;
};
const codes = (text: string, today: string | null = null) =>
  read(text, today).warnings.map((warning) => warning.code);
const head = (rest: string) =>
  `Styregruppen\nDato: 3. maj 2024 kl. 9.00-10.00\nMødeleder: Anna Holm\nDeltagere: Anna Holm, Bo Krag, Carla Dam, Dan Rye\n${rest}\n\n`;

describe('the health check tells what a careful secretary would see', () => {
  const cases: [string, string, string, (string | null)?][] = [
    ['a missing date', 'noDate', 'Styregruppen\n1. Velkomst\n2. Evt.\n'],
    [
      'a date that has passed, where nothing is minuted yet',
      'dateInPast',
      `${head('')}1. Velkomst\n2. Evt.\n`,
      '2024-06-01',
    ],
    [
      'a weekday that is not the date’s',
      'weekdayWrong',
      'Styregruppen\nDato: tirsdag den 3. maj 2024 kl. 9-10\n1. Velkomst\n2. Evt.\n',
    ],
    [
      'a meeting that ends before it begins',
      'endBeforeStart',
      'Styregruppen\nDato: 3. maj 2024 kl. 14.00-13.00\n1. Velkomst\n2. Evt.\n',
    ],
    [
      'minutes that do not add up',
      'minutesExceedMeeting',
      `${head('')}1. Velkomst (40 min.)\n2. Plan (30 min.)\n`,
    ],
    [
      'an item that begins before the one ahead has ended',
      'itemOverlaps',
      `${head('')}1. Velkomst kl. 9.00-9.20\n2. Plan kl. 9.10-9.30\n3. Evt. kl. 9.30-9.40\n`,
    ],
    [
      'an item outside the meeting',
      'itemOutsideMeeting',
      `${head('')}1. Velkomst kl. 9.00-9.20\n2. Plan kl. 9.20-9.30\n3. Evt. kl. 10.10-10.20\n`,
    ],
    [
      'a presenter who sent apologies',
      'presenterSentApologies',
      `${head('Afbud: Bo Krag')}1. Velkomst\n2. Plan v/ Bo Krag\n`,
    ],
    ['a chair who sent apologies', 'chairSentApologies', `${head('Afbud: Anna Holm')}1. Velkomst\n2. Plan\n`],
    ['no chair', 'noChair', 'Styregruppen\nDato: 3. maj 2024\n1. Velkomst\n2. Evt.\n'],
    ['a presenter nobody knows', 'unknownPresenter', `${head('')}1. Velkomst\n2. Plan v/ Karoline\n`],
    [
      'two items with one number',
      'duplicateNumber',
      `${head('')}1. A kl. 9.00-9.10\nIndstilling\n• At a\n\n2. B kl. 9.10-9.20\nIndstilling\n• At b\n\n2. C kl. 9.20-9.30\nIndstilling\n• At c\n\n3. D kl. 9.30-9.40\n`,
    ],
    ['a gap in the numbers', 'numberMissing', `${head('')}1. Velkomst\n2. Plan\n4. Evt.\n`],
    ['an empty section', 'emptySection', `${head('')}1. Velkomst\nBilag:\n\n2. Evt.\n`],
    [
      'a torn recommendation',
      'truncatedPoint',
      `${head('')}1. Velkomst\nIndstilling\n• At gruppen drøfter planen for\n\n2. Evt.\n`,
    ],
    [
      'a text that ends in mid-sentence',
      'truncatedText',
      `${head('')}1. Plan\nGruppen har i foråret arbejdet med en plan, som nu er sendt til\n\n2. Evt.\n`,
    ],
    [
      'a task that nobody was given',
      'nobodyResponsible',
      `Referat\n${head('')}1. Plan\nBeslutning\nDer udarbejdes et notat inden 1. juni.\n\n2. Evt.\n`,
    ],
    [
      'an attachment for an item that is not there',
      'attachmentWithoutItem',
      `${head('Bilag:\n• Punkt 7_Notat')}1. Velkomst\n2. Evt.\n`,
    ],
    [
      'a link that leads nowhere',
      'deadLink',
      `${head('')}1. Velkomst\nSe http://localhost/plan\n\n2. Evt.\n`,
    ],
    [
      'a link on an inner network',
      'deadLink',
      `${head('')}1. Velkomst\nSe https://sag.intern/plan\n\n2. Evt.\n`,
    ],
    [
      'a path on somebody’s computer',
      'localPath',
      `${head('')}1. Velkomst\nfile:///C:/Users/a/plan.docx\n\n2. Evt.\n`,
    ],
  ];
  for (const [name, code, text, today] of cases) {
    it(name, () => {
      expect(codes(text, today)).toContain(code);
    });
  }

  it('nothing of the sort about a sound agenda', () => {
    const sound = `${head('Afbud: Dan Rye')}1. Velkomst (10 min.)\nIndstilling\n• At gruppen godkender dagsordenen\n\n2. Plan (30 min.) v/ Bo Krag\nIndstilling\n• At gruppen drøfter planen\n\n3. Eventuelt (5 min.)\n`;
    expect(codes(sound, '2024-05-01')).toEqual([]);
  });

  it('each remark says what to do, in both languages, and none holds a link', () => {
    for (const [, , text, today] of cases) {
      for (const { message, english } of read(text, today ?? null).warnings) {
        expect(message).toMatch(/\. \p{Lu}.+\.$|, .+\.$/u);
        expect(english?.length ?? 0).toBeGreaterThan(20);
        expect(`${message}${english ?? ''}`).not.toMatch(/localhost|intern\/|file:|C:/);
      }
    }
  });

  it('the gravest comes first', () => {
    const messy =
      'Styregruppen\n1. Velkomst\nBilag:\n\n2. Plan v/ Bo Krag\nIndstilling\n• At gruppen drøfter planen for\n\n4. Evt.\nSe http://localhost/x\n';
    expect(codes(messy).slice(0, 3)).toEqual(['noDate', 'truncatedPoint', 'numberMissing']);
  });

  it('an empty place for the minutes is no doubt in an agenda', () => {
    const agenda = `${head('')}1. Plan\nIndstilling\nAt planen godkendes\nReferat\nBeslutning\n\n2. Evt.\n`;
    expect(codes(agenda)).not.toContain('emptySection');
    const minutes = agenda.replace('Referat\n', 'Referat\nPlanen blev drøftet.\n');
    expect(codes(minutes)).toContain('emptySection');
  });

  it('a closed item is told by its number alone', () => {
    const warnings = read(
      `${head('')}1. Velkomst\n2. Afskedigelse af lektor (lukket)\nBilag:\n\n3. Evt.\n`,
    ).warnings;
    expect(JSON.stringify(warnings)).not.toContain('Afskedigelse');
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'emptySection', itemNumber: '2' }));
  });
});
