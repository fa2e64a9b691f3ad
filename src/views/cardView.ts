import type { People } from '../meeting/people.ts';
import type { Meeting } from '../meeting/state.ts';
import { findItem } from '../meeting/state.ts';
import { type ButtonTexts, buttonTexts } from '../wording/buttonTexts.ts';
import { type CardTexts, cardTexts } from '../wording/cardTexts.ts';
import { type FormTexts, formTexts } from '../wording/formTexts.ts';
import type { Language } from '../wording/outcome.ts';
import type { Refresh } from './refresh.ts';

/** A card to be: which template, and its total view model (no field missing, every list there). */
export interface CardView {
  readonly template:
    | 'item'
    | 'agenda'
    | 'preview'
    | 'ready'
    | 'role'
    | 'summary'
    | 'unanswered'
    | 'form'
    | 'download'
    | 'text';
  readonly model: Readonly<Record<string, unknown>>;
  /** One line for notifications and for clients without cards. */
  readonly summary: string;
  /** Clients of these persons draw it anew by themselves. */
  readonly refresh?: Refresh;
}

/** How a card sees the meeting. `leading`: in the private chat of who leads or writes, where closed items show. */
export interface Sight {
  readonly meeting: Meeting;
  /** As they are named. */
  readonly people: People;
  /** As they are stored, for what tells of an account under its own name; missing: as they are named. */
  readonly stored?: People;
  readonly language: Language;
  readonly audience: 'shared' | 'leading';
  /** A line on top for who asked, alone. */
  readonly notice: string | null;
  /** Drawn for one who leads or writes, in a chat where others read along. */
  readonly leader?: true;
  /** Everybody in the chat reads it, as an answer to what somebody wrote there. */
  readonly aloud?: true;
  /** Whose private chat it is; left out where others read along. */
  readonly reader?: string;
}

export const textsOf = (sight: { readonly language: Language }): CardTexts => cardTexts[sight.language];
export const buttonsOf = (sight: { readonly language: Language }): ButtonTexts => buttonTexts[sight.language];
export const formsOf = (sight: { readonly language: Language }): FormTexts => formTexts[sight.language];

/** True where nothing of the item but its number may be seen. */
export const hidden = (sight: Sight, itemId: string): boolean =>
  sight.audience === 'shared' && (findItem(sight.meeting, itemId)?.closed ?? false);

/** The line on top of a card for who asked, alone. */
export const noticeOf = (sight: {
  readonly notice: string | null;
}): { readonly hasNotice: boolean; readonly notice: string } => ({
  hasNotice: sight.notice !== null,
  notice: cutKeepingLines(sight.notice ?? '', 800),
});

/** What a button hands back: the verb, which meeting, and what of it. `t` is the state that the card showed. */
export interface ActionData {
  readonly verb: string;
  readonly m: string;
  readonly t: string;
  /** Item, point, decision or note, proposal, person, role, outcome, page: as the verb needs. */
  readonly i?: string;
  readonly p?: string;
  readonly d?: string;
  readonly n?: string;
  readonly a?: string;
  /** The item on whose card the button of another one stands. */
  readonly c?: string;
  readonly who?: string;
  readonly role?: string;
  readonly outcome?: string;
  readonly page?: number;
  /** A conversation, of a dropped file's card: stands for its id. */
  readonly place?: string;
  /** What is fetched, as what, and in which edition. */
  readonly kind?: 'minutes' | 'package';
  readonly format?: string;
  readonly edition?: 'full' | 'public';
  /** When a message was written, and by whom. */
  readonly said?: string;
  readonly author?: string;
  /** The author's account. */
  readonly authorKey?: string;
  /** A typed line, or a message that was taken. */
  readonly text?: string;
  /** The text was warned about, and is to be saved all the same. */
  readonly anyway?: boolean;
}

export interface Button {
  readonly title: string;
  readonly tooltip: string;
  readonly verb: string;
  readonly style: 'default' | 'positive';
  readonly data: ActionData;
}

interface Label {
  readonly title: string;
  readonly tip: string;
}

/** Makes the buttons of one card: all carry the meeting and the state that the card shows. */
export const buttonMaker =
  (meeting: Meeting) =>
  (
    label: Label,
    verb: string,
    what: Omit<ActionData, 'verb' | 'm' | 't'> = {},
    positive = false,
  ): Button => ({
    title: label.title,
    tooltip: label.tip,
    verb,
    style: positive ? 'positive' : 'default',
    data: { verb, m: meeting.meetingId, t: String(meeting.version), ...what },
  });

/** Two buttons a row where a label has more than seven letters, else three: so none is cut at 320 px. */
export function rows(buttons: readonly Button[]): { readonly actions: readonly Button[] }[] {
  const result: { actions: Button[] }[] = [];
  for (const button of buttons) {
    const last = result.at(-1);
    const long = (list: readonly Button[]) => list.some((entry) => entry.title.length > 7);
    const room = last && last.actions.length < (long([...last.actions, button]) ? 2 : 3);
    if (last && room) last.actions.push(button);
    else result.push({ actions: [button] });
  }
  return result;
}

const BREAK = /[\n\r\u2028\u2029]/u;

/** On one line, cut at a word, never inside a character: what stands among other words, or in a list of one line each. */
export function cut(text: string, limit: number): string {
  const trimmed = text.trim();
  // Most have no break, and a card has hundreds of texts.
  return cutKeepingLines(
    BREAK.test(trimmed) ? trimmed.replace(/[\n\r\u2028\u2029]\s*/gu, ' ') : trimmed,
    limit,
  );
}

/** Cut at a word, never inside a character; unchanged if short enough. */
export function cutKeepingLines(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit);
  const space = room.search(/\s\S*$/u);
  const head = space > limit / 2 ? room.slice(0, space) : room.replace(/[\ud800-\udbff]$/u, '');
  return `${head.trimEnd()} …`;
}

const linesOf = (text: string): string[] =>
  (text.includes('\n') ? text.split(/\r?\n/u) : [text]).filter((line) => line.trim() !== '');

/** Every line costs a block of its own: a text cut to `limit` characters has at most this many. */
const mostLines = (limit: number): number =>
  Number.isFinite(limit) ? Math.max(2, Math.min(40, Math.floor(limit / 40))) : limit;

/** Paragraphs of a text as lines of a card; cut after `limit` characters in all. */
export function paragraphs(text: string, limit = Number.POSITIVE_INFINITY): { readonly text: string }[] {
  const lines = linesOf(cutKeepingLines(text, limit));
  const most = mostLines(limit);
  return lines
    .slice(0, most)
    .map((line, index) => ({ text: lines.length > most && index === most - 1 ? `${line} …` : line }));
}

/** True where `paragraphs` shows the whole text. */
export const showsWhole = (text: string, limit: number): boolean =>
  text.length <= limit && linesOf(text).length <= mostLines(limit);
