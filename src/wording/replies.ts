import type { Attendance } from '../meeting/events.ts';
import type { Language } from './outcome.ts';

const da = {
  notUnderstood: (nearest: readonly string[]) =>
    `Det forstod jeg ikke, og der er ikke gemt noget. Mente du ${nearest.map((line) => `»${line}«`).join(', ')}? Skriv »hjælp« for alle.`,
  noMeetingHere: 'Der er ikke noget møde her endnu. Importér en dagsorden, så er jeg klar.',
  noMeetingOfYours: 'Jeg kender ingen møder, du er med i. Skriv i mødets chat, og begynd med @Punkt.',
  /** On a card that stands twice. */
  movedBelow: 'Flyttet til kortet nedenfor',
  tapIsDone: 'Det, du trykkede på her, er gjort.',
  severalMeetings: (titles: readonly string[]) =>
    `Du er med i flere møder, der er i gang: ${titles.join(' · ')}. Skriv i mødets egen chat.`,
  noPage: 'Denne Punkt har ingen side i browseren.',
  carriedOut: 'Det er gjort; se kortet.',
  decisionSaved: (number: string, item: string) => `${number} er gemt under punkt ${item}.`,
  decisionProposed: (number: string, item: string) =>
    `${number} er gemt under punkt ${item} som forslag, til ordstyrer eller referent bekræfter.`,
  noteSaved: (item: string) => `Noten er gemt under punkt ${item}.`,
  noteProposed: (item: string) => `Noten er gemt under punkt ${item}, til referenterne bekræfter.`,
  readFromText: (assignment: string) => `Læst af teksten: ${assignment}. Ret det under »Tovholder«.`,
  assigned: (number: string, assignment: string) => `${number}: ${assignment}`,
  assignmentProposed: (number: string, assignment: string) => `${number}: ${assignment} · ikke bekræftet`,
  whoIsMeant: (written: string, names: readonly string[]) =>
    `Jeg fandt flere, der hedder ${written}: ${names.join(', ')}. Skriv hele navnet; der er ikke gemt nogen tovholder.`,
  onWhoseBehalf: (written: string, names: readonly string[]) =>
    `Jeg fandt flere, der hedder ${written}: ${names.join(', ')}. Skriv hele navnet; der er ikke gemt noget.`,
  messageTaken: (item: string) => `Beskeden er gemt i referatet under punkt ${item}.`,
  /** To its author, in the chat. */
  yourMessageTaken: (author: string, taker: string, item: string) =>
    `${author}: ${taker} har taget din besked med i referatet under punkt ${item}.`,
  messageWithoutText: 'Beskeden har ingen tekst, der kan tages med i referatet.',
  chooseAmong: (written: string) => `Flere hedder ${written}: vælg under »Tovholder«.`,
  noDecisionYet: (item: string) =>
    `Punkt ${item} har ingen beslutning endnu. Skriv først »beslutning ${item}: …«.`,
  responsibleMissing: 'Skriv, hvem der er tovholder: »tovholder: Navn frist uge 5«.',
  stillOpen: (points: readonly number[]) =>
    points.length === 1
      ? `Indstillingspunkt ${points[0]} kræver en beslutning: brug »Beslutning«.`
      : `Indstillingspunkt ${points.slice(0, -1).join(', ')} og ${points.at(-1)} kræver en beslutning: brug »Beslutning«.`,
  answered: (item: string, label: string) => `Punkt ${item}: ${label}.`,
  postponed: (item: string) => `Punkt ${item} er udsat.`,
  movedEntry: (from: string, to: string) => `${from} er nu ${to}.`,
  confirmed: (number: string) => `${number} er bekræftet.`,
  struck: (number: string) => `${number} er strøget.`,
  corrected: (number: string) => `${number} er rettet.`,
  undone: (what: string) => `Fortrudt: ${what}`,
  addendumSaved: (item: string | null) =>
    `Tilføjelsen efter mødet er gemt${item ? ` under punkt ${item}` : ''} med dato og dit navn.`,
  addendumKept: 'Tilføjelsen er gemt med dato og dit navn.',
  minutesApproved: 'Referatet er godkendt.',
  nowAt: (item: string, title: string) => `Mødet er nu ved punkt ${item}: ${title}`,
  started: 'Mødet er begyndt.',
  ended: 'Mødet er afsluttet.',
  paused: 'Mødet holder pause.',
  resumed: 'Mødet er genoptaget.',
  draftComesAlone: 'Jeg sender referatudkastet i vores egen chat.',
  comesAlone: 'Jeg svarer i vores egen chat.',
  onlyLeadersFetch:
    'Referat og mødepakke hentes af ordstyrer og referenter. Er du det, så tryk først »Jeg er ordstyrer« eller »Jeg er referent« i mødets chat.',
  draftWillBeSent: 'Referenterne sender referatudkastet til alle, når det er klar.',
  onlyLeadersAttend: 'Fremmødet noteres af ordstyrer og referenter.',
  persons: (count: number) => `${count} personer`,
  attendance: {
    present: (who: string) => `Noteret som til stede: ${who}.`,
    apologies: (who: string) => `Noteret: afbud fra ${who}.`,
    absent: (who: string) => `Noteret som ikke til stede: ${who}.`,
  } satisfies Record<Attendance, unknown>,
  attendanceTakenBack: (who: string) => `Det noterede fremmøde er taget tilbage for ${who}.`,
  appointed: (name: string, role: string) => `${name} er nu ${role}.`,
  personUnknown: (name: string) => `Jeg kender ingen, der hedder ${name}. Skriv navnet som i dagsordenen.`,
  itemAmbiguous: (number: string) => `Der er flere punkter med nummer ${number}. Brug »Gå til …« på kortet.`,
  statusPlanned: (title: string, when: string | null) =>
    when ? `${title}, ${when}. Mødet er ikke begyndt.` : `${title}. Mødet er ikke begyndt.`,
  statusOver: (title: string) => `${title}: mødet er afsluttet.`,
  statusAt: (number: string, count: number | null, title: string) =>
    `Punkt ${number}${count ? ` af ${count}` : ''}: ${title}`,
  help: 'Det kan du skrive',
  /** Over each group of EXAMPLE_GROUPS. */
  helpGroups: ['Til referatet', 'Svar på punktet', 'Ret og fortryd', 'Mødet', 'Før og efter mødet'],
  helpParticipantGroups: ['Til referatet', 'Hvor er vi?'],
  helpParticipantHint:
    'Begynd linjen med @Punkt, valgt på listen, der åbner ved @. Det, du skriver, står som ikke bekræftet, til ordstyrer eller referent bekræfter det. Hvad de kan skrive: »hjælp alt«.',
  helpHint:
    'I mødets chat begynder linjen med @Punkt, valgt på listen, der åbner ved @. Store og små bogstaver er lige meget, og »ae« er lige så godt som »æ«. Svarer en referent på en andens besked med »@Punkt til referatet«, tager jeg beskeden med.',
  linesTooFast:
    'Det går for stærkt for Punkt: noget af det, du skrev, er ikke gemt. Vent et par sekunder, se på kortet, hvad der står, og skriv resten igen.',
  unknownAction: 'Den knap kender jeg ikke. Brug det nyeste kort.',
  quoteCutOff: 'Teams gav mig kun begyndelsen af beskeden. Ret teksten, hvis resten skal med.',
  youWrote: (text: string) => `Du skrev: ${text}`,
  otherMeeting: 'Kortet hører til et andet møde end denne chat, så der er ikke gemt noget.',
};
export type Replies = typeof da;

