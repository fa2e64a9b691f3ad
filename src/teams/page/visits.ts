import { createHash } from 'node:crypto';
import { type Identity, identify, type People } from '../../meeting/people.ts';
import type { Meeting, MeetingState } from '../../meeting/state.ts';
import type { Conversations, Reach } from '../../service/conversations.ts';
import type { Meetings } from '../../service/meetings.ts';
import type { Language } from '../../wording/outcome.ts';
import type { Caller } from '../admission.ts';
import { accountKey } from '../identity.ts';
import { apart, linkingOf } from '../linking.ts';
import type { Roster } from '../roster.ts';
import { linkOver, linkWith } from './accessLinks.ts';
import type { Credentials } from './authorization.ts';
import { deviceHash, sameHash, secretHash } from './linkSecrets.ts';
import { PageProblem } from './problem.ts';
import type { MeetingPlace, Standing, Visit } from './visit.ts';

/** An account that Teams' sign-in has proven. */
export interface Account {
  readonly oid: string;
  readonly tenantId: string;
  /** When the token expires (ms since the epoch). */
  readonly until: number;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** Lets people in to a meeting: by their account and the roster, by a link, or in development by a chosen name. */
export class Visits {
  constructor(
    private readonly deps: {
      readonly conversations: Conversations;
      readonly roster: Roster;
      /** The meetings of the store. */
      readonly home: Meetings;
      readonly now: () => number;
      /** Where a meeting lives for who comes with that key; null: nowhere. */
      readonly placeOf: (meetingId: string, key: string) => MeetingPlace | null;
      /** Of a rehearsal the meeting that is tried, whose chat and links count; of every other meeting itself. */
      readonly originalOf: (meetingId: string) => string;
      /** @throws PageProblem for a token that is not good. */
      readonly account: (token: string) => Promise<Account>;
      /** Development without a bot, on this machine. */
      readonly demo: boolean;
    },
  ) {}

  /** @throws PageProblem */
  async at(meetingId: string, credentials: Credentials, language: Language): Promise<Visit> {
    switch (credentials.kind) {
      case 'token':
        return this.#byAccount(meetingId, credentials.token, language);
      case 'link':
        return this.#byLink(meetingId, credentials, language);
      case 'demo':
        return this.#byDemo(meetingId, credentials.personId, language);
      default:
        return credentials satisfies never;
    }
  }

  /** The account behind a token as the roster of a conversation knows it. @throws PageProblem */
  async identity(reach: Reach, account: Account): Promise<Identity> {
    const member = await this.deps.roster.account(reach, account.oid);
    if (member === 'absent') throw new PageProblem('notMember');
    if (member === 'unknown') throw new PageProblem('rosterUnknown');
    return {
      key: accountKey(account.oid),
      name: member.name.trim(),
      authenticated: true,
      userId: member.id,
      // The conversation's, as an activity of it names it.
      tenantId: reach.tenantId ?? account.tenantId,
    };
  }

  async #byAccount(meetingId: string, token: string, language: Language): Promise<Visit> {
    const { conversations, roster, placeOf, originalOf, account } = this.deps;
    const proven = await account(token);
    const key = digest(accountKey(proven.oid));
    const place = placeOf(meetingId, key);
    const held = place && (await conversations.ofMeeting(originalOf(meetingId)));
    const reach = held ? (await conversations.read(held)).reach : null;
    // Of a meeting that is not theirs, not even that it is there.
    if (!place || !reach) throw new PageProblem('noSuchMeeting');
    const identity = await this.identity(reach, proven).catch((error: unknown) => {
      if (error instanceof PageProblem && error.code === 'notMember')
        throw new PageProblem('noSuchMeeting', error.reason);
      throw error;
    });
    const caller: Caller = { identity, reach, language, personal: false };
    const { state, people } = await place.meetings.look(meetingId);
    const alone = state.status !== 'none' && (await mustBeApart(roster, state, people, caller));
    return {
      meetingId,
      place,
      language,
      key,
      asker: { kind: 'person', identity },
      caller,
      until: proven.until,
      standing: (_meeting, known) => standingOf(known, identity, key, alone),
      stillMember: async () => (await roster.account(reach, proven.oid)) !== 'absent',
    };
  }

