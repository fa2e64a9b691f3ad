import { tablesAsLines } from './agendaTables.ts';
import { isBreakLine } from './breaks.ts';
import { cleanLines } from './cleanLines.ts';
import type { ImportedAgenda, ImportedItem } from './contract.ts';
import type { DecisionContext } from './decisions.ts';
import { epilogueOf } from './epilogue.ts';
import { readHeader } from './header.ts';
import { headerLabelOf } from './headerFields.ts';
import { readHeading } from './headingText.ts';
import { finishItem, readBreak, readItem, readsAsMinutes } from './itemContent.ts';
import type { HeadingCandidate } from './itemHeadings.ts';
import { itemHeadingsOf } from './itemPlaces.ts';
import { layoutOf } from './layoutOf.ts';
import { matchName } from './matchNames.ts';
import { unfoldLines } from './oneLine.ts';
import type { Line } from './source.ts';
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

/** Lines → agenda and warnings. Pure; null where no item was found. */
export function parseAgenda(source: readonly Line[]): ImportedAgenda | null {
  const { lines, doubleSpaced, localPaths } = cleanLines(tablesAsLines(unfoldLines(source)));
  const { candidates, ...sequence } = itemHeadingsOf(lines);
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
    .filter((line) => !openPart.test(line.text) && !closedPart.test(line.text));
  const agendaAt = headLines.findIndex(
    (line, index) => index > 2 && ['agenda', 'contents'].includes(headerLabelOf(line.text)?.field ?? ''),
  );
  const ending = epilogueOf(
    lines,
    Math.max(...places.map((place) => place.from + (place.heading?.span ?? 1) - 1)),
  );
  const { header, initials } = readHeader(
    agendaAt > 0 && sequence.contentsFrom !== null ? headLines.slice(0, agendaAt) : headLines,
    lines.slice(ending.from, ending.signedFrom),
    doubleSpaced,
  );
  const people = [
    ...new Set([
      ...header.participants.map((person) => person.name),
      ...header.chairs,
      ...header.minuteTakers,
    ]),
  ];

  const read = places.map((place, at) => {
    const span = place.heading?.span ?? 1;
    const end = places[at + 1]?.from ?? ending.from;
    const lead = place.heading?.lead;
    const opening = lines[place.from];
    const own = [
      ...(lead && opening ? [{ ...opening, text: lead, gap: 0 as const }] : []),
      ...lines
        .slice(place.from + span, end)
        .filter((_line, offset) => !partHeadings.has(place.from + span + offset)),
    ];
    return place.heading
      ? readItem(place.heading, own, people, closedIndexes.has(place.from))
      : readBreak(lines[place.from], own);
  });
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
    forum: header.forum,
    initials,
  };
  const findings: Findings = { people: [], afterDecisions: [], emptySections: [], localPaths };
  const pointSets: ('bullets' | 'numbers' | null)[] = [];
  const items = read.map((one) => finishItem(one, context, findings, pointSets, unlabelled));
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
    end: header.end ?? ending.end,
    items,
    warnings: [],
    layout: layoutOf(
      read.map((one) => one.body.sections),
      pointSets,
    ),
  };
  return { ...agenda, warnings: warningsOf(agenda, findings, source) };
}
