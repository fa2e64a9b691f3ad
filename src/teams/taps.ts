import type { Refusal, RefusalCode } from '../meeting/commands.ts';
import { refused } from '../meeting/commands.ts';
import { denial } from '../meeting/decide.ts';
import { findItem, itemNumber } from '../meeting/state.ts';
import type { NewId } from '../service/clock.ts';
import type { Handled, Meetings, Situation } from '../service/meetings.ts';
import { opensForm } from '../views/formVerbs.ts';
import { textCard } from '../views/textCard.ts';
import { cardTexts } from '../wording/cardTexts.ts';
import type { Language } from '../wording/outcome.ts';
import { type OuterRefusal, refusalSentence } from '../wording/refusals.ts';
import { replies } from '../wording/replies.ts';
import { admit, type Caller, firstTurn, turnOf, withPeople, withStanding } from './admission.ts';
import { tappedCard, viewsOf } from './cards.ts';
import { unclaimedRoles } from './commandsOf.ts';
import { sameForm } from './keepTyped.ts';
import type { Roster } from './roster.ts';
import { commandIdOf, type Tap } from './tap.ts';
import { type MeetingTurn, sightOf, type Verb, type Views } from './turnState.ts';

/** Verbs by which somebody gets a role, or takes one from another: only for who is in the roster. */
const ROSTER_VERBS = new Set(['role.claim', 'role.contest', 'agenda.use']);

/** Verbs that put something under the item that was chosen in the form. */
const INTO_ITEM = new Set(['decision.move', 'message.record']);

/** What a tap came to. */
export interface TapResult {
  /** `shown`: a card was asked for, or a form asks back; `back`: to the card itself. */
  readonly kind: 'shown' | 'back' | 'accepted' | 'repeated' | 'refused';
  /** The card that answers in the place of the one that was tapped. */
  readonly card: () => Views;
  /** Refused: why. Accepted: what must be known though the card shows the rest. */
  readonly sentence: string | null;
  /** Accepted: a line to the whole chat about it. */
  readonly told?: string | null;
  /** Refused: the form as it was sent, with the sentence. */
  readonly again: (() => Views) | null;
  /** Refused, and no form comes back: what was typed, for nobody but who typed it. */
  readonly typed?: string;
}

/** Sentences kept for the repetition of the tap that they answered. */
const SENTENCES_KEPT = 500;

/** Carries out taps: verb → commands → the card that answers. */
export class Taps {
  /** What was said to an accepted command, by its id. */
  readonly #said = new Map<string, string>();

  constructor(
    private readonly deps: { readonly meetings: Meetings; readonly roster: Roster; readonly newId: NewId },
  ) {}

