import type { Logger } from 'pino';
import type { Language } from '../meeting/agenda.ts';
import type { FormsAs } from '../render/actions.ts';
import { renderFitting } from '../render/renderCard.ts';
import { cardKey } from '../service/cardKey.ts';
import type { Clock, NewId } from '../service/clock.ts';
import type { Conversations } from '../service/conversations.ts';
import type { Meetings } from '../service/meetings.ts';
import type { Publisher } from '../service/publisher.ts';
import { hasFields } from '../views/dialogView.ts';
import { opensForm } from '../views/formVerbs.ts';
import { readLine } from '../wording/lines.ts';
import { refusalSentence } from '../wording/refusals.ts';
import { replies } from '../wording/replies.ts';
import type { FileConsentActivity, InvokeActivity, MessageActivity, TeamsActivity } from './activity.ts';
import type { Caller } from './admission.ts';
import { BesideVerbs } from './besideVerbs.ts';
import type { BrowserLinks } from './browserLinks.ts';
import { Callers } from './callers.ts';
import { tappedCard } from './cards.ts';
import { dialogAnswer, dialogWith, sentenceIn } from './dialogs.ts';
import { FileWish } from './downloadLinks.ts';
import { type FileDrops, isFileVerb } from './fileDrops.ts';
import type { FirstSight } from './firstSight.ts';
import { identityOf } from './identity.ts';
import type { Joiner } from './joiners.ts';
import { Likenesses } from './likenesses.ts';
import { Lines } from './lines.ts';
import { shortHash } from './logTrace.ts';
import { type MeetingEvent, MeetingEvents } from './meetingEvents.ts';
import { belongsHere } from './meetingPlace.ts';
import { placedMessage } from './messagePlace.ts';
import type { MinutesFiles } from './minutesFiles.ts';
import type { OpenForms } from './openForms.ts';
import type { Exceeded, Pace } from './pace.ts';
import { Participations } from './participations.ts';
import { sendAlone } from './personalChat.ts';
import { personLanguage } from './personLanguage.ts';
import { lineOf } from './quotedMessage.ts';
import { ResentLines } from './resentLines.ts';
import type { Roster } from './roster.ts';
import { isSubmitted, readTap, type Tap } from './tap.ts';
import { Taps } from './taps.ts';
import type {
  Connector,
  DialogAnswer,
  DialogStep,
  InvokeAnswer,
  OutgoingMessage,
  TurnHandlers,
} from './turn.ts';
import type { Verb, Views } from './turnState.ts';
import type { Twins } from './twins.ts';
import { findVerb } from './verbs/index.ts';
import { WaitingCards } from './waitingCards.ts';
import { MeetingChooser } from './whichMeeting.ts';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** What happens with every activity that comes in: taps, typed lines, and first sight of a conversation. */
export class Reception implements TurnHandlers {
  readonly #callers: Callers;
  readonly #taps: Taps;
  readonly #lines: Lines;
  readonly #chooser: MeetingChooser;
  readonly #events: MeetingEvents;
  readonly #waiting: WaitingCards;
  readonly #beside: BesideVerbs;
  readonly #participations: Participations;
  readonly #resent: ResentLines;

  constructor(
    private readonly deps: {
      readonly meetings: Meetings;
      readonly conversations: Conversations;
      readonly connector: Connector;
      readonly roster: Roster;
      readonly openForms: OpenForms;
      readonly files: FileDrops;
      readonly minutesFiles: MinutesFiles;
      /** How the cards that answer open forms. */
      readonly forms: FormsAs;
      readonly newId: NewId;
      readonly clock: Clock;
      /** The language of every answer; null: that of who asks. */
      readonly language: Language | null;
      /** Null: nobody is counted, as where nobody is known for sure. */
      readonly pace: Pace | null;
      readonly firstSight: FirstSight;
      readonly publisher: Publisher;
      readonly browserLinks: BrowserLinks;
      readonly twins: Twins;
      readonly log: Logger;
    },
  ) {
    this.#callers = new Callers(deps);
    this.#resent = new ResentLines(deps.clock);
    this.#participations = new Participations(deps.conversations, new Likenesses(deps), deps.log);
    this.#chooser = new MeetingChooser(deps);
    this.#events = new MeetingEvents({ ...deps, chooser: this.#chooser });
    this.#waiting = new WaitingCards({ ...deps, chooser: this.#chooser });
    this.#taps = new Taps(deps);
    this.#lines = new Lines({ ...deps, sendAlone: (near, message) => sendAlone(deps, near, message) });
    this.#beside = new BesideVerbs({ ...deps, lines: this.#lines, participations: this.#participations });
  }

