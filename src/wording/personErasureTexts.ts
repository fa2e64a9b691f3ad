import { number } from './storeTexts.ts';

/** What `punkt erase-person` and `punkt redact` say. Commands are given as they are typed. */
const da = {
  removed: '[fjernet]',
  /** In the log, where it was done afterwards. */
  done: { text: 'fjernede ord', source: 'slettede den importerede fil', person: 'tømte en person' },
  needsPerson: 'Angiv enten en person (»punkt erase-person PERSON-ID«) eller --name NAVN for at finde den.',
  unknownPerson: (id: string) => `Ingen i lageret har person-id ${id}. Find det med --name NAVN.`,
  nobody: 'Ingen i lageret har det navn.',
  candidate: (id: string, meeting: string, account: boolean) =>
    `${id}\tmøde ${meeting}\t${account ? 'kendt fra Teams' : 'kun i dagsordenen'}`,
  wouldEmpty: (count: number) =>
    `Personen står i ${number(count, 'møde', 'møder')}. Intet er slettet. Gentag kommandoen med --yes for at tømme personen der.`,
  emptied: (meeting: string) => `Møde ${meeting}: personen er tømt, og udkastet er skrevet på ny.`,
  keptApproved: (meeting: string) =>
    `Møde ${meeting}: personens konto er fjernet; navnet står i det godkendte referat.`,
  remains: 'Navnet står stadig her. Hver linje viser, hvad der fjerner det (læs først, hvad det ændrer):',
  inText: (meeting: string, commits: number, command: string) =>
    `Møde ${meeting}: i fri tekst (${number(commits, 'version', 'versioner')}): ${command}`,
  inSource: (meeting: string, command: string) => `Møde ${meeting}: måske i den importerede fil: ${command}`,
  inApproved: (meeting: string, command: string) => `Møde ${meeting}: i det godkendte referat: ${command}`,
  namesake: (meeting: string, command: string) =>
    `Møde ${meeting}: en person med samme navn, måske den samme: ${command}`,
  fullNameOnly: 'Der er søgt efter hele navnet; et fornavn alene, et øgenavn eller en stavefejl findes ikke.',
  needsWhat: 'Angiv præcis én af --text TEKST, --source og --person PERSON-ID.',
  textTooShort: (least: number) => `Teksten skal have mindst ${least} tegn.`,
  wouldRedact: (count: number) =>
    `Teksten står i ${number(count, 'version', 'versioner')} af loggen. Intet er ændret. Gentag med --yes for at erstatte den med »[fjernet]«.`,
  wouldRemoveSource: (count: number) =>
    `Mødet har ${number(count, 'importeret fil', 'importerede filer')}. Intet er slettet. Gentag med --yes for at slette; Word-referatet sættes derefter uden forlæg.`,
  wouldRedactPerson:
    'Intet er ændret. Gentag med --yes for at tømme personen i dette møde, også i et godkendt referat.',
  redacted: (count: number) =>
    `Erstattet i ${number(count, 'version', 'versioner')}; udkastet er skrevet på ny.`,
  sourcesRemoved: 'De importerede filer er slettet.',
  trace: (at: string) => `Spor: ${at} er noteret ved mødet, uden det fjernede.`,
  copies:
    'Ældre kopier (»punkt store copy«) har stadig teksten og kan ikke fortsættes: lav en ny, og slet dem.',
};
export type PersonErasureTexts = typeof da;

const en: PersonErasureTexts = {
  removed: '[removed]',
  done: { text: 'removed words', source: 'erased the imported file', person: 'emptied a person' },
  needsPerson: 'Name either a person ("punkt erase-person PERSON-ID"), or --name NAME to find one.',
  unknownPerson: (id) => `Nobody in the store has the person id ${id}. Find it with --name NAME.`,
  nobody: 'Nobody in the store has that name.',
  candidate: (id, meeting, account) =>
    `${id}\tmeeting ${meeting}\t${account ? 'known from Teams' : 'in the agenda only'}`,
  wouldEmpty: (count) =>
    `The person stands in ${number(count, 'meeting', 'meetings')}. Nothing was erased. Repeat the command with --yes to empty the person there.`,
  emptied: (meeting) => `Meeting ${meeting}: the person is emptied, and the draft written anew.`,
  keptApproved: (meeting) =>
    `Meeting ${meeting}: the person's account is removed; the name stands in the approved minutes.`,
  remains: 'The name still stands here. Each line shows what removes it (read first what that changes):',
  inText: (meeting, commits, command) =>
    `Meeting ${meeting}: in free text (${number(commits, 'version', 'versions')}): ${command}`,
  inSource: (meeting, command) => `Meeting ${meeting}: perhaps in the imported file: ${command}`,
  inApproved: (meeting, command) => `Meeting ${meeting}: in the approved minutes: ${command}`,
  namesake: (meeting, command) =>
    `Meeting ${meeting}: somebody of the same name, perhaps the same person: ${command}`,
  fullNameOnly:
    'The full name was searched for; a first name alone, a nickname or a misspelling is not found.',
  needsWhat: 'Give exactly one of --text TEXT, --source and --person PERSON-ID.',
  textTooShort: (least) => `The text must have at least ${least} characters.`,
  wouldRedact: (count) =>
    `The text stands in ${number(count, 'version', 'versions')} of the log. Nothing was changed. Repeat with --yes to put "[removed]" in its place.`,
  wouldRemoveSource: (count) =>
    `The meeting has ${number(count, 'imported file', 'imported files')}. Nothing was erased. Repeat with --yes to erase; minutes in Word are then set without their model.`,
  wouldRedactPerson:
    'Nothing was changed. Repeat with --yes to empty the person in this meeting, in approved minutes too.',
  redacted: (count) => `Replaced in ${number(count, 'version', 'versions')}; the draft is written anew.`,
  sourcesRemoved: 'The imported files are erased.',
  trace: (at) => `Trace: ${at} is noted with the meeting, without what was removed.`,
  copies:
    'Older copies ("punkt store copy") still have the text and cannot be continued: make a new one, and delete them.',
};

export const personErasureTexts = { da, en } as const;
