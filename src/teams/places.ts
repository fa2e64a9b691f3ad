import { createHash } from 'node:crypto';
import type { Identity } from '../meeting/people.ts';
import type { Clock } from '../service/clock.ts';
import { type Conversations, type Reach, withoutThread } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import type { PlaceChoice } from '../views/dropCard.ts';
import { cardTexts } from '../wording/cardTexts.ts';
import { fileTexts } from '../wording/fileTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { Roster } from './roster.ts';

/** Conversations that are asked for a person, the newest first, and how many of them at once. */
const ASKED = 100;
const AT_ONCE = 10;
const NAMES = 3;

/** A conversation that both a person and the bot are in. */
export interface Place extends PlaceChoice {
  readonly reach: Reach;
}

/** Stands for a conversation on a button; raw Teams ids stay in the store. */
const keyOf = (conversationId: string): string =>
  createHash('sha256').update(withoutThread(conversationId)).digest('hex').slice(0, 24);

/** The shared conversations that a person may lay an agenda in. Only of those that they are in is anything told. */
export class Places {
  constructor(
    private readonly deps: {
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly roster: Roster;
      readonly clock: Clock;
    },
  ) {}

  /** Those whose roster holds the person; after `patience` ms those found until then. */
  async of(person: Identity, language: Language, patience: number): Promise<Place[]> {
    const { conversations, clock } = this.deps;
    const until = clock.now() + patience;
    const listed = (await conversations.shared()).slice(0, ASKED);
    const found: Place[] = [];
    for (let at = 0; at < listed.length && clock.now() < until; at += AT_ONCE) {
      const asked = listed
        .slice(at, at + AT_ONCE)
        .map(({ conversationId, name }) => this.#place(conversationId, name, person, language));
      for (const place of await Promise.all(asked)) if (place) found.push(place);
    }
    return numbered(found);
  }

  /** The conversation behind a key, whoever is in it. */
  async reach(key: string): Promise<Reach | null> {
    const { conversations } = this.deps;
    const listed = (await conversations.shared()).find((one) => keyOf(one.conversationId) === key);
    return listed ? (await conversations.read(listed.conversationId)).reach : null;
  }

  /** What to call a conversation that this person is in. */
  async name(reach: Reach, person: Identity, language: Language): Promise<string> {
    const listed = await this.deps.conversations.shared();
    const name = listed.find((one) => one.conversationId === reach.conversationId)?.name ?? null;
    return name ?? this.#nameless(reach, person, language);
  }

  async #place(
    conversationId: string,
    name: string | null,
    person: Identity,
    language: Language,
  ): Promise<Place | null> {
    const { conversations, roster } = this.deps;
    const { reach } = await conversations.read(conversationId);
    if (!reach || (await roster.membership(reach, person)) !== 'member') return null;
    return {
      key: keyOf(conversationId),
      reach,
      name: name ?? (await this.#nameless(reach, person, language)),
    };
  }

  /** As Teams shows a chat without a name: by its people; better, by the meeting held there. */
  async #nameless(reach: Reach, person: Identity, language: Language): Promise<string> {
    const { conversations, meetings, roster } = this.deps;
    const { meetingId } = await conversations.read(reach.conversationId);
    const state = meetingId ? (await meetings.look(meetingId)).state : null;
    if (state && state.status !== 'none') {
      const agenda = state.edition === 0 && state.proposal ? state.proposal.agenda : state.agenda;
      const title = agenda.title ?? agenda.forum;
      if (title) return title;
    }
    const names = (await roster.names(reach)).filter((name) => name !== person.name);
    const t = fileTexts[language];
    if (names.length === 0) return t.unnamedChat;
    const shown = names.slice(0, NAMES);
    return t.chatOf(names.length > NAMES ? `${shown.join(', ')} …` : cardTexts[language].list(shown));
  }
}

/** Two chats of one name are told apart by their order. */
function numbered(places: readonly Place[]): Place[] {
  const seen = new Map<string, number>();
  return places.map((place) => {
    const count = (seen.get(place.name) ?? 0) + 1;
    seen.set(place.name, count);
    return count === 1 ? place : { ...place, name: `${place.name} (${count})` };
  });
}
