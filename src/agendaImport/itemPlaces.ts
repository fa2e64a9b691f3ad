import type { CleanLine } from './cleanLines.ts';
import { type ItemSequence, itemSequence } from './headingChain.ts';
import { type HeadingCandidate, headingCandidates } from './itemHeadings.ts';
import { numberedLine } from './numberedLine.ts';
import { labelledHeadings, listedItems, plainHeadings } from './plainHeadings.ts';
import { styledHeadings } from './styledHeadings.ts';
import { timedHeadings } from './timedHeadings.ts';

const only = (headings: readonly HeadingCandidate[]): ItemSequence => ({
  headings,
  listedOnly: [],
  contentsFrom: null,
  score: headings.reduce((sum, one) => sum + one.evidence, 0),
});

/** Rows of a table whose column heads said which cell names the item. */
function tableRows(lines: readonly CleanLine[]): HeadingCandidate[] {
  return lines.flatMap((line, index) => {
    if (!line.evidence?.itemRow) return [];
    const hit = numberedLine(line.text);
    return [
      {
        index,
        style: hit?.style ?? ('bare' as const),
        number: hit?.number ?? '',
        order: hit?.order ?? 0,
        minor: hit?.minor ?? 0,
        text: hit?.rest || line.text,
        span: 1,
        evidence: 4,
        contents: false,
        look: null,
        numberAlone: false,
      },
    ];
  });
}

/** Numbers inside one item, or between two headings told by their look, are a list; numbers in them are the items'. */
function numbersSpeak(
  byNumber: readonly HeadingCandidate[],
  byLook: readonly HeadingCandidate[],
  lines: readonly CleanLine[],
): boolean {
  const own = byNumber.filter(
    (heading) => lines[heading.index]?.evidence?.list?.value !== undefined || heading.evidence >= 3,
  );
  return (
    own.length >= byLook.length ||
    byNumber.some((heading) => byLook.some((look) => look.index === heading.index))
  );
}

const tagLevel = ({ look }: HeadingCandidate): number => Number(/^h(\d)$/u.exec(look ?? '')?.[1] ?? 0);

/** Tagged headings above the first numbered one and below it in rank are of the head: sides of the table with their people. */
function belowTheHead(
  byLook: readonly HeadingCandidate[],
  [first]: readonly HeadingCandidate[],
): readonly HeadingCandidate[] {
  const rank = first ? tagLevel(first) : 0;
  return first && rank > 0
    ? byLook.filter((one) => one.index > first.index || tagLevel(one) <= rank)
    : byLook;
}

/** More items than any agenda has; what comes after stays text of the last. */
const mostItems = 1500;

/** The headings of the items: numbered, by time, as table rows, or titles without number, whichever the document speaks for. */
export function itemHeadingsOf(lines: readonly CleanLine[]): ItemSequence & {
  readonly candidates: readonly HeadingCandidate[];
} {
  const found = allHeadingsOf(lines);
  return {
    ...found,
    headings: found.headings.slice(0, mostItems),
    listedOnly: found.listedOnly.slice(0, mostItems),
  };
}

function allHeadingsOf(lines: readonly CleanLine[]): ItemSequence & {
  readonly candidates: readonly HeadingCandidate[];
} {
  const candidates = headingCandidates(lines);
  const byRow = tableRows(lines);
  if (byRow.length >= 2) return { ...only(byRow), candidates };
  const byNumber = itemSequence(candidates);
  const byTime = timedHeadings(lines);
  if (byTime.length >= 3 && byTime.length > byNumber.headings.length) return { ...only(byTime), candidates };
  const byLook = belowTheHead(styledHeadings(lines), byNumber.headings);
  if (byLook.length >= 2 && !numbersSpeak(byNumber.headings, byLook, lines))
    return { ...only(byLook), candidates };
  const labelled = only(labelledHeadings(lines));
  if (labelled.headings.length > byNumber.headings.length) return { ...labelled, candidates };
  const plain = only(plainHeadings(lines));
  const inside = byNumber.headings.filter((one) => one.index > (plain.headings[0]?.index ?? 0)).length;
  if (plain.headings.length >= 2 && plain.score > byNumber.score * 1.2 && inside === byNumber.headings.length)
    return { ...plain, candidates };
  if (byNumber.headings.length > 0) return { ...byNumber, candidates };
  return { ...only(listedItems(lines)), candidates };
}