  async tap(tap: Tap, verb: Verb, caller: Caller): Promise<TapResult> {
    const { meetings, newId } = this.deps;
    const before = await meetings.look(tap.data.m);
    if (before.state.status === 'none') return this.#gone(caller.language);
    const turn = firstTurn(before.state, before.people, caller, newId);
    const refused = (code: RefusalCode | OuterRefusal, as = verb) =>
      this.#refused(turn, tap, as, refusalSentence(code, caller.language));
    if (closedHere(turn, tap, verb)) return refused('closedHere');
    if (verb.alone && turn.audience !== 'leading') return refused('notAllowed', {});
    const denied = deniedForm(turn, tap, verb);
    if (denied) return refused(denied, {});
    const instead = verb.before?.(turn, tap);
    if (instead) return shown(() => sameForm(instead, tap));
    if (!verb.commands) {
      const kind = verb.view ? 'shown' : 'back';
      return { ...shown(() => this.#answer(turn, tap, verb, null)), kind };
    }
    const admission = await admit(this.deps.roster, turn, before.people, caller, ROSTER_VERBS.has(tap.verb));
    if (admission.kind === 'refused') return refused(admission.code);
    const { claims, request } = admission;
    const commandId = commandIdOf(tap, caller.identity);
    const handled = await meetings.handle(tap.data.m, {
      commandId,
      asker: { kind: 'person', identity: caller.identity },
      ...withPeople(request, verb.people && ((known) => verb.people?.(known, tap, newId) ?? known)),
      prepare: (situation) => prepare(situation, caller, tap, verb, claims, newId),
    });
    return this.#outcome(handled, commandId, tap, verb, caller);
  }

  /** The verb's own card with a line on top, for what was done beside the meeting. */
  async shown(tap: Tap, verb: Verb, caller: Caller, notice: string): Promise<Views> {
    const { state, people } = await this.deps.meetings.look(tap.data.m);
    if (state.status === 'none') return this.#gone(caller.language).card();
    return this.#answer(firstTurn(state, people, caller, this.deps.newId), tap, verb, notice);
  }

  /** The form as it was sent, of what is known without asking the store; null where it can't be shown so. */
  formAgain(tap: Tap, verb: Verb, caller: Caller, why: OuterRefusal): Views | null {
    const { meetings, newId } = this.deps;
    const known = meetings.known(tap.data.m);
    if (!known || known.state.status === 'none') return null;
    const turn = firstTurn(known.state, known.people, caller, newId);
    if (closedHere(turn, tap, verb)) return null;
    const form = verb.again?.(turn, tap, refusalSentence(why, caller.language));
    return form ? sameForm(form, tap) : null;
  }

  #outcome(handled: Handled, commandId: string, tap: Tap, verb: Verb, caller: Caller): TapResult {
    const { state, kind } = handled;
    if (state.status === 'none') return this.#gone(caller.language);
    const turn = turnOf(handled, state, caller, this.deps.newId);
    switch (kind) {
      case 'accepted': {
        const { commit } = handled;
        const before = handled.before.status === 'none' ? state : handled.before;
        const sentence = verb.mustKnow?.(turn, tap, commit) ?? null;
        if (sentence) this.#keep(commandId, sentence);
        const card = () => this.#answer(turn, tap, verb, verb.notice?.(turn, tap, commit, before) ?? null);
        return { kind, card, sentence, again: null, told: verb.tell?.(turn, tap, commit) ?? null };
      }
      case 'repeated': {
        const sentence = this.#said.get(commandId) ?? null;
        return { kind, card: () => this.#answer(turn, tap, verb, null), sentence, again: null };
      }
      case 'refused': {
        const sentence = refusalSentence(handled.code, caller.language);
        return this.#refused(turn, tap, verb, withPlace(turn, handled.code, sentence));
      }
      default:
        return kind satisfies never;
    }
  }

  /** The form, with what was typed; else the verb's own card or the one that was tapped, with the sentence on top. */
  #refused(turn: MeetingTurn, tap: Tap, verb: Verb, why: string): TapResult {
    const { i, text } = tap.data;
    const gone = i !== undefined && !findItem(turn.meeting, i);
    const sentence = gone && text !== '' ? `${why} ${replies[turn.language].youWrote(text)}` : why;
    const form = gone || closedHere(turn, tap, verb) ? undefined : verb.again?.(turn, tap, sentence);
    const again = form ? () => sameForm(form, tap) : null;
    return {
      kind: 'refused',
      card: again ?? (() => this.#answer(turn, tap, verb, sentence)),
      sentence,
      again,
      ...(again || gone ? {} : { typed: text }),
    };
  }

  /** The verb's own card; else the card that was tapped, as it is now. */
  #answer(turn: MeetingTurn, tap: Tap, verb: Verb, notice: string | null): Views {
    if (verb.view && !closedHere(turn, tap, verb)) return verb.view(turn, tap, notice);
    const sight = sightOf(turn, notice);
    const views = viewsOf(sight, tappedCard(tap, turn.meeting));
    return views.length > 0
      ? views
      : textCard(sight, { heading: refusalSentence('cardGone', turn.language), buttons: [] });
  }

  #gone(language: Language): TapResult {
    const sentence = refusalSentence('cardGone', language);
    const card = () => textCard({ language, notice: null }, { heading: sentence, buttons: [] });
    return { kind: 'refused', card, sentence, again: null };
  }

  #keep(commandId: string, sentence: string): void {
    this.#said.set(commandId, sentence);
    const [oldest] = this.#said.keys();
    if (oldest !== undefined && this.#said.size > SENTENCES_KEPT) this.#said.delete(oldest);
  }
}

const shown = (card: () => Views): TapResult => ({ kind: 'shown', card, sentence: null, again: null });

/** Why a form isn't opened: what it is about is gone, or this person may not do it and no role of theirs waits. */
function deniedForm(turn: MeetingTurn, tap: Tap, verb: Verb): RefusalCode | null {
  const { meeting, person, acting } = turn;
  if (!opensForm(tap.verb) || !verb.view) return null;
  if (tap.data.i !== undefined && !findItem(meeting, tap.data.i)) return 'unknownItem';
  const denied = verb.formFor ? denial(meeting, verb.formFor, acting) : null;
  return denied && unclaimedRoles(meeting, person, acting).length === 0 ? denied : null;
}

function prepare(
  situation: Situation,
  caller: Caller,
  tap: Tap,
  verb: Verb,
  claims: readonly ('chair' | 'minuteTaker')[],
  newId: NewId,
) {
  const { state } = situation;
  if (state.status === 'none') return refused('noMeeting');
  const turn = turnOf(situation, state, caller, newId);
  const commands = verb.commands?.(turn, tap) ?? [];
  if ('code' in commands) return commands satisfies Refusal;
  return withStanding(commands, claims, turn);
}

/** The item, or the one that something is to be moved to, is closed to this conversation. */
function closedHere(turn: MeetingTurn, tap: Tap, verb: Verb): boolean {
  if (turn.audience === 'leading' || verb.onClosed) return false;
  return [tap.data.i, INTO_ITEM.has(tap.verb) ? tap.data.item : undefined].some(
    (itemId) => itemId !== undefined && (findItem(turn.meeting, itemId)?.closed ?? false),
  );
}

/** Where the meeting is, for who tapped a card of where it was. */
function withPlace(turn: MeetingTurn, code: string, sentence: string): string {
  const { meeting } = turn;
  if (code !== 'meetingElsewhere' || !('currentItemId' in meeting)) return sentence;
  const t = cardTexts[turn.language];
  const item = findItem(meeting, meeting.currentItemId);
  const title = item?.closed && turn.audience === 'shared' ? t.closedItem : (item?.title ?? '');
  return `${sentence} ${t.elsewhere(itemNumber(meeting.agenda, meeting.currentItemId), title)}`;
}
