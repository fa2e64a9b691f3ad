import { describe, expect, it } from '@jest/globals';
import { readSource } from '../../src/agendaImport/readSource.ts';
import { toAgenda } from '../../src/agendaImport/toAgenda.ts';
import { entriesIn } from '../../src/meeting/decideAgenda.ts';
import type { Attendance } from '../../src/meeting/events.ts';
import { markdown } from '../../src/minutesExport/markdown.ts';
import { attendanceCard } from '../../src/views/attendanceCard.ts';
import { minutesOf } from '../../src/views/draftOf.ts';
import { logLines } from '../../src/views/logLines.ts';
import { minutesDocument } from '../../src/views/minutesDocumentOf.ts';
import {
  agenda,
  chair,
  HeldMeeting,
  minuteTaker,
  participant,
  people,
  running,
  stranger,
} from '../support/meetingBuilder.ts';
import { viewFor } from '../support/pageViews.ts';
import { counter } from '../support/serviceParts.ts';

const noted = (attendance: Attendance | null, ...personIds: string[]) =>
  ({ type: 'RecordAttendance', personIds, attendance }) as const;
const printed = (held: HeldMeeting, language?: 'en') =>
  minutesDocument(minutesOf(held.meeting, people), { edition: 'full', ...(language ? { language } : {}) });
const lists = (held: HeldMeeting, language?: 'en') =>
  printed(held, language).people.map(({ heading, groups }) => [
    heading,
    ...groups.flatMap((group) => group.people.map((name) => name.split(',')[0])),
  ]);

describe('attendance in the minutes', () => {
  it('changes nothing as long as nothing is noted, or only suggested', () => {
    const held = running();
    const before = printed(held).people;
    held.does(participant, { type: 'SuggestAttendance', personId: 'asta' });
    expect(printed(held).people).toEqual(before);
    expect(lists(held)).toEqual([['Deltagere', 'Ida Brandt', 'Asta Lund', 'Ole Krogh', 'Bo Winther']]);
  });

  it('that is apologies alone takes that one off the list, whose heading stays', () => {
    const held = running().does(minuteTaker, noted('apologies', 'asta'));
    expect(lists(held)).toEqual([
      ['Deltagere', 'Ida Brandt', 'Ole Krogh', 'Bo Winther'],
      ['Afbud', 'Asta Lund'],
    ]);
  });

  it('stands as it was noted: present, apologies, not present, and of whom nothing was', () => {
    const held = running()
      .does(chair, noted('present', 'ida', 'gaest'))
      .does(chair, noted('apologies', 'asta'))
      .does(chair, noted('absent', 'bo'));
    expect(lists(held)).toEqual([
      ['Til stede', 'Ida Brandt', 'Anonym (gæst)'],
      ['Øvrige inviterede (fremmøde ikke noteret)', 'Ole Krogh'],
      ['Afbud', 'Asta Lund'],
      ['Ikke til stede', 'Bo Winther'],
    ]);
    expect(lists(held, 'en').map(([heading]) => heading)).toEqual([
      'Present',
      'Also invited (attendance not noted)',
      'Apologies',
      'Not present',
    ]);
  });

  it.each(['da', 'en'] as const)(
    'comes back from its own Markdown (%s), and is printed the same again',
    async (language) => {
      const held = running(agenda({ language }))
        .does(chair, noted('present', 'ida', 'bo', 'gaest'))
        .does(chair, noted('absent', 'asta'));
      const draft = markdown(printed(held));
      const read = await readSource(Buffer.from(draft), 'referat.md');
      if (!read.ok) throw new Error(read.message);
      const made = toAgenda(read.agenda, {}, counter('again'));
      const again = new HeldMeeting()
        .does(chair, {
          type: 'ProposeAgenda',
          proposalId: 'p',
          source: { name: 'referat.md', sha256: 'x', format: 'text' },
          agenda: made.agenda,
          warnings: [],
          withMinutes: true,
        })
        .does(chair, {
          type: 'AdoptAgenda',
          proposalId: 'p',
          entryIds: Array.from({ length: entriesIn(made.agenda) }, (_, index) => `e-${index}`),
        });
      const reprinted = minutesDocument(minutesOf(again.meeting, made.people), { edition: 'full' });
      expect(reprinted.people).toEqual(printed(held).people);
    },
  );
});

describe('attendance in words', () => {
  const held = running()
    .does(participant, { type: 'SuggestAttendance', personId: 'asta' })
    .does(stranger, { type: 'SuggestAttendance', personId: 'gaest' })
    .does(chair, noted('present', 'ida', 'ole'))
    .does(chair, noted(null, 'ole'));

  it('stands in the log', () => {
    const words = (language: 'da' | 'en') =>
      logLines(held.commits, people, language)
        .slice(-4)
        .map(({ who, what }) => `${who} ${what}`);
    expect(words('da')).toEqual([
      'Asta Lund kom med i mødet i Teams',
      'Anonym kom med i mødet i Teams',
      'Ida Brandt noterede til stede: Ida Brandt, Ole Krogh',
      'Ida Brandt tog det noterede fremmøde tilbage: Ole Krogh',
    ]);
    expect(words('en').join()).toContain('joined the meeting in Teams');
  });

  it('is told to who leads and writes', () => {
    const card = attendanceCard({
      meeting: held.meeting,
      people,
      language: 'da',
      audience: 'leading',
      notice: null,
    });
    expect((card.model.lines as { text: string }[]).map(({ text }) => text)).toEqual([
      'Til stede (1): Ida Brandt',
      'Ikke noteret (3): Ole Krogh, Asta Lund, Bo Winther',
      'Set i Teams, ikke noteret (2): Asta Lund, Anonym',
    ]);
  });

  it('offers the one of the list whom a name of Teams could be, until that one is noted', () => {
    const called = { ...people, gaest: { ...people.gaest, name: 'Bo Winther (ekstern)' } } as typeof people;
    const joined = running().does(stranger, { type: 'SuggestAttendance', personId: 'gaest' });
    expect(viewFor(joined, chair, called).head.attendance).toMatchObject({
      seen: [],
      others: [{ name: 'Bo Winther (ekstern)', alike: { personId: 'bo', name: 'Bo Winther' } }],
    });
    joined.does(chair, noted('present', 'bo'));
    expect(viewFor(joined, chair, called).head.attendance?.others).toEqual([]);
  });

  it('stands on the page of those who lead and write, and on nobody else’s', () => {
    expect(viewFor(held, minuteTaker).head.attendance).toMatchObject({
      people: [{ name: 'Ida Brandt', attendance: 'present' }, {}, {}, {}],
      seen: ['asta'],
      others: [{ personId: 'gaest', name: 'Anonym', alike: null }],
    });
    for (const acting of [participant, stranger]) expect(viewFor(held, acting).head.attendance).toBeNull();
  });
});
