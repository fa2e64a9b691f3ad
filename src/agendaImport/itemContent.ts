import { breakTitle, isBreakTitle } from './breaks.ts';
import type { CleanLine } from './cleanLines.ts';
import type { ImportedItem } from './contract.ts';
import { type DecisionContext, statedDecisions, suggestedDecisions } from './decisions.ts';
import { isEarlierDecision } from './earlierDecisions.ts';
import type { Findings } from './findings.ts';
import { readHeading, takeTimes } from './headingText.ts';
import { personOfInitials } from './initials.ts';
import type { HeadingCandidate } from './itemHeadings.ts';
import { type ItemBody, readBody } from './itemSections.ts';
import { matchName } from './matchNames.ts';
import { pointsOf, proseOf } from './points.ts';
import { isTheme } from './sectionLabels.ts';

/** An item as its heading and sections read, before its people are matched. */
export interface ReadItem
  extends Omit<
    ImportedItem,
    'recommendations' | 'description' | 'attachments' | 'discussion' | 'decisions' | 'anchors'
  > {
  readonly body: ItemBody;
}

/** Heading and sections of one item. */
export function readItem(
  heading: HeadingCandidate,
  own: readonly CleanLine[],
  people: readonly string[],
  closedPartHere: boolean,
): ReadItem {
  const parts = readHeading(heading.text, people);
  const body = readBody(own, people);
  return {
    kind: isBreakTitle(parts.title) ? 'break' : 'item',
    number: heading.number === '' ? null : heading.number,
    // "Ad 3." without anything below it.
    title: parts.title || `Ad ${heading.number}`,
    presenters: [...parts.presenters, ...body.presenters],
    start: parts.start ?? body.time?.start ?? null,
    end: parts.end ?? body.time?.end ?? null,
    durationMinutes: parts.durationMinutes ?? body.time?.durationMinutes ?? null,
    closed: parts.closed || body.closed || closedPartHere,
    body,
  };
}

