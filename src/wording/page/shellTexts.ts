import type { Language } from '../outcome.ts';

const da = {
  noScript: 'Punkt skal bruge JavaScript. Slå det til i browseren, og hent siden igen.',
  loading: 'Henter mødet …',
  offline: 'Ikke forbundet – det, du skriver, bliver gemt her og sendt bagefter.',
  connecting: 'Forbinder igen …',
  unsent: (count: number) =>
    count === 1 ? '1 ændring venter på at blive sendt' : `${count} ændringer venter på at blive sendt`,
  backOnline: 'Forbundet igen.',
  tryAgain: 'Prøv igen',
  rehearsal: 'Prøve – intet gemmes eller sendes',
  endRehearsal: 'Afslut prøven',
  partFailed: 'Denne del af siden kunne ikke vises. Det, du har skrevet, er gemt. Hent siden igen.',
  reload: 'Hent siden igen',
  theme: 'Udseende',
  themes: { system: 'Som systemet', light: 'Lyst', dark: 'Mørkt', contrast: 'Høj kontrast' },
  views: { before: 'Forberedelse', desk: 'Møde', after: 'Referat' },
  viewsLabel: 'Dele af skrivebordet',
  chooseMeeting: 'Vælg mødet',
  chooseMeetingLead: 'Der er flere møder i denne chat.',
  meetingStates: {
    none: 'Ingen dagsorden endnu',
    planned: 'Planlagt',
    running: 'I gang',
    paused: 'Pause',
    adjourned: 'Afsluttet',
    approved: 'Referat godkendt',
  },
  untitled: 'Møde uden titel',
  deskTab: 'Skrivebord',
  notDone: (sentence: string) => `Noget, du skrev, kunne ikke gemmes. ${sentence}`.trim(),
  yourText: 'Din tekst',
  understood: 'Forstået',
};

const en: typeof da = {
  noScript: 'Punkt needs JavaScript. Turn it on in the browser, and reload the page.',
  loading: 'Getting the meeting …',
  offline: 'Not connected – what you write is kept here and sent afterwards.',
  connecting: 'Reconnecting …',
  unsent: (count: number) =>
    count === 1 ? '1 change is waiting to be sent' : `${count} changes are waiting to be sent`,
  backOnline: 'Connected again.',
  tryAgain: 'Try again',
  rehearsal: 'Rehearsal – nothing is kept or sent',
  endRehearsal: 'End the rehearsal',
  partFailed: 'This part of the page could not be shown. What you wrote is kept. Reload the page.',
  reload: 'Reload the page',
  theme: 'Appearance',
  themes: { system: 'Same as system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  views: { before: 'Preparation', desk: 'Meeting', after: 'Minutes' },
  viewsLabel: 'Parts of the desk',
  chooseMeeting: 'Choose the meeting',
  chooseMeetingLead: 'There are several meetings in this chat.',
  meetingStates: {
    none: 'No agenda yet',
    planned: 'Planned',
    running: 'In progress',
    paused: 'Break',
    adjourned: 'Ended',
    approved: 'Minutes approved',
  },
  untitled: 'Meeting without a title',
  deskTab: 'Desk',
  notDone: (sentence: string) => `Something that you wrote could not be kept. ${sentence}`.trim(),
  yourText: 'Your text',
  understood: 'Understood',
};

/** What the page says around its places: connection, choice of meeting, appearance. */
export const shellTexts: Readonly<Record<Language, typeof da>> = { da, en };
