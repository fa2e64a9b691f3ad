import { z } from 'zod';
import { Language } from '../meeting/agenda.ts';
import type { Documents, Expected } from './documents.ts';

/** How to reach a Teams conversation; raw Teams ids stay in this collection. */
export const Reach = z.object({
  conversationId: z.string(),
  conversationType: z.enum(['personal', 'groupChat', 'channel']),
  serviceUrl: z.string(),
  tenantId: z.string().nullable(),
  botId: z.string(),
  botName: z.string().nullable(),
  /** Of a channel whose members are its team's; missing of all others, and where Teams has not said. */
  teamId: z.string().optional(),
});
export type Reach = z.infer<typeof Reach>;

/** What is known of a conversation: how to reach it (null until its first activity), and its present meeting. */
export const Conversation = z.object({
  reach: Reach.nullable(),
  meetingId: z.string().nullable(),
  /** The meeting that ended before the present one: late entries are its own until the next agenda is in use. */
  endedId: z.string().nullable().default(null),
  /** Why Teams takes nothing of the bot there, until somebody there turns to it; null: it does. */
  closed: z.string().nullable().default(null),
  /** Every meeting of the conversation, the newest last: a series has one thread for all. */
  meetingIds: z.array(z.string()).default([]),
  /** Of a channel: the thread that its newest meeting belongs to. */
  heldIn: z.string().optional(),
});
export type Conversation = z.infer<typeof Conversation>;

/** A shared conversation in the list of all; of a channel its newest thread. */
const Listed = z.object({
  conversationId: z.string(),
  /** What Teams calls it; null where it never said. */
  name: z.string().nullable(),
  /** Day of its newest activity that was looked at, "YYYY-MM-DD"; empty: not known. */
  seenOn: z.string(),
});
export type Listed = z.infer<typeof Listed>;

const Link = z.object({ conversationId: z.string() });
export const Personal = z.object({
  conversationId: z.string().nullable(),
  meetingIds: z.array(z.string()),
  /** That of what they last did, in whatever chat; null: not known. */
  language: Language.nullable().default(null),
});
/** Where and in what language to reach a person alone, and the meetings that they have to do with (newest last). */
export type Personal = z.infer<typeof Personal>;

/** A person has to do with many meetings over the years; only the newest matter in the personal chat. */
const MEETINGS_REMEMBERED = 20;

/** A series may go on for years; only its newest meetings are chosen among. */
const OF_A_SERIES = 20;

/** Meetings of which the conversation is kept in memory. */
const PLACES_REMEMBERED = 1_000;

const ALL_SHARED = 'shared';

/** "19:…@thread.tacv2;messageid=…" is a thread of the channel "19:…@thread.tacv2". */
export const withoutThread = (conversationId: string): string =>
  conversationId.replace(/;messageid=.*$/u, '');

/** The map between conversations, meetings and persons. */
export class Conversations {
  /** By meeting: where it is held never changes, and every tap asks. */
  readonly #places = new Map<string, string>();

  constructor(private readonly documents: Documents) {}

