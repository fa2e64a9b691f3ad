import type { HeadingCandidate, NumberStyle } from './itemHeadings.ts';

interface Link {
  readonly candidate: HeadingCandidate;
  readonly score: number;
  readonly before: Link | null;
}

const missingNumber = 2;
const repeatedNumber = 3;

/** The best run of headings of one style: numbers go up by one; a missing or repeated number costs. Linear in the candidates. */
function bestChain(candidates: readonly HeadingCandidate[]): Link | null {
  const endingAt = new Map<number, Link>();
  let best: Link | null = null;
  for (const candidate of candidates) {
    let before: Link | null = null;
    let gain = candidate.order === 1 ? 0.5 : -0.5;
    const consider = (link: Link | undefined, cost: number) => {
      if (link && link.score - cost > gain) {
        gain = link.score - cost;
        before = link;
      }
    };
    const same = endingAt.get(candidate.order);
    if (same && candidate.suffix > same.candidate.suffix) consider(same, 0);
    else if (candidate.evidence >= 5 && same && same.candidate.evidence >= 5) consider(same, repeatedNumber);
    for (let step = 1; step <= 4; step++) {
      consider(endingAt.get(candidate.order - step), (step - 1) * missingNumber);
    }
    const link: Link = { candidate, score: gain + candidate.evidence, before };
    const known = endingAt.get(candidate.order);
    if (!known || link.score > known.score || (known === before && candidate.suffix !== ''))
      endingAt.set(candidate.order, link);
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

/** Chooses the run of headings that is the agenda, and finds the list of contents in front of it. */
export function itemSequence(candidates: readonly HeadingCandidate[]): ItemSequence {
  const styles: readonly NumberStyle[] = ['word', 'ad', 'dot', 'paren', 'bare'];
  const links = styles
    .map((style) => bestChain(candidates.filter((candidate) => candidate.style === style)))
    .filter((link) => link !== null)
    .sort((a, b) => b.score - a.score);
  const main = ofOneLook(unrolled(links[0] ?? null), candidates);
  const first = main[0];
  if (!first) return { headings: [], listedOnly: [], contentsFrom: null };
  // in a list of contents every entry speaks for itself only by its place in the sequence
  const earlier = candidates
    .filter((candidate) => candidate.index < first.index)
    .map((candidate) => ({ ...candidate, evidence: 1 }));
  const contents =
    styles
      .map((style) => unrolled(bestChain(earlier.filter((candidate) => candidate.style === style))))
      .sort((a, b) => b.length - a.length)[0] ?? [];
  const matching = contents.filter((entry) =>
    main.some(
      (heading) =>
        heading.order === entry.order && (alike(heading.text, entry.text) || heading.style === 'ad'),
    ),
  );
  const isContents = contents.length >= 2 && matching.length >= contents.length / 2;
  if (!isContents) return { headings: main, listedOnly: [], contentsFrom: null };
  const titled = main.map((heading) => {
    const entry = contents.find((candidate) => candidate.number === heading.number);
    return heading.text === '' && entry ? { ...heading, text: entry.text } : heading;
  });
  const numbers = new Set(main.map((heading) => heading.number));
  return {
    headings: titled,
    listedOnly: contents.filter((entry) => !numbers.has(entry.number)),
    contentsFrom: contents[0]?.index ?? null,
  };
}
