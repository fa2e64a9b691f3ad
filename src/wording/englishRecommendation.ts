import type { Outcome } from '../meeting/outcome.ts';
import { type Asks, askWeight, asSentence } from './meetingVerbs.ts';

/** An English point as read; `sentence` null: its words do not make a sentence of the minutes by themselves. */
export interface EnglishPoint {
  readonly asks: Asks;
  readonly outcome: Outcome | null;
  readonly sentence: string | null;
}

interface EnglishVerb {
  readonly past: string;
  readonly asks: Asks;
  readonly outcome: Outcome | null;
}

/** Verbs of recommendations: after "that", finite or plain ("approves", "approve"), and what they ask. */
const verbs = new Map<string, EnglishVerb>(
  (
    [
      ['approve', 'approves', 'approved', 'approve', 'approved'],
      ['adopt', 'adopts', 'adopted', 'adopt', 'adopted'],
      ['endorse', 'endorses', 'endorsed', 'adopt', 'adopted'],
      ['take note of', 'takes note of', 'took note of', 'note', 'noted'],
      ['note', 'notes', 'noted', 'note', 'noted'],
      ['discuss', 'discusses', 'discussed', 'discuss', 'discussed'],
      ['consider', 'considers', 'considered', 'discuss', 'discussed'],
      ['decide', 'decides', 'decided', 'decide', null],
      ['appoint', 'appoints', 'appointed', 'decide', null],
      ['elect', 'elects', 'elected', 'decide', null],
    ] as const
  ).flatMap(([plain, finite, past, asks, outcome]) =>
    [plain, finite].map((form): [string, EnglishVerb] => [form, { past, asks, outcome }]),
  ),
);
const anyVerb = [...verbs.keys()].join('|').replaceAll(' ', '\\s+');
const verbOf = (written: string | undefined): EnglishVerb | undefined =>
  verbs.get((written ?? '').toLowerCase().replace(/\s+/gu, ' '));

const leadIn = /^(?:[•*–-]\s+)?(?:it\s+is\s+(?:recommended|proposed)\s+)?that\s+/iu;
const withSubject = new RegExp(
  `^(?<subject>(?:the\\s+)?[\\p{L}-]+(?:\\s+[\\p{L}-]+){0,6}?)\\s+(?<verb>${anyVerb})\\s+(?<rest>.+)$`,
  'iu',
);
const withoutSubject = new RegExp(`^(?:to\\s+)?(?<verb>${anyVerb})\\s+(?<rest>.+)$`, 'iu');
const furtherVerb = new RegExp(`(?<!\\p{L})and\\s+(${anyVerb})(?!\\p{L})`, 'iu');
const purposes = new Map<string, readonly [Asks, Outcome | null]>([
  ['approval', ['approve', 'approved']],
  ['adoption', ['adopt', 'adopted']],
  ['discussion', ['discuss', 'discussed']],
  ['information', ['note', 'noted']],
  ['decision', ['decide', null]],
]);

/** What an English point asks for ("That the Board approves the budget", "For information"); null: not English, or not known. */
export function readEnglishPoint(text: string): EnglishPoint | null {
  const clause = text
    .trim()
    .replace(leadIn, '')
    .replace(/(?:[\s,;.]|\s+and)+$/iu, '');
  const noun = /^(?:for\s+)?(approval|adoption|discussion|information|decision)(?=\s+of(?!\p{L})|$)/iu.exec(
    clause,
  )?.[1];
  const purpose = purposes.get(noun?.toLowerCase() ?? '');
  if (purpose) return { asks: purpose[0], outcome: purpose[1], sentence: null };
  const found = withoutSubject.exec(clause) ?? withSubject.exec(clause);
  const first = verbOf(found?.groups?.verb);
  const rest = found?.groups?.rest ?? '';
  if (!first) return null;
  // "discusses and approves the plan": the weightiest of what is asked.
  const second = verbOf(furtherVerb.exec(rest)?.[1]);
  const heaviest = second && askWeight[second.asks] > askWeight[first.asks] ? second : first;
  // Something more is asked than was understood: to take note would be less than that.
  const more =
    !second && /(?<!\p{L})and\s+\p{Ll}{2,}s\s/u.test(rest) && ['note', 'discuss'].includes(first.asks);
  if (more) return { asks: 'other', outcome: 'adopted', sentence: null };
  const subject = found?.groups?.subject;
  // One verb, one object: only then is the sentence sure to be right in the past tense.
  const flips = subject !== undefined && !second && !/[,;:]|(?<!\p{L})(?:and|or|that)(?!\p{L})/iu.test(rest);
  const sentence = flips ? asSentence(`${subject} ${first.past} ${rest}`) : null;
  return { asks: heaviest.asks, outcome: heaviest.outcome, sentence };
}
