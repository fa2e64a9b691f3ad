import { isBreakLine } from './breaks.ts';
import { type CleanLine, cleanLines } from './cleanLines.ts';
import type { ImportedAgenda, ImportedItem } from './contract.ts';
import type { DecisionContext } from './decisions.ts';
import { readHeader } from './header.ts';
import { headerLabelOf } from './headerFields.ts';
import { type ItemSequence, itemSequence } from './headingChain.ts';
import { readHeading } from './headingText.ts';
import { itemAnchors } from './itemAnchors.ts';
import { finishItem, readBreak, readItem, readsAsMinutes } from './itemContent.ts';
import { type HeadingCandidate, headingCandidates } from './itemHeadings.ts';
import { layoutOf } from './layoutOf.ts';
import { matchName } from './matchNames.ts';
import type { Line } from './source.ts';
import { styledHeadings } from './styledHeadings.ts';
import { tableLines } from './tableLines.ts';
import { timedHeadings } from './timedHeadings.ts';
import { type Findings, warningsOf } from './warnings.ts';

/** Where an item's lines begin; a break has no heading of its own. */
interface Place {
  readonly from: number;
  readonly heading: HeadingCandidate | null;
}

const emptyParts = {
  presenters: [],
  start: null,
  end: null,
  durationMinutes: null,
  closed: false,
  recommendations: [],
  description: null,
  attachments: [],
  discussion: null,
  decisions: [],
};

const closedPart =
  /^\W*(?:lukkede? (?:punkter|dagsorden|del)|lukket (?:dagsorden|møde|del)|lukkede sager|fortrolige punkter)\W*$/iu;
const openPart = /^\W*(?:åbne (?:punkter|sager)|åben (?:dagsorden|del))\W*$/iu;

/** Footnotes belong to no section: they would end a list, or pass for a decision. */
const isNote = (line: CleanLine): boolean => line.evidence?.note === true;
const withNotes = (description: string | null, notes: readonly CleanLine[]): string | null =>
  [...(description === null ? [] : [description]), ...notes.map((line) => line.text)].join('\n') || null;

/** The items' headings: by their numbers, else by their times, else by their look alone. */
function sequenceOf(lines: readonly CleanLine[], candidates: readonly HeadingCandidate[]): ItemSequence {
  const byNumber = itemSequence(candidates);
  const only = (headings: readonly HeadingCandidate[]): ItemSequence => ({
    headings,
    listedOnly: [],
    contentsFrom: null,
  });
  const byTime = timedHeadings(lines);
  if (byTime.length >= 3 && byTime.length > byNumber.headings.length) return only(byTime);
  const byLook = styledHeadings(lines);
  // numbers inside one item, or between two headings, are a list
  const [first, second] = byLook;
  const own = byNumber.headings.filter(
    (heading) => lines[heading.index]?.evidence?.list?.value !== undefined || heading.evidence >= 3,
  );
  const numbersSpeak =
    own.length >= byLook.length ||
    byNumber.headings.some((heading) => byLook.some((look) => look.index === heading.index));
  return first && second && !numbersSpeak ? only(byLook) : byNumber;
}

