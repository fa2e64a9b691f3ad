import type { Identity } from '../../meeting/people.ts';
import type { Conversations } from '../../service/conversations.ts';
import type { Documents } from '../../service/documents.ts';
import { findLink } from '../../service/linkPlaces.ts';
import type { MeetingLog } from '../../service/meetingLog.ts';
import type { Asker, Meetings } from '../../service/meetings.ts';
import type { Language } from '../../wording/outcome.ts';
import type { Caller } from '../admission.ts';
import { accountKey } from '../identity.ts';
import type { Credentials } from './authorization.ts';
import { secretHash } from './linkSecrets.ts';
import { conversationFor, type ListedMeeting, meetingsOf } from './meetingList.ts';
import { PageProblem } from './problem.ts';
import type { Account, Visits } from './visits.ts';

/** The newest of one's own meetings that are listed: for each its chat is asked whether one is still in it. */
const OWN_AT_MOST = 10;

/** Somebody in a chat, before any meeting of it is opened. */
export interface ChatVisit {
  readonly conversationId: string;
  readonly asker: Asker;
  /** With an account; null: the demo. */
  readonly caller: Caller | null;
  readonly identity: Identity | null;
}

/** What is asked of a chat and not of a meeting: which meetings it has, and laying the first agenda before it. */
export class Chats {
  constructor(
    private readonly deps: {
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly documents: Documents;
      readonly log: MeetingLog;
      readonly visits: Visits;
      readonly account: (token: string) => Promise<Account>;
      readonly demo: boolean;
    },
  ) {}

  /** @throws PageProblem for who is not in it; the same for a chat that is not known, so that nobody can try which are */
  async at(chat: string, credentials: Credentials, language: Language): Promise<ChatVisit> {
    const { conversations, visits, account, demo } = this.deps;
    const conversationId = await conversationFor(conversations, chat);
    switch (credentials.kind) {
      case 'token': {
        const proven = await account(credentials.token);
        const { reach } = await conversations.read(conversationId);
        if (!reach || reach.conversationType === 'personal') throw new PageProblem('notMember', 'noChatYet');
        const identity = await visits.identity(reach, proven);
        const caller: Caller = { identity, reach, language, personal: false };
        return { conversationId, asker: { kind: 'person', identity }, caller, identity };
      }
      case 'demo': {
        if (!demo) throw new PageProblem('signIn');
        const asker = await this.#demoAsker(conversationId, credentials.personId);
        return { conversationId, asker, caller: null, identity: null };
      }
      case 'link':
        await this.#ofLink(credentials, language);
        throw new PageProblem('notMember');
      default:
        return credentials satisfies never;
    }
  }

  /**
   * `chat` null: of who is signed in (the personal app has no chat), those that they took part in and may still see; by a
   * link the meeting that it leads to; in the demo all there are. @throws PageProblem
   */
  async list(chat: string | null, credentials: Credentials, language: Language): Promise<ListedMeeting[]> {
    if (credentials.kind === 'link') return this.#ofLink(credentials, language);
    if (chat !== null) {
      const { conversationId, identity } = await this.at(chat, credentials, language);
      return meetingsOf(this.deps, conversationId, identity);
    }
    if (credentials.kind === 'token') return this.#ownOf(credentials, language);
    if (credentials.kind !== 'demo' || !this.deps.demo) throw new PageProblem('notUnderstood');
    const listed: ListedMeeting[] = [];
    for (const { meetingId } of await this.deps.log.heads()) {
      const place = await this.deps.conversations.ofMeeting(meetingId);
      const there = place ? await meetingsOf(this.deps, place, null) : [];
      listed.push(...there.filter((one) => one.meetingId === meetingId));
    }
    return listed;
  }

  async #ownOf(
    credentials: Extract<Credentials, { kind: 'token' }>,
    language: Language,
  ): Promise<ListedMeeting[]> {
    const { account, conversations, visits } = this.deps;
    const { oid } = await account(credentials.token);
    const { meetingIds } = await conversations.personal(accountKey(oid));
    const listed = meetingIds
      .slice(-OWN_AT_MOST)
      .toReversed()
      .map(async (id) => {
        const seen = await visits.at(id, credentials, language).then(
          () => true,
          (error: unknown) => {
            if (error instanceof PageProblem) return false;
            throw error;
          },
        );
        const place = seen ? await conversations.ofMeeting(id) : undefined;
        const there = place ? await meetingsOf(this.deps, place, null) : [];
        return there.filter(({ meetingId }) => meetingId === id);
      });
    return (await Promise.all(listed)).flat();
  }

  async #ofLink(
    credentials: Extract<Credentials, { kind: 'link' }>,
    language: Language,
  ): Promise<ListedMeeting[]> {
    const { documents, visits, meetings, conversations } = this.deps;
    const found = await findLink(documents, secretHash(credentials.secret));
    if (!found) throw new PageProblem('linkUnknown');
    const { meetingId } = await visits.at(found.meetingId, credentials, language);
    const place = await conversations.ofMeeting(meetingId);
    const there = place ? await meetingsOf({ meetings, conversations }, place, null) : [];
    return there.filter((one) => one.meetingId === meetingId);
  }

  /** The person of the chat's meeting; else somebody by that name, known from another meeting. */
  async #demoAsker(conversationId: string, personId: string): Promise<Asker> {
    const { conversations, meetings, log } = this.deps;
    const { meetingId } = await conversations.read(conversationId);
    const present = meetingId ? await meetings.look(meetingId) : null;
    if (present?.people[personId]) return { kind: 'member', personId, authenticated: true };
    for (const head of await log.heads()) {
      const { people } = await meetings.look(head.meetingId);
      const person = people[personId];
      if (!person) continue;
      const key = person.identities[0] ?? `demo:${personId}`;
      const identity = { key, name: person.name, authenticated: true, userId: key, tenantId: null };
      return { kind: 'person', identity };
    }
    throw new PageProblem('signIn');
  }
}