const en: Replies = {
  notUnderstood: (nearest) =>
    `I did not understand that, and nothing was saved. Did you mean ${nearest.map((line) => `“${line}”`).join(', ')}? Write “help” for everything you can write.`,
  noMeetingHere: 'There is no meeting here yet. Import an agenda, and I will be ready.',
  noMeetingOfYours:
    'I do not know of any meeting that you are in. Write in the meeting chat, and begin with @Punkt.',
  movedBelow: 'Moved to the card below',
  tapIsDone: 'What you tapped here is done.',
  severalMeetings: (titles) =>
    `You are in several meetings that are running: ${titles.join(' · ')}. Write in the meeting's own chat.`,
  noPage: 'This Punkt has no page in the browser.',
  carriedOut: 'Done; see the card.',
  decisionSaved: (number, item) => `${number} is saved under item ${item}.`,
  decisionProposed: (number, item) =>
    `${number} is saved under item ${item} as a proposal until the chair or a minute taker confirms it.`,
  noteSaved: (item) => `The note is saved under item ${item}.`,
  noteProposed: (item) => `The note is saved under item ${item} until the minute takers confirm it.`,
  readFromText: (assignment) => `Read from the text: ${assignment}. Correct it under “Responsible”.`,
  assigned: (number, assignment) => `${number}: ${assignment}`,
  assignmentProposed: (number, assignment) => `${number}: ${assignment} · not confirmed`,
  whoIsMeant: (written, names) =>
    `I found several people called ${written}: ${names.join(', ')}. Write the full name; nobody was set as responsible.`,
  onWhoseBehalf: (written, names) =>
    `I found several people called ${written}: ${names.join(', ')}. Write the full name; nothing was saved.`,
  messageTaken: (item) => `The message is saved in the minutes under item ${item}.`,
  yourMessageTaken: (author, taker, item) =>
    `${author}: ${taker} has taken your message into the minutes under item ${item}.`,
  messageWithoutText: 'The message has no text that can be taken into the minutes.',
  chooseAmong: (written) => `Several people are called ${written}: choose under “Responsible”.`,
  noDecisionYet: (item) => `Item ${item} has no decision yet. First write “decision ${item}: …”.`,
  responsibleMissing: 'Write who is responsible: “responsible: Name due week 5”.',
  stillOpen: (points) =>
    points.length === 1
      ? `Recommendation point ${points[0]} needs a decision: use “Decision”.`
      : `Recommendation points ${points.slice(0, -1).join(', ')} and ${points.at(-1)} need a decision: use “Decision”.`,
  answered: (item, label) => `Item ${item}: ${label}.`,
  postponed: (item) => `Item ${item} is postponed.`,
  movedEntry: (from, to) => `${from} is now ${to}.`,
  confirmed: (number) => `${number} is confirmed.`,
  struck: (number) => `${number} is struck out.`,
  corrected: (number) => `${number} is corrected.`,
  undone: (what) => `Undone: ${what}`,
  addendumSaved: (item) =>
    `The addition after the meeting is saved${item ? ` under item ${item}` : ''} with the date and your name.`,
  addendumKept: 'The addition is saved with the date and your name.',
  minutesApproved: 'The minutes are approved.',
  nowAt: (item, title) => `The meeting is now at item ${item}: ${title}`,
  started: 'The meeting has started.',
  ended: 'The meeting has ended.',
  paused: 'The meeting is paused.',
  resumed: 'The meeting is resumed.',
  draftComesAlone: 'I will send the draft minutes in our private chat.',
  comesAlone: 'I will answer in our private chat.',
  onlyLeadersFetch:
    'The chair and the minute takers get the minutes and the meeting pack. If you are one, first press “I am the chair” or “I take minutes” in the chat of the meeting.',
  draftWillBeSent: 'The minute takers will send the draft minutes to everyone when they are ready.',
  onlyLeadersAttend: 'The chair and the minute takers note the attendance.',
  persons: (count) => `${count} people`,
  attendance: {
    present: (who) => `Noted as present: ${who}.`,
    apologies: (who) => `Noted: apologies from ${who}.`,
    absent: (who) => `Noted as not present: ${who}.`,
  },
  attendanceTakenBack: (who) => `The noted attendance is taken back for ${who}.`,
  appointed: (name, role) => `${name} is now ${role}.`,
  personUnknown: (name) => `I do not know anybody called ${name}. Write the name as in the agenda.`,
  itemAmbiguous: (number) => `There are several items with the number ${number}. Use “Go to …” on the card.`,
  statusPlanned: (title, when) =>
    when ? `${title}, ${when}. The meeting has not started.` : `${title}. The meeting has not started.`,
  statusOver: (title) => `${title}: the meeting has ended.`,
  statusAt: (number, count, title) => `Item ${number}${count ? ` of ${count}` : ''}: ${title}`,
  help: 'What you can write',
  helpGroups: [
    'For the minutes',
    'Answers to the item',
    'Correct and undo',
    'The meeting',
    'Before and after the meeting',
  ],
  helpParticipantGroups: ['For the minutes', 'Where are we?'],
  helpParticipantHint:
    'Begin the line with @Punkt, chosen from the list that opens at @. What you write stands as not confirmed until the chair or a minute taker confirms it. What they can write: “help all”.',
  helpHint:
    'In the meeting chat, begin the line with @Punkt, chosen from the list that opens at @. Capital letters do not matter. Danish commands work too. When a minute taker replies to a message with @Punkt and the words to the minutes, I take that message.',
  linesTooFast:
    'That is too fast for Punkt: some of what you wrote is not saved. Wait a few seconds, see on the card what is there, and write the rest again.',
  unknownAction: 'I do not know that button. Use the latest card.',
  quoteCutOff:
    'Teams gave me only the beginning of the message. Correct the text if the rest belongs in the minutes.',
  youWrote: (text) => `You wrote: ${text}`,
  otherMeeting: 'The card belongs to a meeting in another chat, so nothing was saved.',
};

/** What Punkt says in answer to lines and taps. */
export const replies: Readonly<Record<Language, Replies>> = { da, en };
