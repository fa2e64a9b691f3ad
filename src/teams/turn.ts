import type { Reach } from '../service/conversations.ts';
import type { FileConsentActivity, InvokeActivity, MessageActivity, TeamsActivity } from './activity.ts';
import type { Joiner } from './joiners.ts';
import type { MeetingEvent } from './meetingEvents.ts';
import type { Pass } from './sendingRate.ts';

/** A card of Teams' own about a file (learn.microsoft.com, "Send and receive files using a bot"). */
export interface FileCard {
  readonly contentType: `application/vnd.microsoft.teams.card.file.${'consent' | 'info'}`;
  readonly name: string;
  readonly contentUrl?: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A message as Teams takes it: text, one card, or a card about a file; `summary` is what a notification shows. */
export interface OutgoingMessage {
  readonly text?: string;
  readonly card?: Record<string, unknown>;
  readonly file?: FileCard;
  readonly summary?: string;
}

/**
 * What stands in the body of an `adaptiveCard/action` answer. HTTP is always 200; `statusCode` is the real result
 * (platform.md 1).
 */
export interface InvokeAnswer {
  readonly statusCode: number;
  readonly type:
    | 'application/vnd.microsoft.card.adaptive'
    | 'application/vnd.microsoft.activity.message'
    | 'application/vnd.microsoft.error';
  readonly value: Record<string, unknown> | string;
}

/** `fetch`: a dialog is asked for; `submit`: a button in it was pressed. */
export type DialogStep = 'fetch' | 'submit';

/**
 * The body of a `task/fetch` or `task/submit` answer, with HTTP 200; null: no body at all, which closes the dialog (an
 * empty object is an error to Teams: MicrosoftDocs/msteams-docs#832, #6432).
 */
export type DialogAnswer = {
  readonly task:
    | { readonly type: 'message'; readonly value: string }
    | {
        readonly type: 'continue';
        readonly value: {
          readonly title: string;
          readonly width: 'medium';
          readonly height: 'small' | 'medium' | 'large';
          readonly card: {
            readonly contentType: 'application/vnd.microsoft.card.adaptive';
            readonly content: Record<string, unknown>;
          };
        };
      };
} | null;

/** What Punkt does with an authenticated, well-formed activity. Implemented by the router. */
export interface TurnHandlers {
  /** Called first for every activity of a conversation that the bot is in: remembers how to reach it. */
  seen(activity: TeamsActivity): Promise<void>;
  /** A tap on a card. Answered exactly once. */
  invoke(activity: InvokeActivity): Promise<InvokeAnswer>;
  /**
   * A dialog. Answered exactly once; `late` takes what is answered where this one comes too late, so that a form is
   * not lost.
   */
  dialog(
    step: DialogStep,
    activity: InvokeActivity,
    late: (answer: () => DialogAnswer) => void,
  ): Promise<DialogAnswer>;
  /**
   * Teams tells of the meeting of that chat: it only makes Punkt ask, or keep who joined as a suggestion. Rejects where
   * that could not be stored: the event is to come again.
   */
  meetingEvent?(what: MeetingEvent, activity: TeamsActivity, joiners: readonly Joiner[]): Promise<void>;
  /** Yes or no to a file that was offered. What comes of it is said by messages of its own. */
  fileConsent(activity: FileConsentActivity): Promise<void>;
  /** A typed line. `say` answers in the same conversation. */
  message(activity: MessageActivity, say: (message: OutgoingMessage) => Promise<void>): Promise<void>;
}

/** How to reach a conversation again; the same as is stored of it. */
export type ConversationReference = Reach;

/** One person of a conversation's roster. `aadObjectId` null: anonymous. */
export interface RosterMember {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string | null;
  readonly tenantId: string | null;
  readonly userRole: string | null;
}

export type SendResult =
  | { readonly kind: 'sent'; readonly activityId: string }
  /**
   * Worth another try: rate limit, 412, 5xx or a broken connection. `uncertain`: it may have been carried out all the
   * same, so that posting it again may make a twin.
   */
  | {
      readonly kind: 'later';
      readonly reason: string;
      readonly retryAfterMs: number | null;
      readonly uncertain: boolean;
    }
  /** The edited message is not there any more (404). */
  | { readonly kind: 'gone' }
  /** The conversation takes nothing of the bot until somebody there turns to it: removed, blocked, archived. */
  | { readonly kind: 'closed'; readonly reason: string }
  /** This message never: malformed, too large. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The outgoing side: everything that Punkt asks of Teams' connector, no faster than Teams takes it. The only other
 * place with botbuilder.
 */
export interface Connector {
  /**
   * Resolves when a message may go there now, for who renders it at the last moment; handed to `post` or `edit`, or
   * given back. Rejects with the signal's reason.
   */
  pass(to: ConversationReference, use: 'post' | 'edit', signal: AbortSignal): Promise<Pass>;
  /** A direct answer, tried again as long as Teams says for certain that it did nothing. */
  say(to: ConversationReference, message: OutgoingMessage): Promise<SendResult>;
  /** Waits for its turn, unless it has a pass. One request, never repeated. */
  post(to: ConversationReference, message: OutgoingMessage, pass?: Pass): Promise<SendResult>;
  edit(
    to: ConversationReference,
    activityId: string,
    message: OutgoingMessage,
    pass?: Pass,
  ): Promise<SendResult>;
  /** Opens (or finds) the one-to-one chat with a person; gives its conversation id. */
  openPersonal(
    near: ConversationReference,
    person: { readonly id: string; readonly tenantId: string | null },
  ): Promise<{ readonly conversationId: string } | { readonly failed: string }>;
  /** The person in that conversation's roster; `absent` only on Teams' own word, `unknown` on any other failure. */
  member(of: ConversationReference, userId: string): Promise<RosterMember | 'absent' | 'unknown'>;
  /** Everybody in that conversation; `unknown` on any failure. */
  members(of: ConversationReference): Promise<readonly RosterMember[] | 'unknown'>;
}