  async read(conversationId: string): Promise<Conversation> {
    return (await this.#read(conversationId)).conversation;
  }

  /** Remembers how to reach a conversation, and that it can be reached; true if that is news. */
  async reached(reach: Reach): Promise<boolean> {
    return this.#change(reach.conversationId, (known) => {
      // Not every activity names the team.
      const { teamId } = known.reach ?? {};
      const now = Reach.parse(teamId === undefined ? reach : { teamId, ...reach });
      return known.closed === null && JSON.stringify(known.reach) === JSON.stringify(now)
        ? known
        : { ...known, reach: now, closed: null };
    });
  }

  /** Remembers that Teams takes nothing of the bot there any more, and why; true if that is news. */
  async close(conversationId: string, reason: string): Promise<boolean> {
    return this.#change(conversationId, (known) =>
      known.closed === null ? { ...known, closed: reason } : known,
    );
  }

  /** Remembers that a shared conversation is there, under its id or, of a thread, that of its channel. */
  async list(id: string, found: Listed): Promise<void> {
    const address = { collection: 'conversations', partition: ALL_SHARED, id } as const;
    for (;;) {
      const stored = await this.documents.read(address);
      const known = stored && Listed.parse(stored.value);
      // A channel's own activities (who joins, when a meeting begins) are of no thread: the newest one stays.
      const conversationId =
        found.conversationId === id && known ? known.conversationId : found.conversationId;
      // Most activities name no conversation: what one said stays.
      const listed: Listed = { ...found, conversationId, name: found.name ?? known?.name ?? null };
      if (JSON.stringify(listed) === JSON.stringify(known)) return;
      const expected = stored ? { etag: stored.etag } : 'absent';
      if ((await this.documents.write(address, listed, expected)) !== 'conflict') return;
    }
  }

  /** The thread of a channel with its newest meeting, else its newest one; null where none was heard of. */
  async threadOf(channelId: string): Promise<string | null> {
    const { heldIn } = await this.read(channelId);
    if (heldIn) return heldIn;
    const address = { collection: 'conversations', partition: ALL_SHARED, id: channelId } as const;
    const stored = await this.documents.read(address);
    const conversationId = stored ? Listed.parse(stored.value).conversationId : channelId;
    return conversationId === channelId ? null : conversationId;
  }

  /** Every shared conversation that Punkt heard of, the newest first. */
  async shared(): Promise<Listed[]> {
    const stored = await this.documents.list('conversations', ALL_SHARED);
    const listed = stored.map(({ value }) => Listed.parse(value));
    return listed.sort((a, b) => (a.seenOn < b.seenOn ? 1 : -1));
  }

  /** A channel's meeting that nobody could reach yet is reached through a thread of the channel; true if so. */
  async reachedThrough(channelId: string, thread: Reach): Promise<boolean> {
    const { conversation } = await this.#read(channelId);
    if (!conversation.meetingId || conversation.reach) return false;
    return this.#change(channelId, (known) => (known.reach ? known : { ...known, reach: thread }));
  }

  /** Makes a meeting the conversation's present one. */
  async pointAt(conversationId: string, meetingId: string, endedId: string | null = null): Promise<void> {
    await this.documents.write(meetingAddress(meetingId), { conversationId }, 'any');
    await this.#change(conversationId, (known) =>
      known.meetingId === meetingId
        ? known
        : { ...known, meetingId, endedId, meetingIds: withNewest(known, meetingId) },
    );
    await this.#heldIn(conversationId);
  }

  /** Of several threads of a channel, that with the newest meeting stands for the channel where none is named. */
  async #heldIn(thread: string): Promise<void> {
    const channel = withoutThread(thread);
    if (channel === thread) return;
    await this.#change(channel, (known) => (known.heldIn === thread ? known : { ...known, heldIn: thread }));
  }

  /** One more meeting of a series: the present one stays the present one. */
  async join(conversationId: string, meetingId: string): Promise<void> {
    await this.documents.write(meetingAddress(meetingId), { conversationId }, 'any');
    await this.#change(conversationId, (known) => {
      const present = known.meetingId ?? meetingId;
      const others = withNewest(known, meetingId).filter((id) => id !== present);
      return known.meetingIds.includes(meetingId) ? known : { ...known, meetingIds: [...others, present] };
    });
  }

  /** The conversation in which a meeting is held. */
  async ofMeeting(meetingId: string): Promise<string | undefined> {
    const known = this.#places.get(meetingId);
    if (known) return known;
    const stored = await this.documents.read(meetingAddress(meetingId));
    if (!stored) return undefined;
    const { conversationId } = Link.parse(stored.value);
    if (this.#places.size >= PLACES_REMEMBERED) this.#places.clear();
    this.#places.set(meetingId, conversationId);
    return conversationId;
  }

  async personal(identityKey: string): Promise<Personal> {
    return (await this.#readPersonal(identityKey)).personal;
  }

  /** Remembers a person's chat with the bot, a meeting that they have to do with, or their language. */
  async know(
    identityKey: string,
    what: { conversationId?: string; meetingId?: string; language?: Language | null },
  ): Promise<void> {
    for (;;) {
      const { personal, expected } = await this.#readPersonal(identityKey);
      const conversationId = what.conversationId ?? personal.conversationId;
      const { meetingId } = what;
      const knownAlready = !meetingId || personal.meetingIds.at(-1) === meetingId;
      const language = what.language ?? personal.language;
      if (conversationId === personal.conversationId && language === personal.language && knownAlready)
        return;
      const meetingIds = knownAlready
        ? personal.meetingIds
        : [...personal.meetingIds.filter((id) => id !== meetingId), meetingId].slice(-MEETINGS_REMEMBERED);
      const address = personalAddress(identityKey);
      const known: Personal = { conversationId, meetingIds, language };
      if ((await this.documents.write(address, known, expected)) !== 'conflict') return;
    }
  }

  async #readPersonal(identityKey: string): Promise<{ personal: Personal; expected: Expected }> {
    const stored = await this.documents.read(personalAddress(identityKey));
    return stored
      ? { personal: Personal.parse(stored.value), expected: { etag: stored.etag } }
      : { personal: { conversationId: null, meetingIds: [], language: null }, expected: 'absent' };
  }

  async #read(conversationId: string): Promise<{ conversation: Conversation; expected: Expected }> {
    const stored = await this.documents.read(conversationAddress(conversationId));
    return stored
      ? { conversation: Conversation.parse(stored.value), expected: { etag: stored.etag } }
      : {
          conversation: { reach: null, meetingId: null, endedId: null, closed: null, meetingIds: [] },
          expected: 'absent',
        };
  }

  async #change(conversationId: string, change: (known: Conversation) => Conversation): Promise<boolean> {
    for (;;) {
      const { conversation, expected } = await this.#read(conversationId);
      const changed = change(conversation);
      if (changed === conversation) return false;
      const address = conversationAddress(conversationId);
      if ((await this.documents.write(address, changed, expected)) !== 'conflict') return true;
    }
  }
}

/** What was stored before a series was known has its present meeting alone. */
function withNewest(known: Conversation, meetingId: string): string[] {
  const before = known.meetingIds.length > 0 ? known.meetingIds : [known.endedId, known.meetingId];
  const others = before.flatMap((id) => (id === null || id === meetingId ? [] : [id]));
  return [...others, meetingId].slice(-OF_A_SERIES);
}

export const conversationAddress = (conversationId: string) =>
  ({ collection: 'conversations', partition: conversationId, id: 'conversation' }) as const;
export const meetingAddress = (meetingId: string) =>
  ({ collection: 'conversations', partition: `meeting:${meetingId}`, id: 'conversation' }) as const;
export const personalAddress = (identityKey: string) =>
  ({ collection: 'identities', partition: identityKey, id: 'personal' }) as const;
