import type { Outbox, Posting } from '../../service/outbox.ts';
import { isHeldByOther, type Lease } from '../lease.ts';
import {
  adoptedNow,
  deliveredNow,
  failedNow,
  forgottenNow,
  isWaiting,
  newPosting,
  parsePosting,
  revivedNow,
  wishedAgain,
} from '../posting.ts';
import type { Environment } from './environment.ts';
import { AFTER_LAST_PART, FIRST_PART, keyPart } from './keyPart.ts';

interface Waiting {
  readonly conversationId: string;
  readonly key: string;
  readonly notBefore: number;
}

/** Postings that are read in one step when all are gone through. */
const PAGE = 500;

/** Postings under [conversation, key], and an index under [conversation, order] that holds only what waits. */
export function embeddedOutbox(environment: Environment): Outbox {
  const postings = environment.table<unknown, [conversation: string, key: string]>('postings');
  const waiting = environment.table<Waiting, [conversation: string, order: number]>('waiting');
  const lastOrders = environment.table<number, [conversation: string]>('lastOrders');
  const leases = environment.table<Lease, [conversation: string]>('leases');

  function get(conversationId: string, key: string): Posting | undefined {
    const stored = postings.get([keyPart(conversationId), keyPart(key)]);
    return stored === undefined ? undefined : parsePosting(stored);
  }

  function put(posting: Posting): void {
    const { conversationId, key, order, notBefore } = posting;
    const conversation = keyPart(conversationId);
    postings.putSync([conversation, keyPart(key)], posting);
    if (isWaiting(posting)) waiting.putSync([conversation, order], { conversationId, key, notBefore });
    else waiting.removeSync([conversation, order]);
  }

  function nextOrder(conversationId: string): number {
    const conversation = keyPart(conversationId);
    const order = (lastOrders.get([conversation]) ?? 0) + 1;
    lastOrders.putSync([conversation], order);
    return order;
  }

  /** Changes one posting as one step; a card that nobody wished is left alone. */
  async function change(
    conversationId: string,
    key: string,
    next: (posting: Posting) => Posting,
  ): Promise<void> {
    await environment.transaction(() => {
      const posting = get(conversationId, key);
      if (posting) put(next(posting));
    });
  }

  return {
    async want(wishes) {
      if (wishes.length === 0) return;
      // A card that is not JSON fails here, before anything is written.
      JSON.stringify(wishes);
      await environment.transaction(() => {
        for (const wish of wishes) {
          const known = get(wish.conversationId, wish.key);
          put(known ? wishedAgain(known, wish) : newPosting(wish, nextOrder(wish.conversationId)));
        }
      });
    },

    async waiting(now) {
      const conversations = new Set<string>();
      environment.read(() => {
        for (const { value } of waiting.getRange()) {
          if (value.notBefore <= now) conversations.add(value.conversationId);
        }
      });
      return [...conversations];
    },

    async due(conversationId, now) {
      const conversation = keyPart(conversationId);
      const range = { start: [conversation, 0], end: [conversation, Number.MAX_SAFE_INTEGER] };
      return environment.read(() =>
        Array.from(waiting.getRange(range), ({ value }) => value)
          .filter(({ notBefore }) => notBefore <= now)
          .flatMap(({ key }) => get(conversationId, key) ?? []),
      );
    },

    async find(conversationId, key) {
      return environment.read(() => get(conversationId, key));
    },

    async list(conversationId) {
      const conversation = keyPart(conversationId);
      const range = { start: [conversation, FIRST_PART], end: [conversation, AFTER_LAST_PART] };
      const found = environment.read(() =>
        Array.from(postings.getRange(range), ({ value }) => parsePosting(value)),
      );
      return found.sort((a, b) => a.order - b.order);
    },

    async lease(conversationId, owner, now, until) {
      const key: [string] = [keyPart(conversationId)];
      return environment.transaction(() => {
        const held = leases.get(key);
        if (held && isHeldByOther(held, owner, now)) return false;
        leases.putSync(key, { owner, until });
        return true;
      });
    },

    async release(conversationId, owner) {
      const key: [string] = [keyPart(conversationId)];
      await environment.transaction(() => {
        if (leases.get(key)?.owner === owner) leases.removeSync(key);
      });
    },

    delivered: (conversationId, key, activityId, version, notBefore = 0) =>
      change(conversationId, key, (posting) => deliveredNow(posting, activityId, version, notBefore)),

    failed: (conversationId, key, notBefore, dead) =>
      change(conversationId, key, (posting) => failedNow(posting, notBefore, dead)),

    revive: (conversationId, key) => change(conversationId, key, revivedNow),

    adopt: (conversationId, key, activityId, instead) =>
      change(conversationId, key, (posting) => adoptedNow(posting, activityId, instead)),

    forget: (conversationId, key) => change(conversationId, key, forgottenNow),

    async *postings(meetingId) {
      let start: [string, string] = [FIRST_PART, FIRST_PART];
      for (;;) {
        const page = environment.read(() => Array.from(postings.getRange({ start, limit: PAGE })));
        for (const { value } of page) {
          const posting = parsePosting(value);
          if (meetingId === undefined || posting.meetingId === meetingId) yield posting;
        }
        const last = page.at(-1);
        if (!last) return;
        start = [last.key[0], `${last.key[1]} `];
      }
    },

    async restore(posting) {
      const conversation: [string] = [keyPart(posting.conversationId)];
      await environment.transaction(() => {
        const before = get(posting.conversationId, posting.key);
        if (before) waiting.removeSync([...conversation, before.order]);
        put(posting);
        lastOrders.putSync(conversation, Math.max(posting.order, lastOrders.get(conversation) ?? 0));
      });
    },

    async remove(conversationId, keys) {
      const conversation = keyPart(conversationId);
      await environment.transaction(() => {
        for (const key of keys) {
          const posting = get(conversationId, key);
          if (posting) waiting.removeSync([conversation, posting.order]);
          postings.removeSync([conversation, keyPart(key)]);
        }
        const range = { start: [conversation, FIRST_PART], end: [conversation, AFTER_LAST_PART], limit: 1 };
        if (Array.from(postings.getKeys(range)).length > 0) return;
        lastOrders.removeSync([conversation]);
        leases.removeSync([conversation]);
      });
    },
  };
}
