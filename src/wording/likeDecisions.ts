import type { Responsible } from '../meeting/agenda.ts';
import { keptApart } from '../meeting/decideAlike.ts';
import type { Decision, ItemRecord } from '../meeting/record.ts';
import { comparer } from '../meeting/similarity.ts';
import { decisionsIn } from '../meeting/standingDecisions.ts';

/** Share of the words that carry meaning from which two decisions are taken to be the same, written twice. */
const ALIKE_FROM = 0.65;
/** Fewer such words tell nothing: "Godkendt" stands under many items, and may well stand twice. */
const LEAST_WORDS = 3;

/** Words that any decision has. */
const SMALL = new Set(
  (
    'af alle at blev blive bliver da de dem den der deres det dette du efter en end er et for fra får hen her hos i ' +
    'ikke ind inden jf kan kl med men mod ned når og også om op over på sig sin skal som så til ud under var ved vi vil ' +
    'være a an and are as at be been by for from in is it of on or shall that the this to was were will with'
  ).split(' '),
);

const wordsOf = (text: string): string[] =>
  (text.toLocaleLowerCase('da').match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word));

/** By record, found once: a record never changes. */
const found = new WeakMap<ItemRecord, readonly (readonly [string, string])[]>();

/**
 * Pairs of standing decisions of one item in like words that nobody has merged or said to be two, by their ids and
 * numbers: the earlier first. Two that name other numbers, or other people to do it, are two.
 */
export function likeDecisions(record: ItemRecord): readonly (readonly [string, string])[] {
  const known = found.get(record);
  if (known) return known;
  const alike = comparer();
  const read = decisionsIn(record).all.flatMap((decision) => {
    const words = wordsOf(decision.text);
    return words.length < LEAST_WORDS
      ? []
      : [{ decision, words: words.join(' '), numbers: words.filter((word) => /\p{N}/u.test(word)) }];
  });
  const pairs = read.flatMap((one, index) =>
    read
      .slice(index + 1)
      .filter(
        (two) =>
          !otherNumbers(one.numbers, two.numbers) &&
          !othersDoIt(one.decision, two.decision) &&
          !keptApart(record, one.decision.id, two.decision.id) &&
          alike(one.words, two.words) >= ALIKE_FROM,
      )
      .map((two) => [one.decision.id, two.decision.id] as const),
  );
  found.set(record, pairs);
  return pairs;
}

/** Each names a number that the other does not; one may well say the year, or the deadline, that the other leaves out. */
const otherNumbers = (one: readonly string[], two: readonly string[]): boolean =>
  one.some((number) => !two.includes(number)) && two.some((number) => !one.includes(number));

/** Each was given to somebody, and to nobody that the other was given to. */
function othersDoIt(one: Decision, two: Decision): boolean {
  if (one.responsible.length === 0 || two.responsible.length === 0) return false;
  const names = new Set(one.responsible.map(nameOf));
  return !two.responsible.some((responsible) => names.has(nameOf(responsible)));
}

const nameOf = (one: Responsible): string =>
  one.kind === 'person' ? one.personId : one.kind === 'organisation' ? one.name : one.text;
