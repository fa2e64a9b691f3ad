import type { Language } from '../outcome.ts';

/** Why the page is not served, by the code that its program reads. */
export type AccessRefusal =
  | 'signIn'
  | 'signInAgain'
  | 'keysUnavailable'
  | 'noSuchMeeting'
  | 'notMember'
  | 'rosterUnknown'
  | 'linkUnknown'
  | 'linkRevoked'
  | 'linkExpired'
  | 'linkElsewhere'
  | 'stageOnlyShows'
  | 'onlyLeaders'
  | 'notFound'
  | 'tooFast'
  | 'foreignOrigin'
  | 'notJson'
  | 'tooLarge'
  | 'notUnderstood'
  | 'storeAway'
  | 'failed'
  | 'pageMissing'
  | 'noChatYet'
  | 'tooManyRehearsals'
  | 'notInRehearsal'
  | 'noAddress';

type Sentence = Readonly<Record<Language, string>>;

/** What the page says where it may not show or do something. */
export const accessTexts: Readonly<Record<AccessRefusal, Sentence>> = {
  signIn: {
    da: 'Log ind i Teams, eller brug dit adgangslink.',
    en: 'Sign in to Teams, or use your access link.',
  },
  signInAgain: {
    da: 'Dit login er udløbet eller gælder ikke her. Åbn siden igen.',
    en: 'Your sign-in has expired or is not valid here. Open the page again.',
  },
  keysUnavailable: {
    da: 'Dit login kan ikke kontrolleres lige nu. Prøv igen om lidt.',
    en: 'Your sign-in cannot be checked at the moment. Try again shortly.',
  },
  noSuchMeeting: {
    da: 'Mødet findes ikke, eller du er ikke med i det. Bed mødets ordstyrer eller referent om et adgangslink.',
    en: 'The meeting does not exist, or you are not part of it. Ask its chair or a minute taker for an access link.',
  },
  notMember: {
    da: 'Punkt er ikke i chatten endnu, eller du er ikke med i den. Tilføj Punkt, eller bed mødets ordstyrer eller referent om et adgangslink.',
    en: 'Punkt is not in the chat yet, or you are not in it. Add Punkt, or ask the chair or a minute taker of the meeting for an access link.',
  },
  rosterUnknown: {
    da: 'Teams svarer ikke på, hvem der er med i chatten. Prøv igen om lidt.',
    en: 'Teams does not say who is in the chat. Try again shortly.',
  },
  linkUnknown: {
    da: 'Linket gælder ikke. Bed om et nyt.',
    en: 'The link is not valid. Ask for a new one.',
  },
  linkRevoked: {
    da: 'Linket er lukket. Bed ordstyrer eller referent om et nyt.',
    en: 'The link has been revoked. Ask the chair or a minute taker for a new one.',
  },
  linkExpired: {
    da: 'Linket er udløbet. Bed ordstyrer eller referent om et nyt.',
    en: 'The link has expired. Ask the chair or a minute taker for a new one.',
  },
  linkElsewhere: {
    da: 'Linket er taget i brug på en anden enhed. Bed om et nyt.',
    en: 'The link is in use on another device. Ask for a new one.',
  },
  stageOnlyShows: {
    da: 'Storskærmen viser kun mødet. Brug din egen adgang.',
    en: 'The big screen only shows the meeting. Use your own access.',
  },
  onlyLeaders: {
    da: 'Det kan kun ordstyrer og referent se.',
    en: 'Only the chair and the minute takers can see this.',
  },
  notFound: { da: 'Det findes ikke.', en: 'It does not exist.' },
  tooFast: {
    da: 'Det går for hurtigt. Vent et øjeblik, og prøv igen.',
    en: 'That was too fast. Wait a moment, and try again.',
  },
  foreignOrigin: {
    da: 'Det kan kun gøres fra Punkts egen side.',
    en: 'This can only be done from Punkt’s own page.',
  },
  notJson: { da: 'Indholdet skal være JSON.', en: 'The body must be JSON.' },
  tooLarge: {
    da: 'Indholdet er for stort. Del det i mindre stykker.',
    en: 'The content is too large. Split it into smaller pieces.',
  },
  notUnderstood: {
    da: 'Det kan ikke forstås. Genindlæs siden, og prøv igen.',
    en: 'That is not understood. Reload the page, and try again.',
  },
  storeAway: {
    da: 'Punkt kan ikke nå sit lager lige nu. Prøv igen om lidt.',
    en: 'Punkt cannot reach its store at the moment. Try again shortly.',
  },
  failed: {
    da: 'Noget gik galt. Prøv igen om lidt.',
    en: 'Something went wrong. Try again shortly.',
  },
  pageMissing: {
    da: 'Siden er ikke bygget på denne server.',
    en: 'The page has not been built on this server.',
  },
  noChatYet: {
    da: 'Punkt kender ikke chatten endnu. Tilføj Punkt til den, og prøv igen.',
    en: 'Punkt does not know the chat yet. Add Punkt to it, and try again.',
  },
  tooManyRehearsals: {
    da: 'Der er for mange prøver i gang. Prøv igen senere.',
    en: 'Too many rehearsals are running. Try again later.',
  },
  notInRehearsal: {
    da: 'Det kan ikke gøres i en prøve. Gå tilbage til mødet.',
    en: 'That cannot be done in a rehearsal. Go back to the meeting.',
  },
  noAddress: {
    da: 'Serveren kender ikke sin egen adresse, så der kan ikke laves links.',
    en: 'The server does not know its own address, so no links can be made.',
  },
};
