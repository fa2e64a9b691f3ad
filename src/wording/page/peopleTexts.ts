import type { GrantableRole } from '../../meeting/events.ts';
import type { Language } from '../outcome.ts';

const da = {
  people: 'Deltagere',
  nobody: 'Ingen er inviteret endnu.',
  add: 'Tilføj deltager',
  addHint: 'Navn, titel, organisation',
  addDo: 'Tilføj',
  present: (count: number) => (count === 1 ? '1 inviteret' : `${count} inviterede`),
  apologies: 'Afbud',
  guest: 'Gæst',
  apologiesOf: (name: string) => `Afbud fra ${name}`,
  guestOf: (name: string) => `${name} er gæst`,
  correct: (name: string) => `Ret ${name}`,
  name: 'Navn',
  nameMissing: 'Skriv et navn.',
  title: 'Titel',
  organisation: 'Organisation',
  remove: 'Fjern fra listen',
  removed: (name: string) => `${name} er ikke længere inviteret`,
  namedChair: 'Nævnt som ordstyrer',
  namedMinuteTaker: 'Nævnt som referent',
  others: 'Andre i mødet',
  invite: (name: string) => `Invitér ${name}`,
  inviteDo: 'Invitér',
  // Roles
  roles: 'Roller',
  role: { chair: 'Ordstyrer', coChair: 'Medformand', minuteTaker: 'Referent' } satisfies Record<
    GrantableRole,
    string
  >,
  noHolder: 'Ingen endnu',
  namedOnly: (names: string) => `Dagsordenen nævner ${names}`,
  claim: {
    chair: 'Jeg er ordstyrer',
    coChair: 'Jeg er medformand',
    minuteTaker: 'Jeg er referent',
  } satisfies Record<GrantableRole, string>,
  appoint: {
    chair: 'Udpeg ordstyrer',
    coChair: 'Udpeg medformand',
    minuteTaker: 'Udpeg referent',
  } satisfies Record<GrantableRole, string>,
  appointHint: 'Vælg en person',
  contest: 'Det er ikke rigtigt',
  contestOf: (name: string, role: string) => `Det er ikke rigtigt, at ${name} er ${role.toLowerCase()}`,
};
export type PeopleTexts = typeof da;

const en: PeopleTexts = {
  people: 'Participants',
  nobody: 'Nobody is invited yet.',
  add: 'Add participant',
  addHint: 'Name, title, organisation',
  addDo: 'Add',
  present: (count) => (count === 1 ? '1 invited' : `${count} invited`),
  apologies: 'Apologies',
  guest: 'Guest',
  apologiesOf: (name) => `Apologies from ${name}`,
  guestOf: (name) => `${name} is a guest`,
  correct: (name) => `Correct ${name}`,
  name: 'Name',
  nameMissing: 'Write a name.',
  title: 'Title',
  organisation: 'Organisation',
  remove: 'Take off the list',
  removed: (name) => `${name} is no longer invited`,
  namedChair: 'Named as chair',
  namedMinuteTaker: 'Named as minute taker',
  others: 'Others in the meeting',
  invite: (name) => `Invite ${name}`,
  inviteDo: 'Invite',
  roles: 'Roles',
  role: { chair: 'Chair', coChair: 'Co-chair', minuteTaker: 'Minute taker' },
  noHolder: 'Nobody yet',
  namedOnly: (names) => `The agenda names ${names}`,
  claim: { chair: 'I am the chair', coChair: 'I am the co-chair', minuteTaker: 'I take minutes' },
  appoint: { chair: 'Appoint chair', coChair: 'Appoint co-chair', minuteTaker: 'Appoint minute taker' },
  appointHint: 'Choose a person',
  contest: 'That is not right',
  contestOf: (name, role) => `It is not right that ${name} is ${role.toLowerCase()}`,
};

/** Participants and roles of a meeting that is prepared. */
export const peopleTexts: Readonly<Record<Language, PeopleTexts>> = { da, en };
