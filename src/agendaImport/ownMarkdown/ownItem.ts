import { type Language, SectionKind } from '../../meeting/agenda.ts';
import { readDue } from '../../wording/due.ts';
import { LIST_END, typedText } from '../../wording/markdownText.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { isBreakTitle } from '../breaks.ts';
import type { ImportedDecision, ImportedItem } from '../contract.ts';
import { assignedDecision, type DecisionContext } from '../decisions.ts';
import { recommendingClauseOf, sectionLabelOf } from '../sectionLabels.ts';
import { type Entry, entriesOf, remarkOf, trimmed } from './ownEntries.ts';
import { timesOf } from './ownHead.ts';

interface Section {
  /** `addendum`: added after the meeting. */
  readonly kind: SectionKind | 'addendum';
  readonly label: string | null;
  readonly lines: string[];
}
export interface OwnItem {
  readonly item: ImportedItem;
  readonly sections: readonly Section[];
  readonly numbered: boolean;
}

/** More decisions of one item than any meeting takes: beyond it nobody is looked for. */
const MOST_ASSIGNED = 400;
/** Whom a draft's decisions may name; nothing of it is in doubt, since Punkt wrote it. */
export const contextOfDraft = (
  known: Pick<DecisionContext, 'people' | 'organisations' | 'meetingDate'>,
): DecisionContext => ({
  ...known,
  forum: null,
  initials: new Map(),
  budget: { left: MOST_ASSIGNED },
  doubt: () => {},
});
const nobody = contextOfDraft({ people: [], organisations: [], meetingDate: null });

/** One item: its heading, and the sections below it. */
export function itemOf(
  heading: string,
  below: readonly string[],
  context: DecisionContext,
  language: Language,
): OwnItem {
  const head = headingOf(heading, language);
  const sections = sectionsOf(below, language);
  const linesOf = (kind: SectionKind) =>
    sections.filter((one) => one.kind === kind).flatMap(({ lines }) => lines);
  const points = entriesOf(linesOf('recommendation'));
  const cited = citesDecisions(points, language);
  return {
    item: {
      ...head,
      kind: head.number === null && isBreakTitle(head.title) ? 'break' : 'item',
      recommendations: points.map(({ text }) => text).filter((text) => text.trim() !== ''),
      description: textOf(linesOf('description')),
      attachments: entriesOf(linesOf('attachments')).map(({ text }) => text),
      discussion: discussionOf(linesOf('discussion'), language),
      decisions: entriesOf(linesOf('decisions')).map((entry, at) =>
        decisionOf(entry, cited, at < MOST_ASSIGNED ? context : nobody, language),
      ),
    },
    sections,
    numbered: points.some(({ numbered }) => numbered),
  };
}

/** "4. Titel (kl. 9.00-9.30) v. Navn, Navn – lukket punkt", read from behind. */
function headingOf(heading: string, language: Language) {
  const t = minutesTexts[language];
  const mark = ` – ${t.closed}`;
  const marked = heading.endsWith(mark);
  const open = marked ? heading.slice(0, -mark.length) : heading;
  const by = ` ${t.by('')}`;
  const at = open.lastIndexOf(by);
  const presenters = at < 0 ? [] : open.slice(at + by.length).split(', ');
  const timed = at < 0 ? open : open.slice(0, at);
  const inside = /^(.+) \(([^()]+)\)$/su.exec(timed);
  const times = timesOf(inside?.[2] ?? '');
  const [, minutes] = /^(\d+) min\.?$/u.exec(inside?.[2] ?? '') ?? [];
  const named = times || minutes ? (inside?.[1] ?? timed) : timed;
  const [, number, title] = /^([^\s.]{0,8}\d\S{0,8}?|[IVXLC]{1,8}|\p{L})\. (.+)$/su.exec(named) ?? [];
  return {
    number: number ?? null,
    title: title ?? named,
    presenters,
    start: times?.start ?? null,
    end: times?.end ?? null,
    durationMinutes: minutes ? Number(minutes) : null,
    // In a public edition the title is neutral.
    closed: marked || (title ?? named) === t.closedTitle,
  };
}

/** Sections under headings that are known, or under none but a comment; another heading stays in the text. */
function sectionsOf(lines: readonly string[], language: Language): Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    const label = line.startsWith('### ') ? typedText([line.slice(4).trim()]) : null;
    const kind = label === null ? unlabelledKind(line) : kindOf(label, language);
    if (kind) sections.push({ kind, label, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** "<!-- description -->". */
const unlabelledKind = (line: string): SectionKind | null =>
  SectionKind.safeParse(/^<!-- (\w+) -->$/u.exec(line)?.[1]).data ?? null;

function kindOf(label: string, language: Language): Section['kind'] | null {
  const t = minutesTexts[language];
  if (label === t.addendum) return 'addendum';
  const usual = Object.entries(t.sections) as [SectionKind, string][];
  const own = usual.find(([, word]) => word === label)?.[0];
  if (own) return own;
  const known = sectionLabelOf(label)?.kind;
  if (known && known !== 'aside' && known !== 'subheading') return known;
  return recommendingClauseOf(label) ? 'recommendation' : null;
}

const textOf = (lines: readonly string[]): string | null => {
  const text = typedText(trimmed(lines.filter((line) => line !== LIST_END)));
  return text.trim() === '' ? null : text;
};

/** What the writer puts around notes is no part of them. */
function discussionOf(lines: readonly string[], language: Language): string | null {
  const t = minutesTexts[language];
  const ours = [t.handledBefore, t.minutesMissing, t.notReached, t.writtenInformation];
  return textOf(lines.filter((line) => !ours.includes(line) && remarkOf(line) === null));
}

/** Numbers of decisions that a point refers to ("Besluttet, se 4.1"): then each decision begins with its own. */
const citesDecisions = (points: readonly Entry[], language: Language): boolean => {
  const t = minutesTexts[language];
  return points.some(({ remark }) =>
    [t.decidedSee(''), t.proposed('')].some((words) => remark.startsWith(words)),
  );
};

function decisionOf(
  { text: entry, remark }: Entry,
  numbered: boolean,
  context: DecisionContext,
  language: Language,
): ImportedDecision {
  const t = minutesTexts[language];
  const parts = remark.split(' · ');
  const text = numbered ? entry.replace(/^\S{1,20}\.\d+ /u, '') : entry;
  const part = (label: string) => parts.find((one) => one.startsWith(`${label}: `))?.slice(label.length + 2);
  const doubted = parts.some((one) => one.startsWith(t.unconfirmed('')));
  const read = assignedDecision(text, doubted ? 'suggested' : 'stated', context);
  const due = part(t.due);
  return {
    ...read,
    responsible: [...new Set([...read.responsible, ...(part(t.responsible)?.split(', ') ?? [])])],
    due: due ? (readDue(due, context.meetingDate) ?? { text: due, date: null }) : read.due,
  };
}