/** Lines → agenda and warnings. Pure; null where no item was found. */
export function parseAgenda(source: readonly Line[]): ImportedAgenda | null {
  const { lines, doubleSpaced, localPaths } = cleanLines(tableLines(source));
  const candidates = headingCandidates(lines);
  const sequence = sequenceOf(lines, candidates);
  const first = sequence.headings[0];
  if (!first) return null;
  const places: Place[] = sequence.headings.map((heading) => ({ from: heading.index, heading }));
  const covered = new Set(
    sequence.headings.flatMap((heading) =>
      Array.from({ length: heading.span }, (_, row) => heading.index + row),
    ),
  );
  let headEnd = Math.min(first.index, sequence.contentsFrom ?? first.index);
  let closedFrom: number | null = null;
  const closedIndexes = new Set<number>();
  const partHeadings = new Set<number>();
  lines.forEach((line, index) => {
    if (closedPart.test(line.text) || openPart.test(line.text)) {
      closedFrom = closedPart.test(line.text) ? index : null;
      if (index >= headEnd) partHeadings.add(index);
    }
    // a heading inside the list of contents says nothing of the items themselves
    if (
      index === first.index &&
      candidates.some((one) => one.index > (closedFrom ?? index) && one.index < index)
    )
      closedFrom = null;
    if (closedFrom !== null) closedIndexes.add(index);
    const within = covered.has(index);
    if (index > first.index && !within && isBreakLine(line)) places.push({ from: index, heading: null });
  });
  const before = lines[first.index - 1];
  if (before && isBreakLine(before)) headEnd = Math.min(headEnd, first.index - 1);
  places.sort((a, b) => a.from - b.from);

  const headLines = lines
    .slice(0, headEnd)
    .filter((line) => !openPart.test(line.text) && !closedPart.test(line.text) && !isNote(line));
  const agendaAt = headLines.findIndex(
    (line, index) => index > 2 && ['agenda', 'contents'].includes(headerLabelOf(line.text)?.field ?? ''),
  );
  const header = readHeader(
    agendaAt > 0 && sequence.contentsFrom !== null ? headLines.slice(0, agendaAt) : headLines,
    doubleSpaced,
  );
  const people = [
    ...new Set([
      ...header.participants.map((person) => person.name),
      ...header.chairs,
      ...header.minuteTakers,
    ]),
  ];

  const found = places.map((place, at) => {
    const span = place.heading?.span ?? 1;
    const end = places[at + 1]?.from ?? lines.length;
    const below = lines
      .slice(place.from + span, end)
      .filter((_line, offset) => !partHeadings.has(place.from + span + offset));
    const own = below.filter((line) => !isNote(line));
    const item = place.heading
      ? readItem(place.heading, own, people, closedIndexes.has(place.from))
      : readBreak(lines[place.from], own);
    const anchors = itemAnchors(lines.slice(place.from, place.from + span), own, item);
    return { item, anchors, notes: below.filter(isNote) };
  });
  const read = found.map(({ item }) => item);
  const unlabelled = readsAsMinutes(sequence.headings, read, headLines.slice(0, 12))
    ? 'discussion'
    : 'description';
  const presenters = read.flatMap((one) => one.presenters);
  const context: DecisionContext = {
    people: [
      ...new Set([
        ...people,
        ...presenters.filter((name) => name.includes(' ') && matchName(name, people).how === 'unknown'),
      ]),
    ],
    organisations: [...new Set(header.participants.flatMap((person) => person.organisation ?? []))],
    meetingDate: header.date,
  };
  const findings: Findings = { people: [], afterDecisions: [], emptySections: [], localPaths };
  const pointSets: ('bullets' | 'numbers' | null)[] = [];
  const items = found.map(({ item, anchors, notes }): ImportedItem => {
    const body = finishItem(item, context, findings, pointSets, unlabelled);
    const finished = { ...body, description: withNotes(body.description, notes) };
    return anchors ? { ...finished, anchors } : finished;
  });
  for (const listed of sequence.listedOnly) {
    const parts = readHeading(listed.text, people);
    const at = items.findIndex((item) => Number.parseInt(item.number ?? '', 10) > listed.order);
    const item: ImportedItem = {
      ...emptyParts,
      kind: 'item',
      number: listed.number,
      ...parts,
      presenters: [...parts.presenters],
    };
    items.splice(at < 0 ? items.length : at, 0, item);
  }
  const agenda: ImportedAgenda = {
    ...header,
    items,
    warnings: [],
    layout: layoutOf(
      read.map((one) => one.body.sections),
      pointSets,
    ),
  };
  return { ...agenda, warnings: warningsOf(agenda, findings, source) };
}
