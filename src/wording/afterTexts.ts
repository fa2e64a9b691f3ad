import type { Language } from './outcome.ts';

/** One of two words, or both. */
const both = (one: string | false, other: string | false, and: string): string =>
  [one, other].filter((word) => word !== false).join(and);

const da = {
  approveHeading: 'Godkend referatet?',
  approvedHeading: (date: string, by: string) => `Referatet er godkendt ${date} af ${by}`,
  approvedExplained: 'Det ændres kun ved tilføjelser efter mødet.',
  unanswered: (count: number) =>
    count === 1 ? '1 indstillingspunkt er ikke besvaret' : `${count} indstillingspunkter er ikke besvaret`,
  unconfirmed: (count: number) =>
    count === 1 ? '1 registrering er ikke bekræftet' : `${count} registreringer er ikke bekræftet`,
  note: (number: string, text: string) => `Note til punkt ${number}: ${text}`,
  /** How many points are unanswered, how many entries unconfirmed; one of them at least. */
  staysMarked: (points: number, entries: number) =>
    `Det står som ${both(points > 0 && 'ubesvaret', entries > 0 && 'ubekræftet', ' og ')} i referatet, også når referatet er godkendt.`,
  nothingPending: 'Alt er besvaret og bekræftet.',
  forGood: 'Bagefter ændres referatet kun ved tilføjelser. Godkendelsen kan ikke tages tilbage.',
  more: (count: number) => `og ${count} mere`,
  addHeading: 'Tilføj efter mødet',
  addTo: 'Hører til',
  whole: 'Hele referatet',
  addText: 'Tilføjelse',
  addPlaceholder: 'Efter mødet er det afklaret, at …',
  addMissing: 'Skriv tilføjelsen',
  addHelp: 'Den står for sig selv i referatet, med dato og dit navn.',
  // Fetching
  fetchMinutes: 'Hent referat',
  fetchPackage: 'Hent mødepakke',
  chooseFormat: 'Vælg format.',
  publicExplained: 'Af lukkede punkter har den offentlige udgave kun nummer og neutral titel.',
  packageExplained: 'Dagsordenen med plads til at skrive beslutninger i hånden.',
  browserHeading: 'Mødet i browser',
  browserOwn: 'Dit eget link',
  browserExplained:
    'Linket er kun dit, og det virker på den enhed, der først åbner det. Giv det ikke videre: det, der registreres der, står i dit navn.',
  linkReady: 'Filen er klar',
  linkExplained: 'Linket virker i ti minutter, og kun på denne maskine.',
  openLink: 'Hent filen',
  linkExpired: 'Linket er udløbet. Skriv »hent referat« til Punkt for at få et nyt.',
  consentComes: 'Svar ja på kortet nedenfor, så lægger Teams filen i din OneDrive.',
  consentText: 'Fra mødet. Lægges i din egen OneDrive.',
  placed: (name: string) => `»${name}« ligger i din OneDrive.`,
  declined: 'Filen er ikke hentet.',
  expired: (name: string) =>
    `»${name}« kunne ikke lægges i din OneDrive. Prøv igen på det nye kort nedenfor.`,
  notMade: 'Filen kunne ikke laves lige nu. Prøv igen om et øjeblik.',
  notYours: 'Referatet hentes af mødets ordstyrer og referenter, og det er du ikke længere.',
  foreignHost: 'Teams bad om at få filen et sted hen, som ikke er Microsofts, så den er ikke sendt.',
};
export type AfterTexts = typeof da;

const en: AfterTexts = {
  approveHeading: 'Approve the minutes?',
  approvedHeading: (date, by) => `The minutes were approved on ${date} by ${by}`,
  approvedExplained: 'Only additions after the meeting can change them.',
  unanswered: (count) =>
    count === 1
      ? '1 recommendation point is not answered'
      : `${count} recommendation points are not answered`,
  unconfirmed: (count) => (count === 1 ? '1 entry is not confirmed' : `${count} entries are not confirmed`),
  note: (number, text) => `Note on item ${number}: ${text}`,
  staysMarked: (points, entries) =>
    `The minutes show this as ${both(points > 0 && 'unanswered', entries > 0 && 'unconfirmed', ' and ')}, even once they are approved.`,
  nothingPending: 'Everything is answered and confirmed.',
  forGood: 'After that, only additions can change the minutes. The approval cannot be taken back.',
  more: (count) => `and ${count} more`,
  addHeading: 'Add after the meeting',
  addTo: 'Belongs to',
  whole: 'The minutes as a whole',
  addText: 'Addition',
  addPlaceholder: 'After the meeting it was clarified that …',
  addMissing: 'Write the addition',
  addHelp: 'It appears separately in the minutes, with the date and your name.',
  fetchMinutes: 'Get the minutes',
  fetchPackage: 'Get the meeting pack',
  chooseFormat: 'Choose a format.',
  publicExplained: 'Of closed items, the public edition shows only the number and a neutral title.',
  packageExplained: 'The agenda with room to write decisions by hand.',
  browserHeading: 'The meeting in a browser',
  browserOwn: 'Your own link',
  browserExplained:
    'The link is yours alone, and works on the device that opens it first. Do not pass it on: what is recorded there stands in your name.',
  linkReady: 'The file is ready',
  linkExplained: 'The link works for ten minutes, and on this machine only.',
  openLink: 'Get the file',
  linkExpired: 'The link has expired. Write “get the minutes” to Punkt for a new one.',
  consentComes: 'Say yes on the card below, and Teams puts the file in your OneDrive.',
  consentText: 'From the meeting. Put in your own OneDrive.',
  placed: (name) => `“${name}” is in your OneDrive.`,
  declined: 'The file was not fetched.',
  expired: (name) => `“${name}” could not be put in your OneDrive. Try again on the new card below.`,
  notMade: 'The file could not be made right now. Try again in a moment.',
  notYours: 'The minutes are for the chair and the minute takers, and you are no longer one of them.',
  foreignHost: 'Teams asked for the file to be put somewhere that is not Microsoft’s, so it was not sent.',
};

/** What is said after the meeting: approval, additions, and how the minutes are fetched. */
export const afterTexts: Readonly<Record<Language, AfterTexts>> = { da, en };
