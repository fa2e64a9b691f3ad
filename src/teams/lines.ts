import { decide } from '../meeting/decide.ts';
import type { People } from '../meeting/people.ts';
import { leads, PERMISSIONS, roleOf } from '../meeting/roles.ts';
import { hasBegun } from '../meeting/state.ts';
import type { FormsAs } from '../render/actions.ts';
import { renderFitting } from '../render/renderCard.ts';
import type { Clock, NewId } from '../service/clock.ts';
import type { Conversations } from '../service/conversations.ts';
import type { Handled, Meetings } from '../service/meetings.ts';
import { approvalForm, downloadMenu } from '../views/afterCards.ts';
import { attendanceCard } from '../views/attendanceCard.ts';
import type { CardView, Sight } from '../views/cardView.ts';
import { draftPage } from '../views/pages.ts';
import { nameOfMeeting, whichMeetingCard } from '../views/whichMeetingCard.ts';
import { type Line, readLine } from '../wording/lines.ts';
import { looksLikeCpr } from '../wording/personalNumber.ts';
import { type OuterRefusal, refusalSentence } from '../wording/refusals.ts';
import { replies } from '../wording/replies.ts';
import { admit, type Caller, firstTurn, turnOf, withPeople, withStanding } from './admission.ts';
import { viewsOf, wholeMeeting } from './cards.ts';
import { STEPS, touchesClosed } from './closedLines.ts';
import { unclaimedRoles } from './commandsOf.ts';
import { helpMessage } from './helpMessage.ts';
import { lineDone, statusLine } from './lineAnswers.ts';
import { addingSpeaker, type CommandLine, type Planned, planLine } from './lineCommands.ts';
import type { TypedLine } from './quotedMessage.ts';
import type { Roster } from './roster.ts';
import { onlyAsks, severalLines } from './severalLines.ts';
import { lineCommandId } from './tap.ts';
import type { OutgoingMessage } from './turn.ts';
import { type MeetingTurn, sightOf } from './turnState.ts';
import { MeetingChooser } from './whichMeeting.ts';

/** Lines that add to the minutes: until the next agenda is in use they belong to the meeting that ended. */
const LATE: readonly Line['kind'][] = [
  'decision',
  'note',
  'responsible',
  'correct',
  'confirm',
  'strike',
  'move',
  'answer',
  'postpone',
  'undo',
  'minutes',
  'download',
  'addendum',
  'approval',
  'attend',
  'attendance',
];

type Say = (message: OutgoingMessage) => Promise<void>;

interface Deps {
  readonly meetings: Meetings;
  readonly conversations: Conversations;
  readonly roster: Roster;
  readonly newId: NewId;
  readonly clock: Clock;
  /** How the cards that answer open forms. */
  readonly forms: FormsAs;
  /** Sends something to a person alone, in their chat with the bot. */
  readonly sendAlone: (near: Caller, message: OutgoingMessage) => Promise<void>;
}

/** Typed lines: with @Punkt in the meeting's chat, without in the private one. */
export class Lines {
  readonly #chooser: MeetingChooser;

  constructor(private readonly deps: Deps) {
    this.#chooser = new MeetingChooser(deps);
  }

  /**
   * Answers what one message says, line by line until one is not carried out: what follows may be about it. Gives the
   * meeting that it changed, if it did. `of`: the meeting, where it was asked.
   */
  async line(typed: TypedLine, caller: Caller, say: Say, of: string | null = null): Promise<string | null> {
    let changed: string | null = null;
    for (const one of severalLines(typed, caller.language)) {
      const done = await this.#one(one, caller, say, of);
      changed = done ?? changed;
      if (done === null && !onlyAsks(one.text)) break;
    }
    return changed;
  }

