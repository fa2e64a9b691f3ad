/**
 * A card (or text) that ought to stand in a conversation and show a meeting as of at least `version`.
 * The same `key` is the same card: the first wish posts it, later ones edit it. What it says is rendered when it is
 * sent, from the meeting's state then, so that ten wishes for one card become one edit.
 */
export interface Wish {
  readonly conversationId: string;
  readonly key: string;
  readonly meetingId: string;
  readonly version: number;
  /** Which card: plain JSON, parsed by who renders it. */
  readonly card: unknown;
  /** Until then it is not posted (ms since the epoch); one that stands there already is edited all the same. */
  readonly notBefore?: number;
}

/** What the outbox knows of one card. */
export interface Posting {
  readonly conversationId: string;
  readonly key: string;
  readonly meetingId: string;
  readonly card: unknown;
  /** Rises over all cards of a conversation: cards are posted in this order. */
  readonly order: number;
  readonly wantedVersion: number;
  /** Version that the chat shows, null until it was posted. */
  readonly shownVersion: number | null;
  /** Teams' activity id, null until the POST was answered. */
  readonly activityId: string | null;
  readonly attempts: number;
  /** Milliseconds since the epoch before which it is not sent: after a failure, or so soon after its last edit. */
  readonly notBefore: number;
  /** Why it is given up (an operator can see it), else null. */
  readonly dead: string | null;
}

/**
 * What is to be sent, stored before it is sent. A posting *waits* while it is not dead and its `shownVersion` is null
 * or below `wantedVersion`. Only the holder of a conversation's lease sends there, so that two processes on one store
 * never post one card twice.
 */
export interface Outbox {
  /** Durable when resolved. A known key keeps its order and activity id and gets the higher version; `dead` is lifted. */
  want(wishes: readonly Wish[]): Promise<void>;
  /** Conversations that have a posting waiting and due at `now` (ms since the epoch). */
  waiting(now: number): Promise<string[]>;
  /** The waiting postings of a conversation that are due, by `order`. */
  due(conversationId: string, now: number): Promise<Posting[]>;
  find(conversationId: string, key: string): Promise<Posting | undefined>;
  /** Every posting of a conversation, by `order`. */
  list(conversationId: string): Promise<Posting[]>;
  /**
   * Takes or renews the right to send in a conversation until `until` (ms, within a minute); false while another owner's
   * is valid.
   */
  lease(conversationId: string, owner: string, now: number, until: number): Promise<boolean>;
  /** Gives the lease back; no error if it is another's. */
  release(conversationId: string, owner: string): Promise<void>;
  /**
   * It was posted or edited and shows `version`; attempts start again at 0. What is wished of it next is not due before
   * `notBefore` (ms; default: at once), in whatever process.
   */
  delivered(
    conversationId: string,
    key: string,
    activityId: string,
    version: number,
    notBefore?: number,
  ): Promise<void>;
  /** It was not sent: one attempt more, next try at `notBefore`; with `dead` it is given up. */
  failed(conversationId: string, key: string, notBefore: number, dead?: string): Promise<void>;
  /** Lifts a posting from the dead: due at once, its attempts counted anew. Any other is left as it is. */
  revive(conversationId: string, key: string): Promise<void>;
  /**
   * A message of it turned up in Teams, by a tap on it: from now on it is the card, and edited soon to what is wished.
   * Only where the outbox still knows it under `instead` (null: its POST was never answered).
   */
  adopt(conversationId: string, key: string, activityId: string, instead: string | null): Promise<void>;
  /** Forgets the activity id (the message is gone in Teams), so that it is posted anew. */
  forget(conversationId: string, key: string): Promise<void>;
  /**
   * Every posting of all conversations, or of one meeting, in any order, read in pages. Expensive: for copying and
   * erasing only.
   */
  postings(meetingId?: string): AsyncIterable<Posting>;
  /** Writes a posting of another store as it was there, over what is here; later cards get a higher order. */
  restore(posting: Posting): Promise<void>;
  /**
   * Removes postings of a conversation; where none is left, nothing of the conversation remains. Removing what is not
   * there is no error.
   */
  remove(conversationId: string, keys: readonly string[]): Promise<void>;
}
