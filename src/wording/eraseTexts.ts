import { number } from './storeTexts.ts';

/** What went, in numbers. */
interface Removed {
  readonly versions: number;
  readonly documents: number;
  readonly cards: number;
  readonly persons: number;
  readonly drops: number;
}

/** What `punkt erase` says: meetings by id, never by what they are about. `day` is written out, null: not ended. */
const da = {
  needsTarget: 'Angiv enten et møde (»punkt erase MØDE«) eller --closed-before ÅÅÅÅ-MM-DD.',
  notADate: (text: string) => `${text} er ikke en dato. Skriv den som 2026-01-31.`,
  nothing: 'Der er intet møde at slette.',
  wouldGo: (id: string, day: string, format: string, version: number) =>
    `Møde ${id}: afsluttet ${day}, hentet som ${format} i version ${version}. Kan slettes.`,
  notExported: (id: string, day: string) =>
    `Møde ${id}: afsluttet ${day}, men referatet er ikke hentet, som det er nu. Hent det med »punkt minutes ${id} --out FIL«, eller slet alligevel med --force.`,
  notEnded: (id: string) => `Møde ${id}: er ikke afsluttet. Slet alligevel med --force.`,
  notYet: (count: number) =>
    `Intet er slettet. Gentag kommandoen med --yes for at slette ${number(count, 'møde', 'møder')}.`,
  erased: (id: string, at: string, n: Removed) =>
    `Møde ${id} er slettet den ${at}: ${number(n.versions, 'version', 'versioner')}, ${number(n.documents, 'dokument', 'dokumenter')}, ${n.cards} kort; fjernet fra listen hos ${number(n.persons, 'person', 'personer')} og fra ${number(n.drops, 'samtale', 'samtaler')}, hvor filen lå.`,
  overwritten: 'Det slettede er også overskrevet på disken. Kopier (»punkt store copy«) er ikke rørt.',
  keepers: 'Kopier er ikke rørt; databasens egne sikkerhedskopier udløber efter kontoens regler.',
  inTeams: 'Det, der står i Teams, slettes i Teams.',
};
export type EraseTexts = typeof da;

const en: EraseTexts = {
  needsTarget: 'Name either a meeting ("punkt erase MEETING") or --closed-before YYYY-MM-DD.',
  notADate: (text) => `${text} is not a date. Write it as 2026-01-31.`,
  nothing: 'There is no meeting to erase.',
  wouldGo: (id, day, format, version) =>
    `Meeting ${id}: ended ${day}, fetched as ${format} in version ${version}. Can be erased.`,
  notExported: (id, day) =>
    `Meeting ${id}: ended ${day}, but its minutes were not fetched as they are now. Fetch them with "punkt minutes ${id} --out FILE", or erase all the same with --force.`,
  notEnded: (id) => `Meeting ${id}: is not ended. Erase all the same with --force.`,
  notYet: (count) =>
    `Nothing was erased. Repeat the command with --yes to erase ${number(count, 'meeting', 'meetings')}.`,
  erased: (id, at, n) =>
    `Meeting ${id} was erased on ${at}: ${number(n.versions, 'version', 'versions')}, ${number(n.documents, 'document', 'documents')}, ${number(n.cards, 'card', 'cards')}; taken off the lists of ${number(n.persons, 'person', 'persons')}, and from ${number(n.drops, 'chat', 'chats')} where the file lay.`,
  overwritten: 'What was erased is overwritten on the disk too. Copies ("punkt store copy") are not touched.',
  keepers: "Copies are not touched; the database's own backups expire by the rules of the account.",
  inTeams: 'What stands in Teams is erased in Teams.',
};

export const eraseTexts = { da, en } as const;
