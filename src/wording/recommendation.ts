import type { Language } from '../meeting/agenda.ts';
import type { Outcome } from '../meeting/outcome.ts';
import { readEnglishPoint } from './englishRecommendation.ts';
import {
  type Asks,
  askWeight,
  asSentence,
  infinitives,
  type MeetingVerb,
  presentVerbs,
} from './meetingVerbs.ts';
import { neutralSentence, type OutcomeDetail } from './outcome.ts';
import { remembering } from './remember.ts';

export type { Asks } from './meetingVerbs.ts';

/** A point as read: what it asks, the outcome of saying yes (null: it needs a decision), the sentence of the minutes. */
export interface RecommendationReading {
  readonly asks: Asks;
  readonly outcome: Outcome | null;
  readonly sentence: string;
}

const adverbs =
  /^(?:kort|fortsat|løbende|igen|også|endeligt|foreløbigt|indledningsvist|indledende|samlet|nærmere|ligeledes|herefter|endvidere)$/u;
const modals = /(?<!\p{L})(?:kan|skal|bør|må|vil|kunne|skulle|burde)(?!\p{L})/iu;
const subordinators =
  /^(?:at|om|som|der|hvis|når|såfremt|hvordan|hvad|hvem|hvilke[nt]?|hvor|hvorvidt|hvorfor|idet|fordi)$/u;
/** Those who do the meeting's work, or stand outside it: what they are to do has not happened by being recommended. */
const doers =
  /sekretariat|forvaltning|administration|afdeling|(?<!be)styrelse|kommune|ministeri|leverandør|region(?:en)?$|projektleder/iu;
const decidingBody =
  /(?<!arbejds|tema|projekt|under|følge)gruppen?$|(?:udvalget?|råde?t?|bestyrelsen?|direktionen?|ledelsen|kredsen?|forum|klyngen?|nævnet?|byrådet|formandskabet|komit[eé]en|foreningen|forsamlingen)$|^vi$|^KSG$/iu;

interface Token {
  readonly text: string;
  readonly bare: string;
  readonly start: number;
  readonly end: number;
}

function tokenise(text: string): Token[] {
  return [...text.matchAll(/\S+/gu)].map((found) => {
    const bare = found[0]
      .normalize('NFC')
      .toLocaleLowerCase('da')
      .replace(/[,;:.]+$/u, '');
    const end = found.index + found[0].replace(/[,;:.]+$/u, '').length;
    return { text: found[0], bare, start: found.index, end };
  });
}

function verbAt(tokens: readonly Token[], index: number, text: string, from = presentVerbs) {
  const token = tokens[index];
  if (token === undefined) return null;
  const after = text.slice(token.end).trimStart();
  return from.get(token.bare)?.find((verb) => verb.needs === undefined || verb.needs.test(after)) ?? null;
}

/** Text without its lead-in ("At", "Det indstilles, at") and without the ", og" or stop that ties it to the next point. */
function bareClause(text: string): string {
  const opened = text
    .trim()
    .replace(/^(?:[•*–-]|\d{1,2}[.)])\s+(?=at\s)/iu, '')
    .replace(
      /^(?:det\s+(?:indstilles|foreslås|anbefales)|[^\s,]+\s+(?:indstiller|foreslår))(?:\s+til\s+\S+)?[,:]?\s+(?=at\s)/iu,
      '',
    )
    .replace(/^at(?:\s+|$)/iu, '');
  return opened.replace(/(?:[\s,;.…]|(?<=[\s,;.]|^)(?:og|samt)(?=[\s,;.]*$))+$/iu, '');
}

const neutral = { asks: 'other', outcome: 'adopted', sentence: neutralSentence('adopted') } as const;

/** How agendas mark what an item is for: "Til orientering", "Godkendelse af …". */
const purposes = new Map<string, [Asks, Outcome | null]>([
  ['godkendelse', ['approve', 'approved']],
  ['drøftelse', ['discuss', 'discussed']],
  ['orientering', ['note', 'noted']],
  ['efterretning', ['note', 'noted']],
  ['beslutning', ['decide', null]],
]);

