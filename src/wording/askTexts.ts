import type { Language } from './outcome.ts';

const da = {
  startedInTeams: 'Mødet er begyndt i Teams',
  startQuestion: 'Skal det også begynde her?',
  startedAt: (time: string) => `Mødet begyndte kl.\u00a0${time}.`,
  endedInTeams: 'Mødet i Teams er slut',
  endQuestion: 'Skal det også afsluttes her?',
  ended: 'Mødet er afsluttet.',
  movedOn: (number: string) => `Er I gået videre til punkt ${number}?`,
  plannedEnd: (number: string, time: string) =>
    `Punkt ${number} var sat til at slutte kl.\u00a0${time}. Siden er dette registreret:`,
  plannedEndOnly: (number: string, time: string) =>
    `Punkt ${number} var sat til at slutte kl.\u00a0${time}. Siden er der ikke registreret andet, der kan flyttes med.`,
  andMore: (count: number) => `… og ${count} mere, som flyttes med.`,
  opens: (number: string, next: string) =>
    `Punkt ${number} er lukket, punkt ${next} er åbent: Det, der flyttes med, bliver synligt for alle.`,
  staysBehind: (count: number, number: string) =>
    count === 1
      ? `1 registrering er for lang til at blive vist her, og bliver ved punkt ${number}.`
      : `${count} registreringer er der ikke plads til at vise her, og de bliver ved punkt ${number}.`,
  yesSince: (time: string) => ({
    title: `Ja, siden kl.\u00a0${time}`,
    tip: 'Gå videre, og flyt det, der er registreret siden, med',
  }),
  no: { title: 'Nej', tip: 'Mødet er stadig ved punktet' },
  saidYes: (name: string, time: string) => `${name} svarede ja kl.\u00a0${time}.`,
  saidNo: (name: string, time: string) => `${name} svarede nej kl.\u00a0${time}.`,
  stays: (number: string) => `Mødet bliver ved punkt ${number}.`,
  isAt: (number: string) => `Mødet er ved punkt ${number}.`,
  movedAlong: (count: number) =>
    count === 1 ? '1 registrering er flyttet med.' : `${count} registreringer er flyttet med.`,
  samePerson: (name: string, other: string) => `Er »${name}« den samme som ${other}?`,
  samePersonWhy:
    'Navnet i Teams ligner navnet i dagsordenen. Svarer du ja, gælder det, de registrerer, for den samme person.',
  yes: { title: 'Ja', tip: 'Det er den samme person' },
  notSame: { title: 'Nej', tip: 'Det er to personer' },
  linked: (name: string, other: string) => `»${name}« er nu den samme som ${other}.`,
  keptApart: (name: string, other: string) => `»${name}« og ${other} er to personer.`,
};
export type AskTexts = typeof da;

const en: AskTexts = {
  startedInTeams: 'The meeting has started in Teams',
  startQuestion: 'Should it start here too?',
  startedAt: (time) => `The meeting started at ${time}.`,
  endedInTeams: 'The meeting in Teams has ended',
  endQuestion: 'Should it end here too?',
  ended: 'The meeting has ended.',
  movedOn: (number) => `Have you moved on to item ${number}?`,
  plannedEnd: (number, time) => `Item ${number} was to end at ${time}. Since then this was recorded:`,
  plannedEndOnly: (number, time) =>
    `Item ${number} was to end at ${time}. Nothing that could be taken along was recorded since.`,
  andMore: (count) => `… and ${count} more, which are taken along.`,
  opens: (number, next) =>
    `Item ${number} is closed, item ${next} is open: what is taken along becomes visible to everyone.`,
  staysBehind: (count, number) =>
    count === 1
      ? `1 entry is too long to be shown here, and stays with item ${number}.`
      : `There is no room to show ${count} entries here, and they stay with item ${number}.`,
  yesSince: (time) => ({
    title: `Yes, since ${time}`,
    tip: 'Move on, and take along what was recorded since',
  }),
  no: { title: 'No', tip: 'The meeting is still at the item' },
  saidYes: (name, time) => `${name} answered yes at ${time}.`,
  saidNo: (name, time) => `${name} answered no at ${time}.`,
  stays: (number) => `The meeting stays at item ${number}.`,
  isAt: (number) => `The meeting is at item ${number}.`,
  movedAlong: (count) => (count === 1 ? '1 entry was taken along.' : `${count} entries were taken along.`),
  samePerson: (name, other) => `Is “${name}” the same person as ${other}?`,
  samePersonWhy:
    'The name in Teams resembles the name in the agenda. If you say yes, what they record counts as the same person’s.',
  yes: { title: 'Yes', tip: 'It is the same person' },
  notSame: { title: 'No', tip: 'They are two people' },
  linked: (name, other) => `“${name}” is now the same person as ${other}.`,
  keptApart: (name, other) => `“${name}” and ${other} are two people.`,
};

/** What those who lead and write are asked in their private chat. */
export const askTexts: Readonly<Record<Language, AskTexts>> = { da, en };
