import { cardTexts } from './cardTexts.ts';

const statuses = {
  planned: 'planlagt',
  running: 'i gang',
  paused: 'pause',
  adjourned: 'afsluttet',
  approved: 'godkendt',
} as const;

/** What the command line says; Danish, as what it is about. */
export const cliTexts = {
  imported: (counts: string, meetingId: string) => `Importeret: ${counts}. Møde: ${meetingId}`,
  counts: cardTexts.da.counts,
  waits:
    'Punkt har ikke set den samtale endnu. Kortet sendes ved den første aktivitet derfra (fx når Punkt tilføjes).',
  sends: 'Kortet sendes til samtalen af den kørende server (eller når den næste gang starter).',
  held: (when: string) =>
    `Det sker først ${when} (15 minutter før mødet), eller når nogen i samtalen skriver til Punkt. Med --now vises kortet straks.`,
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
  status: (status: keyof typeof statuses) => statuses[status],
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
  storeRefused: (path: string) => `Lageret i ${path} kan ikke bruges.`,
  storeSilent: 'Lageret svarede ikke. Se, om det blev gjort, og prøv igen.',
  notSaved: 'Ikke gemt – lageret svarede ikke. Prøv igen.',
} as const;