/** A point without a subject: "Til orientering", "Godkendelse af …", "(at) godkende dagsordenen". */
function readSubjectless(clause: string): RecommendationReading | null {
  const tokens = tokenise(clause);
  const infinitive = verbAt(tokens, 0, clause, infinitives);
  const read = (asks: Asks, outcome: Outcome | null) => ({
    asks,
    outcome,
    sentence: neutralSentence(outcome ?? 'decided'),
  });
  // "drøfte og godkende planen": the weightiest of what is asked.
  const second = tokens[1]?.bare === 'og' ? verbAt(tokens, 2, clause, infinitives) : null;
  const asked =
    second && infinitive && askWeight[second.asks] > askWeight[infinitive.asks] ? second : infinitive;
  if (asked !== null) return read(asked.asks, asked.outcome);
  const noun = /^(?:til\s+)?(\p{L}+)(?=\s+(?:af|om|vedr)|[.,\s]*$)/iu.exec(clause)?.[1];
  const meaning = purposes.get(noun?.toLocaleLowerCase('da') ?? '');
  return meaning === undefined ? null : read(...meaning);
}

interface Clause {
  readonly subject: string;
  readonly adverb: string;
  readonly verb: MeetingVerb;
  readonly rest: string;
}

/** Subject, adverb, verb, rest of the at-clause; null where the first known verb is not plainly its finite verb. */
function parseClause(clause: string): Clause | null {
  const tokens = tokenise(clause);
  for (let index = 1; index < Math.min(tokens.length, 14); index += 1) {
    const before = tokens[index - 1];
    const token = tokens[index];
    if (before === undefined || token === undefined || /[,;:]$/u.test(before.text)) return null;
    const verb = verbAt(tokens, index, clause);
    if (verb === null) {
      if (token.bare === 'ikke' || (token.bare !== 'om' && subordinators.test(token.bare))) return null;
      continue;
    }
    const adverb = index > 1 && adverbs.test(before.bare) ? before : null;
    const subject = clause.slice(0, (adverb === null ? token : adverb).start).trim();
    return { subject, adverb: adverb?.text ?? '', verb, rest: clause.slice(token.end) };
  }
  return null;
}

const pastOf = (verb: MeetingVerb, afterPassive: boolean) =>
  verb.passive && !afterPassive ? `blev ${verb.past}` : verb.past;

/** Main-clause order: "kort drøfter X" → "drøftede kort X"; a pronoun stays at its verb ("orienterede hinanden kort"). */
function mainOrder(verb: MeetingVerb, adverb: string, rest: string, afterPassive = false): string {
  if (adverb === '') return pastOf(verb, afterPassive) + rest;
  if (verb.passive) return `${afterPassive ? '' : 'blev '}${adverb} ${verb.past}${rest}`;
  const pronoun =
    /^\s+(?:hinanden|sig|det|den|dem)(?![\p{L}\p{N}])(?!\s+[\p{L}]+(?:en|et|ne)(?!\p{L}))/iu.exec(
      rest,
    )?.[0] ?? '';
  return `${verb.past}${pronoun} ${adverb}${rest.slice(pronoun.length)}`;
}

/** "om" is mostly a preposition ("orienteres om og drøfter"). */
const opensClause = (tokens: readonly Token[], index: number) =>
  tokens[index - 1]?.text.endsWith(',') === true ||
  (index === 0 && !/^(?:og|samt)$/u.test(tokens[1]?.bare ?? ''));

/** Verbs that share the subject ("drøfter og beslutter", "… til efterretning og drøfter …") take the past tense too. */
function flipSharedVerbs(rest: string, first: MeetingVerb): { text: string; verbs: MeetingVerb[] } {
  const tokens = tokenise(rest);
  const found: MeetingVerb[] = [first];
  let text = '';
  let copied = 0;
  let subordinate = false;
  let last = first;
  for (const [index, token] of tokens.entries()) {
    const adverb = adverbs.test(tokens[index - 1]?.bare ?? '') ? tokens[index - 1] : undefined;
    const link = tokens[index - (adverb === undefined ? 1 : 2)];
    const beforeLink = tokens[index - (adverb === undefined ? 2 : 3)];
    const linked = link !== undefined && /^(?:og|samt)$/u.test(link.bare);
    // Danish sets a comma before "og" only where a subordinate clause has ended.
    const shares = subordinate
      ? linked && beforeLink?.text.endsWith(',') === true
      : linked || link?.text.endsWith(',') === true;
    const verb = shares ? verbAt(tokens, index, rest) : null;
    if (verb !== null) {
      text += rest.slice(copied, (adverb ?? token).start);
      text += mainOrder(verb, adverb?.text ?? '', '', last.passive === true && verb.passive === true);
      copied = token.end;
      found.push(verb);
      last = verb;
      subordinate = false;
    } else if (token.bare === 'om' ? opensClause(tokens, index) : subordinators.test(token.bare)) {
      subordinate = true;
    }
  }
  return { text: text + rest.slice(copied), verbs: found };
}

