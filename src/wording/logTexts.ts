import type { Attendance, GrantableRole } from '../meeting/events.ts';
import type { Language } from './outcome.ts';

const da = {
  agendaProposed: (source: string, items: number) =>
    `importerede ${source}: ${items === 1 ? '1 punkt' : `${items} punkter`}`,
  agendaAdopted: (items: number) => `tog dagsordenen i brug: ${items === 1 ? '1 punkt' : `${items} punkter`}`,
  agendaCorrected: (items: number) => `rettede dagsordenen: ${items === 1 ? '1 punkt' : `${items} punkter`}`,
  roleGranted: (name: string, role: string, grounds: string) => `${name} blev ${role} (${grounds})`,
  roleRevoked: (name: string, role: string) => `${name} er ikke længere ${role}`,
  roles: { chair: 'ordstyrer', coChair: 'medformand', minuteTaker: 'referent' } satisfies Record<
    GrantableRole,
    string
  >,
  grounds: {
    agenda: 'står i dagsordenen',
    claimed: 'tog rollen',
    appointed: 'udpeget',
    imported: 'tog dagsordenen i brug',
    commandLine: 'fra kommandolinjen',
  },
  started: (item: string) => `startede mødet ved punkt ${item}`,
  moved: (from: string, to: string) => `gik fra punkt ${from} til punkt ${to}`,
  paused: 'holdt pause',
  resumed: 'genoptog mødet',
  adjourned: 'afsluttede mødet',
  registeredAfterwards: 'efterregistrerer mødet, som blev holdt uden Punkt',
  answered: (item: string, index: number, label: string, text: string) =>
    `punkt ${item}, indstillingspunkt ${index}: ${label}${text ? ` – ${text}` : ''}`,
  decisionRecorded: (item: string, text: string) => `beslutning under punkt ${item}: ${text}`,
  decisionProposed: (item: string, text: string) => `foreslog beslutning under punkt ${item}: ${text}`,
  movedOn: (item: string) => `svarede, at mødet var gået videre fra punkt ${item}`,
  notMovedOn: (item: string) => `svarede, at mødet stadig var ved punkt ${item}`,
  identityLinked: (account: string, person: string) => `kontoen ${account} er ${person}`,
  identityKeptApart: (account: string, person: string) => `kontoen ${account} er ikke ${person}`,
  onBehalfOf: (what: string, name: string) => `på vegne af ${name}: ${what}`,
  onNobodysBehalf: (what: string) => `ikke på andres vegne: ${what}`,
  decisionConfirmed: (number: string) => `bekræftede ${number}`,
  decisionCorrected: (number: string, text: string) => `rettede ${number} til: ${text}`,
  decisionStruck: (number: string) => `strøg ${number}`,
  decisionMoved: (from: string, to: string) => `flyttede en beslutning fra punkt ${from} til punkt ${to}`,
  assigned: (number: string, names: string, due: string) =>
    `${number}: tovholder ${names || 'ingen'}${due ? `, frist ${due}` : ''}`,
  merged: (kept: string, struck: string) => `slog ${struck} sammen med ${kept}`,
  keptApart: (first: string, second: string) => `beholdt både ${first} og ${second}`,
  proposalOpened: (item: string, text: string) =>
    `åbnede et forslag under punkt ${item}${text ? `: ${text}` : ''}`,
  proposalWritten: (text: string) => `skrev på forslaget: ${text}`,
  penTaken: 'tog pennen til forslaget',
  proposalDecided: 'besluttede forslaget',
  proposalDropped: 'droppede forslaget',
  linkIssued: (name: string | null, byTap: boolean) =>
    name === null
      ? 'lavede et link til storskærmen'
      : byTap
        ? 'åbnede mødet i browseren ved et personligt link'
        : `kopierede et adgangslink til ${name}`,
  linkTaken: (name: string | null) =>
    name === null
      ? 'linket til storskærmen blev taget i brug'
      : `adgangslinket til ${name} blev taget i brug`,
  linkRevoked: (name: string | null) =>
    name === null ? 'tilbagekaldte linket til storskærmen' : `tilbagekaldte adgangslinket til ${name}`,
  noteRecorded: (item: string, text: string) => `note til punkt ${item}: ${text}`,
  noteConfirmed: (item: string) => `bekræftede en note til punkt ${item}`,
  noteCorrected: (item: string, text: string) => `rettede en note til punkt ${item}: ${text}`,
  noteStruck: (item: string) => `strøg en note til punkt ${item}`,
  noteMoved: (from: string, to: string) => `flyttede en note fra punkt ${from} til punkt ${to}`,
  postponed: (item: string, until: string) => `udsatte punkt ${item}${until ? ` til ${until}` : ''}`,
  sectionEdited: (item: string, text: string) =>
    text ? `skrev referatet af punkt ${item}: ${text}` : `tømte referatet af punkt ${item}`,
  addendumAdded: (item: string | null, text: string) =>
    `tilføjede efter mødet${item ? ` til punkt ${item}` : ''}: ${text}`,
  addendumStruck: (item: string | null) => `strøg en tilføjelse${item ? ` til punkt ${item}` : ''}`,
  attendance: {
    present: (names: string) => `noterede til stede: ${names}`,
    apologies: (names: string) => `noterede afbud: ${names}`,
    absent: (names: string) => `noterede ikke til stede: ${names}`,
  } satisfies Record<Attendance, unknown>,
  attendanceTakenBack: (names: string) => `tog det noterede fremmøde tilbage: ${names}`,
  attendanceSeen: 'kom med i mødet i Teams',
  minutesApproved: 'godkendte referatet',
  undone: (version: number, what: string) => `fortrød nr. ${version} (${what})`,
};
export type LogTexts = typeof da;

