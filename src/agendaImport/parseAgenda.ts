import { agendaParts } from './agendaParts.ts';
import { tablesAsLines } from './agendaTables.ts';
import { isBreakLine } from './breaks.ts';
import { type CleanLine, cleanLines } from './cleanLines.ts';
import type { ImportedAgenda, ImportedItem } from './contract.ts';
import { type DecisionContext, mostAssigned } from './decisions.ts';
import { electedChair } from './electedChair.ts';
import { epilogueOf } from './epilogue.ts';
import type { Findings } from './findings.ts';
import { readHeader } from './header.ts';
import { headerLabelOf } from './headerFields.ts';
import { readHeading, takeClosedMark } from './headingText.ts';
import { itemAnchors } from './itemAnchors.ts';
import { finishItem, readBreak, readItem, readsAsMinutes } from './itemContent.ts';
import type { HeadingCandidate } from './itemHeadings.ts';
import { itemHeadingsOf } from './itemPlaces.ts';
import { layoutOf } from './layoutOf.ts';
import { matchName } from './matchNames.ts';
import { unfoldLines } from './oneLine.ts';
import { looksLikeOrganisation } from './personNames.ts';
import { pipeTables } from './pipeTables.ts';
import { placementOf, type Region } from './placement.ts';
import type { Line } from './source.ts';
import { tableLines } from './tableLines.ts';
import { warningsOf } from './warnings.ts';

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

/** An agenda, and what of its document stands in it by no word: claimed by a rule (`setAside`) or by the pages (`furniture`). */
export interface AgendaReading {
  readonly agenda: ImportedAgenda;
  readonly furniture: readonly string[];
  readonly setAside: readonly string[];
}

/** Footnotes belong to no section: they would end a list, or pass for a decision. */
const isNote = (line: CleanLine): boolean => line.evidence?.note === true;
const withNotes = (description: string | null, notes: readonly CleanLine[]): string | null =>
  [...(description === null ? [] : [description]), ...notes.map((line) => line.text)].join('\n') || null;

/** Lines → agenda and warnings. Pure; null where no item was found. `today` (YYYY-MM-DD) lets a date be found past. */
export const parseAgenda = (source: readonly Line[], today: string | null = null): ImportedAgenda | null =>
  readAgenda(source, today)?.agenda ?? null;