  async #one(typed: TypedLine, caller: Caller, say: Say, of: string | null): Promise<string | null> {
    const { text } = typed;
    const line = text.trim() === '' ? readLine('status') : readLine(text, caller.language);
    const reply = replies[caller.language];
    if (line.kind === 'help') {
      const all = 'all' in line || (await this.#mayWriteAll(caller, of));
      await say(helpMessage(caller.language, all ? 'all' : 'participant'));
      return null;
    }
    const meetingId = of ?? (await this.#meetingOf(line, typed, caller, say));
    if (!meetingId) return null;
    const look = await this.deps.meetings.look(meetingId);
    if (look.state.status === 'none') {
      await say({ text: reply.noMeetingHere });
      return null;
    }
    const turn = firstTurn(look.state, look.people, caller, this.deps.newId);
    switch (line.kind) {
      case 'unknown':
        await say({ text: reply.notUnderstood(line.nearest) });
        return null;
      case 'status':
        await say({ text: statusLine(turn) });
        return null;
      case 'agenda':
        await say(renderFitting(viewsOf(sightOf(turn), wholeMeeting(turn.meeting)), this.deps.forms));
        return null;
      case 'minutes':
        await this.#alone(turn, caller, say, reply.draftWillBeSent, (sight) => draftPage(sight, 0));
        return null;
      case 'download':
      case 'package': {
        const kind = line.kind === 'download' ? 'minutes' : 'package';
        await this.#alone(turn, caller, say, reply.onlyLeadersFetch, (sight) =>
          downloadMenu(sight, kind, undefined),
        );
        return null;
      }
      case 'attendance':
        await this.#alone(turn, caller, say, reply.onlyLeadersAttend, attendanceCard);
        return null;
      case 'approval':
        await this.#approval(turn, caller, say);
        return null;
      default:
        return this.#carryOut(meetingId, turn, look.people, line as CommandLine, typed, caller, say);
    }
  }

