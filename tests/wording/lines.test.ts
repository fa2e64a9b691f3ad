import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readResponsibleList } from '../../src/wording/assignment.ts';
import { EXAMPLE_GROUPS, EXAMPLES } from '../../src/wording/lineExamples.ts';
import { readLine } from '../../src/wording/lines.ts';
import { replies } from '../../src/wording/replies.ts';

const runs = { numRuns: 200 * Number(process.env.PUNKT_TEST_CASES ?? 1) };

describe('a typed line is read', () => {
  it.each([
    ['næste', { kind: 'next' }],
    ['Næste punkt!', { kind: 'next' }],
    ['NAESTE', { kind: 'next' }],
    ['naste', { kind: 'next' }],
    ['videre.', { kind: 'next' }],
    ['forrige', { kind: 'previous' }],
    ['tilbage', { kind: 'previous' }],
    ['fortryd', { kind: 'undo', item: null }],
    ['fortryd 4', { kind: 'undo', item: '4' }],
    [
      'beslutning til punkt 4: Vi går i gang',
      { kind: 'decision', item: '4', text: 'Vi går i gang', anyway: false },
    ],
    [
      'tovholder Ida Brandt frist uge 5',
      { kind: 'responsible', number: null, text: 'Ida Brandt frist uge 5', anyway: false },
    ],
    ['notér Ole: det er for dyrt', { kind: 'note', item: null, text: 'Ole: det er for dyrt', anyway: false }],
    ['Slet sidste', { kind: 'undo', item: null }],
    ['status', { kind: 'status' }],
    ['Hvor er vi?', { kind: 'status' }],
    ['hvor lang tid?', { kind: 'status' }],
    ['dagsorden', { kind: 'agenda' }],
    ['vis dagsordenen', { kind: 'agenda' }],
    ['referat', { kind: 'minutes' }],
    ['vis referatet', { kind: 'minutes' }],
    ['hent referat', { kind: 'download' }],
    ['Hent referatudkast', { kind: 'download' }],
    ['mødepakke', { kind: 'package' }],
    ['Hent mødepakken', { kind: 'package' }],
    ['godkend referatet', { kind: 'approval' }],
    [
      'Tilføj efter mødet 4: Fristen er flyttet',
      { kind: 'addendum', item: '4', text: 'Fristen er flyttet', anyway: false },
    ],
    ['tilføjelse: Sendt', { kind: 'addendum', item: null, text: 'Sendt', anyway: false }],
    ['Referatudkast', { kind: 'minutes' }],
    ['pause', { kind: 'pause' }],
    ['pause 10 min.', { kind: 'pause' }],
    ['genoptag mødet', { kind: 'resume' }],
    ['afslut mødet', { kind: 'end' }],
    ['Afslut moedet', { kind: 'end' }],
    ['slut', { kind: 'end' }],
    ['mødet er hævet.', { kind: 'end' }],
    ['hjælp', { kind: 'help' }],
    ['HJAELP', { kind: 'help' }],
    ['?', { kind: 'help' }],
  ])('%s as a word of command', (typed, line) => expect(readLine(typed)).toEqual(line));

  it.each([
    ['start', { kind: 'start', item: null }],
    ['Start mødet', { kind: 'start', item: null }],
    ['start mødet ved punkt 3', { kind: 'start', item: '3' }],
    ['gå til 4', { kind: 'goTo', item: '4' }],
    ['gaa til punkt 4.', { kind: 'goTo', item: '4' }],
    ['ga til 4a', { kind: 'goTo', item: '4a' }],
    ['punkt 4', { kind: 'goTo', item: '4' }],
    ['flyt 4.2 til 6', { kind: 'move', number: '4.2', item: '6' }],
    ['Flyt 4.2 til punkt 6.', { kind: 'move', number: '4.2', item: '6' }],
    ['bekræft 4.2', { kind: 'confirm', number: '4.2' }],
    ['stryg 4.2', { kind: 'strike', number: '4.2' }],
  ])('%s with the item or decision that it names', (typed, line) => expect(readLine(typed)).toEqual(line));

  it.each([
    ['til efterretning', 'noted', null],
    ['Taget til efterretning.', 'noted', null],
    ['efterretning', 'noted', null],
    ['drøftet', 'discussed', null],
    ['droeftet 4', 'discussed', '4'],
    ['godkendt', 'approved', null],
    ['godkend punkt 4', 'approved', '4'],
    ['tiltrådt', 'adopted', null],
    ['tiltraad 4', 'adopted', '4'],
    ['tiltræd', 'adopted', null],
    ['som indstillet', 'adopted', null],
  ])('%s as an answer', (typed, outcome, item) =>
    expect(readLine(typed)).toEqual({ kind: 'answer', outcome, item }),
  );

  it.each([
    ['udsæt', null, null],
    ['udsaet 4', '4', null],
    ['udsæt til næste møde', null, 'næste møde'],
    ['Udsæt punkt 4 til 8. marts.', '4', '8. marts'],
    ['udsæt til Møde i Ærø Råd', null, 'Møde i Ærø Råd'],
  ])('%s as a postponement, with the deadline as typed', (typed, item, until) =>
    expect(readLine(typed)).toEqual({ kind: 'postpone', item, until, anyway: false }),
  );

  it.each([
    ['frist 6. marts', 'frist 6. marts'],
    ['Frist: uge 5', 'frist uge 5'],
    ['tovholder: Bo Winther frist uge 5', 'Bo Winther frist uge 5'],
  ])('%s as who is responsible, and until when', (typed, text) =>
    expect(readLine(typed)).toEqual({ kind: 'responsible', number: null, text, anyway: false }),
  );

  it.each(['frist 6. marts', 'due 6. marts'])(
    '%s as a deadline that leaves the responsible alone',
    (typed) => {
      const line = readLine(typed);
      const known = {
        people: [{ id: 'bo', name: 'Bo Winther' }],
        organisations: [],
        meetingDate: '2031-01-01',
      };
      expect(line.kind === 'responsible' && readResponsibleList(line.text, known)).toEqual({
        responsible: [],
        due: { text: '6. marts', date: '2031-03-06' },
        ambiguous: [],
      });
    },
  );

  it.each([
    'gem alligevel beslutning: 010190-1234',
    'gem alligevel tovholder: 010190-1234',
    'gem alligevel udsæt til 010190-1234',
  ])('%s as what is to be saved although it looks like a CPR number', (typed) =>
    expect(readLine(typed)).toMatchObject({ anyway: true }),
  );

  it('of a decision that it names', () => {
    expect(readLine('tovholder 4.2: Bo')).toMatchObject({ kind: 'responsible', number: '4.2', text: 'Bo' });
    expect(readLine('ret 4.2: Ny tekst')).toEqual({
      kind: 'correct',
      number: '4.2',
      text: 'Ny tekst',
      anyway: false,
    });
    expect(readLine('ordstyrer: Ida Brandt')).toEqual({ kind: 'appoint', role: 'chair', name: 'Ida Brandt' });
    expect(readLine('Referent: Ole Krogh')).toEqual({
      kind: 'appoint',
      role: 'minuteTaker',
      name: 'Ole Krogh',
    });
  });

  it.each([
    'next',
    'decision 4: text',
    'go to 4',
    'postpone until next meeting',
    'strike 4.2',
    'end meeting',
  ])('in English too: %s', (typed) => expect(readLine(typed).kind).not.toBe('unknown'));
});

