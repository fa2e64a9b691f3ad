import type { Outbox, Posting, Wish } from '../../service/outbox.ts';
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
import { nextOrder, ORDER_ID, raiseOrder } from './cardOrder.ts';
import { storedValue } from './itemBody.ts';
import { givenKey, idPart, partitionPart } from './itemKey.ts';
import type { Items } from './items.ts';
import { BACKGROUND } from './requests.ts';
import { cosmosLease, LEASE_ID } from './sendingRight.ts';

const POSTINGS = 'c.collection = @collection';
const collection = 'postings';

interface Stored {
  readonly posting: Posting;
  readonly etag: string;
}

/**
 * One item a posting, in the partition of its conversation. What waits bears `waitsUntil`, a sparse index, so that
 * "who has something to send" is one query that finds nothing most of the time. There is no transaction over several
 * items, and none is needed: every change is one item, and a crash between two leaves a wish that is wished again.
 */
export function cosmosOutbox(items: Items): Outbox {
  /** Postings as this process wrote them last: a card is edited many times, mostly by one process. */
  const written = new Map<string, Stored>();

  const nameOf = (conversationId: string, key: string) => JSON.stringify([conversationId, key]);

  async function find(conversationId: string, key: string): Promise<Stored | undefined> {
    const item = await items.read(itemId(key), partitionPart(conversationId), BACKGROUND);
    return item && { posting: parsePosting(storedValue(item)), etag: item._etag };
  }

  async function put(posting: Posting, expected: { etag: string } | 'absent' | 'any'): Promise<boolean> {
    const { conversationId, key, notBefore } = posting;
    const partition = partitionPart(conversationId);
    const waits = isWaiting(posting) ? { waitsUntil: notBefore } : {};
    const fields = { collection, meetingId: posting.meetingId, ...waits, ...givenKey(conversationId, key) };
    const item = { id: itemId(key), partition, fields, body: { value: posting } };
    const answer = await items.put(item, expected, BACKGROUND);
    const name = nameOf(conversationId, key);
    if (typeof answer !== 'object') written.delete(name);
    else {
      if (written.size >= REMEMBERED) written.clear();
      written.set(name, { posting, etag: answer.etag });
    }
    return typeof answer === 'object';
  }

  /** Changes one posting; a card that nobody wished is left alone. False: there is no such card. */
  async function change(
    conversationId: string,
    key: string,
    next: (posting: Posting) => Posting,
  ): Promise<boolean> {
    const known = written.get(nameOf(conversationId, key));
    if (known && (await put(next(known.posting), known))) return true;
    for (;;) {
      const stored = await find(conversationId, key);
      if (!stored) return false;
      const changed = next(stored.posting);
      // Done already, or by another: a wish that is wished again costs one read.
      if (JSON.stringify(changed) === JSON.stringify(stored.posting)) return true;
      if (await put(changed, stored)) return true;
    }
  }

  async function wantOne(wishes: readonly Wish[], first: Wish): Promise<void> {
    const again = (posting: Posting) => wishes.reduce(wishedAgain, posting);
    for (;;) {
      if (await change(first.conversationId, first.key, again)) return;
      const order = await nextOrder(items, first.conversationId);
      if (await put(again(newPosting(first, order)), 'absent')) return;
    }
  }

  async function list(conversationId: string, where: string, now?: number): Promise<Posting[]> {
    const partition = partitionPart(conversationId);
    const parameters = now === undefined ? { collection } : { now };
    const found = await items.query(where, parameters, { partition, patience: BACKGROUND });
    const postings = found.map((item) => parsePosting(storedValue(item)));
    return postings.sort((a, b) => a.order - b.order);
  }

  return {
    ...cosmosLease(items),

    async want(wishes) {
      // A card that is not JSON fails here, before anything is written.
      JSON.stringify(wishes);
      const byCard = new Map<string, Wish[]>();
      for (const wish of wishes) {
        const name = nameOf(wish.conversationId, wish.key);
        byCard.set(name, [...(byCard.get(name) ?? []), wish]);
      }
      // One after another: after a crash none stands whose predecessor does not.
      for (const [first, ...rest] of byCard.values()) if (first) await wantOne([first, ...rest], first);
    },

    async waiting(now) {
      const select = 'c.conversationId, c.key';
      const found = await items.query('c.waitsUntil <= @now', { now }, { select, patience: BACKGROUND });
      const given = found.map((item) => givenConversation(item));
      return [...new Set(given)];
    },

    due: (conversationId, now) => list(conversationId, 'c.waitsUntil <= @now', now),

    find: async (conversationId, key) => (await find(conversationId, key))?.posting,

    list: (conversationId) => list(conversationId, POSTINGS),

    async delivered(conversationId, key, activityId, version, notBefore = 0) {
      await change(conversationId, key, (posting) => deliveredNow(posting, activityId, version, notBefore));
    },

    async failed(conversationId, key, notBefore, dead) {
      await change(conversationId, key, (posting) => failedNow(posting, notBefore, dead));
    },

    async revive(conversationId, key) {
      await change(conversationId, key, revivedNow);
    },

    async adopt(conversationId, key, activityId, instead) {
      await change(conversationId, key, (posting) => adoptedNow(posting, activityId, instead));
    },

    async forget(conversationId, key) {
      await change(conversationId, key, forgottenNow);
    },

    async *postings(meetingId) {
      const ofMeeting = meetingId === undefined ? '' : ' AND c.meetingId = @meetingId';
      const parameters = { collection, ...(meetingId === undefined ? {} : { meetingId }) };
      const found = await items.query(`${POSTINGS}${ofMeeting}`, parameters, { patience: BACKGROUND });
      for (const item of found) yield parsePosting(storedValue(item));
    },

    async restore(posting) {
      // The order first: no card that is wished meanwhile may come before it.
      await raiseOrder(items, posting.conversationId, posting.order);
      await put(posting, 'any');
    },

    async remove(conversationId, keys) {
      const partition = partitionPart(conversationId);
      for (const key of keys) {
        written.delete(nameOf(conversationId, key));
        await items.remove(itemId(key), partition, undefined, BACKGROUND);
      }
      const options = { partition, select: 'c.id', patience: BACKGROUND };
      if ((await items.query(POSTINGS, { collection }, options)).length > 0) return;
      for (const id of [ORDER_ID, LEASE_ID]) await items.remove(id, partition, undefined, BACKGROUND);
    },
  };
}

const REMEMBERED = 2_000;

const itemId = (key: string): string => `${collection}~${idPart(key)}`;

function givenConversation({ key, conversationId }: Readonly<Record<string, unknown>>): string {
  const given = typeof key === 'object' && key !== null ? Reflect.get(key, 'partition') : undefined;
  return String(given ?? conversationId);
}
