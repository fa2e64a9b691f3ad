import { isCutOff, type QuotedMessage, quotedLine } from '../wording/quotedLine.ts';
import type { MessageActivity } from './activity.ts';
import { mentionFreeText } from './messageText.ts';

/** The one message of a person that a line quotes; null: none, several, a deleted one, or one of Punkt's own. */
function quotedMessage({
  entities,
  from,
  recipient,
}: MessageActivity): (QuotedMessage & { readonly at: string | null }) | null {
  const quotes = entities.flatMap((found) => (found.type === 'quotedReply' ? [found.quotedReply] : []));
  const [quote, another] = quotes;
  if (!quote?.preview || another || quote.isReplyDeleted || quote.senderId === recipient.id) return null;
  const own = quote.senderId === from.id;
  if (!own && !quote.senderName?.trim()) return null;
  return { author: own ? null : (quote.senderName ?? null), text: quote.preview, at: timeOf(quote.time) };
}

/** ISO 8601, UTC; null where it is no time in milliseconds since the epoch. */
function timeOf(time: string | null | undefined): string | null {
  return time && /^\d{12,14}$/u.test(time) ? new Date(Number(time)).toISOString() : null;
}

/** What is typed to Punkt. */
export interface TypedLine {
  /** Of the activity that brought it. */
  readonly activityId: string;
  readonly text: string;
  /** When its words were said, where they are an earlier message's (ISO 8601, UTC). */
  readonly saidAt: string | null;
}

/** What a line says: its own text, or what it makes of the message that it quotes. `cutOff`: of that, its beginning. */
export function lineOf(activity: MessageActivity): TypedLine & { readonly cutOff: boolean } {
  const typed = mentionFreeText(activity);
  const quote = quotedMessage(activity);
  const taken = quote && quotedLine(typed, quote);
  if (!taken) return { activityId: activity.id, text: typed, saidAt: null, cutOff: false };
  return { activityId: activity.id, text: taken, saidAt: quote.at, cutOff: isCutOff(taken) };
}
