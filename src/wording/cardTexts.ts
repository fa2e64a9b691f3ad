import { changedParts } from './changedParts.ts';
import type { Language } from './outcome.ts';

const da = {
  /** Shown instead of a name that was erased, or for the command line. */
  erased: '(navn slettet)',
  operator: 'Kommandolinjen',
  list: (names: readonly string[]) => joined(names, ' og '),
  // Where we are
  itemOf: (number: string, count: number | null) => `PUNKT ${number}${count ? ` AF ${count}` : ''}`,
  closedItemOf: (number: string, count: number | null) =>
    `LUKKET PUNKT ${number}${count ? ` AF ${count}` : ''}`,
  item: (number: string) => `Punkt ${number}`,
  itemTitle: (number: string, title: string) => `Punkt ${number}: ${title}`,
  until: (time: string) => `til kl.\u00a0${time}`,
  minutes: (count: number) => `${count} min.`,
  by: (names: string) => `v. ${names}`,
  closedItem: 'Lukket punkt',
  closedItemText: 'Punktet behandles i ordstyrerens og referenternes egen chat med Punkt.',
  closedItemTextAfter: 'Behandlet i ordstyrerens og referenternes egen chat med Punkt.',
  handledBefore: 'Behandlet før Punkt kom til',
  itemDone: 'Behandlet',
  meetingPaused: 'Mødet holder pause',
  meetingOver: 'Mødet er afsluttet',
  // Points
  recommendation: 'Indstilling',
  noRecommendation: 'Ingen indstilling til dette punkt',
  unanswered: 'Ikke besvaret endnu',
  unansweredAfter: 'Ikke besvaret',
  decidedSee: (numbers: string) => `Besluttet, se ${numbers}`,
  proposedSee: (numbers: string) => `Foreslået besvaret i ${numbers} · ikke bekræftet`,
  needsDecision: 'Kræver en beslutning',
  untilDue: (due: string) => `til ${due}`,
  forwardedTo: (to: string) => `til ${to}`,
  postponed: (until: string | null) => (until ? `Punktet er udsat til ${until}` : 'Punktet er udsat'),
  morePoints: (count: number) =>
    count === 1 ? '1 punkt mere under Vis mere' : `${count} punkter mere under Vis mere`,
  // Decisions
  decisions: 'Beslutninger',
  responsible: (names: string) => `Tovholder: ${names}`,
  noResponsible: 'Uden tovholder',
  due: (text: string, meaning: string | null) => (meaning ? `Frist: ${text} (${meaning})` : `Frist: ${text}`),
  registered: (name: string, time: string | null) => (time ? `${name} kl.\u00a0${time}` : `${name}`),
  proposedBy: (name: string, time: string) => `Foreslået af ${name} kl.\u00a0${time} · ikke bekræftet`,
  /** `time`: when it was said. */
  saidBy: (name: string, time: string | null, registrar: string) =>
    `Foreslået af ${name}${time ? ` kl.\u00a0${time}` : ''} (registreret af ${registrar})`,
  proposedByName: (name: string) => `Foreslået af ${name} · ikke bekræftet`,
  notConfirmed: 'ikke bekræftet',
  fromDocument: 'Fra dokumentet',
  assignmentProposed: 'tovholder og frist er ikke bekræftet',
  corrected: 'rettet',
  mergedWith: (number: string) => `slået sammen med ${number}`,
  struck: 'Strøget',
  earlier: (text: string) => `Tidligere: ${text}`,
  moreDecisions: (count: number) =>
    count === 1 ? '1 tidligere beslutning under Vis mere' : `${count} tidligere beslutninger under Vis mere`,
  notesTaken: (count: number) => (count === 1 ? '1 note til referatet' : `${count} noter til referatet`),
  notesUnconfirmed: (count: number) => `${count} ikke bekræftet`,
  newestNote: (text: string, name: string) => `Senest: ${text} (${name})`,
  writeToMinutes: 'Skriv til referatet: »@Punkt notér:\u00a0…« eller »@Punkt beslutning:\u00a0…«',
  writeToMinutesPersonal: 'Skriv til referatet her: »beslutning:\u00a0…« eller »notér:\u00a0…«',
  // Agenda
  agenda: 'Dagsorden',
  agendaOf: (when: string | null) => (when ? `Dagsorden, ${when}` : 'Dagsorden'),
  weAreAt: (number: string) => `Vi er ved punkt ${number}`,
  endsAt: (time: string) => `slutter kl.\u00a0${time}`,
  openPoints: (open: number, all: number) =>
    all === 1
      ? 'Indstillingspunktet er ikke besvaret'
      : `${open} af ${all} indstillingspunkter er ikke besvaret`,
  rowsBefore: (count: number) => (count === 1 ? '1 punkt før' : `${count} punkter før`),
  pointsAfter: (count: number) =>
    count === 1 ? '1 indstillingspunkt mere' : `${count} indstillingspunkter mere`,
  rowsAfter: (count: number) => (count === 1 ? '1 punkt mere' : `${count} punkter mere`),
  // Preview of an import
  agendaRead: 'Dagsordenen er læst',
  newEditionRead: 'En ny udgave af dagsordenen er læst',
  additionsRead: 'Tilføjelser og rettelser til dagsordenen er læst',
  agendaInUse: 'Dagsordenen er i brug',
  agendaReplaced: 'Erstattet af en nyere import',
  fromFile: (name: string) => `Fra ${name}`,
  counts: (c: {
    items: number;
    points: number;
    attachments: number;
    participants: number;
    apologies: number;
  }) =>
    [
      c.items === 1 ? '1 punkt' : `${c.items} punkter`,
      c.points === 1 ? '1 indstillingspunkt' : `${c.points} indstillingspunkter`,
      `${c.attachments} bilag`,
      c.participants === 1 ? '1 deltager' : `${c.participants} deltagere`,
      `${c.apologies} afbud`,
    ].join(' · '),
  when: 'Tid',
  where: 'Sted',
  contents: 'Indhold',
  warnings: 'Se efter',
  moreWarnings: (count: number) => (count === 1 ? 'og 1 bemærkning mere' : `og ${count} bemærkninger mere`),
  warningAboutClosed: 'Der er en bemærkning til et lukket punkt.',
  withMinutes: 'Referat og beslutninger, som dokumentet allerede indeholder, tages med.',
  withoutMinutes: 'Dokumentet indeholder allerede referat. Det er udeladt.',
  added: 'Ny',
  removed: 'Udgår',
  changed: (parts: string) => `Ændret: ${parts}`,
  nothingChanges: 'Ingen ændringer',
  theMeeting: 'Mødet',
  parts: changedParts.da,
  // First card
  ready: (count: number) => `Punkt er klar: ${count === 1 ? '1 punkt' : `${count} punkter`}.`,
  whoLeads: (chairs: string | null, writers: string | null) =>
    `${[
      chairs ? `${chairs} leder mødet` : 'Ingen leder mødet endnu',
      writers ? `${writers} skriver referat` : 'ingen skriver referat endnu',
    ].join(', ')}.`,
  privacy:
    'Det, du registrerer her, gemmes med dit navn og kan indgå i aktindsigt. Punkt optager hverken lyd eller billede.',
  started: (time: string) => `Mødet begyndte kl.\u00a0${time}.`,
  registeredAfterwards: 'Mødet blev holdt uden Punkt og er registreret bagefter.',
  // Roles
  roles: { chair: 'ordstyrer', coChair: 'medformand', minuteTaker: 'referent' },
  isNow: (name: string, role: string) => `${name} er nu ${role}.`,
  isNoLonger: (name: string, role: string) => `${name} er ikke længere ${role}.`,
  // End
  summary: 'Mødet er afsluttet',
  summaryOf: (title: string) => `Afsluttet: ${title}`,
  nothingDecided: 'Der blev ikke registreret beslutninger.',
  tasks: 'Opgaver efter organisation',
  withoutOrganisation: 'Øvrige',
  closedDecisions: 'Beslutninger under lukkede punkter vises ikke her.',
  draftWillCome:
    'Referenterne sender referatudkastet ud. Er du referent, så skriv »referat« til Punkt for at se det.',
  draftComesFromLeaders:
    'Ordstyreren sender referatudkastet ud. Er du ordstyrer, så skriv »referat« til Punkt for at se det.',
  postponedItems: 'Udsat',
  shortened: 'Resten står i referatudkastet.',
  missingAnswers: (count: number) => `Mangler svar: ${count}`,
  allAnswered: 'Ingen indstillingspunkter mangler svar.',
  missingExplained: (count: number): string =>
    count === 1
      ? 'Det står som ubesvaret i udkastet, til det er besvaret.'
      : 'De står som ubesvarede i udkastet, til de er besvaret.',
  // Moved
  elsewhere: (number: string, title: string) => `Mødet er ved punkt ${number}: ${title}`,
};
export type CardTexts = typeof da;

