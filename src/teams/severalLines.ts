import { type Line, readLine } from '../wording/lines.ts';
import type { Language } from '../wording/outcome.ts';
import type { TypedLine } from './quotedMessage.ts';

/** More commands than anybody writes in one message. */
const MOST = 8;

/** Lines that only ask; after them a message goes on whatever was answered. */
const ASKING: readonly Line['kind'][] = [
  'status',
  'agenda',
  'minutes',
  'download',
  'package',
  'approval',
  'attendance',
  'help',
];
export const onlyAsks = (text: string): boolean => ASKING.includes(readLine(text).kind);

/**
 * A message whose every line is a command of its own ("beslutning: …" and below it "tovholder: …") is as many; any
 * other is one, for a decision may have several lines. Each has an id of its own, the same when Teams sends it again.
 */
export function severalLines(typed: TypedLine, language: Language): readonly TypedLine[] {
  const rows = typed.text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  if (typed.saidAt !== null || rows.length < 2 || rows.length > MOST) return [typed];
  if (rows.some((row) => readLine(row, language).kind === 'unknown')) return [typed];
  return rows.map((text, at) => ({
    ...typed,
    text,
    activityId: at === 0 ? typed.activityId : `${typed.activityId}:${at}`,
  }));
}
