import { createHash } from 'node:crypto';
import type { RefusalCode } from '../../meeting/commands.ts';
import { leads } from '../../meeting/roles.ts';
import { findItem, type Meeting } from '../../meeting/state.ts';
import type { NewId } from '../../service/clock.ts';
import type { Conversations } from '../../service/conversations.ts';
import { StoreUnavailable } from '../../service/meetingLog.ts';
import type { Handled, Situation } from '../../service/meetings.ts';
import type { Ask, AskAnswer, AskRequest } from '../../views/page/ask.ts';
import { askTexts } from '../../wording/page/askTexts.ts';
import { looksLikeCpr } from '../../wording/personalNumber.ts';
import { type OuterRefusal, refusalSentence } from '../../wording/refusals.ts';
import { type Admission, admit, withPeople, withStanding } from '../admission.ts';
import { type Timer, within } from '../answerInTime.ts';
import { unclaimedRoles } from '../commandsOf.ts';
import type { Pace } from '../pace.ts';
import type { Roster } from '../roster.ts';
import type { MeetingTurn } from '../turnState.ts';
import { type AskPlan, planAsk } from './askCommands.ts';
import { correctedPeople, namedSpeaker } from './correctedPeople.ts';
import { PageProblem } from './problem.ts';
import type { Standing, Visit } from './visit.ts';
import { lookFrom, standingIn } from './visits.ts';

/** Asks by which somebody gets a role, or takes one from another: only for who is in the roster now. */
const ROSTER_ASKS: ReadonlySet<Ask['ask']> = new Set(['claimRole', 'contest', 'adoptAgenda']);
/** Texts that were held back once because they looked like a personal number. */
const HELD_BACK = 500;

/** Carries out what the page asks for, by the same commands and rules as a tap. */
export class Asks {
  readonly #heldBack = new Set<string>();

  constructor(
    private readonly deps: {
      readonly conversations: Conversations;
      readonly roster: Roster;
      readonly pace: Pace | null;
      readonly timer: Timer;
      /** In which an ask is answered, whatever the store does (ms). */
      readonly answerWithinMs: number;
      readonly newId: NewId;
      readonly failed: (error: unknown) => void;
    },
  ) {}

  /** @throws PageProblem for who may ask nothing. */
  async ask(visit: Visit, request: AskRequest): Promise<AskAnswer> {
    const known = visit.place.meetings.known(visit.meetingId);
    const version = () => known?.state.version ?? 0;
    const work = this.#ask(visit, request);
    const answer = await within(this.deps.answerWithinMs, this.deps.timer, work);
    if (answer.kind === 'done') return answer.value;
    if (answer.kind === 'late') return this.#refusal(visit, 'notSaved', version());
    if (answer.error instanceof PageProblem) throw answer.error;
    if (answer.error instanceof StoreUnavailable) return this.#refusal(visit, 'notSaved', version());
    this.deps.failed(answer.error);
    throw new PageProblem('failed');
  }

