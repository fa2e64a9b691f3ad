import type { Language, SectionKind } from '../../meeting/agenda.ts';
import { readDue } from '../../wording/due.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { isBreakTitle } from '../breaks.ts';
import type { ImportedDecision, ImportedItem } from '../contract.ts';
import { assignedDecision, type DecisionContext } from '../decisions.ts';
import { recommendingClauseOf, sectionLabelOf } from '../sectionLabels.ts';
import { type Entry, entriesOf } from './ownEntries.ts';
import { timesOf } from './ownHead.ts';

interface Section {
  readonly kind: SectionKind;
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
  return {
    item: {
      ...head,
      kind: head.number === null && isBreakTitle(head.title) ? 'break' : 'item',
      recommendations: points.map(({ text }) => withoutRemark(text).text).filter((text) => text !== ''),
      description: textOf(linesOf('description')),
      attachments: entriesOf(linesOf('attachments')).map(({ text }) => text),
      discussion: discussionOf(linesOf('discussion'), language),
      decisions: entriesOf(linesOf('decisions')).map((entry, at) =>
        decisionOf(entry, at < MOST_ASSIGNED ? context : nobody, language),
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

/** Sections under headings that are known; another heading stays in the text where it stands. */
function sectionsOf(lines: readonly string[], language: Language): Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    const label = line.startsWith('### ') ? line.slice(4).trim() : null;
    const kind = label === null ? null : kindOf(label, language);
    if (kind) sections.push({ kind, label, lines: [] });
    else if (sections.length > 0) sections.at(-1)?.lines.push(line);
    else if (line !== '') {
      // Without a heading: points, each with what became of it, or the case.
      const points = /^(?:-|1\.) /u.test(line) && lines.some((one) => /^ {2}\*.+\*$/u.test(one));
      sections.push({ kind: points ? 'recommendation' : 'description', label: null, lines: [line] });
    }
  }
  return sections;
}

function kindOf(label: string, language: Language): SectionKind | null {
  const usual = Object.entries(minutesTexts[language].sections) as [SectionKind, string][];
  const own = usual.find(([, word]) => word === label)?.[0];
  if (own) return own;
  const known = sectionLabelOf(label)?.kind;
  if (known && known !== 'aside' && known !== 'subheading') return known;
  return recommendingClauseOf(label) ? 'recommendation' : null;
}

const textOf = (lines: readonly string[]): string | null => lines.join('\n').trim() || null;

/** What stands in a line of its own below an entry: "*Tovholder: …*", "*Ikke besvaret*". */
function withoutRemark(entry: string): { text: string; remark: string } {
  const at = entry.lastIndexOf('\n');
  const last = entry.slice(at + 1);
  if (at < 0 || !/^\*.+\*$/u.test(last)) return { text: entry, remark: '' };
  return { text: entry.slice(0, at).trim(), remark: last.slice(1, -1) };
}

/** What the writer puts around notes is no part of them. */
function discussionOf(lines: readonly string[], language: Language): string | null {
  const t = minutesTexts[language];
  const doubted = `*${t.unconfirmed('')}`;
  return textOf(lines.filter((line) => line !== t.handledBefore && !line.startsWith(doubted)));
}

function decisionOf({ text: entry }: Entry, context: DecisionContext, language: Language): ImportedDecision {
  const t = minutesTexts[language];
  const { text: words, remark } = withoutRemark(entry);
  const parts = remark.split(' · ');
  const ours = [`${t.responsible}: `, `${t.due}: `, t.unconfirmed(''), t.assignmentUnconfirmed];
  const isRemark = remark !== '' && parts.every((part) => ours.some((word) => part.startsWith(word)));
  const text = (isRemark ? words : entry).replace(/^\S{1,20}\.\d+ /u, '');
  const part = (label: string) =>
    isRemark ? parts.find((one) => one.startsWith(`${label}: `))?.slice(label.length + 2) : undefined;
  const doubted = isRemark && parts.some((one) => one.startsWith(t.unconfirmed('')));
  const read = assignedDecision(text, doubted ? 'suggested' : 'stated', context);
  const due = part(t.due);
  return {
    ...read,
    responsible: [...new Set([...read.responsible, ...(part(t.responsible)?.split(', ') ?? [])])],
    due: due ? (readDue(due, context.meetingDate) ?? { text: due, date: null }) : read.due,
  };
}
