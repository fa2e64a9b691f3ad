import type { Language } from '../outcome.ts';

/** Why the page shows no meeting. */
export type NoticeKind =
  | 'noToken'
  | 'linkUnknown'
  | 'linkTaken'
  | 'linkRevoked'
  | 'linkExpired'
  | 'notMember'
  | 'noMeeting'
  | 'noneOfYours'
  | 'noAccess'
  | 'erased'
  | 'serverAway'
  | 'noWay'
  | 'configured';

interface Notice {
  readonly title: string;
  /** What to do. */
  readonly what: string;
}

const da: Readonly<Record<NoticeKind, Notice>> = {
  noToken: {
    title: 'Teams kan ikke vise, hvem du er',
    what: 'Det sker tit, når du er gæst fra en anden organisation. Bed en referent om et adgangslink, eller tryk »Åbn i browser« på kortet i chatten.',
  },
  linkUnknown: {
    title: 'Linket virker ikke',
    what: 'Måske mangler noget af adressen. Kopiér hele linket, eller bed en referent om et nyt.',
  },
  linkTaken: {
    title: 'Linket er åbnet på en anden enhed',
    what: 'Et adgangslink gælder kun der, hvor det først blev åbnet. Brug den enhed, eller bed en referent om et nyt link.',
  },
  linkRevoked: {
    title: 'Linket er trukket tilbage',
    what: 'Bed en referent om et nyt adgangslink, hvis du stadig skal med.',
  },
  linkExpired: {
    title: 'Linket er udløbet',
    what: 'Bed en referent om et nyt adgangslink.',
  },
  notMember: {
    title: 'Mødet kan ikke vises her',
    what: 'Punkt er ikke i denne chat endnu, eller du er ikke med i den. Tilføj Punkt, eller bed en af dem, der er med, om at tilføje dig.',
  },
  noMeeting: {
    title: 'Her er ikke noget møde endnu',
    what: 'Send dagsordenen til Punkt i din private chat, og tryk »Læg i …«. Så kommer mødet frem her.',
  },
  noneOfYours: {
    title: 'Her er ingen af dine møder endnu',
    what: 'Når du har trykket eller skrevet i et møde med Punkt, står det her. Indtil da: åbn Punkt i mødets chat.',
  },
  noAccess: {
    title: 'Mødet kan ikke vises',
    what: 'Det findes ikke mere, eller du har ikke adgang til det. Åbn det fra mødets chat, eller bed en referent om et adgangslink.',
  },
  erased: {
    title: 'Mødet er slettet',
    what: 'Det findes ikke mere i Punkt. Spørg den, der har referatet, hvis du skal bruge det.',
  },
  serverAway: {
    title: 'Punkt svarer ikke',
    what: 'Vi prøver igen af os selv. Kortene i chatten virker, så snart Punkt svarer.',
  },
  noWay: {
    title: 'Åbn Punkt fra mødet',
    what: 'Denne adresse viser kun et møde, når den åbnes i Teams eller med et adgangslink. Tryk »Åbn i browser« på kortet i chatten.',
  },
  configured: {
    title: 'Punkt føjes til mødet',
    what: 'Tryk »Gem« nederst. Så får alle i chatten fanen Skrivebord.',
  },
};

const en: Readonly<Record<NoticeKind, Notice>> = {
  noToken: {
    title: 'Teams cannot show who you are',
    what: 'This is common for guests of another organisation. Ask a minute taker for an access link, or press “Open in browser” on the card in the chat.',
  },
  linkUnknown: {
    title: 'The link does not work',
    what: 'Part of the address may be missing. Copy the whole link, or ask a minute taker for a new one.',
  },
  linkTaken: {
    title: 'The link was opened on another device',
    what: 'An access link works only where it was opened first. Use that device, or ask a minute taker for a new link.',
  },
  linkRevoked: {
    title: 'The link was revoked',
    what: 'Ask a minute taker for a new access link if you still need to take part.',
  },
  linkExpired: {
    title: 'The link has expired',
    what: 'Ask a minute taker for a new access link.',
  },
  notMember: {
    title: 'The meeting cannot be shown here',
    what: 'Punkt is not in this chat yet, or you are not in it. Add Punkt, or ask one of those in the chat to add you.',
  },
  noMeeting: {
    title: 'There is no meeting here yet',
    what: 'Send Punkt the agenda in your private chat, and press “Lay in …”. The meeting will then appear here.',
  },
  noneOfYours: {
    title: 'None of your meetings is here yet',
    what: 'Once you have pressed or written something in a meeting with Punkt, it is here. Until then: open Punkt in the chat of the meeting.',
  },
  noAccess: {
    title: 'The meeting cannot be shown',
    what: 'It does not exist any more, or you have no access to it. Open it from the chat of the meeting, or ask a minute taker for an access link.',
  },
  erased: {
    title: 'The meeting is erased',
    what: 'Punkt does not have it any more. Ask whoever keeps the minutes if you need them.',
  },
  serverAway: {
    title: 'Punkt is not answering',
    what: 'We keep trying. The cards in the chat will work as soon as Punkt answers.',
  },
  noWay: {
    title: 'Open Punkt from the meeting',
    what: 'This address shows a meeting only in Teams or by an access link. Press “Open in browser” on the card in the chat.',
  },
  configured: {
    title: 'Punkt is added to the meeting',
    what: 'Press “Save” below. Everybody in the chat then gets the tab Desk.',
  },
};

/** Each with a title and what to do. */
export const noticeTexts: Readonly<Record<Language, Readonly<Record<NoticeKind, Notice>>>> = { da, en };