  async meetingEvent(what: MeetingEvent, activity: TeamsActivity, joiners: readonly Joiner[]): Promise<void> {
    const caller = await this.#callers.of(activity);
    if (what === 'join') await this.#events.joined(joiners, activity.id, caller);
    else await this.#events.happened(what, caller);
  }

  seen(activity: TeamsActivity): Promise<void> {
    return this.deps.firstSight.seen(activity);
  }

  async invoke(activity: InvokeActivity): Promise<InvokeAnswer> {
    if (isFileVerb(activity.value.action.verb)) return this.#fileTap(activity);
    const ours = await this.#ours(activity);
    if ('refused' in ours) return error(ours.status, ours.refused);
    const { tap, verb, caller } = ours;
    if (ours.exceeded) {
      const code = tooMuch(ours.exceeded);
      const form = this.#taps.formAgain(tap, verb, caller, code);
      return form ? this.#shown(form, tap.data.k) : error(400, refusalSentence(code, caller.language));
    }
    // A client that draws a card anew by itself changes nothing, and gets the card as it is.
    const automatic = activity.value.trigger === 'automatic';
    if (!automatic) this.#waiting.turnedTo(tap.data.m, caller);
    const beside = automatic ? null : await this.#beside.answer(activity, tap, caller);
    if (beside) return beside;
    const twins = automatic ? null : this.deps.twins.tapped(activity, tap, caller);
    const result = await this.#taps.tap(tap, automatic ? {} : verb, caller);
    if (result.kind === 'accepted')
      await this.#participations.tookPart(caller, tap.data.m, personLanguage(activity));
    const asked = tap.verb === 'download.get' && result.kind === 'shown' && !automatic;
    const twin = await twins;
    if (twin) this.deps.twins.tell(twin, caller);
    // A form that comes back keeps its words, wherever it stands.
    const moved = twin && !asked && !result.again ? this.deps.twins.answer(result, caller.language) : null;
    const views = moved ?? (asked ? await this.#file(tap, verb, caller) : result.card());
    if (!automatic) await this.#keepForm(activity, tap, caller, 'template' in views && hasFields(views));
    return this.#shown(views, tap.data.k);
  }

  #shown(views: Views, mark: string | undefined): InvokeAnswer {
    const list = 'template' in views ? [views] : views;
    return { statusCode: 200, type: ADAPTIVE, value: renderFitting(list, this.deps.forms, mark).card };
  }

  async dialog(
    step: DialogStep,
    activity: InvokeActivity,
    late: (answer: () => DialogAnswer) => void,
  ): Promise<DialogAnswer> {
    const placed = await placedMessage(activity, this.#chooser, (one) => this.#callers.of(one));
    if ('sentence' in placed) return sentenceIn(step, placed.sentence, placed.language);
    if ('form' in placed) return dialogWith(step, placed.form, placed.language);
    const ours = await this.#ours(placed);
    const { language } = ours.caller;
    if ('refused' in ours) return sentenceIn(step, ours.refused, language);
    const { tap, verb, caller, exceeded } = ours;
    const code = exceeded ? tooMuch(exceeded) : 'notSaved';
    const again = () => {
      const form = this.#taps.formAgain(tap, verb, caller, code);
      return form
        ? dialogWith(step, form, language)
        : sentenceIn(step, refusalSentence(code, language), language);
    };
    if (exceeded)
      return step === 'fetch' ? sentenceIn(step, refusalSentence(code, language), language) : again();
    if (step === 'fetch') {
      // Opening writes nothing, whatever verb it names.
      if (!opensForm(tap.verb)) return sentenceIn(step, replies[language].unknownAction, language);
      return dialogAnswer(step, await this.#taps.tap(tap, verb, caller), language);
    }
    late(again);
    const result = await this.#taps.tap(tap, verb, caller);
    if (result.kind === 'accepted')
      await this.#participations.tookPart(caller, tap.data.m, personLanguage(activity));
    if (result.told) this.#tell(caller, result.told);
    return dialogAnswer(step, result, language);
  }

  /** One line in the chat about what was done; the answer does not wait for it. */
  #tell({ reach }: Caller, text: string): void {
    const failed = (outcome: string) => this.deps.log.warn({ outcome }, 'a line in the chat was not sent');
    this.deps.connector.say(reach, { text }).then(
      ({ kind }) => (kind === 'sent' ? undefined : failed(kind)),
      () => failed('error'),
    );
  }

  /** The tap with what its verb does, if it is one of ours and of this conversation. */
  async #ours(
    activity: InvokeActivity,
  ): Promise<
    { caller: Caller } & (
      | { tap: Tap; verb: Verb; exceeded: Exceeded | null }
      | { refused: string; status: 400 | 403 }
    )
  > {
    const { log } = this.deps;
    // Clients draw cards anew as often as they like: nobody's taps are held up for it.
    const counted = activity.value.trigger === 'manual';
    const exceeded = counted ? this.#exceeded(activity) : null;
    const tap = readTap(activity);
    const caller = await this.#callers.of(activity, tap?.data.m);
    const conversation = shortHash(caller.reach.conversationId);
    const reply = replies[caller.language];
    const verb = tap && findVerb(tap.verb);
    if (!tap || !verb) {
      log.warn({ conversation }, 'a tap that is not ours');
      return { caller, refused: reply.unknownAction, status: 400 };
    }
    if (await belongsHere(this.deps, tap.data.m, caller)) return { caller, tap, verb, exceeded };
    log.warn({ conversation }, 'a tap from another conversation');
    return { caller, refused: reply.otherMeeting, status: 403 };
  }