/** Like `parseAgenda`, with an account of the lines that are not in the agenda. */
export function readAgenda(source: readonly Line[], today: string | null = null): AgendaReading | null {
  const piped = pipeTables(unfoldLines(source));
  const unfolded = tablesAsLines(tableLines(piped.lines));
  const { lines, doubleSpaced, furniture, localPaths } = cleanLines(unfolded.lines);
  const { candidates, ...sequence } = itemHeadingsOf(lines);
  const first = sequence.headings[0];
  if (!first) return null;
  const places: Place[] = sequence.headings.map((heading) => ({ from: heading.index, heading }));
  const covered = new Set(
    sequence.headings.flatMap((heading) =>
      Array.from({ length: heading.span }, (_, row) => heading.index + row),
    ),
  );
  lines.forEach((line, index) => {
    if (index > first.index && !covered.has(index) && isBreakLine(line))
      places.push({ from: index, heading: null });
  });
  places.sort((a, b) => a.from - b.from);
  const parts = agendaParts(
    lines,
    new Set(places.map((place) => place.from)),
    candidates.map((one) => one.index),
  );
  const contentsFrom = sequence.contentsFrom ?? first.index;
  const before = lines[first.index - 1];
  const headEnd = Math.min(contentsFrom, before && isBreakLine(before) ? first.index - 1 : first.index);
  const headLines = lines
    .slice(0, headEnd)
    .filter((line, index) => !parts.headings.has(index) && !isNote(line));
  const agendaAt = headLines.findIndex(
    (line, index) => index > 2 && ['agenda', 'contents'].includes(headerLabelOf(line.text)?.field ?? ''),
  );
  const lastHeading = places.reduce(
    (last, place) => Math.max(last, place.from + (place.heading?.span ?? 1) - 1),
    0,
  );
  const ending = epilogueOf(lines, headEnd, lastHeading);
  const {
    header,
    initials,
    labels,
    doubts,
    layout: headLayout,
  } = readHeader(
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

  // the list of contents may be all that says which items are closed
  const listedClosed = new Set(
    candidates
      .filter(
        (one) =>
          one.index < first.index &&
          (parts.listedClosed.has(one.index) ||
            (one.index >= contentsFrom && takeClosedMark(one.text).closed)),
      )
      .map((one) => one.number),
  );
  const endOf = (at: number) => places[at + 1]?.from ?? ending.from;
  const found = places.map((place, at) => {
    const from = place.from + (place.heading?.span ?? 1);
    const lead = place.heading?.lead;
    const opening = lines[place.from];
    const below = lines.slice(from, endOf(at)).filter((_line, offset) => !parts.headings.has(from + offset));
    const own = [
      ...(lead && opening ? [{ ...opening, text: lead, gap: 0 as const }] : []),
      ...below.filter((line) => !isNote(line)),
    ];
    const item = place.heading
      ? readItem(
          place.heading,
          own,
          people,
          parts.closed.has(place.from) || listedClosed.has(place.heading.number),
        )
      : readBreak(opening, own);
    const anchors = itemAnchors(lines.slice(place.from, from), own, item);
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
    forum: header.forum,
    initials,
    budget: { left: mostAssigned },
    doubt: () => {},
  };
  const findings: Findings = {
    people: [...doubts],
    afterDecisions: [],
    emptySections: [],
    localPaths,
    aside: [],
  };
  const pointSets: ('bullets' | 'numbers' | null)[] = [];
  const placed = found.map(({ item, anchors, notes }): ImportedItem => {
    const body = finishItem(item, context, findings, pointSets, unlabelled);
    const finished = { ...body, description: withNotes(body.description, notes) };
    return anchors ? { ...finished, anchors } : finished;
  });
  const items = withListedOnly(placed, sequence.listedOnly, people);
  const elected = header.chairs.length ? null : electedChair(items, people, initials);
  const agenda: ImportedAgenda = {
    ...header,
    chairs: elected === null ? header.chairs : [elected],
    end: header.end ?? ending.end,
    items,
    warnings: [],
    layout: {
      ...layoutOf(
        read.map((one) => one.body.sections),
        pointSets,
      ),
      ...(headLayout.length > 0 ? { header: headLayout } : {}),
    },
    unplaced: [],
  };

  const contentsEnd = candidates.reduce(
    (end, one) => (one.index < first.index ? Math.max(end, one.index + one.span) : end),
    contentsFrom,
  );
  const aside = new Set(findings.aside.map((line) => line.anchor));
  const indexOf = new Map(items.map((item, index) => [item, index]));
  let at = -1;
  const regions = lines.map((line, index): Region => {
    while ((places[at + 1]?.from ?? lines.length) <= index) at++;
    const own = placed[at];
    return {
      item: index >= ending.from ? items.length : own ? (indexOf.get(own) ?? -1) : -1,
      claimed:
        covered.has(index) ||
        parts.headings.has(index) ||
        aside.has(line.anchor) ||
        index >= ending.signedFrom ||
        index === ending.endLine ||
        (index >= contentsFrom && index < contentsEnd) ||
        (index < 6 && line.text.length < 60 && looksLikeOrganisation(line.text) && !line.text.includes(':')),
    };
  });
  const { setAside, unplaced } = placementOf(lines, regions, agenda, [...labels, ...initials.keys()]);
  const whole = { ...agenda, unplaced };
  return {
    agenda: { ...whole, warnings: warningsOf(whole, findings, source, today) },
    furniture: [...furniture, ...piped.heads, ...unfolded.heads],
    setAside,
  };
}

/** Items that stand only in the list of contents, at the place that their number has among the others. */
function withListedOnly(
  items: readonly ImportedItem[],
  listedOnly: readonly HeadingCandidate[],
  people: readonly string[],
): ImportedItem[] {
  const all = [...items];
  for (const listed of listedOnly) {
    const parts = readHeading(listed.text, people);
    const at = all.findIndex((item) => Number.parseInt(item.number ?? '', 10) > listed.order);
    const item: ImportedItem = {
      ...emptyParts,
      kind: 'item',
      number: listed.number,
      ...parts,
      presenters: [...parts.presenters],
    };
    all.splice(at < 0 ? all.length : at, 0, item);
  }
  return all;
}