  /** Whether somebody leads, or would by a first word; true where no one meeting tells. */
  async #mayWriteAll(caller: Caller, of: string | null): Promise<boolean> {
    const which = of === null ? await this.#chooser.choose(caller, false) : null;
    const meetingId = of ?? (which?.kind === 'one' ? which.meetingId : null);
    const look = meetingId === null ? null : await this.deps.meetings.look(meetingId);
    if (!look || look.state.status === 'none') return true;
    const { meeting, acting, person } = firstTurn(look.state, look.people, caller, this.deps.newId);
    const role = roleOf(meeting, acting);
    return PERMISSIONS.ConfirmNote[role] === 'yes' || unclaimedRoles(meeting, person, acting).length > 0;
  }

  async #carryOut(
    meetingId: string,
    turn: MeetingTurn,
    known: People,
    line: CommandLine,
    { activityId, saidAt }: TypedLine,
    caller: Caller,
    say: Say,
  ): Promise<string | null> {
    if (textOf(line) !== null && !anyway(line) && looksLikeCpr(textOf(line) ?? '')) {
      await say({ text: refusalSentence('cprLike', caller.language) });
      return null;
    }
    const admission = await admit(this.deps.roster, turn, known, caller, false);
    if (admission.kind === 'refused') {
      await say({ text: refusalSentence(admission.code, caller.language) });
      return null;
    }
    const { claims, request } = admission;
    let planned: Planned | null = null;
    let closed = false;
    const handled = await this.deps.meetings.handle(meetingId, {
      commandId: lineCommandId(caller.reach.conversationId, activityId),
      asker: { kind: 'person', identity: caller.identity },
      ...withPeople(request, addingSpeaker(line, this.deps.newId)),
      prepare: (situation) => {
        const { state } = situation;
        if (state.status === 'none') return { kind: 'refused', code: 'noMeeting' };
        const now = turnOf(situation, state, caller, this.deps.newId);
        planned = planLine(now, line, saidAt);
        if ('code' in planned) return planned;
        closed = 'commands' in planned ? touchesClosed(now, line, planned) : planned.kind === 'closed';
        if (closed || !('commands' in planned)) return { kind: 'refused', code: 'unknownItem' };
        return withStanding(planned.commands, claims, now);
      },
    });
    await this.#say(handled, planned, closed, line, caller, say);
    return handled.kind === 'accepted' ? meetingId : null;
  }

  async #say(
    handled: Handled,
    planned: Planned | null,
    closed: boolean,
    line: CommandLine,
    caller: Caller,
    say: Say,
  ): Promise<void> {
    const { state } = handled;
    if (handled.kind === 'repeated' || state.status === 'none') return;
    if (handled.kind === 'refused') {
      const code: OuterRefusal | typeof handled.code = closed ? 'closedHere' : handled.code;
      if (closed && caller.personal) {
        await say({ text: refusalSentence('closedToYou', caller.language) });
        return;
      }
      const asked = planned && 'sentence' in planned ? planned.sentence : null;
      await say({ text: !closed && asked ? asked : refusalSentence(code, caller.language) });
      return;
    }
    const turn = turnOf(handled, state, caller, this.deps.newId);
    const done = () =>
      lineDone(turn, handled.commit, handled.before.status === 'none' ? state : handled.before);
    if (caller.personal) {
      const text = done();
      const moved = ['next', 'previous', 'goTo', 'start'].includes(line.kind);
      if (moved && hasBegun(state)) {
        const { card, summary } = renderFitting(
          viewsOf(sightOf(turn, text), { kind: 'item', itemId: state.currentItemId }),
          this.deps.forms,
        );
        await say({ card, summary });
      } else await say({ text });
      return;
    }
    // Where everybody looks at the card, the card alone answers those who lead; others, and what shows on no card, get a line.
    const leading = turn.person !== null && leads(state, turn.person.id);
    const itemId = planned && 'itemId' in planned ? planned.itemId : null;
    const elsewhere =
      hasBegun(state) && itemId !== null && itemId !== state.currentItemId && !STEPS.includes(line.kind);
    const undone = handled.commit.events.flatMap((event) =>
      event.type === 'CommandUndone' ? event.itemIds : [],
    );
    const here = hasBegun(state) ? state.currentItemId : null;
    const attended = handled.commit.events.some(({ type }) => type === 'AttendanceRecorded');
    const unseen = attended || line.kind === 'addendum' || undone.some((itemId) => itemId !== here);
    if (!leading || elsewhere || unseen) await say({ text: done() });
  }

  /** What only those who lead and write see goes to them alone; others are told `whyNot`. */
  async #alone(
    turn: MeetingTurn,
    caller: Caller,
    say: Say,
    whyNot: string,
    view: (sight: Sight) => CardView,
  ): Promise<void> {
    const may = PERMISSIONS.ConfirmNote[roleOf(turn.meeting, turn.acting)] === 'yes';
    if (!may) {
      await say({ text: whyNot });
      return;
    }
    const { card, summary } = renderFitting(
      [view(sightOf({ ...turn, audience: 'leading' }))],
      this.deps.forms,
    );
    if (caller.personal) {
      await say({ card, summary });
      return;
    }
    await this.deps.sendAlone(caller, { card, summary });
    const { draftComesAlone, comesAlone } = replies[caller.language];
    await say({ text: whyNot === replies[caller.language].draftWillBeSent ? draftComesAlone : comesAlone });
  }

  /** *Godkend referat* as a line: the card that shows what is missing, for who may approve. */
  async #approval(turn: MeetingTurn, caller: Caller, say: Say): Promise<void> {
    const { meeting, acting } = turn;
    const command = { type: 'ApproveMinutes', seenVersion: meeting.version } as const;
    const decided = decide(meeting, command, acting);
    if (decided.kind === 'refused') await say({ text: refusalSentence(decided.code, caller.language) });
    else await this.#alone(turn, caller, say, '', (sight) => approvalForm(sight, 'unanswered'));
  }

  /** The meeting that the line means; asked where it could be several. */
  async #meetingOf(line: Line, typed: TypedLine, caller: Caller, say: Say): Promise<string | null> {
    const reply = replies[caller.language];
    const which = await this.#chooser.choose(caller, LATE.includes(line.kind));
    if (which.kind === 'one') return which.meetingId;
    if (which.kind === 'none')
      await say({ text: caller.personal ? reply.noMeetingOfYours : reply.noMeetingHere });
    else if (caller.personal)
      await say({
        text: reply.severalMeetings(which.meetings.map(({ state }) => nameOfMeeting(state, caller.language))),
      });
    else await say(renderFitting([whichMeetingCard(which.meetings, caller.language, typed)]));
    return null;
  }
}

/** What of a line is stored as it was typed. */
const textOf = (line: CommandLine): string | null =>
  'text' in line ? line.text : line.kind === 'postpone' ? line.until : null;
const anyway = (line: CommandLine): boolean => 'anyway' in line && line.anyway;
