import type { Language } from '../meeting/agenda.ts';
import type { Outcome } from '../meeting/outcome.ts';
import { writeDate } from './dates.ts';

export type { Language } from '../meeting/agenda.ts';

const labels: Record<Outcome, Record<Language, string>> = {
  approved: { da: 'Godkendt', en: 'Approved' },
  adopted: { da: 'Tiltrådt', en: 'Adopted' },
  noted: { da: 'Taget til efterretning', en: 'Taken note of' },
  discussed: { da: 'Drøftet', en: 'Discussed' },
  decided: { da: 'Besluttet', en: 'Decided' },
  agreed: { da: 'Aftalt', en: 'Agreed' },
  postponed: { da: 'Udsat', en: 'Postponed' },
  rejected: { da: 'Ikke tiltrådt', en: 'Not adopted' },
  forwarded: { da: 'Oversendt', en: 'Referred' },
  recommendedOnwards: { da: 'Anbefalet', en: 'Endorsed' },
  sentBack: { da: 'Sendt tilbage', en: 'Sent back' },
  withdrawn: { da: 'Trukket', en: 'Withdrawn' },
  noRemarks: { da: 'Ingen bemærkninger', en: 'No comments' },
  informed: { da: 'Orienteret', en: 'Informed' },
};

/** The outcome as a short label ("Taget til efterretning"). */
export function outcomeLabel(outcome: Outcome, language: Language): string {
  return labels[outcome][language];
}

/** What the words of a point do not say: to whom it goes, or until when it waits (words or YYYY-MM-DD). */
export interface OutcomeDetail {
  readonly forwardedTo?: string | undefined;
  readonly until?: string | undefined;
}

/** Sentences of the minutes by outcome; `to` and `until` are null where nothing was said of them. */
type Sentences = Readonly<
  Record<Outcome, string | ((said: { readonly to: string | null; readonly until: string | null }) => string)>
>;
const ending = (start: string, word: string, detail: string | null): string =>
  detail === null ? `${start}.` : `${start} ${word} ${detail}.`;

const sentences: Readonly<Record<Language, Sentences>> = {
  da: {
    approved: 'Indstillingen blev godkendt.',
    adopted: 'Indstillingen blev tiltrådt.',
    noted: 'Punktet blev taget til efterretning.',
    discussed: 'Punktet blev drøftet.',
    decided: 'Der blev truffet beslutning.',
    agreed: 'Der blev truffet aftale om punktet.',
    postponed: ({ until }) => ending('Punktet blev udsat', 'til', until),
    rejected: 'Indstillingen blev ikke tiltrådt.',
    forwarded: ({ to }) => ending('Punktet blev oversendt', 'til', to),
    recommendedOnwards: ({ to }) => ending('Indstillingen blev anbefalet', 'over for', to),
    sentBack: ({ to }) => ending('Punktet blev sendt tilbage', 'til', to),
    withdrawn: 'Punktet blev trukket.',
    noRemarks: 'Der var ingen bemærkninger.',
    informed: 'Der blev orienteret om punktet.',
  },
  en: {
    approved: 'The recommendation was approved.',
    adopted: 'The recommendation was adopted.',
    noted: 'The item was taken note of.',
    discussed: 'The item was discussed.',
    decided: 'A decision was taken.',
    agreed: 'Agreement was reached on the item.',
    postponed: ({ until }) => ending('The item was postponed', 'until', until),
    rejected: 'The recommendation was not adopted.',
    forwarded: ({ to }) => ending('The item was referred', 'to', to),
    recommendedOnwards: ({ to }) => ending('The recommendation was endorsed', 'and passed on to', to),
    sentBack: ({ to }) => ending('The item was sent back', 'to', to),
    withdrawn: 'The item was withdrawn.',
    noRemarks: 'There were no comments.',
    informed: 'Information was given on the item.',
  },
};

const isCalendarDate = /^\d{4}-\d{2}-\d{2}$/;

function detail(text: string | undefined, language: Language): string | null {
  const bare = (text ?? '')
    .trim()
    .replace(/^(?:til|until|to)\s+/iu, '')
    .replace(/[\s.!?…]+$/u, '');
  if (bare === '') return null;
  return isCalendarDate.test(bare) ? writeDate(bare, language) : bare;
}

