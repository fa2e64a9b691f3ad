import type { Identity } from '../meeting/people.ts';
import type { Clock } from '../service/clock.ts';
import type { Reach } from '../service/conversations.ts';
import type { Connector } from './turn.ts';

/** How long Teams' word on who is in a conversation is believed. Meeting roles are never taken from it. */
const BELIEVED_FOR_MS = 5 * 60_000;

export type Membership = 'member' | 'absent' | 'unknown';

/** Whether somebody is in a conversation, by its roster. */
export class Roster {
  readonly #known = new Map<string, number>();

  constructor(
    private readonly connector: Connector,
    private readonly clock: Clock,
    /** What counts where Teams gives no word: production is told so, a development client may have no roster. */
    private readonly withoutWord: Membership,
  ) {}

  async membership(reach: Reach, identity: Identity): Promise<Membership> {
    const key = `${reach.conversationId} ${identity.key}`;
    const until = this.#known.get(key) ?? 0;
    if (until > this.clock.now()) return 'member';
    const member = await this.connector.member(reach, identity.userId);
    if (member === 'absent') return 'absent';
    if (member === 'unknown') return this.withoutWord;
    // An account that the roster does not know is no account, whatever the activity says.
    if (!member.aadObjectId) return 'absent';
    this.#known.set(key, this.clock.now() + BELIEVED_FOR_MS);
    return 'member';
  }
}
