import { readLine } from './lines.ts';

/** A message that a line answers by quoting it. */
export interface QuotedMessage {
  /** As Teams shows the name; null: whoever types the line. */
  readonly author: string | null;
  readonly text: string;
}

/** "til referatet", "til referatet 4": said of a quoted message, a note. */
const TO_MINUTES = /^(?:til referatet|to the minutes)(?=\s|$)/iu;

/**
 * The line that is meant by a word of command without a text ("notér", "beslutning 4", "til referatet") in answer to a
 * quoted message: that message, on behalf of its author. Null: the line means what it says, whatever it quotes.
 */
export function quotedLine(typed: string, { author, text }: QuotedMessage): string | null {
  const command = typed
    .trim()
    .replace(/[.:!]+$/u, '')
    .replace(TO_MINUTES, 'notér');
  if (command === '' || command.includes(':') || text.trim() === '') return null;
  const { kind } = readLine(`${command}: x`);
  if (readLine(command).kind !== 'unknown' || (kind !== 'note' && kind !== 'decision')) return null;
  const name = author
    ?.replace(/[:\s]+/gu, ' ')
    .trim()
    .slice(0, 100);
  return `${name ? `på vegne af ${name}: ` : ''}${command}: ${text.trim()}`;
}

/** Whether Teams handed over only the beginning of a message. */
export const isCutOff = (text: string): boolean => /(?:…|\.{3})\s*$/u.test(text);