describe('a line that is written a little otherwise', () => {
  it.each([
    ['beslutning pkt. 4: Vi går i gang', '4', 'Vi går i gang'],
    ['Beslutning pkt 4: Vi går i gang', '4', 'Vi går i gang'],
    ['beslutning punkt 4 - Vi går i gang', '4', 'Vi går i gang'],
    ['beslutning – Vi går i gang', null, 'Vi går i gang'],
    ['Beslutning; Vi går i gang', null, 'Vi går i gang'],
    ['beslutning til 4: Vi går i gang', '4', 'Vi går i gang'],
    ['beslutning 2.1: Vi går i gang', '2.1', 'Vi går i gang'],
    ['»beslutning: Vi går i gang«', null, 'Vi går i gang'],
    ['- beslutning 4: Vi går i gang', '4', 'Vi går i gang'],
    ['**beslutning: Vi går i gang**', null, 'Vi går i gang'],
  ])('%s never ends under another item, or with its number in the text', (typed, item, text) =>
    expect(readLine(typed)).toEqual({ kind: 'decision', item, text, anyway: false }),
  );

  it('names the decision whose deadline it is', () => {
    const line = { kind: 'responsible', text: 'frist uge 5', anyway: false };
    expect(readLine('frist 4.2: uge 5')).toEqual({ ...line, number: '4.2' });
    expect(readLine('frist 2.1.3: uge 5')).toEqual({ ...line, number: '2.1.3' });
  });

  it.each([
    ['tovholder Line', { kind: 'responsible', text: 'Line' }],
    ['ansvarlig: Line Skovbo', { kind: 'responsible', text: 'Line Skovbo' }],
    ['Næste punkt, tak 🙂', { kind: 'next' }],
    ['gå til næste', { kind: 'next' }],
    ['gå til pkt. 4', { kind: 'goTo', item: '4' }],
    ['gå til 2.1.', { kind: 'goTo', item: '2.1' }],
    ['tilbage til 2', { kind: 'goTo', item: '2' }],
    ['tages til efterretning', { kind: 'answer', outcome: 'noted' }],
    ['udskyd til næste møde', { kind: 'postpone', until: 'næste møde' }],
    ['stryg beslutning 4.2', { kind: 'strike', number: '4.2' }],
    ['ret 2.1.1: Ny tekst', { kind: 'correct', number: '2.1.1', text: 'Ny tekst' }],
    ['flyt 2.1.1 til 3.2', { kind: 'move', number: '2.1.1', item: '3.2' }],
    ['hvor langt er vi?', { kind: 'status' }],
    ['hvad kan jeg skrive?', { kind: 'help' }],
    ['luk mødet', { kind: 'end' }],
  ])('%s is understood', (typed, line) => expect(readLine(typed)).toMatchObject(line));

  it.each(['referent - Ole Lind', '> beslutning: et citat', 'vi gør det 🙂', 'tak'])(
    '%s is still nothing that anybody asked for',
    (typed) => expect(readLine(typed).kind).toBe('unknown'),
  );
});

