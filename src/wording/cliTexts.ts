import { cardTexts } from './cardTexts.ts';
import type { Language } from './outcome.ts';

const da = {
  imported: (counts: string, meetingId: string) => `Importeret: ${counts}. Møde: ${meetingId}`,
  counts: cardTexts.da.counts,
  waits:
    'Punkt har ikke set den samtale endnu. Kortet sendes ved den første aktivitet derfra (fx når Punkt tilføjes).',
  sends: 'Kortet sendes til samtalen af den kørende server (eller når den næste gang starter).',
  held: (when: string) =>
    `Det sker først den ${when} (15 minutter før mødet), eller når nogen i samtalen skriver til Punkt. Med --now vises kortet straks.`,
  newEdition:
    'Det er en ny udgave til mødet, der allerede er i samtalen. Den gælder først, når »Brug dagsordenen« er trykket.',
  warnings: 'Se efter:',
  cannotReadFile: (file: string) => `Filen ${file} kan ikke læses. Kontrollér sti og rettigheder.`,
  needsTarget:
    'Angiv enten --json (vis, hvad der er læst) eller --conversation ID (læg dagsordenen frem i en samtale).',
  noMeetings: 'Der er ingen møder endnu.',
  untitled: '(uden titel)',
  noDate: 'uden dato',
  noConversation: '–',
  status: {
    planned: 'planlagt',
    running: 'i gang',
    paused: 'pause',
    adjourned: 'afsluttet',
    approved: 'godkendt',
  },
  unknownMeeting: (id: string) => `Mødet ${id} findes ikke. Se »punkt meetings«.`,
  unknownLanguage: (code: string) => `Sproget ${code} kendes ikke. Brug da eller en.`,
  unknownFormat: (format: string) => `Formatet ${format} kendes ikke. Brug docx, pdf, md eller json.`,
  written: (file: string) => `Skrevet: ${file}`,
  noVersions: 'Referatet har ingen versioner endnu: de kommer, når mødet er afsluttet.',
  versionOf: {
    adjourned: 'mødet afsluttet',
    registered: 'efterregistrering begyndt',
    edited: 'rettet',
    addendum: 'tilføjet efter mødet',
    approved: 'godkendt',
  },
  storeRefused: {
    newer: (path: string) => `Lageret i ${path} er skrevet af en nyere Punkt: brug den.`,
    readOnly: (path: string) => `Lageret i ${path} må ikke skrives af denne bruger: se rettighederne efter.`,
    full: (path: string) => `Disken, som lageret i ${path} ligger på, er fuld.`,
    forbidden: (path: string) => `Lageret i ${path} må ikke bruges af denne identitet.`,
    unusable: (path: string) =>
      `Lageret i ${path} kan ikke bruges. Vælg en anden mappe, eller se efter, om filerne er Punkts.`,
  },
  storeSilent: 'Lageret svarede ikke. Se, om det blev gjort, og prøv igen.',
  notSaved: 'Ikke gemt – lageret svarede ikke. Prøv igen.',
};
export type CliTexts = typeof da;

const en: CliTexts = {
  imported: (counts, meetingId) => `Imported: ${counts}. Meeting: ${meetingId}`,
  counts: cardTexts.en.counts,
  waits:
    'Punkt has not seen that conversation yet. The card is sent at the first activity there (such as Punkt being added).',
  sends: 'The running server sends the card to the conversation (or does so when it next starts).',
  held: (when) =>
    `Not before ${when} (15 minutes before the meeting), or when somebody there writes to Punkt. With --now the card comes at once.`,
  newEdition:
    'It is a new edition for the meeting that the conversation already has. It counts once “Use the agenda” is pressed.',
  warnings: 'Please check:',
  cannotReadFile: (file) => `The file ${file} cannot be read. Check path and permissions.`,
  needsTarget:
    'Give either --json (show what was read) or --conversation ID (lay the agenda before a conversation).',
  noMeetings: 'There are no meetings yet.',
  untitled: '(untitled)',
  noDate: 'no date',
  noConversation: '–',
  status: {
    planned: 'planned',
    running: 'running',
    paused: 'paused',
    adjourned: 'ended',
    approved: 'approved',
  },
  unknownMeeting: (id) => `There is no meeting ${id}. See “punkt meetings”.`,
  unknownLanguage: (code) => `The language ${code} is not known. Use da or en.`,
  unknownFormat: (format) => `The format ${format} is not known. Use docx, pdf, md or json.`,
  written: (file) => `Written: ${file}`,
  noVersions: 'The minutes have no versions yet: they come when the meeting has ended.',
  versionOf: {
    adjourned: 'meeting ended',
    registered: 'recording afterwards begun',
    edited: 'corrected',
    addendum: 'added after the meeting',
    approved: 'approved',
  },
  storeRefused: {
    newer: (path) => `The store in ${path} was written by a newer Punkt: use that.`,
    readOnly: (path) => `The store in ${path} may not be written by this user: look at the rights.`,
    full: (path) => `The disk that the store in ${path} lies on is full.`,
    forbidden: (path) => `The store in ${path} may not be used by this identity.`,
    unusable: (path) =>
      `The store in ${path} cannot be used. Choose another folder, or see whether the files are those of Punkt.`,
  },
  storeSilent: 'The store did not answer. See whether it was done, and try again.',
  notSaved: 'Not saved – the store did not answer. Try again.',
};

/** What the command line says about importing and reading. */
export const cliTexts: Readonly<Record<Language, CliTexts>> = { da, en };
