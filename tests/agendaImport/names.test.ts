import { describe, expect, it } from '@jest/globals';
import { parseAgenda } from '../../src/agendaImport/parseAgenda.ts';
import { linesOf } from '../../src/agendaImport/textReader.ts';

const read = (head: string, items: string) => {
  const agenda = parseAgenda(
    linesOf(`Referat\nStyregruppen\nDato: 3. maj 2024\n${head}\n\n${items}\n\n9. Evt.\n`),
  );
  if (!agenda) throw new Error('no agenda');
  return agenda;
};
const people = 'Deltagere: Anne-Sofie Holm, Bo Krag, Grethe Kirk, Lars Dam, Lars Rye, Mette Krogh (MK)';
const decided = (sentence: string) => {
  const agenda = read(people, `8. Plan\nBeslutning\n${sentence}`);
  return {
    responsible: agenda.items[0]?.decisions[0]?.responsible,
    doubts: agenda.warnings
      .filter((one) => /^(?:ambiguousName|nameSpelling)$/.test(one.code))
      .map((one) => one.code),
  };
};

describe('a name in a decision means', () => {
  it('the person of that name, also in the genitive', () => {
    expect(decided('Bo Krag sender referatet.')).toEqual({ responsible: ['Bo Krag'], doubts: [] });
    expect(decided('Bo Krags afdeling er orienteret. Bo sender referatet.').responsible).toEqual(['Bo Krag']);
  });

  it('the only one of that first name', () => {
    expect(decided('Bo sender referatet.')).toEqual({ responsible: ['Bo Krag'], doubts: [] });
  });

  it('the person whose initials stand in the list', () => {
    expect(decided('MK sender referatet.')).toEqual({ responsible: ['Mette Krogh'], doubts: [] });
  });

  it('the same person with a space for a hyphen', () => {
    expect(decided('Anne Sofie sender referatet.')).toEqual({ responsible: ['Anne-Sofie Holm'], doubts: [] });
  });

  it('somebody spelt a letter otherwise, to be confirmed', () => {
    expect(decided('Grete sender referatet.')).toEqual({
      responsible: ['Grethe Kirk'],
      doubts: ['nameSpelling'],
    });
  });

  it('nobody yet, where two have it: that is asked', () => {
    expect(decided('Lars sender referatet.')).toEqual({ responsible: [], doubts: ['ambiguousName'] });
  });
});

describe('names of the head', () => {
  it('a surname that stands on the line below belongs to its first name', () => {
    const agenda = read(
      'Deltagere:\nLars Elgaard, Pia Hvid (næstformand), Jørn Ulvkær, Tom\n\nAarøe',
      '8. Plan',
    );
    expect(agenda.participants.map(({ name }) => name)).toEqual([
      'Lars Elgaard',
      'Pia Hvid',
      'Jørn Ulvkær',
      'Tom Aarøe',
    ]);
  });

  it('a chair written with a letter amiss is the participant, to be confirmed', () => {
    const agenda = read(`Mødeleder: Grete Kirk\n${people}`, '8. Plan');
    expect(agenda.chairs).toEqual(['Grethe Kirk']);
    expect(agenda.warnings.map((one) => one.code)).toContain('nameSpelling');
  });

  it('apologies that repeat the list are matched, a misspelt one to be confirmed', () => {
    const agenda = read(`${people}\nAfbud: Bo Krag, Grete Kirk`, '8. Plan');
    expect(agenda.participants.filter((one) => one.apologies).map((one) => one.name)).toEqual([
      'Bo Krag',
      'Grethe Kirk',
    ]);
    expect(agenda.warnings.map((one) => one.code)).toContain('nameSpelling');
  });

  it('apologies of people who are in no list are added, and one almost like another is asked about', () => {
    const agenda = read(`${people}\nAfbud: Lise Vang, Grete Kirk`, '8. Plan');
    expect(agenda.participants.filter((one) => one.apologies).map((one) => one.name)).toEqual([
      'Lise Vang',
      'Grete Kirk',
    ]);
    expect(agenda.warnings.map((one) => one.code)).toContain('ambiguousName');
  });

  it('a first name, initials and sentences count as apologies too', () => {
    const away = (line: string) =>
      read(`${people}\n${line}`, '8. Plan')
        .participants.filter((one) => one.apologies)
        .map((one) => one.name);
    expect(away('Afbud: Bo')).toEqual(['Bo Krag']);
    expect(away('Afbud: MK')).toEqual(['Mette Krogh']);
    expect(away('Der var afbud fra Bo Krag og Lars Dam.')).toEqual(['Bo Krag', 'Lars Dam']);
    expect(away('Bo Krag har meldt afbud.')).toEqual(['Bo Krag']);
    expect(away('Bo Krag deltog ikke i punkt 8.')).toEqual([]);
  });
});

describe('deadlines', () => {
  const dueOf = (sentence: string) =>
    read(people, `8. Plan\nBeslutning\n${sentence}`).items[0]?.decisions[0]?.due;

  it('stand as written, with a date only where it is certain, counted from the meeting', () => {
    expect(dueOf('Bo sender referatet senest den 1. juni.')).toEqual({
      text: 'senest den 1. juni',
      date: '2024-06-01',
    });
    expect(dueOf('Bo sender referatet i uge 23.')).toEqual({ text: 'i uge 23', date: null });
    expect(dueOf('Bo sender referatet inden den 1. marts.')).toEqual({
      text: 'inden den 1. marts',
      date: '2025-03-01',
    });
    expect(dueOf('Bo sender referatet.')).toBeNull();
  });
});
