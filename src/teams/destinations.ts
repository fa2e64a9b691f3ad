import type { Language } from '../meeting/agenda.ts';
import type { Person } from '../meeting/people.ts';
import { readPersonalPlace } from '../service/cardKey.ts';
import type { Conversations, Reach } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import { accountKey } from './identity.ts';
import { type Addressee, reachAlone } from './personalChat.ts';
import type { Roster } from './roster.ts';
import type { Connector } from './turn.ts';

/** Where postings go; with a person, their own chat, in their language where it is known. */
export interface Destination {
  readonly reach: Reach;
  readonly person: Person | null;
  readonly language: Language | null;
  /** Why Teams takes nothing there; null: it does. */
  readonly closed: string | null;
}

export type Found =
  | { readonly kind: 'found'; readonly destination: Destination }
  /** Not seen yet: what waits, waits for the first word from there. */
  | { readonly kind: 'unseen' }
  /** Nobody of that name was seen yet: asked again ever more seldom, for Teams limits how often a roster is read. */
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Finds the conversation of a place in the outbox; opens the chat with a person if there is none yet. */
export class Destinations {
  constructor(
    private readonly deps: {
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly connector: Connector;
      readonly roster: Roster;
      /** The language of all private cards; null: that of each person. */
      readonly language: Language | null;
    },
  ) {}

  async find(conversationId: string): Promise<Found> {
    const { conversations, connector, meetings } = this.deps;
    const place = readPersonalPlace(conversationId);
    if (!place) {
      const { reach, closed: own } = await conversations.read(conversationId);
      if (!reach) return { kind: 'unseen' };
      // A channel's meeting is held in one of its threads.
      const thread = reach.conversationId !== conversationId;
      const closed = thread ? (await conversations.read(reach.conversationId)).closed : own;
      return { kind: 'found', destination: { reach, person: null, language: null, closed } };
    }
    const { people } = await meetings.look(place.meetingId);
    const person = people[place.personId];
    const near = await this.#meetingReach(place.meetingId);
    if (!person || !near) return { kind: 'unseen' };
    const addressee = addresseeOf(person) ?? (await this.#byName(near, person));
    if (!addressee) return { kind: 'unnamed' };
    const reach = await reachAlone(conversations, connector, near, addressee);
    if ('failed' in reach) return { kind: 'failed', reason: reach.failed };
    await conversations.know(addressee.key, { meetingId: place.meetingId });
    const language = this.deps.language ?? (await conversations.personal(addressee.key)).language;
    const { closed } = await conversations.read(reach.conversationId);
    return { kind: 'found', destination: { reach, person, language, closed } };
  }

  /** Who holds a role by name alone and has not been seen: the only account of the chat with exactly that name. */
  async #byName(near: Reach, person: Person): Promise<Addressee | null> {
    const member = await this.deps.roster.onlyNamed(near, person.name);
    if (!member?.aadObjectId) return null;
    const { id: userId, tenantId } = member;
    return { key: accountKey(member.aadObjectId), userId, tenantId: tenantId ?? near.tenantId };
  }

  async #meetingReach(meetingId: string): Promise<Reach | null> {
    const conversationId = await this.deps.conversations.ofMeeting(meetingId);
    return conversationId ? (await this.deps.conversations.read(conversationId)).reach : null;
  }
}

function addresseeOf(person: Person): Addressee | null {
  const [key] = person.identities;
  return key && person.teams ? { key, ...person.teams } : null;
}
