import { breakTitle, isBreakLine } from './breaks.ts';
import { type CleanLine, cleanLines } from './cleanLines.ts';
import type { ImportedAgenda, ImportedItem } from './contract.ts';
import { type DecisionContext, statedDecisions, suggestedDecisions } from './decisions.ts';
import { readHeader } from './header.ts';
import { headerLabelOf } from './headerFields.ts';
import { itemSequence } from './headingChain.ts';
import { readHeading, takeTimes } from './headingText.ts';
import { type HeadingCandidate, headingCandidates } from './itemHeadings.ts';
import { type ItemBody, readBody } from './itemSections.ts';
import { layoutOf } from './layoutOf.ts';
import { matchName } from './matchNames.ts';
import { pointsOf, proseOf } from './points.ts';
import type { Line } from './source.ts';
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

/** Lines → agenda and warnings. Pure; null where no item was found. */
export function parseAgenda(source: readonly Line[]): ImportedAgenda | null {
  const { lines, doubleSpaced, localPaths } = cleanLines(source);
  const candidates = headingCandidates(lines);
  const byNumber = itemSequence(candidates);
  const byTime = timedHeadings(lines);
  const sequence =
    byTime.length >= 3 && byTime.length > byNumber.headings.length
      ? { headings: byTime, listedOnly: [], contentsFrom: null }
      : byNumber;
  const first = sequence.headings[0];
  if (!first) return null;
  const places: Place[] = sequence.headings.map((heading) => ({ from: heading.index, heading }));
  const headingAt = new Map(sequence.headings.map((heading) => [heading.index, heading]));
  let headEnd = Math.min(first.index, sequence.contentsFrom ?? first.index);
  let closedFrom: number | null = null;
  const closedIndexes = new Set<number>();
  const partHeadings = new Set<number>();
  lines.forEach((line, index) => {
    if (closedPart.test(line.text) || openPart.test(line.text)) {
      closedFrom = closedPart.test(line.text) ? index : null;
      if (index >= headEnd) partHeadings.add(index);
    }
    if (closedFrom !== null) closedIndexes.add(index);
    const within = sequence.headings.some(
      (heading) => index > heading.index && index < heading.index + heading.span,
    );
    if (index > first.index && !within && !headingAt.has(index) && isBreakLine(line))
      places.push({ from: index, heading: null });
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

  const read = places.map((place, at) => {
    const span = place.heading?.span ?? 1;
    const end = places[at + 1]?.from ?? lines.length;
    const own = lines
      .slice(place.from + span, end)
      .filter((_line, offset) => !partHeadings.has(place.from + span + offset));
    return place.heading
      ? readItem(place.heading, own, people, closedIndexes.has(place.from))
      : readBreak(lines[place.from], own);
  });
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
  const items = read.map((one) => finish(one, context, findings, pointSets));
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

interface ReadItem
  extends Omit<ImportedItem, 'recommendations' | 'description' | 'attachments' | 'discussion' | 'decisions'> {
  readonly body: ItemBody;
}

function readItem(
  heading: HeadingCandidate,
  own: readonly CleanLine[],
  people: readonly string[],
  closedPartHere: boolean,
): ReadItem {
  const parts = readHeading(heading.text, people);
  const body = readBody(own, people);
  return {
    kind: 'item',
    number: heading.number === '' ? null : heading.number,
    title: parts.title,
    presenters: [...parts.presenters, ...body.presenters],
    start: parts.start ?? body.time?.start ?? null,
    end: parts.end ?? body.time?.end ?? null,
    durationMinutes: parts.durationMinutes ?? body.time?.durationMinutes ?? null,
    closed: parts.closed || body.closed || closedPartHere,
    body,
  };
}

function readBreak(line: CleanLine | undefined, own: readonly CleanLine[]): ReadItem {
  const text = line?.text ?? '';
  return {
    kind: 'break',
    number: null,
    title: breakTitle(text),
    presenters: [],
    ...takeTimes(text).times,
    closed: false,
    body: readBody(own, []),
  };
}

function finish(
  one: ReadItem,
  context: DecisionContext,
  findings: Findings,
  pointSets: ('bullets' | 'numbers' | null)[],
): ImportedItem {
  const { body, ...item } = one;
  const recommendations: string[] = [];
  const attachments: string[] = [];
  const description: CleanLine[] = [];
  const discussion: CleanLine[] = [];
  const decisions: ImportedItem['decisions'] = [];
  let stated = false;
  for (const section of body.sections) {
    if (section.lines.length === 0 && section.label !== null)
      findings.emptySections.push({ item, label: section.label });
    if (section.kind === 'recommendation') {
      const { points, after, set } = pointsOf(section.lines, 'paragraphs');
      recommendations.push(
        ...points.filter(
          (point) => !/^(?:at|indstilles|det indstilles,? at|til \p{L}+,? at):?$/iu.test(point),
        ),
      );
      description.push(...after);
      pointSets.push(set);
    } else if (section.kind === 'attachments') {
      const { points, after } = pointsOf(section.lines, 'lines');
      attachments.push(...points.filter((point) => !/^(?:ingen|intet|-|–)(?: bilag)?\.?$/iu.test(point)));
      description.push(...after);
    } else if (section.kind === 'decisions') {
      stated = true;
      const found = statedDecisions(section.lines, context);
      decisions.push(...found.decisions);
      discussion.push(...found.after);
      if (found.after.length) findings.afterDecisions.push(item);
    } else (section.kind === 'discussion' ? discussion : description).push(...section.lines);
  }
  const prose = proseOf(discussion);
  if (!stated) decisions.push(...suggestedDecisions(prose, context));
  return {
    ...item,
    presenters: [...new Set(item.presenters.map((name) => known(name, context, item, findings)))],
    recommendations,
    description: proseOf(description) || null,
    attachments,
    discussion: prose || null,
    decisions,
  };
}

function known(
  written: string,
  context: DecisionContext,
  item: { number: string | null; title: string },
  findings: Findings,
): string {
  const match = matchName(written, context.people);
  if (match.how === 'ambiguous' || match.how === 'spelling') findings.people.push({ written, match, item });
  return 'name' in match ? match.name : written;
}