const en: LogTexts = {
  agendaProposed: (source, items) => `imported ${source}: ${items === 1 ? '1 item' : `${items} items`}`,
  agendaAdopted: (items) => `took the agenda into use: ${items === 1 ? '1 item' : `${items} items`}`,
  agendaCorrected: (items) => `corrected the agenda: ${items === 1 ? '1 item' : `${items} items`}`,
  roleGranted: (name, role, grounds) => `${name} became ${role} (${grounds})`,
  roleRevoked: (name, role) => `${name} is no longer ${role}`,
  roles: { chair: 'chair', coChair: 'co-chair', minuteTaker: 'minute taker' },
  grounds: {
    agenda: 'named in the agenda',
    claimed: 'took the role',
    appointed: 'appointed',
    imported: 'took the agenda into use',
    commandLine: 'from the command line',
  },
  started: (item) => `started the meeting at item ${item}`,
  moved: (from, to) => `went from item ${from} to item ${to}`,
  paused: 'paused the meeting',
  resumed: 'resumed the meeting',
  adjourned: 'ended the meeting',
  registeredAfterwards: 'is filling in the meeting, which was held without Punkt',
  answered: (item, index, label, text) =>
    `item ${item}, recommendation point ${index}: ${label}${text ? ` – ${text}` : ''}`,
  decisionRecorded: (item, text) => `recorded a decision on item ${item}: ${text}`,
  decisionProposed: (item, text) => `proposed a decision on item ${item}: ${text}`,
  movedOn: (item) => `answered that the meeting had gone on from item ${item}`,
  notMovedOn: (item) => `answered that the meeting was still at item ${item}`,
  identityLinked: (account, person) => `the account ${account} is ${person}`,
  identityKeptApart: (account, person) => `the account ${account} is not ${person}`,
  onBehalfOf: (what, name) => `on behalf of ${name}: ${what}`,
  onNobodysBehalf: (what) => `not on behalf of others: ${what}`,
  decisionConfirmed: (number) => `confirmed ${number}`,
  decisionCorrected: (number, text) => `corrected ${number} to: ${text}`,
  decisionStruck: (number) => `struck ${number}`,
  decisionMoved: (from, to) => `moved a decision from item ${from} to item ${to}`,
  assigned: (number, names, due) =>
    `${number}: responsible ${names || 'nobody'}${due ? `, deadline ${due}` : ''}`,
  merged: (kept, struck) => `merged ${struck} into ${kept}`,
  keptApart: (first, second) => `kept both ${first} and ${second}`,
  proposalOpened: (item, text) => `opened a proposal on item ${item}${text ? `: ${text}` : ''}`,
  proposalWritten: (text) => `wrote the proposal: ${text}`,
  penTaken: 'took the pen of the proposal',
  proposalDecided: 'decided the proposal',
  proposalDropped: 'dropped the proposal',
  linkIssued: (name, byTap) =>
    name === null
      ? 'made a link for the stage'
      : byTap
        ? 'opened the meeting in the browser by a personal link'
        : `copied an access link for ${name}`,
  linkTaken: (name) =>
    name === null ? 'the link for the stage was put to use' : `the access link for ${name} was put to use`,
  linkRevoked: (name) =>
    name === null ? 'revoked the link for the stage' : `revoked the access link for ${name}`,
  noteRecorded: (item, text) => `note on item ${item}: ${text}`,
  noteConfirmed: (item) => `confirmed a note on item ${item}`,
  noteCorrected: (item, text) => `corrected a note on item ${item}: ${text}`,
  noteStruck: (item) => `struck a note on item ${item}`,
  noteMoved: (from, to) => `moved a note from item ${from} to item ${to}`,
  postponed: (item, until) => `postponed item ${item}${until ? ` until ${until}` : ''}`,
  sectionEdited: (item, text) =>
    text ? `wrote the minutes of item ${item}: ${text}` : `cleared the minutes of item ${item}`,
  addendumAdded: (item, text) => `added after the meeting${item ? ` to item ${item}` : ''}: ${text}`,
  addendumStruck: (item) => `struck an addition${item ? ` to item ${item}` : ''}`,
  attendance: {
    present: (names) => `noted as present: ${names}`,
    apologies: (names) => `noted apologies: ${names}`,
    absent: (names) => `noted as not present: ${names}`,
  },
  attendanceTakenBack: (names) => `took back the noted attendance: ${names}`,
  attendanceSeen: 'joined the meeting in Teams',
  minutesApproved: 'approved the minutes',
  undone: (version, what) => `undid no. ${version} (${what})`,
};

/** The log of a meeting in words. */
export const logTexts: Readonly<Record<Language, LogTexts>> = { da, en };