describe('free text', () => {
  const texts = [
    'Kl. 9: der ses på a) og b): se bilag',
    'Første\nAnden: linje\n\n- punkt',
    '**fed** [x](http://y) <b>',
    '»Ja«.',
  ];

  it.each(texts)('comes through as typed: %j', (text) => {
    expect(readLine(`beslutning: ${text}`)).toEqual({ kind: 'decision', item: null, text, anyway: false });
    expect(readLine(`BESLUTNING 4:${text}`)).toEqual({ kind: 'decision', item: '4', text, anyway: false });
    expect(readLine(`notér punkt 4: ${text}`)).toEqual({ kind: 'note', item: '4', text, anyway: false });
    expect(readLine(`noter: ${text}`)).toMatchObject({ kind: 'note', text });
    expect(readLine(`Referat: ${text}`)).toMatchObject({ kind: 'note', text });
    expect(readLine(`gem alligevel beslutning: ${text}`)).toMatchObject({
      kind: 'decision',
      text,
      anyway: true,
    });
  });

  it('is never changed within, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(readLine(`beslutning 4: ${text}`)).toMatchObject({ kind: 'decision', text: text.trim() });
      }),
      runs,
    );
  });
});

describe('what is not plainly meant', () => {
  it.each([
    'ja',
    'ok',
    'OK.',
    'Ja!',
    'nej',
    'enig',
    'fint',
    'super',
    'vi tager den næste gang',
    'Punkt 8 udsættes til næste møde',
    'er det godkendt af alle?',
    'Kan vi tage punkt 7 før 6?',
  ])('"%s" does nothing', (typed) => expect(readLine(typed).kind).toBe('unknown'));

  it.each([
    ['nøste', 'næste'],
    ['beslut: vi gør det', 'beslutning: …'],
    ['fortyrd', 'fortryd'],
    ['tovholdr Bo', 'tovholder: Navn frist uge 5'],
    ['afslut', null],
    ['udsætte', 'udsæt til næste møde'],
    ['hjlæp', 'hjælp'],
  ])('"%s" is answered with what is near: %s', (typed, near) => {
    const line = readLine(typed);
    if (near === null) expect(line.kind).not.toBe('unknown');
    else expect(line).toMatchObject({ kind: 'unknown', nearest: expect.arrayContaining([near]) });
  });

  it.each(['uge 5', 'hej med dig', '🙂'])('"%s" is like none, and answered with the usual ones', (typed) =>
    expect(readLine(typed)).toMatchObject({ nearest: ['beslutning: …', 'notér: …', 'status'] }),
  );

  it('is answered with two or three examples, whatever was typed, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        const line = readLine(typed);
        if (line.kind === 'unknown') expect([2, 3]).toContain(line.nearest.length);
      }),
      runs,
    );
  });
});

describe('the help', () => {
  it.each(['da', 'en'] as const)('has a heading for each group of lines, in %s', (language) => {
    expect(replies[language].helpGroups).toHaveLength(EXAMPLE_GROUPS[language].length);
  });

  it.each([...EXAMPLES.da, ...EXAMPLES.en])('shows only what is understood: %s', (example) => {
    expect(readLine(example.replace('…', 'tekst')).kind).not.toBe('unknown');
  });
});