/** The minutes sentence that is true of any point with this outcome, whatever its words are. */
export function neutralSentence(
  outcome: Outcome,
  extra: OutcomeDetail = {},
  language: Language = 'da',
): string {
  const sentence = sentences[language][outcome];
  if (typeof sentence === 'string') return sentence;
  return sentence({ to: detail(extra.forwardedTo, language), until: detail(extra.until, language) });
}

/** What the points are called where only some are meant: "punkt 1 og 2", "punkt 1-3 og 5". */
export function pointList(numbers: readonly number[], language: Language): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const dash = language === 'da' ? '-' : '–';
  const parts = runs.flatMap(([from, to]) =>
    to - from > 1 ? [`${from}${dash}${to}`] : from === to ? [`${from}`] : [`${from}`, `${to}`],
  );
  return listOf(parts, language);
}

/** "a, b og c". */
export function listOf(words: readonly string[], language: Language): string {
  const and = language === 'da' ? ' og ' : ' and ';
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${and}${words.at(-1)}`;
}

type Named = (points: string, said: { readonly to: string | null; readonly until: string | null }) => string;
const named: Readonly<Record<Language, Readonly<Record<Outcome, Named>>>> = {
  da: {
    approved: (points) => `Indstillingens ${points} blev godkendt.`,
    adopted: (points) => `Indstillingens ${points} blev tiltrådt.`,
    noted: (points) => `Indstillingens ${points} blev taget til efterretning.`,
    discussed: (points) => `Indstillingens ${points} blev drøftet.`,
    decided: (points) => `Der blev truffet beslutning om indstillingens ${points}.`,
    agreed: (points) => `Der blev truffet aftale om indstillingens ${points}.`,
    postponed: (points, { until }) => ending(`Indstillingens ${points} blev udsat`, 'til', until),
    rejected: (points) => `Indstillingens ${points} blev ikke tiltrådt.`,
    forwarded: (points, { to }) => ending(`Indstillingens ${points} blev oversendt`, 'til', to),
    recommendedOnwards: (points, { to }) => ending(`Indstillingens ${points} blev anbefalet`, 'over for', to),
    sentBack: (points, { to }) => ending(`Indstillingens ${points} blev sendt tilbage`, 'til', to),
    withdrawn: (points) => `Indstillingens ${points} blev trukket.`,
    noRemarks: (points) => `Der var ingen bemærkninger til indstillingens ${points}.`,
    informed: (points) => `Der blev orienteret om indstillingens ${points}.`,
  },
  en: {
    approved: (points) => `Of the recommendation, ${points} was approved.`,
    adopted: (points) => `Of the recommendation, ${points} was adopted.`,
    noted: (points) => `Of the recommendation, ${points} was taken note of.`,
    discussed: (points) => `Of the recommendation, ${points} was discussed.`,
    decided: (points) => `A decision was taken on ${points} of the recommendation.`,
    agreed: (points) => `Agreement was reached on ${points} of the recommendation.`,
    postponed: (points, { until }) =>
      ending(`Of the recommendation, ${points} was postponed`, 'until', until),
    rejected: (points) => `Of the recommendation, ${points} was not adopted.`,
    forwarded: (points, { to }) => ending(`Of the recommendation, ${points} was referred`, 'to', to),
    recommendedOnwards: (points, { to }) =>
      ending(`Of the recommendation, ${points} was endorsed`, 'and passed on to', to),
    sentBack: (points, { to }) => ending(`Of the recommendation, ${points} was sent back`, 'to', to),
    withdrawn: (points) => `Of the recommendation, ${points} was withdrawn.`,
    noRemarks: (points) => `There were no comments on ${points} of the recommendation.`,
    informed: (points) => `Information was given on ${points} of the recommendation.`,
  },
};
const namedPoints: Readonly<Record<Language, (list: string, count: number) => string>> = {
  da: (list) => `punkt ${list}`,
  en: (list, count) => (count === 1 ? `point ${list}` : `points ${list}`),
};

/** The same for some of several points, which are counted from 1 in the order of the recommendation. */
export function sentenceForPoints(
  outcome: Outcome,
  numbers: readonly number[],
  extra: OutcomeDetail = {},
  language: Language = 'da',
): string {
  const points = namedPoints[language](pointList(numbers, language), numbers.length);
  const sentence = named[language][outcome](points, {
    to: detail(extra.forwardedTo, language),
    until: detail(extra.until, language),
  });
  return numbers.length > 1 ? sentence.replace(/ (points [^.]*?) was /u, ' $1 were ') : sentence;
}
