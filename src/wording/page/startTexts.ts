import type { Language } from '../outcome.ts';

const da = {
  title: 'Prøv Punkt',
  lead: 'Vælg, hvem du er, og hvad du vil se. Åbn gerne flere på én gang: de følger hinanden.',
  who: 'Jeg er',
  meeting: 'Møde',
  roles: { chair: 'ordstyrer', coChair: 'medformand', minuteTaker: 'referent' },
  places: {
    desk: { name: 'Skrivebord', what: 'Dagsorden, referat og forslag som ét dokument' },
    panel: { name: 'Sidepanel', what: 'Ordstyrerens fjernbetjening, og deltagernes udgave' },
    stage: { name: 'Storskærm', what: 'Det, alle i lokalet ser' },
  },
  none: 'Her er ingen møder endnu. Læg en dagsorden i en chat, eller start med »npm run demo«.',
  untitled: 'Møde uden titel',
  onlyHere: 'Kun på denne maskine, i udviklingstilstand. Personerne kan vælges frit.',
};

const en: typeof da = {
  title: 'Try Punkt',
  lead: 'Choose who you are and what to see. Open several at once: they follow each other.',
  who: 'I am',
  meeting: 'Meeting',
  roles: { chair: 'chair', coChair: 'co-chair', minuteTaker: 'minute taker' },
  places: {
    desk: { name: 'Desk', what: 'Agenda, minutes and proposals as one document' },
    panel: { name: 'Side panel', what: 'The chair’s remote control, and what participants see' },
    stage: { name: 'Big screen', what: 'What everybody in the room sees' },
  },
  none: 'There are no meetings here yet. Lay an agenda in a chat, or start with “npm run demo”.',
  untitled: 'Meeting without a title',
  onlyHere: 'On this machine only, in development mode. Anybody can be chosen.',
};

/** The start page of development mode. */
export const startTexts: Readonly<Record<Language, typeof da>> = { da, en };
