import { type Identity, nameKey } from '../meeting/people.ts';
import type { Clock } from '../service/clock.ts';
import type { Reach } from '../service/conversations.ts';
import type { Connector, RosterMember } from './turn.ts';

/** How long Teams' word on who is in a conversation is believed. Meeting roles are never taken from it. */
const BELIEVED_FOR_MS = 5 * 60_000;
/** The same for the page, by which somebody who was taken out of the chat would go on reading. */
const BELIEVED_BY_THE_PAGE_MS = 60_000;
/** Who is missing in a list as old as this may have joined since. */
const JOINED_WITHIN_MS = 5_000;
/** What is remembered at most; older words go first. */
const REMEMBERED = 1_000;

export type Membership = 'member' | 'absent' | 'unknown';

interface Believed<T> {
  readonly until: number;
  readonly word: T;
}

/** Whether somebody is in a conversation, by its roster. */
export class Roster {
  readonly #known = new Map<string, Believed<'member'>>();
  readonly #lists = new Map<string, Believed<Promise<readonly RosterMember[] | 'unknown'>>>();

  constructor(
    private readonly connector: Connector,
    private readonly clock: Clock,
    /** What counts where Teams gives no word: production is told so, a development client may have no roster. */
    private readonly withoutWord: Membership,
  ) {}

  async membership(reach: Reach, identity: Identity): Promise<Membership> {
    const key = `${reach.conversationId} ${identity.key}`;
    if (believed(this.#known, key, this.clock.now())) return 'member';
    const member = await this.connector.member(reach, identity.userId);
    if (member === 'absent') return 'absent';
    if (member === 'unknown') return this.withoutWord;
    // An account that the roster does not know is no account, whatever the activity says.
    if (!member.aadObjectId && this.withoutWord !== 'member') return 'absent';
    remember(this.#known, key, { until: this.clock.now() + BELIEVED_FOR_MS, word: 'member' });
    return 'member';
  }

  /** Like `membership`; `several` where others in the conversation bear the same name. */
  async namedAlone(reach: Reach, identity: Identity): Promise<Membership | 'several'> {
    const members = await this.#list(reach);
    if (members === 'unknown') return this.withoutWord;
    if (!members.some((member) => member.id === identity.userId && member.aadObjectId)) {
      // Joined since the list was read, perhaps.
      return this.membership(reach, identity);
    }
    const name = nameKey(identity.name);
    return members.filter((member) => nameKey(member.name) === name).length > 1 ? 'several' : 'member';
  }

  /** The account with that object id, of a list that is at most a minute old: the page is not told who comes and goes. */
  async account(reach: Reach, oid: string): Promise<RosterMember | 'absent' | 'unknown'> {
    for (const atMostMs of [BELIEVED_BY_THE_PAGE_MS, JOINED_WITHIN_MS]) {
      const members = await this.#list(reach, atMostMs);
      if (members === 'unknown') return 'unknown';
      const found = members.find((member) => member.aadObjectId?.toLowerCase() === oid.toLowerCase());
      if (found) return found;
    }
    return 'absent';
  }

  /** The only account of the conversation with exactly that name. */
  async onlyNamed(reach: Reach, name: string): Promise<RosterMember | null> {
    const members = await this.#list(reach);
    if (members === 'unknown') return null;
    const [only, another] = members.filter((member) => nameKey(member.name) === nameKey(name));
    return only?.aadObjectId && !another ? only : null;
  }

  /** The names of everybody there; none where Teams gives no word. */
  async names(reach: Reach): Promise<string[]> {
    const members = await this.#list(reach);
    return members === 'unknown' ? [] : members.map(({ name }) => name).filter((name) => name !== '');
  }

  #list(reach: Reach, atMostMs = BELIEVED_FOR_MS): Promise<readonly RosterMember[] | 'unknown'> {
    const aged = this.clock.now() + BELIEVED_FOR_MS - atMostMs;
    const known = believed(this.#lists, reach.conversationId, aged);
    if (known) return known;
    const list = this.connector.members(reach);
    remember(this.#lists, reach.conversationId, { until: this.clock.now() + BELIEVED_FOR_MS, word: list });
    // What failed is asked again the next time.
    void list.then((members) => {
      if (members === 'unknown') this.#lists.delete(reach.conversationId);
    });
    return list;
  }
}

function believed<T>(words: Map<string, Believed<T>>, key: string, now: number): T | undefined {
  const known = words.get(key);
  return known && known.until > now ? known.word : undefined;
}

function remember<T>(words: Map<string, Believed<T>>, key: string, word: Believed<T>): void {
  words.delete(key);
  words.set(key, word);
  for (const oldest of words.keys()) {
    if (words.size <= REMEMBERED) break;
    words.delete(oldest);
  }
}