/** A break: title and times only. */
export function readBreak(line: CleanLine | undefined, own: readonly CleanLine[]): ReadItem {
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

/** Unlabelled text is minutes under "Ad 4" headings (not in an invitation), and in minutes that label neither cases nor discussions. */
export function readsAsMinutes(
  headings: readonly HeadingCandidate[],
  read: readonly ReadItem[],
  opening: readonly CleanLine[],
): boolean {
  if (headings.every((heading) => heading.style === 'ad'))
    return !opening.some(({ text }) => /(?<!\p{L})indkald(?:es|else)(?!\p{L})/iu.test(text));
  const labelled = read.some((one) =>
    one.body.sections.some(
      (section) =>
        section.label !== null && (section.kind === 'description' || section.kind === 'discussion'),
    ),
  );
  return (
    !labelled &&
    opening.some((line) =>
      /referat(?! fra)|protokol(?! fra)|referat fra (?:\p{L}*møde|ordinær|generalforsamling)|^(?:til ?stede|fremmødte|mødt)/iu.test(
        line.text,
      ),
    )
  );
}

/** Lists may be longer than a call takes arguments. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

/** Set smaller under a point: what became of it, and no point. */
const isSmallPrint = ({ evidence }: CleanLine): boolean =>
  evidence?.size !== undefined && evidence.size < 0.95 && (evidence.indent ?? 0) > 0;

/** "4.1 …", "4.2 …" under item 4: the decisions are numbered, and the numbers are no part of them. */
function withoutOwnNumbers(lines: readonly CleanLine[], number: string | null): readonly CleanLine[] {
  let count = 0;
  const bare = lines.map((line) => {
    const [all, mark = '', own, at, text = ''] =
      /^((?:[•·▪*–-]\s+)?)([^\s.]{1,6})\.(\d{1,2})\.?\s+(\S.*)$/u.exec(line.text) ?? [];
    if (all === undefined || own !== number || Number(at) !== count + 1) return line;
    count += 1;
    return { ...line, text: mark + text };
  });
  return bare[0] === lines[0] ? lines : bare;
}

/** What the sections hold, with names matched; what the agenda does not show goes to `findings`. */
export function finishItem(
  one: ReadItem,
  meeting: DecisionContext,
  findings: Findings,
  pointSets: ('bullets' | 'numbers' | null)[],
  unlabelled: 'discussion' | 'description',
): ImportedItem {
  const { body, ...item } = one;
  const context: DecisionContext = {
    ...meeting,
    doubt: (written, match) => findings.people.push({ written, match, item }),
  };
  append(findings.aside, body.aside);
  const recommendations: string[] = [];
  const attachments: string[] = [];
  const description: CleanLine[] = [];
  const discussion: CleanLine[] = [];
  const decisions: ImportedItem['decisions'] = [];
  // "Formål" is the recommendation only where nothing else is
  const recommending = body.sections.filter((section) => section.kind === 'recommendation').length;
  const decided = [
    ...new Set(
      body.sections.flatMap((section) => (section.kind === 'decisions' ? (section.label ?? '') : [])),
    ),
  ].slice(0, 50);
  const lastRecommendation = body.sections.map((section) => section.kind).lastIndexOf('recommendation');
  const rest = unlabelled === 'discussion' ? discussion : description;
  for (const [index, raw] of body.sections.entries()) {
    if (
      raw.kind === 'decisions' &&
      raw.label !== null &&
      isEarlierDecision(
        raw.label,
        decided.filter((label) => label !== raw.label),
        {
          date: context.meetingDate,
          forum: context.forum,
        },
      )
    ) {
      const [first] = raw.lines;
      if (first) append(description, [{ ...first, text: raw.label, gap: 2 as const }, ...raw.lines]);
      continue;
    }
    const moved = raw.kind === 'recommendation' && isTheme(raw.label) && recommending > 1;
    const section = moved
      ? { ...raw, kind: 'description' as const }
      : raw.label === null && raw.kind === 'description'
        ? // what stands before a recommendation leads up to it
          { ...raw, kind: index < lastRecommendation ? ('description' as const) : unlabelled }
        : raw;
    if (section.lines.length === 0 && section.label !== null)
      findings.emptySections.push({ item, label: section.label, kind: section.kind });
    if (section.kind === 'recommendation') {
      const { points, after, set, lead } = pointsOf(
        section.lines.filter((line) => !isSmallPrint(line)),
        'paragraphs',
      );
      append(findings.aside, [...lead, ...section.lines.filter(isSmallPrint)]);
      append(
        recommendations,
        points.filter((point) => !/^(?:at|indstilles|det indstilles,? at|til \p{L}+,? at):?$/iu.test(point)),
      );
      append(rest, after);
      pointSets.push(set);
    } else if (section.kind === 'attachments') {
      const { points: entries, after } = pointsOf(section.lines, 'lines');
      // "Bilag 1: Plan. Bilag 2: Notat" on one line
      const points = entries.flatMap((entry) =>
        /^bilag\s/iu.test(entry)
          ? entry.split(/(?<=\S)[.;,]?\s+(?=Bilag\s+\d+(?:\.\d+)?[a-z]?\s*[:–-])/u)
          : [entry],
      );
      append(
        attachments,
        points.filter((point) => !/^(?:ingen|intet|-|–)(?: bilag)?\.?$/iu.test(point)),
      );
      append(rest, after);
    } else if (section.kind === 'decisions') {
      const found = statedDecisions(withoutOwnNumbers(section.lines, item.number), context);
      append(decisions, found.decisions);
      append(findings.aside, found.absent);
      append(discussion, found.opposed);
      append(discussion, found.after);
      if (found.after.length) findings.afterDecisions.push(item);
    } else if (section.kind === 'discussion') append(discussion, section.lines);
    else append(description, section.lines);
  }
  const prose = proseOf(discussion, 'asTyped');
  if (decisions.length === 0) append(decisions, suggestedDecisions(prose, context));
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
  item: { number: string | null; title: string; closed: boolean },
  findings: Findings,
): string {
  const letters = /^\p{Lu}{2,4}$/u.test(written)
    ? personOfInitials(
        written,
        context.people.map((name) => ({ name })),
        context.initials,
      )
    : null;
  if (letters !== null) return letters;
  const match = matchName(written, context.people);
  if (match.how === 'ambiguous' || match.how === 'spelling') findings.people.push({ written, match, item });
  return 'name' in match ? match.name : written;
}
