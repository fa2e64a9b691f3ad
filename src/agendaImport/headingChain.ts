import { partGluedText } from './gluedText.ts';
import type { HeadingCandidate } from './itemHeadings.ts';
import { numberStyles } from './numberedLine.ts';

interface Link {
  readonly candidate: HeadingCandidate;
  readonly score: number;
  readonly before: Link | null;
}

const missingNumber = 2;
const repeatedNumber = 3;
const key = (order: number, minor: number): number => order * 100 + minor;

/** The best run of headings of one style: numbers go up by one; a missing or repeated number costs. Linear in the candidates. */
function bestChain(candidates: readonly HeadingCandidate[]): Link | null {
  const byNumber = new Map<number, Link>();
  /** The best run that ends within a whole number, at it or at one of its sub-numbers. */
  const byOrder = new Map<number, Link>();
  let best: Link | null = null;
  for (const candidate of candidates) {
    const { order, minor } = candidate;
    let before: Link | null = null;
    let gain = order === 1 && minor <= 1 ? 0.5 : -0.5 - (minor > 1 ? 1 : 0);
    const consider = (link: Link | undefined, cost: number) => {
      if (link && link.score - cost > gain) {
        gain = link.score - cost;
        before = link;
      }
    };
    if (minor === 0) {
      for (let step = 1; step <= 4; step++) consider(byOrder.get(order - step), (step - 1) * missingNumber);
    } else {
      consider(byNumber.get(key(order, minor - 1)), 0);
      consider(byNumber.get(key(order, minor - 2)), missingNumber);
      // the chapter has no heading of its own
      if (minor === 1) consider(byOrder.get(order - 1), 0.5);
    }
    const same = byNumber.get(key(order, minor));
    if (candidate.evidence >= 5 && same && same.candidate.evidence >= 5) consider(same, repeatedNumber);
    const link: Link = { candidate, score: gain + candidate.evidence, before };
    const known = byNumber.get(key(order, minor));
    if (!known || link.score > known.score) byNumber.set(key(order, minor), link);
    const within = byOrder.get(order);
    if (!within || link.score > within.score) byOrder.set(order, link);
    if (!best || link.score > best.score) best = link;
  }
  return best;
}

function unrolled(link: Link | null): HeadingCandidate[] {
  const chain: HeadingCandidate[] = [];
  for (let at = link; at; at = at.before) chain.push(at.candidate);
  return chain.reverse();
}

export interface ItemSequence {
  readonly headings: readonly HeadingCandidate[];
  /** Entries of a list of contents whose items have no place of their own in the document. */
  readonly listedOnly: readonly HeadingCandidate[];
  /** First line of a list of contents in front of the items, if there is one. */
  readonly contentsFrom: number | null;
  /** Sum of the evidence for it. */
  readonly score: number;
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
function alike(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared > 0 && shared >= Math.min(x.size, y.size) * 0.6;
}

/**
 * Where headings share a look, numbers without it between them are a list. Only an unbroken run counts that goes on
 * behind all it leaves out: a document may set some of its headings otherwise.
 */
function ofOneLook(
  main: readonly HeadingCandidate[],
  candidates: readonly HeadingCandidate[],
): readonly HeadingCandidate[] {
  const [first] = main;
  if (!first?.look || main.every((heading) => heading.look === first.look)) return main;
  const alike = unrolled(
    bestChain(
      candidates.filter((one) => one.style === first.style && one.look === first.look && !one.contents),
    ),
  );
  const unbroken = alike.every((heading, at) => at === 0 || heading.order <= (alike[at - 1]?.order ?? 0) + 1);
  const left = main.filter((heading) => !alike.includes(heading));
  const last = alike.at(-1)?.index ?? 0;
  const behind = left.every((heading) => heading.index < last);
  return alike.length >= 2 && alike[0] === first && unbroken && behind ? alike : main;
}

/** The heading with its title from the list of contents, where its own line has none or only the item's first words. */
function titledBy(heading: HeadingCandidate, entry: HeadingCandidate | undefined): HeadingCandidate {
  if (!entry || (heading.text !== '' && alike(heading.text, entry.text))) return heading;
  if (heading.numberAlone || heading.text === '') return { ...heading, text: entry.text, span: 1 };
  return heading.style === 'ad' ? { ...heading, text: entry.text, lead: heading.text } : heading;
}

/** Chooses the run of headings that is the agenda, and finds the list of contents in front of it. */
export function itemSequence(candidates: readonly HeadingCandidate[]): ItemSequence {
  const links = numberStyles
    .map((style) => bestChain(candidates.filter((candidate) => candidate.style === style)))
    .filter((link) => link !== null)
    .sort((a, b) => b.score - a.score);
  const score = links[0]?.score ?? 0;
  const main = ofOneLook(unrolled(links[0] ?? null), candidates);
  const first = main[0];
  if (!first) return { headings: [], listedOnly: [], contentsFrom: null, score: 0 };
  // in a list of contents every entry speaks for itself only by its place in the sequence
  const earlier = candidates
    .filter((candidate) => candidate.index < first.index)
    .map((candidate) => ({ ...candidate, evidence: 1 }));
  const contents =
    numberStyles
      .map((style) => unrolled(bestChain(earlier.filter((candidate) => candidate.style === style))))
      .sort((a, b) => b.length - a.length)[0] ?? [];
  const matching = contents.filter((entry) =>
    main.some(
      (heading) =>
        heading.order === entry.order && (alike(heading.text, entry.text) || heading.style === 'ad'),
    ),
  );
  const isContents = contents.length >= 2 && matching.length >= contents.length / 2;
  if (!isContents) return { headings: partGluedText(main), listedOnly: [], contentsFrom: null, score };
  const entryOf = new Map(contents.map((entry) => [entry.number, entry]));
  const numbers = new Set(main.map((heading) => heading.number));
  return {
    headings: partGluedText(main.map((heading) => titledBy(heading, entryOf.get(heading.number)))),
    listedOnly: contents.filter((entry) => !numbers.has(entry.number)),
    contentsFrom: contents[0]?.index ?? null,
    score,
  };
}
