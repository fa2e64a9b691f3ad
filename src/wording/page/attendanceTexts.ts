import type { Attendance } from '../../meeting/events.ts';
import type { Language } from '../outcome.ts';

const da = {
  attendance: 'Fremmøde',
  as: { present: 'Til stede', apologies: 'Afbud', absent: 'Ikke til stede' } satisfies Record<
    Attendance,
    string
  >,
  count: {
    present: (count: number) => `${count} til stede`,
    apologies: (count: number) => `${count} afbud`,
    absent: (count: number) => `${count} ikke til stede`,
  } satisfies Record<Attendance, unknown>,
  notNoted: (count: number) => `${count} ikke noteret`,
  /** What a button is heard as. */
  noteAs: (name: string, as: string) => `${name}: ${as.toLowerCase()}`,
  isNoted: (name: string, as: string) => `${name} er noteret: ${as.toLowerCase()}`,
  noted: (as: string) => `Fremmøde: ${as.toLowerCase()}`,
  takenBack: (name: string) => `Det noterede fremmøde for ${name} er taget tilbage`,
  guest: 'gæst',
  lead: 'Tryk igen for at tage det noterede tilbage.',
  nobody: 'Ingen er inviteret endnu.',
  seen: (seen: number, invited: number) =>
    seen === 1 ? `Teams har set 1 af de ${invited} komme:` : `Teams har set ${seen} af de ${invited} komme:`,
  noteSeen: (seen: number) => (seen === 1 ? 'Notér den ene som til stede' : `Notér de ${seen} som til stede`),
  noteRest: (count: number) => `Notér de øvrige ${count} som til stede`,
  seenNoted: (count: number) =>
    count === 1 ? '1 er noteret som til stede' : `${count} er noteret som til stede`,
  others: 'Teams har også set:',
  isThatOne: (name: string) => `Det er ${name}: til stede`,
  addGuest: 'Tilføj som gæst',
  addGuestOf: (name: string) => `Tilføj ${name} som gæst`,
  guestAdded: (name: string) => `${name} er tilføjet som gæst og til stede`,
  inSourceWord:
    'Sættes referatet i dagsordenens eget Word-dokument, bliver dets egne lister over deltagere og afbud stående, som de er.',
};
export type PageAttendanceTexts = typeof da;

const en: PageAttendanceTexts = {
  attendance: 'Attendance',
  as: { present: 'Present', apologies: 'Apologies', absent: 'Not present' },
  count: {
    present: (count) => `${count} present`,
    apologies: (count) => `${count} with apologies`,
    absent: (count) => `${count} not present`,
  },
  notNoted: (count) => `${count} not noted`,
  noteAs: (name, as) => `${name}: ${as.toLowerCase()}`,
  isNoted: (name, as) => `${name} is noted: ${as.toLowerCase()}`,
  noted: (as) => `Attendance: ${as.toLowerCase()}`,
  takenBack: (name) => `The noted attendance of ${name} is taken back`,
  guest: 'guest',
  lead: 'Press again to take back what was noted.',
  nobody: 'Nobody is invited yet.',
  seen: (seen, invited) => `Teams has seen ${seen} of the ${invited} arrive:`,
  noteSeen: (seen) => (seen === 1 ? 'Note that one as present' : `Note the ${seen} as present`),
  noteRest: (count) => `Note the other ${count} as present`,
  seenNoted: (count) => (count === 1 ? '1 is noted as present' : `${count} are noted as present`),
  others: 'Teams has also seen:',
  isThatOne: (name) => `That is ${name}: present`,
  addGuest: 'Add as guest',
  addGuestOf: (name) => `Add ${name} as a guest`,
  guestAdded: (name) => `${name} is added as a guest and as present`,
  inSourceWord:
    'Where the minutes are set in the Word document of the agenda, its own lists of participants and apologies stay as they are.',
};

/** Who came: noted on the page, suggested by Teams. */
export const pageAttendanceTexts: Readonly<Record<Language, PageAttendanceTexts>> = { da, en };
