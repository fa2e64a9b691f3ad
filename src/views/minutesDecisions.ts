import type { Due } from '../meeting/agenda.ts';
import { type Known, readAssignment } from '../wording/assignment.ts';
import { findDues, writeDue } from '../wording/due.ts';
import { joinSentences } from '../wording/joinSentences.ts';
import { minutesTexts } from '../wording/minutesTexts.ts';
import { isModifier, withModifier } from '../wording/modifier.ts';
import {
  type Language,
  neutralSentence,
  type OutcomeDetail,
  outcomeLabel,
  pointList,
  sentenceForPoints,
} from '../wording/outcome.ts';
import { readRecommendation, sentenceFor } from '../wording/recommendation.ts';
import type { DraftDecision, DraftHead, DraftPoint, Minutes } from './draft.ts';
import type { MinutesBlock } from './minutesDocument.ts';

/** What a block says, before it is known how its section is set. */
export type MinutesLine = Omit<MinutesBlock, 'style'>;
type Item = Minutes['items'][number];

/**
 * How the minutes are set: `final` for readers, whom the decisions tell what became of each point; `working` for who
 * writes them, with what became of each point beside it, and the number of each decision; `bare`: nothing at the points.
 */
export type MinutesUse = 'final' | 'working' | 'bare';

const standing = (item: Item): readonly DraftDecision[] => item.decisions.filter(({ struck }) => !struck);

/** Where all points were settled by the same decisions, nothing needs to say which one each was. */
const settledAlike = (points: readonly DraftPoint[]): boolean => {
  const [first] = points;
  const same = (point: DraftPoint) =>
    point.status === 'decided' && point.decisions.join() === first?.decisions.join();
  return first !== undefined && points.every(same);
};

/** True where a point refers to decisions by their number. */
const citesDecisions = ({ recommendations: points }: Item): boolean =>
  points.some(({ status }) => status === 'proposed') ||
  (points.some(({ status }) => status === 'decided') && !settledAlike(points));

/** The points, each with what became of it where nothing else says it; that nothing did is always said. */
export function pointLines(item: Item, language: Language, use: MinutesUse): MinutesLine[] {
  const cited = use === 'working' || citesDecisions(item);
  return item.recommendations.map((point) => ({
    text: point.text,
    remark: use === 'bare' ? '' : pointRemark(point, language, use, cited),
  }));
}

function pointRemark(point: DraftPoint, language: Language, use: MinutesUse, cited: boolean): string {
  const t = minutesTexts[language];
  switch (point.status) {
    case 'answered': {
      if (use === 'final') return '';
      const label = point.outcome ? outcomeLabel(point.outcome, language) : '';
      const to = point.forwardedTo ?? (point.until && writeDue(point.until, language));
      return to ? `${label} (${to})` : label;
    }
    case 'decided':
      return cited ? t.decidedSee(numbersOf(point, language)) : '';
    case 'proposed':
      return t.proposed(numbersOf(point, language));
    case 'open':
      return t.unanswered;
    default:
      return point.status satisfies never;
  }
}

/** "4.1-3 og 4.5" would be read wrongly: each with its item, but runs as "4.1-4.3". */
function numbersOf({ decisions }: DraftPoint, language: Language): string {
  const [first = ''] = decisions;
  const prefix = first.slice(0, first.lastIndexOf('.') + 1);
  const list = pointList(
    decisions.map((number) => Number(number.slice(prefix.length))),
    language,
  );
  return list.replace(/\d+/gu, (number) => prefix + number);
}

/** What was decided: what the points were answered with, then the decisions in their order. */
export function decisionLines(
  head: DraftHead,
  item: Item,
  language: Language,
  use: MinutesUse,
): MinutesLine[] {
  const answers = answerSentences(item, language);
  const postponed =
    item.postponed && answers.length === 0
      ? [neutralSentence('postponed', untilOf(item.postponed.until, language), language)]
      : [];
  const numbered = use === 'working' || citesDecisions(item);
  const sentences = [...answers, ...postponed];
  const decisions = standing(item).map((decision): MinutesLine => {
    const remark = decisionRemark(head, decision, language);
    const qualified = isModifier(decision.text) ? qualifiedBy(item, decision, sentences, language) : null;
    const text = qualified ?? decision.text;
    return { text: numbered ? `${decision.number} ${text}` : text, remark };
  });
  return [...sentences.map((text) => ({ text, remark: '' })), ...decisions];
}

/** "idet …" belongs to the sentence of the points that it answers, else to the only sentence there is. */
function qualifiedBy(
  item: Item,
  decision: DraftDecision,
  sentences: string[],
  language: Language,
): string | null {
  const named = item.recommendations.filter(({ decisions }) => decisions.includes(decision.number));
  if (named.length > 0) {
    const own = named.map(({ text }) => {
      const outcome = readRecommendation(text).outcome ?? 'adopted';
      return sentenceFor(outcome, text, {}, language);
    });
    const joined = joinSentences([...new Set(own)]);
    return joined.length === 1 ? withModifier(joined[0] ?? '', decision.text) : null;
  }
  const [only] = sentences;
  if (only === undefined || sentences.length > 1) return null;
  sentences.pop();
  return withModifier(only, decision.text);
}