const en: CardTexts = {
  erased: '(name erased)',
  operator: 'Command line',
  list: (names) => joined(names, ' and '),
  itemOf: (number, count) => `ITEM ${number}${count ? ` OF ${count}` : ''}`,
  closedItemOf: (number, count) => `CLOSED ITEM ${number}${count ? ` OF ${count}` : ''}`,
  item: (number) => `Item ${number}`,
  itemTitle: (number, title) => `Item ${number}: ${title}`,
  until: (time) => `until ${time}`,
  minutes: (count) => `${count} min`,
  by: (names) => `presented by ${names}`,
  closedItem: 'Closed item',
  closedItemText: 'The chair and the minute takers deal with this item in their private chats with Punkt.',
  closedItemTextAfter:
    'The chair and the minute takers dealt with this item in their private chats with Punkt.',
  handledBefore: 'Dealt with before Punkt joined',
  itemDone: 'Dealt with',
  meetingPaused: 'The meeting is paused',
  meetingOver: 'The meeting has ended',
  recommendation: 'Recommendation',
  noRecommendation: 'No recommendation for this item',
  unanswered: 'Not answered yet',
  unansweredAfter: 'Not answered',
  decidedSee: (numbers) => `Decided, see ${numbers}`,
  proposedSee: (numbers) => `Answer proposed in ${numbers} · not confirmed`,
  needsDecision: 'Needs a decision',
  untilDue: (due) => `until ${due}`,
  forwardedTo: (to) => `to ${to}`,
  postponed: (until) => (until ? `The item is postponed until ${until}` : 'The item is postponed'),
  morePoints: (count) =>
    count === 1 ? '1 more point under Show more' : `${count} more points under Show more`,
  decisions: 'Decisions',
  responsible: (names) => `Responsible: ${names}`,
  noResponsible: 'Nobody responsible',
  due: (text, meaning) => (meaning ? `Deadline: ${text} (${meaning})` : `Deadline: ${text}`),
  registered: (name, time) => (time ? `${name} at ${time}` : `${name}`),
  proposedBy: (name, time) => `Proposed by ${name} at ${time} · not confirmed`,
  saidBy: (name, time, registrar) =>
    `Proposed by ${name}${time ? ` at ${time}` : ''} (recorded by ${registrar})`,
  proposedByName: (name) => `Proposed by ${name} · not confirmed`,
  notConfirmed: 'not confirmed',
  fromDocument: 'From the document',
  assignmentProposed: 'responsible and deadline are not confirmed',
  corrected: 'corrected',
  mergedWith: (number) => `merged into ${number}`,
  struck: 'Struck out',
  earlier: (text) => `Earlier: ${text}`,
  moreDecisions: (count) =>
    count === 1 ? '1 earlier decision under Show more' : `${count} earlier decisions under Show more`,
  notesTaken: (count) => (count === 1 ? '1 note for the minutes' : `${count} notes for the minutes`),
  notesUnconfirmed: (count) => `${count} not confirmed`,
  newestNote: (text, name) => `Latest: ${text} (${name})`,
  writeToMinutes: 'Write to the minutes: “@Punkt note:\u00a0…” or “@Punkt decision:\u00a0…”',
  writeToMinutesPersonal: 'Write to the minutes here: “decision: …” or “note: …”',
  agenda: 'Agenda',
  agendaOf: (when) => (when ? `Agenda, ${when}` : 'Agenda'),
  weAreAt: (number) => `We are at item ${number}`,
  endsAt: (time) => `ends at ${time}`,
  openPoints: (open, all) =>
    all === 1
      ? 'The recommendation is not answered'
      : `${open} of ${all} recommendation points ${open === 1 ? 'is' : 'are'} not answered`,
  rowsBefore: (count) => (count === 1 ? '1 item before' : `${count} items before`),
  pointsAfter: (count) =>
    count === 1 ? '1 more recommendation point' : `${count} more recommendation points`,
  rowsAfter: (count) => (count === 1 ? '1 more item' : `${count} more items`),
  agendaRead: 'The agenda has been read',
  newEditionRead: 'A new edition of the agenda has been read',
  additionsRead: 'Additions and corrections to the agenda have been read',
  agendaInUse: 'The agenda is in use',
  agendaReplaced: 'Replaced by a newer import',
  fromFile: (name) => `From ${name}`,
  counts: (c) =>
    [
      c.items === 1 ? '1 item' : `${c.items} items`,
      c.points === 1 ? '1 recommendation point' : `${c.points} recommendation points`,
      c.attachments === 1 ? '1 attachment' : `${c.attachments} attachments`,
      c.participants === 1 ? '1 participant' : `${c.participants} participants`,
      c.apologies === 1 ? '1 apology' : `${c.apologies} apologies`,
    ].join(' · '),
  when: 'Time',
  where: 'Place',
  contents: 'Contents',
  warnings: 'Please check',
  moreWarnings: (count) => (count === 1 ? 'and 1 more remark' : `and ${count} more remarks`),
  warningAboutClosed: 'There is a remark on a closed item.',
  withMinutes: 'The minutes and decisions already in the document are included.',
  withoutMinutes: 'The document already contains minutes. They are left out.',
  added: 'New',
  removed: 'Removed',
  changed: (parts) => `Changed: ${parts}`,
  nothingChanges: 'No changes',
  theMeeting: 'The meeting',
  parts: changedParts.en,
  ready: (count) => `Punkt is ready: ${count === 1 ? '1 item' : `${count} items`}.`,
  // Names that are cut end in a mark of their own.
  whoLeads: (chairs, writers) =>
    `Chair: ${chairs ?? 'nobody yet'}. Minutes: ${writers ?? 'nobody yet'}.`.replaceAll('….', '…'),
  privacy:
    'What you enter here is stored with your name and may be disclosed on request. Punkt records neither sound nor picture.',
  started: (time) => `The meeting started at ${time}.`,
  registeredAfterwards: 'The meeting was held without Punkt and recorded afterwards.',
  roles: { chair: 'chair', coChair: 'co-chair', minuteTaker: 'minute taker' },
  isNow: (name, role) => `${name} is now ${role}.`,
  isNoLonger: (name, role) => `${name} is no longer ${role}.`,
  summary: 'The meeting has ended',
  summaryOf: (title) => `Ended: ${title}`,
  nothingDecided: 'No decisions were recorded.',
  tasks: 'Tasks by organisation',
  withoutOrganisation: 'Other',
  closedDecisions: 'Decisions under closed items are not shown here.',
  draftWillCome:
    'The minute takers send out the draft minutes. If you are one, write “minutes” to Punkt to see them.',
  draftComesFromLeaders:
    'The chair sends out the draft minutes. If you are the chair, write “minutes” to Punkt to see them.',
  postponedItems: 'Postponed',
  shortened: 'The rest is in the draft minutes.',
  missingAnswers: (count) => `Unanswered: ${count}`,
  allAnswered: 'No recommendation points are waiting for an answer.',
  missingExplained: (count) =>
    count === 1
      ? 'The draft shows it as unanswered until it is answered.'
      : 'The draft shows them as unanswered until they are answered.',
  elsewhere: (number, title) => `The meeting is at item ${number}: ${title}`,
};

function joined(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')}${and}${last}`;
}

/** What stands on cards, beside the buttons. */
export const cardTexts: Readonly<Record<Language, CardTexts>> = { da, en };
