import type { Language } from '../outcome.ts';

/** Why a document that was dropped on the page is not laid before the meeting. */
export type UploadRefusal =
  | 'alreadyThere'
  | 'onlyLeaders'
  | 'notMember'
  | 'rosterUnknown'
  | 'notSaved'
  | 'anotherMeeting'
  | 'tooMany';

export const uploadTexts: Readonly<Record<UploadRefusal, Readonly<Record<Language, string>>>> = {
  alreadyThere: {
    da: 'Det dokument er allerede lagt frem for mødet.',
    en: 'That document has been laid before the meeting already.',
  },
  onlyLeaders: {
    da: 'Kun ordstyrer og referent kan lægge en dagsorden frem. Send dokumentet til en af dem.',
    en: 'Only the chair and the minute takers can lay an agenda before the meeting. Send the document to one of them.',
  },
  notMember: {
    da: 'Du er ikke med i mødets chat, så dagsordenen er ikke lagt frem.',
    en: 'You are not in the chat of the meeting, so the agenda was not laid before it.',
  },
  rosterUnknown: {
    da: 'Teams svarer ikke på, hvem der er med i chatten, så der er ikke lagt noget frem. Prøv igen om et øjeblik.',
    en: 'Teams does not say who is in the chat, so nothing was laid before the meeting. Try again in a moment.',
  },
  notSaved: {
    da: 'Ikke gemt – prøv igen om et øjeblik.',
    en: 'Not saved – try again in a moment.',
  },
  anotherMeeting: {
    da: 'Chatten holder et andet møde nu. Åbn det, og læg dokumentet dér.',
    en: 'The chat has another meeting now. Open that one, and drop the document there.',
  },
  tooMany: {
    da: 'Der læses for mange dokumenter lige nu. Prøv igen om et øjeblik.',
    en: 'Too many documents are being read. Try again in a moment.',
  },
};