  /** While somebody has a form in the place of a card, edits of that card wait: they would take what is typed. */
  async #keepForm(activity: InvokeActivity, tap: Tap, caller: Caller, form: boolean): Promise<void> {
    const { state } = this.deps.meetings.known(tap.data.m) ?? {};
    if (!state || state.status === 'none') return;
    const card = {
      meetingId: tap.data.m,
      activityId: activity.replyToId || null,
      key: cardKey(tap.data.m, tappedCard(tap, state)),
    };
    // The answer to an Action.Submit is a message of its own.
    if (form && !isSubmitted(activity))
      await this.deps.openForms.open(card, caller.identity.key, state.edition);
    else this.deps.openForms.close(card, caller.identity.key);
  }

  /** The way to a file, or the card that was tapped with what to do. */
  async #file(tap: Tap, verb: Verb, caller: Caller): Promise<Views> {
    const { m, kind, format = 'docx', edition, a } = tap.data;
    const answer = await this.deps.minutesFiles.offer({ m, kind, format, edition }, caller, a);
    return 'card' in answer ? answer.card : this.#taps.shown(tap, verb, caller, answer.notice);
  }

  async fileConsent(activity: FileConsentActivity): Promise<void> {
    const meetingId = FileWish.safeParse(activity.value.context).data?.m;
    await this.deps.minutesFiles.consent(activity, await this.#callers.of(activity, meetingId));
  }

  async message(activity: MessageActivity, say: (message: OutgoingMessage) => Promise<void>): Promise<void> {
    const caller = await this.#callers.of(activity);
    const exceeded = this.#exceeded(activity);
    if (exceeded) {
      if (exceeded.first) await say({ text: replies[caller.language].linesTooFast });
      return;
    }
    const line = lineOf({ ...activity, id: this.#resent.firstId(activity) });
    const { text, cutOff } = line;
    if (caller.personal && activity.attachments.length > 0) {
      this.deps.files.receive(activity.attachments, line.activityId, caller);
      // What is said of the file is no command, unless it is one.
      if (text === '' || readLine(text, caller.language).kind === 'unknown') return;
    }
    await this.#waiting.calledUpon(caller);
    const changed = await this.#lines.line(line, caller, say);
    if (changed && cutOff) await say({ text: replies[caller.language].quoteCutOff });
    if (changed) await this.#participations.tookPart(caller, changed, personLanguage(activity));
  }

  /** The card of a dropped file belongs to no meeting yet, but to who dropped it. */
  async #fileTap(activity: InvokeActivity): Promise<InvokeAnswer> {
    const caller = await this.#callers.of(activity);
    if (!caller.personal || !caller.identity.authenticated)
      return error(403, replies[caller.language].otherMeeting);
    const exceeded = this.#exceeded(activity);
    if (exceeded) return error(400, refusalSentence(tooMuch(exceeded), caller.language));
    const { verb, data } = activity.value.action;
    const automatic = activity.value.trigger === 'automatic';
    const { card, meetingId } = await this.deps.files.tap(automatic ? 'file.look' : verb, data, caller);
    if (meetingId) await this.#participations.tookPart(caller, meetingId, personLanguage(activity));
    return this.#shown(card, undefined);
  }

  /** Counts what somebody does; who goes too fast stands in the log once, not once for each tap. */
  #exceeded(activity: TeamsActivity): Exceeded | null {
    const { key } = identityOf(activity);
    const exceeded = this.deps.pace?.exceeded(key, activity.conversation.id) ?? null;
    if (exceeded?.first)
      this.deps.log.warn({ by: exceeded.by, conversation: shortHash(activity.conversation.id) }, 'too fast');
    return exceeded;
  }
}

const tooMuch = ({ by }: Exceeded) => (by === 'person' ? 'tooFast' : 'tooBusy');

const error = (statusCode: number, message: string): InvokeAnswer => ({
  statusCode,
  type: 'application/vnd.microsoft.error',
  value: { code: statusCode === 403 ? 'Forbidden' : 'BadRequest', message },
});
