export const number = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** What the tools of the store say at the command line. `counts` are plain numbers. */
const da = {
  unknownStore: (name: string) => `Lageret ${name} kendes ikke. Brug embedded, embedded:MAPPE eller cosmos.`,
  noStore: (folder: string) => `I mappen ${folder} er der intet lager. Kontrollér stien.`,
  sameStore: 'Kilde og mål er det samme lager. Angiv et andet mål.',
  copied: (n: { meetings: number; documents: number; postings: number; written: number }) =>
    `Kopieret og læst tilbage: ${number(n.meetings, 'møde', 'møder')}, ${number(n.documents, 'dokument', 'dokumenter')}, ${n.postings} kort; skrevet nu: ${n.written}.`,
  receipt: (sha256: string) => `SHA-256 af det hele: ${sha256}`,
  otherMeeting: (id: string) =>
    `Målet har mødet ${id}, som kilden ikke har. Intet er skrevet. Vælg et tomt mål, eller slet mødet i målet.`,
  otherLog: (id: string) =>
    `Målets log for mødet ${id} er ikke en begyndelse på kildens. Intet er skrevet. Vælg et tomt mål.`,
  otherDocuments: 'Målet er ikke tomt, og det er ikke en kopi af kilden. Intet er skrevet. Vælg et tomt mål.',
  stillWritten: 'Der skrives i kilden hele tiden. Stop serveren, og kør kommandoen igen; den fortsætter.',
  copyDiffers: (where: string) =>
    `Det, der blev læst tilbage (${where}), er ikke det, der blev skrevet. Brug ikke kopien; prøv igen i et tomt mål.`,
  finding: {
    gap: (meeting: string, what: string | number) => `Møde ${meeting}: version ${what} mangler i loggen.`,
    unreadable: (meeting: string, what: string | number) =>
      `Møde ${meeting}: version ${what} i loggen kan ikke læses.`,
    misplaced: (meeting: string, what: string | number) =>
      `Møde ${meeting}: det, der står som version ${what} i loggen, hører til et andet sted.`,
    broken: (meeting: string, what: string | number) =>
      `Møde ${meeting}: version ${what} i loggen kan ikke følge efter dem før.`,
    twice: (meeting: string, what: string | number) =>
      `Møde ${meeting}: version ${what} i loggen gentager en tidligere kommando.`,
    people: (meeting: string) => `Møde ${meeting}: mødets personer kan ikke læses.`,
    draftMissing: (meeting: string, what: string | number) => `Møde ${meeting}: udkastet mangler ${what}.`,
    draftDiffers: (meeting: string, what: string | number) =>
      `Møde ${meeting}: udkastets ${what} siger ikke det samme som loggen.`,
    draftLeftOver: (meeting: string, what: string | number) =>
      `Møde ${meeting}: udkastets ${what} hører ikke til noget.`,
  },
  verified: (n: { meetings: number; commits: number; drafts: number; findings: number }) =>
    `Gennemset: ${number(n.meetings, 'møde', 'møder')}, ${number(n.commits, 'version', 'versioner')}, ${number(n.drafts, 'dokument', 'dokumenter')} i udkast. ${n.findings === 0 ? 'Alt stemmer.' : `Fejl: ${n.findings}.`}`,
  unpublished: (count: number) =>
    `Ikke sammenlignet: ${number(count, 'møde', 'møder')}, hvis udkast serveren endnu ikke har skrevet ajour.`,
  mendDrafts: 'Udkast skrives på ny med »punkt store repair«.',
  mendLogs: 'En log rettes ikke: hent mødet fra en kopi (»punkt store copy«).',
  repaired: (count: number) =>
    count === 0
      ? 'Alle udkast svarer til deres log; intet er skrevet.'
      : `Skrevet på ny: ${number(count, 'dokument', 'dokumenter')}.`,
};

export type StoreTexts = typeof da;

const en: StoreTexts = {
  unknownStore: (name) => `The store ${name} is not known. Use embedded, embedded:FOLDER or cosmos.`,
  noStore: (folder) => `There is no store in the folder ${folder}. Check the path.`,
  sameStore: 'Source and target are the same store. Give another target.',
  copied: (n) =>
    `Copied and read back: ${number(n.meetings, 'meeting', 'meetings')}, ${number(n.documents, 'document', 'documents')}, ${number(n.postings, 'card', 'cards')}; written now: ${n.written}.`,
  receipt: (sha256) => `SHA-256 of it all: ${sha256}`,
  otherMeeting: (id) =>
    `The target has the meeting ${id}, which the source does not have. Nothing was written. Choose an empty target, or erase the meeting there.`,
  otherLog: (id) =>
    `The target's log of the meeting ${id} is not a beginning of the source's. Nothing was written. Choose an empty target.`,
  otherDocuments:
    'The target is not empty, and is no copy of the source. Nothing was written. Choose an empty target.',
  stillWritten:
    'The source is being written to all the time. Stop the server and run the command again; it goes on.',
  copyDiffers: (where) =>
    `What was read back (${where}) is not what was written. Do not use the copy; try again in an empty target.`,
  finding: {
    gap: (meeting, what) => `Meeting ${meeting}: version ${what} is missing in the log.`,
    unreadable: (meeting, what) => `Meeting ${meeting}: version ${what} of the log cannot be read.`,
    misplaced: (meeting, what) =>
      `Meeting ${meeting}: what stands as version ${what} of the log belongs elsewhere.`,
    broken: (meeting, what) =>
      `Meeting ${meeting}: version ${what} of the log cannot follow those before it.`,
    twice: (meeting, what) => `Meeting ${meeting}: version ${what} of the log repeats an earlier command.`,
    people: (meeting) => `Meeting ${meeting}: the people of the meeting cannot be read.`,
    draftMissing: (meeting, what) => `Meeting ${meeting}: the draft lacks ${what}.`,
    draftDiffers: (meeting, what) =>
      `Meeting ${meeting}: ${what} of the draft does not say what the log says.`,
    draftLeftOver: (meeting, what) => `Meeting ${meeting}: ${what} of the draft belongs to nothing.`,
  },
  verified: (n) =>
    `Gone through: ${number(n.meetings, 'meeting', 'meetings')}, ${number(n.commits, 'version', 'versions')}, ${number(n.drafts, 'document', 'documents')} of drafts. ${n.findings === 0 ? 'All is well.' : `Faults: ${n.findings}.`}`,
  unpublished: (count) =>
    `Not compared: ${number(count, 'meeting', 'meetings')} whose drafts the server has not brought up to date yet.`,
  mendDrafts: 'Drafts are written anew by "punkt store repair".',
  mendLogs: 'A log is not mended: fetch the meeting from a copy ("punkt store copy").',
  repaired: (count) =>
    count === 0
      ? 'Every draft says what its log says; nothing was written.'
      : `Written anew: ${number(count, 'document', 'documents')}.`,
};

export const storeTexts = { da, en } as const;
