import type { Attendance } from '../meeting/events.ts';
import type { Language } from './outcome.ts';

const da = {
  attendance: 'Fremmøde',
  heading: { present: 'Til stede', apologies: 'Afbud', absent: 'Ikke til stede' } satisfies Record<
    Attendance,
    string
  >,
  notNoted: 'Ikke noteret',
  seenInTeams: 'Set i Teams, ikke noteret',
  listed: (heading: string, count: number, names: string) => `${heading} (${count}): ${names}`,
  nobody: 'Ingen er inviteret endnu.',
  howTo: 'Skriv »til stede Navn, Navn«, »afbud Navn« eller »ikke til stede Navn«.',
};
export type AttendanceTexts = typeof da;

const en: AttendanceTexts = {
  attendance: 'Attendance',
  heading: { present: 'Present', apologies: 'Apologies', absent: 'Not present' },
  notNoted: 'Not noted',
  seenInTeams: 'Seen in Teams, not noted',
  listed: (heading, count, names) => `${heading} (${count}): ${names}`,
  nobody: 'Nobody is invited yet.',
  howTo: 'Write “present Name, Name”, “apologies Name” or “not present Name”.',
};

/** Who came, who sent apologies, of whom nothing is noted. */
export const attendanceTexts: Readonly<Record<Language, AttendanceTexts>> = { da, en };
