import { isCutOff, type QuotedMessage, quotedLine } from '../wording/quotedLine.ts';
import type { MessageActivity } from './activity.ts';
import { mentionFreeText } from './messageText.ts';

/** The one message of a person that a line quotes; null: none, several, a deleted one, or one of Punkt's own. */
function quotedMessage({ entities, from, recipient }: MessageActivity): QuotedMessage | null {
  const quotes = entities.flatMap((found) => (found.type === 'quotedReply' ? [found.quotedReply] : []));
  const [quote, another] = quotes;
  if (!quote?.preview || another || quote.isReplyDeleted || quote.senderId === recipient.id) return null;
  const own = quote.senderId === from.id;
  if (!own && !quote.senderName?.trim()) return null;
  return { author: own ? null : (quote.senderName ?? null), text: quote.preview };
}

/** What a line says: its own text, or what it makes of the message that it quotes. `cutOff`: of that, its beginning. */
export function lineOf(activity: MessageActivity): { readonly text: string; readonly cutOff: boolean } {
  const typed = mentionFreeText(activity);
  const quote = quotedMessage(activity);
  const taken = quote && quotedLine(typed, quote);
  return { text: taken ?? typed, cutOff: taken !== null && isCutOff(taken) };
}