  async #byLink(
    meetingId: string,
    { secret, device }: Extract<Credentials, { kind: 'link' }>,
    language: Language,
  ): Promise<Visit> {
    const { home, placeOf, originalOf, now } = this.deps;
    const hash = secretHash(secret);
    const original = originalOf(meetingId);
    const { state } = await home.look(original);
    const link = state.status === 'none' ? undefined : linkWith(state, hash);
    if (state.status === 'none' || !link) throw new PageProblem('linkUnknown');
    const over = linkOver(state, link, now());
    if (over) throw new PageProblem(GONE[over]);
    if (link.deviceHash === null) throw new PageProblem('linkUnknown');
    if (!sameHash(link.deviceHash, deviceHash(device))) throw new PageProblem('linkElsewhere');
    const { personId, authenticated } = link;
    const key = personId ?? `stage:${link.id}`;
    const place = placeOf(meetingId, key);
    if (!place) throw new PageProblem('noSuchMeeting');
    return {
      meetingId,
      place,
      language,
      key,
      asker: personId === null ? null : { kind: 'member', personId, authenticated },
      caller: null,
      until: null,
      standing: (meeting, people) => {
        const known = linkWith(meeting, hash);
        const why = known ? linkOver(meeting, known, now()) : 'revoked';
        if (why) return { kind: 'gone', why };
        return personId === null ? { kind: 'stage' } : memberOf(people, personId, authenticated);
      },
      stillMember: async () => true,
    };
  }

  async #byDemo(meetingId: string, personId: string, language: Language): Promise<Visit> {
    if (!this.deps.demo) throw new PageProblem('signIn');
    const place = this.deps.placeOf(meetingId, personId);
    const look = await place?.meetings.look(meetingId);
    if (!place || !look || look.state.status === 'none' || !look.people[personId])
      throw new PageProblem('noSuchMeeting');
    return {
      meetingId,
      place,
      language,
      key: personId,
      asker: { kind: 'member', personId, authenticated: true },
      caller: null,
      until: null,
      standing: (_meeting, people) => memberOf(people, personId, true),
      stillMember: async () => true,
    };
  }
}

/** A person of the meeting; gone where they were erased from it. */
export function memberOf(people: People, personId: string, authenticated: boolean): Standing {
  const person = people[personId];
  if (!person) return { kind: 'gone', why: 'revoked' };
  const by = { kind: 'person', personId } as const;
  return { kind: 'person', person, people, acting: { by, authenticated } };
}

/** Who is new is known by a fixed id until they do something. */
function standingOf(known: People, identity: Identity, key: string, alone: boolean): Standing {
  const newId = () => key;
  const before = alone ? apart(known, identity, newId) : known;
  const { person, people } = identify(before, identity, newId);
  const by = { kind: 'person', personId: person.id } as const;
  return { kind: 'person', person, people, acting: { by, authenticated: true } };
}

/** Whether a name alone must not make the account somebody of the agenda; a roster that is silent says no more. */
async function mustBeApart(roster: Roster, state: Meeting, people: People, caller: Caller): Promise<boolean> {
  return (await linkingOf(roster, state, people, caller)).kind !== 'asNamed';
}

/** The meeting of a visit as it is now, and where the visitor stands in it. @throws PageProblem */
export async function lookFrom(
  visit: Visit,
): Promise<{ meeting: Meeting; people: People; standing: Exclude<Standing, { kind: 'gone' }> }> {
  const { state, people } = await visit.place.meetings.look(visit.meetingId);
  return standingIn(visit, state, people);
}

/** The same on a state at hand. @throws PageProblem */
export function standingIn(visit: Visit, state: MeetingState, people: People) {
  if (state.status === 'none') throw new PageProblem('noSuchMeeting');
  const standing = visit.standing(state, people);
  if (standing.kind === 'gone') throw new PageProblem(GONE[standing.why]);
  return { meeting: state, people, standing };
}

const GONE = {
  revoked: 'linkRevoked',
  expired: 'linkExpired',
  erased: 'noSuchMeeting',
  notMember: 'notMember',
} as const;