const untilOf = (until: Due | null, language: Language): OutcomeDetail =>
  until ? { until: writeDue(until, language) } : {};

/** What the answered points were answered with: in their own words, else by their numbers where only some are meant. */
function answerSentences(item: Item, language: Language): string[] {
  const points = item.recommendations;
  const said: { sentence: string; key: string | null; numbers: number[]; point: DraftPoint }[] = [];
  for (const [index, point] of points.entries()) {
    if (point.status !== 'answered' || point.outcome === null) continue;
    const extra = { forwardedTo: point.forwardedTo ?? undefined, until: point.until?.text };
    const neutral =
      point.sentence === null || point.sentence === neutralSentence(point.outcome, extra, language);
    const key = neutral ? [point.outcome, extra.forwardedTo, extra.until].join('\n') : null;
    const same = said.find((one) => one.key !== null && one.key === key);
    if (same) same.numbers.push(index + 1);
    else said.push({ sentence: point.sentence ?? '', key, numbers: [index + 1], point });
  }
  const sentences = said.map(({ sentence, key, numbers, point }) => {
    if (key === null || point.outcome === null) return sentence;
    const extra = {
      forwardedTo: point.forwardedTo ?? undefined,
      ...untilOf(point.until, language),
    };
    return numbers.length === points.length
      ? neutralSentence(point.outcome, extra, language)
      : sentenceForPoints(point.outcome, numbers, extra, language);
  });
  return joinSentences([...new Set(sentences)]);
}

/** Longer texts are not searched for who does what: the names in them count as they stand. */
const SEARCHED = 4000;

/** How parts of a name begin; people who share none of it are not taken for one another, however they are spelt. */
const beginnings = (name: string): string[] =>
  name
    .toLocaleLowerCase('da')
    .split(/[\s-]+/u)
    .map((part) => part.slice(0, 2));

/** The responsible and those who could be meant in their place: a whole meeting is slow to search. */
function knownOf(head: DraftHead, responsible: readonly string[]): Known {
  const people = [...head.participants, ...head.chairs, ...head.minuteTakers];
  const alike = new Set(responsible.flatMap(beginnings));
  const namesakes = people.flatMap(({ name }) =>
    beginnings(name).some((one) => alike.has(one)) ? name : [],
  );
  const names = [...new Set([...responsible, ...namesakes])];
  return {
    people: names.map((name) => ({ id: name, name })),
    organisations: [...new Set(people.flatMap(({ organisation }) => organisation ?? []))],
    meetingDate: head.date,
  };
}

/** Names of the responsible that the words of the decision do not say. */
function unsaid(head: DraftHead, { text, responsible }: DraftDecision): string[] {
  const names = [...new Set(responsible.map((one) => one.name))];
  if (names.length === 0) return [];
  const same = (a: string, b: string) => a.toLocaleLowerCase('da') === b.toLocaleLowerCase('da');
  const persons = responsible.flatMap((one) => (one.kind === 'person' ? one.name : []));
  if (text.length > SEARCHED) return names.filter((name) => !text.includes(name));
  const found = readAssignment(text, knownOf(head, persons)).responsible.map((one) =>
    one.kind === 'person' ? one.personId : one.kind === 'organisation' ? one.name : one.text,
  );
  return names.filter((name) => !found.some((one) => same(one, name)));
}

/** True where the words say that deadline themselves. */
export function saysDue(head: DraftHead, text: string, due: Due): boolean {
  if (text.toLocaleLowerCase('da').includes(due.text.toLocaleLowerCase('da'))) return true;
  if (due.date === null || text.length > SEARCHED) return false;
  return findDues(text, head.date).some((found) => found.due.date === due.date);
}

/** Responsible and due only where the sentence does not say them already; whose word it was, where not its writer's. */
export function decisionRemark(head: DraftHead, decision: DraftDecision, language: Language): string {
  const t = minutesTexts[language];
  const names = unsaid(head, decision);
  const { due } = decision;
  return [
    ...(names.length > 0 ? [`${t.responsible}: ${names.join(', ')}`] : []),
    ...(due && !saysDue(head, decision.text, due) ? [`${t.due}: ${writeDue(due, language)}`] : []),
    ...(decision.confirmed && decision.onBehalfOf !== null
      ? [t.proposedFor(decision.onBehalfOf, decision.by)]
      : []),
    ...(decision.confirmed
      ? decision.assignmentConfirmed
        ? []
        : [t.assignmentUnconfirmed]
      : [t.unconfirmed(decision.by)]),
  ].join(' · ');
}
