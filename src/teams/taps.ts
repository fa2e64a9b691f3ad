import type { Refusal } from '../meeting/commands.ts';
import { refused } from '../meeting/commands.ts';
import { findItem, itemNumber } from '../meeting/state.ts';
import type { NewId } from '../service/clock.ts';
import type { Handled, Meetings, Situation } from '../service/meetings.ts';
import { textCard } from '../views/textCard.ts';
import { cardTexts } from '../wording/cardTexts.ts';
import type { Language } from '../wording/outcome.ts';
import { refusalSentence } from '../wording/refusals.ts';
import { admit, type Caller, firstTurn, turnOf, withStanding } from './admission.ts';
import { viewsOf, wholeMeeting } from './cards.ts';
import type { Roster } from './roster.ts';
import { commandIdOf, type Tap } from './tap.ts';
import { type MeetingTurn, sightOf, type Verb, type Views } from './turnState.ts';

/** Verbs by which somebody gets a role, or takes one from another: only for who is in the roster. */
const ROSTER_VERBS = new Set(['role.claim', 'role.contest', 'agenda.use']);

/** Carries out taps: verb → commands → the card that answers. */
export class Taps {
  constructor(
    private readonly deps: { readonly meetings: Meetings; readonly roster: Roster; readonly newId: NewId },
  ) {}

  async tap(tap: Tap, verb: Verb, caller: Caller): Promise<{ views: Views; accepted: boolean }> {
    const { meetings, newId } = this.deps;
    const before = await meetings.look(tap.data.m);
    if (before.state.status === 'none') return { views: gone(caller.language), accepted: false };
    const turn = firstTurn(before.state, before.people, caller, newId);
    const closed = closedHere(turn, tap, verb);
    if (closed)
      return {
        views: this.#answer(turn, tap, verb, refusalSentence('closedHere', caller.language), true),
        accepted: false,
      };
    if (verb.alone && turn.audience !== 'leading') {
      const sentence = refusalSentence('notAllowed', caller.language);
      return { views: this.#answer(turn, tap, {}, sentence, true), accepted: false };
    }
    const instead = verb.before?.(turn, tap);
    if (instead) return { views: instead, accepted: false };
    if (!verb.commands) return { views: this.#answer(turn, tap, verb, null, false), accepted: false };
    const admission = await admit(this.deps.roster, turn, before.people, caller, ROSTER_VERBS.has(tap.verb));
    if (admission.kind === 'refused') {
      const sentence = refusalSentence(admission.code, caller.language);
      return { views: this.#answer(turn, tap, verb, sentence, true), accepted: false };
    }
    const { claims, request } = admission;
    const handled = await meetings.handle(tap.data.m, {
      commandId: commandIdOf(tap, caller.identity),
      asker: { kind: 'person', identity: caller.identity },
      ...request,
      prepare: (situation) => prepare(situation, caller, tap, verb, claims, newId),
    });
    return { views: this.#outcome(handled, tap, verb, caller), accepted: handled.kind === 'accepted' };
  }

  #outcome(handled: Handled, tap: Tap, verb: Verb, caller: Caller): Views {
    const { state } = handled;
    if (state.status === 'none') return gone(caller.language);
    const turn = turnOf(handled, state, caller, this.deps.newId);
    switch (handled.kind) {
      case 'accepted': {
        const before = handled.before.status === 'none' ? state : handled.before;
        const notice = verb.notice?.(turn, tap, handled.commit, before) ?? null;
        return this.#answer(turn, tap, verb, notice, false);
      }
      case 'repeated':
        return this.#answer(turn, tap, verb, null, false);
      case 'refused': {
        const sentence = refusalSentence(handled.code, caller.language);
        return this.#answer(turn, tap, verb, withPlace(turn, handled.code, sentence), true);
      }
      default:
        return handled satisfies never;
    }
  }

  /** The verb's own card; else the card that was tapped, as it is now. */
  #answer(turn: MeetingTurn, tap: Tap, verb: Verb, notice: string | null, refusal: boolean): Views {
    if (refusal && verb.again && notice && !closedHere(turn, tap, verb)) return verb.again(turn, tap, notice);
    if (verb.view && !closedHere(turn, tap, verb)) return verb.view(turn, tap, notice);
    const sight = sightOf(turn, notice);
    if (tap.data.a === 'agenda') return viewsOf(sight, { kind: 'agenda' });
    if (tap.data.a === 'unanswered') return viewsOf(sight, { kind: 'unanswered' });
    const views = tap.data.i
      ? viewsOf(sight, { kind: 'item', itemId: tap.data.i })
      : viewsOf(sight, wholeMeeting(turn.meeting));
    return views.length > 0
      ? views
      : textCard(sight, { heading: refusalSentence('cardGone', turn.language), buttons: [] });
  }
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
  return [tap.data.i, tap.verb === 'decision.move' ? tap.data.item : undefined].some(
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

const gone = (language: Language): Views =>
  textCard({ language, notice: null }, { heading: refusalSentence('cardGone', language), buttons: [] });
