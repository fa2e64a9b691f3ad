import { describe, expect, it } from '@jest/globals';
import { findTimes } from '../../src/agendaImport/clockAndDate.ts';
import { parseAgenda } from '../../src/agendaImport/parseAgenda.ts';
import { linesOf } from '../../src/agendaImport/textReader.ts';

const read = (text: string) => parseAgenda(linesOf(text));

const youth = `Møde i Ungerådet

Dato: 12. januar 2032
Tid: 16.00 - 17.30
Sted: Kulturhuset, lokale B
Deltagere: Mona Frost, Emil Dahl, Sigurd Bak
Ordstyrer: Mona Frost
Referent: Emil Dahl

Dagsorden

Velkomst

Siden sidst
Kort runde.

Sommerfestival
Vi skal beslutte datoen, og hvem der kontakter kommunen.

Økonomi
Der er 14.000 kr. tilbage.

Eventuelt
`;

describe('an agenda without numbers', () => {
  it('has an item for each block of lines under "Dagsorden", with what stands below its title', () => {
    expect(read(youth)?.items.map(({ title, description }) => [title, description])).toEqual([
      ['Velkomst', null],
      ['Siden sidst', 'Kort runde.'],
      ['Sommerfestival', 'Vi skal beslutte datoen, og hvem der kontakter kommunen.'],
      ['Økonomi', 'Der er 14.000 kr. tilbage.'],
      ['Eventuelt', null],
    ]);
  });
});

describe('hours as English writes them', () => {
  it.each([
    ['2.00 pm – 4.30 pm', '14:00', '16:30'],
    ['2-4.30 pm', '14:00', '16:30'],
    ['11:30 to 1 p.m.', '11:30', '13:00'],
    ['9.00 AM – 12 pm', '09:00', '12:00'],
    ['12.15 am', '00:15', null],
    ['at 9:30 PM', '21:30', null],
  ])('%s', (text, start, end) => {
    expect(findTimes(`Thursday, ${text}, Board room`)).toMatchObject({ start, end });
  });

  it.each(['Valg af 2 AM-repræsentanter', 'Valg af 1-2 AM-repræsentanter', '2.10 AM gruppen', 'Sag 3 pm'])(
    'are none in Danish: %s',
    (text) => {
      expect(findTimes(text)).toBeNull();
    },
  );
});

describe('a general meeting', () => {
  it.each([
    'Indkaldelse til ordinær generalforsamling i Grundejerforeningen Bakketoppen',
    'Ekstraordinær generalforsamling i Grundejerforeningen Bakketoppen',
  ])('is one of the association: %s', (title) => {
    const text = `${title}\n\nLørdag den 20. marts 2032 kl. 10.00\n\n1. Valg af dirigent\n2. Beretning\n3. Eventuelt\n`;
    expect(read(text)?.forum).toBe('Grundejerforeningen Bakketoppen');
  });
});

describe('what another body said of the case before', () => {
  it('ends the recommendation, and is no decision of this meeting', () => {
    const region = `Regionsrådet Vestkær

Dagsorden
Mødedato: 24-02-2032
Mødetidspunkt: 15:00

1. Godkendelse af dagsorden

2. Budgetopfølgning
Indstilling
Forretningsudvalget indstiller til regionsrådet,
at opfølgningen tages til efterretning, og
at administrationen udarbejder en plan inden 1. maj 2032.
Forretningsudvalgets behandling den 10-02-2032
Anbefales over for regionsrådet. Poul Steen tog forbehold.
Bilag
Bilag 1: Opgørelse

3. Eventuelt
`;
    const sent = read(region)?.items[1];
    expect(sent?.recommendations).toEqual([
      'at opfølgningen tages til efterretning, og',
      'at administrationen udarbejder en plan inden 1. maj 2032.',
    ]);
    expect(sent?.decisions).toEqual([]);
    expect(sent?.description).toContain('Poul Steen tog forbehold.');
  });
});
