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
 * A twin works like the card; at its first tap it says where the card is, to everybody.
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
    const posting = (await this.deps.outbox.list(place)).find(({ key }) => markOf(key) === mark);
    // Not posted, or its answer is still on its way: nobody knows which message it stands in.
    if (!posting?.activityId) return null;
    if (this.#standing.size >= REMEMBERED) this.#standing.clear();
    this.#standing.set(name, posting.activityId);
    return posting.activityId === activityId ? null : { posting, activityId };
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
    const person = Object.values(people).find((known) => known.identities.includes(identity.key));
    return person ? personalPlace(meetingId, person.id) : null;
  }
}

const movedCard = (language: Language, lines: readonly string[]): CardView =>
  textCard(
    { language, notice: null },
    { heading: replies[language].movedBelow, lines: lines.map((text) => ({ text })), buttons: [] },
  );
