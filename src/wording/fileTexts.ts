import type { Language } from './outcome.ts';

const da = {
  about: (name: string, sentence: string) => `»${name}«: ${sentence}`,
  nameless: 'filen',
  foreignHost:
    'Filen ligger ikke hos Microsoft og bliver ikke hentet. Læg selve filen i chatten, ikke et link.',
  unreachable: 'Filen kunne ikke hentes fra Teams. Læg den i chatten igen.',
  tooSlow: 'Det tog for lang tid at hente filen. Læg den i chatten igen om lidt.',
  failed: 'Noget gik galt, da filen blev læst. Læg den i chatten igen, eller send dagsordenen som ren tekst.',
  tooMany: (most: number) => `Jeg læser højst ${most} filer ad gangen. Læg resten i chatten bagefter.`,
  mustSignIn: 'Jeg læser kun filer fra personer, der er logget ind i Teams.',
  // Where it belongs
  where: 'Hvilken chat holdes mødet i?',
  nowhere: 'Jeg kender ingen chat, som vi begge er med i. Føj Punkt til mødets chat, og tryk så »Prøv igen«.',
  tryAgain: { title: 'Prøv igen', tip: 'Se efter chatten igen' },
  placeIn: (chat: string) => ({ title: `Læg i »${chat}«`, tip: `Læg dagsordenen i »${chat}«` }),
  place: { title: 'Læg i chatten', tip: 'Læg dagsordenen i den valgte chat' },
  chooseChat: 'Vælg chatten',
  chooseNewestChat: 'Vælg chatten (de nyeste)',
  chatOf: (names: string) => `Chat med ${names}`,
  unnamedChat: 'Chat uden navn',
  // What became of it
  placedInTime: (chat: string, when: string) =>
    `Lagt i »${chat}«. Kortet kommer i den chat den ${when}, eller når nogen dér skriver til Punkt. Tryk da »Brug dagsordenen«.`,
  placed: (chat: string) => `Lagt i »${chat}«. Tryk »Brug dagsordenen« på kortet i den chat.`,
  youWrite: 'Du er referent, indtil andet aftales.',
  alreadyThere: (chat: string) => `Den fil ligger allerede i »${chat}«.`,
  onlyLeaders: (chat: string) =>
    `Kun ordstyrer og referent kan lægge en dagsorden i »${chat}«. Send filen til en af dem.`,
  notMember: 'Du er ikke med i den chat, så dagsordenen er ikke lagt i den.',
  rosterUnknown:
    'Jeg kan ikke slå dig op i Teams lige nu, så der er ikke lagt noget. Prøv igen om et øjeblik.',
  chooseFirst: 'Vælg først en chat på listen.',
  notSaved: 'Ikke gemt – prøv igen om et øjeblik. Filen er ikke gået tabt.',
  fileGone: 'Jeg har ikke filen længere. Læg den i chatten igen.',
};
export type FileTexts = typeof da;

const en: FileTexts = {
  about: (name, sentence) => `“${name}”: ${sentence}`,
  nameless: 'the file',
  foreignHost:
    'The file does not lie with Microsoft and is not fetched. Drop the file itself here, not a link.',
  unreachable: 'The file could not be fetched from Teams. Drop it here again.',
  tooSlow: 'It took too long to fetch the file. Drop it here again in a while.',
  failed:
    'Something went wrong when the file was read. Drop it here again, or send the agenda as plain text.',
  tooMany: (most) => `I read at most ${most} files at a time. Drop the others here afterwards.`,
  mustSignIn: 'I only read files from people who are signed in to Teams.',
  where: 'In which chat is the meeting held?',
  nowhere:
    'I know of no chat that we are both in. Add Punkt to the chat of the meeting, then press “Try again”.',
  tryAgain: { title: 'Try again', tip: 'Look for the chat again' },
  placeIn: (chat) => ({ title: `Put in “${chat}”`, tip: `Put the agenda in “${chat}”` }),
  place: { title: 'Put in the chat', tip: 'Put the agenda in the chosen chat' },
  chooseChat: 'Choose the chat',
  chooseNewestChat: 'Choose the chat (the newest ones)',
  chatOf: (names) => `Chat with ${names}`,
  unnamedChat: 'Chat without a name',
  placedInTime: (chat, when) =>
    `Put in “${chat}”. The card comes to that chat on ${when}, or when somebody there writes to Punkt. Then press “Use the agenda”.`,
  placed: (chat) => `Put in “${chat}”. Press “Use the agenda” on the card in that chat.`,
  youWrite: 'You take the minutes until something else is agreed.',
  alreadyThere: (chat) => `That file lies in “${chat}” already.`,
  onlyLeaders: (chat) =>
    `Only the chair and the minute takers can put an agenda in “${chat}”. Send the file to one of them.`,
  notMember: 'You are not in that chat, so the agenda was not put there.',
  rosterUnknown: 'I cannot look you up in Teams right now, so nothing was put there. Try again in a moment.',
  chooseFirst: 'First choose a chat in the list.',
  notSaved: 'Not saved – try again in a moment. The file is not lost.',
  fileGone: 'I do not have the file any more. Drop it here again.',
};

/** What Punkt says about a file that somebody dropped in their chat with it. */
export const fileTexts: Readonly<Record<Language, FileTexts>> = { da, en };
