import { z } from 'zod';
import type { Posting, Wish } from '../service/outbox.ts';

/** A posting as it is stored; it repeats its ids, because the key may hold their hashes. */
const StoredPosting = z.object({
  conversationId: z.string(),
  key: z.string(),
  meetingId: z.string(),
  card: z.unknown(),
  order: z.number(),
  wantedVersion: z.number(),
  shownVersion: z.number().nullable(),
  activityId: z.string().nullable(),
  attempts: z.number(),
  notBefore: z.number(),
  dead: z.string().nullable(),
});

/** Throws where the stored value is not a posting. */
export const parsePosting = (value: unknown): Posting => StoredPosting.parse(value);

/** A card wished for the first time. */
export function newPosting(wish: Wish, order: number): Posting {
  const { conversationId, key, meetingId, version, card, notBefore = 0 } = wish;
  const fate = { shownVersion: null, activityId: null, attempts: 0, notBefore, dead: null };
  return { conversationId, key, meetingId, card, order, wantedVersion: version, ...fate };
}

/** A known card wished again. A wish that was overtaken by a newer one changes nothing of what the card says. */
export function wishedAgain(posting: Posting, wish: Wish): Posting {
  const overtaken = wish.version < posting.wantedVersion;
  const says = overtaken ? {} : { meetingId: wish.meetingId, card: wish.card, wantedVersion: wish.version };
  // One that waits for its time waits no longer than the newest wish says.
  const untried = posting.shownVersion === null && posting.attempts === 0 && posting.dead === null;
  return { ...revivedNow(posting), ...says, ...(untried ? { notBefore: wish.notBefore ?? 0 } : {}) };
}

export function isWaiting(posting: Posting): boolean {
  if (posting.dead !== null) return false;
  return posting.shownVersion === null || posting.shownVersion < posting.wantedVersion;
}

/** It was posted or edited, and shows `version`; its next edit is due at `notBefore` (ms). */
export const deliveredNow = (
  posting: Posting,
  activityId: string,
  version: number,
  notBefore: number,
): Posting => ({
  ...posting,
  activityId,
  shownVersion: version,
  attempts: 0,
  notBefore,
  dead: null,
});

/** It is tried again after it was given up. */
export const revivedNow = (posting: Posting): Posting =>
  posting.dead === null ? posting : { ...posting, dead: null, attempts: 0, notBefore: 0 };

/** It was not sent: tried again at `notBefore` (ms), or given up (`dead`: why). */
export const failedNow = (posting: Posting, notBefore: number, dead: string | undefined): Posting => ({
  ...posting,
  attempts: posting.attempts + 1,
  notBefore,
  dead: dead ?? posting.dead,
});

/** That message is it, where it is known as `instead`; what the message shows is not known, so it is edited. */
export const adoptedNow = (posting: Posting, activityId: string, instead: string | null): Posting =>
  posting.activityId === instead
    ? {
        ...posting,
        activityId,
        shownVersion: posting.wantedVersion - 1,
        attempts: 0,
        notBefore: 0,
        dead: null,
      }
    : posting;

/** Its message is gone: it is posted anew. */
export const forgottenNow = (posting: Posting): Posting => ({
  ...posting,
  activityId: null,
  shownVersion: null,
});