  async #ask(visit: Visit, { commandId, ask }: AskRequest): Promise<AskAnswer> {
    const { roster, pace } = this.deps;
    const { asker, caller, meetingId, place, language } = visit;
    const { meeting, people, standing } = await lookFrom(visit);
    if (!asker || standing.kind === 'stage') throw new PageProblem('stageOnlyShows');
    const refuse = (code: RefusalCode | OuterRefusal) => this.#refusal(visit, code, meeting.version);
    const exceeded = pace?.exceeded(`page:${visit.key}`, meetingId);
    if (exceeded) return refuse(exceeded.by === 'person' ? 'tooFast' : 'tooBusy');
    const turn = this.#turn(meeting, standing, visit);
    if (closedTo(turn, ask)) return refuse('closedToYou');
    if (this.#holdsBack(visit, ask)) {
      const sentence = askTexts[language].cprHeldBack;
      return { kind: 'refused', code: 'cprLike', sentence, version: meeting.version };
    }
    let admission: Admission = {
      kind: 'admitted',
      claims: unclaimedRoles(meeting, standing.person, standing.acting),
      request: {},
    };
    if (caller) admission = await admit(roster, turn, people, caller, ROSTER_ASKS.has(ask.ask));
    if (admission.kind === 'refused') return refuse(admission.code);
    const { claims, request } = admission;
    let planned: AskPlan = [];
    let gone: PageProblem | null = null;
    const handled = await place.meetings.handle(meetingId, {
      commandId: `page:${visit.key}:${commandId}`,
      asker,
      ...withPeople(request, correctedPeople(ask) ?? namedSpeaker(ask, this.deps.newId)),
      prepare: (situation) => {
        // While it waited its turn the link may have been revoked.
        gone = goneIn(visit, situation);
        if (gone) return { kind: 'refused', code: 'notAllowed' };
        const now = this.#turnIn(situation, visit);
        if (!now) return { kind: 'refused', code: 'noMeeting' };
        planned = planAsk(now, ask);
        if ('code' in planned) return planned;
        if ('sentence' in planned) return { kind: 'refused', code: 'unknownItem' };
        return withStanding(planned, claims, now);
      },
    });
    if (gone) throw gone;
    if (handled.kind === 'accepted' && caller && !place.rehearsal)
      await this.deps.conversations
        .know(caller.identity.key, { meetingId, language })
        .catch(this.deps.failed);
    return this.#answer(visit, handled, planned);
  }

  #answer(visit: Visit, handled: Handled, planned: AskPlan): AskAnswer {
    const { version } = handled.state;
    switch (handled.kind) {
      case 'accepted':
        return { kind: 'accepted', version: handled.commit.version };
      case 'repeated':
        return { kind: 'repeated', version };
      case 'refused':
        if (!('sentence' in planned)) return this.#refusal(visit, handled.code, version);
        return { kind: 'refused', code: 'unclear', sentence: planned.sentence, version };
      default:
        return handled satisfies never;
    }
  }

  #refusal({ language }: Visit, code: RefusalCode | OuterRefusal, version: number): AskAnswer {
    return { kind: 'refused', code, sentence: refusalSentence(code, language), version };
  }

  #turn(meeting: Meeting, standing: Extract<Standing, { kind: 'person' }>, { language }: Visit): MeetingTurn {
    const { person, people, acting } = standing;
    const audience = leads(meeting, person.id) ? 'leading' : 'shared';
    return { meeting, people, acting, person, language, audience, newId: this.deps.newId };
  }

  #turnIn({ state, people, acting, person }: Situation, { language }: Visit): MeetingTurn | null {
    if (state.status === 'none' || !person) return null;
    const audience = leads(state, person.id) ? 'leading' : 'shared';
    return { meeting: state, people, acting, person, language, audience, newId: this.deps.newId };
  }

  /** What looks like a personal number is held back once; sent again as it is, it was meant so. */
  #holdsBack(visit: Visit, ask: Ask): boolean {
    const text = textOf(ask);
    if (!looksLikeCpr(text)) return false;
    const key = createHash('sha256').update(`${visit.key} ${visit.meetingId} ${text}`).digest('base64url');
    if (this.#heldBack.delete(key)) return false;
    this.#heldBack.add(key);
    const [oldest] = this.#heldBack;
    if (oldest !== undefined && this.#heldBack.size > HELD_BACK) this.#heldBack.delete(oldest);
    return true;
  }
}

/** Why who asks may no longer be there, of the meeting as it is when their turn comes; null: they may. */
function goneIn(visit: Visit, { state, people }: Situation): PageProblem | null {
  try {
    standingIn(visit, state, people);
    return null;
  } catch (error) {
    if (error instanceof PageProblem) return error;
    throw error;
  }
}

/** Where something is registered, or taken from, an item that is closed to this person. Moving the room is no secret. */
function closedTo({ meeting, audience }: MeetingTurn, ask: Ask): boolean {
  if (audience === 'leading' || ask.ask === 'start' || ask.ask === 'goTo') return false;
  const named = ['itemId' in ask ? ask.itemId : null, 'toItemId' in ask ? ask.toItemId : null];
  return named.some((itemId) => itemId !== null && (findItem(meeting, itemId)?.closed ?? false));
}

/** What is typed once and sent; not what is saved while it is typed. */
function textOf(ask: Ask): string {
  switch (ask.ask) {
    case 'decide':
    case 'correctDecision':
    case 'note':
    case 'correctNote':
    case 'addAddendum':
      return ask.text;
    case 'postpone':
      return ask.until ?? '';
    case 'assign':
      return [...ask.responsible, ask.due ?? ''].join('\n');
    default:
      return '';
  }
}
