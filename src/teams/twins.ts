import type { Logger } from 'pino';
import { languageOf } from '../meeting/state.ts';
import { renderFitting } from '../render/renderCard.ts';
import { markOf, personalPlace } from '../service/cardKey.ts';
import type { Conversations } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import type { Outbox, Posting } from '../service/outbox.ts';
import type { CardView } from '../views/cardView.ts';
import { textCard } from '../views/textCard.ts';
import type { Language } from '../wording/outcome.ts';
import { replies } from '../wording/replies.ts';
import type { InvokeActivity } from './activity.ts';
import type { Caller } from './admission.ts';
import { type Timer, within } from './answerInTime.ts';
import { errorTrace, shortHash } from './logTrace.ts';
import { personAlone } from './meetingPlace.ts';
import type { OpenForms } from './openForms.ts';
import type { Tap } from './tap.ts';
import type { TapResult } from './taps.ts';
import type { Connector } from './turn.ts';

/** Cards whose message is known, and twins that were told to have moved. */
const REMEMBERED = 5_000;
/** How long a tap waits for this (ms); it is looked for while the tap is carried out, and known for the next one. */
const LOOK_MS = 500;

/** A message that shows a card of ours whose place another message has taken. */
export interface Twin {
  readonly posting: Posting;
  readonly activityId: string;
}

/**
 * Messages that were posted twice, because the answer to the first POST was lost: by a crash, or a broken connection.
 * A tap tells which message that was: while it waits to be posted again, it is not. Else a twin works like the card; at its first tap it says where the card is, to everybody.
 */
export class Twins {
  /** By place and mark: the message in which the card stands. */
  readonly #standing = new Map<string, string>();
  readonly #told = new Set<string>();

  constructor(
    private readonly deps: {
      readonly outbox: Outbox;
      readonly conversations: Conversations;
      readonly meetings: Meetings;
      readonly connector: Connector;
      readonly openForms: OpenForms;
      readonly timer: Timer;
      /** Told when there is something to send. */
      readonly wanted: () => void;
      readonly log: Logger;
    },
  ) {}

  /**
   * The twin that was tapped; null: the card itself, no card of the outbox, or not known in time. Never rejects: what was
   * tapped matters more.
   */
  async tapped(activity: InvokeActivity, tap: Tap, caller: Caller): Promise<Twin | null> {
    const looked = await within(LOOK_MS, this.deps.timer, this.#look(activity, tap, caller));
    if (looked.kind === 'failed')
      this.deps.log.warn(errorTrace(looked.error), 'a twin could not be looked for');
    return looked.kind === 'done' ? looked.value : null;
  }

  async #look(activity: InvokeActivity, tap: Tap, caller: Caller): Promise<Twin | null> {
    const { k: mark, m } = tap.data;
    const activityId = activity.replyToId;
    if (!mark || !activityId) return null;
    const place = caller.personal
      ? await this.#ownPlace(m, caller)
      : await this.deps.conversations.ofMeeting(m);
    if (!place) return null;
    const name = `${place} ${mark}`;
    if (this.#standing.get(name) === activityId) return null;
    const there = await this.deps.outbox.list(place);
    const posting = there.find(({ key }) => markOf(key) === mark);
    // A message in which another card stands is no twin of this one, whatever the tap says.
    if (!posting || there.some((other) => other !== posting && other.activityId === activityId)) return null;
    // Not posted, or its answer is still on its way: nobody knows which message it stands in.
    if (posting.activityId === null && posting.attempts === 0) return null;
    const standing = (await this.#adopted(posting, activityId)) ? activityId : posting.activityId;
    if (standing === null) return null;
    if (this.#standing.size >= REMEMBERED) this.#standing.clear();
    this.#standing.set(name, standing);
    return standing === activityId ? null : { posting, activityId };
  }

  /**
   * A POST whose answer was lost, and that waits to be made again: the message that was tapped is the card, and no further
   * one is posted. Of several such messages the lowest is the card, for the others say that it is below.
   */
  async #adopted({ conversationId, key, activityId: known }: Posting, tapped: string): Promise<boolean> {
    if (known !== null && !isBelow(tapped, known)) return false;
    await this.deps.outbox.adopt(conversationId, key, tapped, known);
    this.deps.log.info({ conversation: shortHash(conversationId) }, 'a card was found by a tap on it');
    this.deps.wanted();
    return true;
  }

  /** The answer to its tap: where the card is, and what came of the tap. */
  answer({ kind, sentence }: TapResult, language: Language): CardView {
    const done = kind === 'accepted' || kind === 'repeated';
    const lines = [...(done ? [replies[language].tapIsDone] : []), ...(sentence ? [sentence] : [])];
    return movedCard(language, lines);
  }

  /** Tells everybody who sees the twin; in the background, and once. */
  tell({ posting, activityId }: Twin, caller: Caller): void {
    const { connector, openForms, meetings, log } = this.deps;
    const name = `${caller.reach.conversationId} ${activityId}`;
    // What somebody types on it is not taken from them: the next tap is soon enough.
    const held = openForms.holds({ ...posting, key: name, activityId }, undefined);
    if (held || this.#told.has(name)) return;
    if (this.#told.size >= REMEMBERED) this.#told.clear();
    this.#told.add(name);
    const state = meetings.known(posting.meetingId)?.state;
    const shared = state && state.status !== 'none' ? languageOf(state) : caller.language;
    const { card, summary } = renderFitting([movedCard(caller.personal ? caller.language : shared, [])]);
    const conversation = shortHash(caller.reach.conversationId);
    connector.edit(caller.reach, activityId, { card, summary }).then(
      ({ kind }) => {
        log.info({ conversation, outcome: kind }, 'a twin was told to have moved');
        if (kind === 'later') this.#told.delete(name);
      },
      (error: unknown) => log.error({ ...errorTrace(error), conversation }, 'a twin was not told'),
    );
  }

  async #ownPlace(meetingId: string, { identity }: Caller): Promise<string | null> {
    const { people } = await this.deps.meetings.look(meetingId);
    const person = await personAlone(this.deps.conversations, meetingId, people, identity);
    return person ? personalPlace(meetingId, person.id) : null;
  }
}

/** Teams numbers messages by the time at which they were posted. */
const isBelow = (id: string, other: string): boolean =>
  /^\d{1,19}$/u.test(id) && /^\d{1,19}$/u.test(other) && BigInt(id) > BigInt(other);

const movedCard = (language: Language, lines: readonly string[]): CardView =>
  textCard(
    { language, notice: null },
    { heading: replies[language].movedBelow, lines: lines.map((text) => ({ text })), buttons: [] },
  );