/** What "yes" to a recommendation point is, and the sentence for the minutes. The typed words stay as they are. */
export const readRecommendation = remembering((text): RecommendationReading => {
  const clause = bareClause(text);
  const parsed = parseClause(clause);
  if (parsed === null) {
    const english = readEnglishPoint(text);
    const read = readSubjectless(clause);
    if (read !== null || english === null) return read ?? neutral;
    const { asks, outcome } = english;
    return { asks, outcome, sentence: neutralSentence(outcome ?? 'decided') };
  }
  const { subject, adverb, verb, rest } = parsed;
  const words = subject.split(/\s+/u);
  const byBody = decidingBody.test(words[0] ?? '') || decidingBody.test(words.at(-1) ?? '');
  const byDoer = !byBody && verb.passive !== true && doers.test(subject);
  if (byDoer && verb.action !== true && verb.outcome !== 'informed') return neutral;
  const shared = flipSharedVerbs(rest, verb);
  const { asks, outcome } = shared.verbs.reduce((best, next) =>
    askWeight[next.asks] > askWeight[best.asks] ? next : best,
  );
  if (shared.verbs.some((one) => one.action) && (verb.passive === true || !byBody)) {
    return { asks: 'other', outcome: 'adopted', sentence: asSentence(`Det blev besluttet, at ${clause}`) };
  }
  if (modals.test(subject)) return { asks, outcome, sentence: neutralSentence(outcome ?? 'decided') };
  return { asks, outcome, sentence: asSentence(`${subject} ${mainOrder(verb, adverb, shared.text)}`) };
});

/** The main button that the open points give. */
export type MainAnswer = 'approve' | 'note' | 'discuss' | 'asRecommended';

/** Points that need a decision are passed over where others stand beside them; null: no button answers any point. */
export function mainAnswer(points: readonly { readonly text: string }[]): { label: MainAnswer } | null {
  const asked = new Set(points.map((point) => readRecommendation(point.text).asks));
  asked.delete('decide');
  const [only] = asked;
  if (only === undefined) return null;
  if (asked.size === 1 && (only === 'approve' || only === 'note' || only === 'discuss'))
    return { label: only };
  return { label: 'asRecommended' };
}

/** One definite word ("dagsordenen", "orienteringerne") can stand as object of every one of these. */
function definiteObject(verb: MeetingVerb, rest: string): string | null {
  const object = rest.replace(/\s+til\s+efterretning$/iu, '').trim();
  return verb.action !== true && verb.passive !== true && /^\p{L}[\p{L}-]+(?:en|et|ne)$/u.test(object)
    ? object
    : null;
}

const crossed: Partial<Record<Outcome, (object: string) => string>> = {
  approved: (object) => `godkendte ${object}`,
  adopted: (object) => `tiltrådte ${object}`,
  noted: (object) => `tog ${object} til efterretning`,
  discussed: (object) => `drøftede ${object}`,
};

/**
 * The minutes sentence of a point with this outcome: its own words where they carry it and are in the language of the
 * minutes, else a neutral sentence.
 */
export function sentenceFor(
  outcome: Outcome,
  pointText: string,
  extra: OutcomeDetail = {},
  language: Language = 'da',
): string {
  if (language === 'en') {
    const english = readEnglishPoint(pointText);
    const own = english?.outcome === outcome && english.sentence;
    return own ? own : neutralSentence(outcome, extra, 'en');
  }
  const reading = readRecommendation(pointText);
  const asked = reading.outcome ?? (reading.asks === 'decide' ? 'decided' : null);
  if (outcome === asked && extra.forwardedTo === undefined && extra.until === undefined)
    return reading.sentence;
  const write = crossed[outcome];
  const parsed = write === undefined ? null : parseClause(bareClause(pointText));
  if (write === undefined || parsed === null || doers.test(parsed.subject) || modals.test(parsed.subject)) {
    return neutralSentence(outcome, extra);
  }
  const object = definiteObject(parsed.verb, parsed.rest);
  return object === null ? neutralSentence(outcome, extra) : asSentence(`${parsed.subject} ${write(object)}`);
}
