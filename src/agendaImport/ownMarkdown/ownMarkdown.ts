import { type Language, type Layout, SectionKind } from '../../meeting/agenda.ts';
import { typedText } from '../../wording/markdownText.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { type ImportedAgenda, usualLayout } from '../contract.ts';
import { remarkOf } from './ownEntries.ts';
import { headOf, type OwnHead } from './ownHead.ts';
import { contextOfDraft, itemOf, type OwnItem } from './ownItem.ts';

/** A heading of the second level, and the lines below it. */
interface Group {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * Reads what `punkt minutes --format md` writes (src/minutesExport/markdown.ts) back by its own rules, not by those
 * for foreign documents. Null for any other text. What the minutes do not print (the role that a person holds, what
 * was struck, an end without a beginning) can't come back; what was added after the meeting is no part of an agenda.
 */
export function readOwnMarkdown(lines: readonly string[]): ImportedAgenda | null {
  const [title = '', status = ''] = lines.filter((line) => line.trim() !== '');
  const said = remarkOf(status.trim()) ?? '';
  const language = (['da', 'en'] as const).find((one) => isStatus(said, one));
  if (!language || !title.startsWith('# ')) return null;
  // A rule parts the head from the items, and these from what is gathered behind them.
  const from = lines.indexOf('---');
  if (from < 0) return null;
  const behind = lines.indexOf('---', from + 1);
  const about = groupsOf(lines.slice(0, from));
  const first = lines.findIndex((line) => line.startsWith('## '));
  const { header, ...head } = headOf(
    typedText([title.slice(2).trim()]),
    lines.slice(0, Math.min(first, from)),
    new Map(about.map(({ heading, lines: below }) => [heading, below])),
    language,
    said !== minutesTexts[language].documentTypes.agenda,
  );
  const context = contextOfDraft(knownOf(head));
  const read = groupsOf(lines.slice(from + 1, behind < 0 ? undefined : behind)).map(
    ({ heading, lines: below }) => itemOf(heading, below, context, language),
  );
  if (read.length === 0) return null;
  return {
    ...head,
    items: read.map(({ item }) => item),
    warnings: [],
    layout: { ...layoutOf(read), ...(header.length > 0 ? { header } : {}) },
    ...(language === 'en' ? { language } : {}),
  };
}

/** "Referatudkast – ikke godkendt", "Referat – godkendt den 6. marts 2023 af …", "Dagsorden". */
function isStatus(status: string, language: Language): boolean {
  const t = minutesTexts[language];
  const [before = '', between = ''] = t.approved('\0', '\0').split('\0');
  const whole = [t.draft, t.documentTypes.agenda];
  return whole.includes(status) || (status.startsWith(before) && status.includes(between, before.length));
}

function groupsOf(lines: readonly string[]): Group[] {
  const groups: { heading: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('## ')) groups.push({ heading: typedText([line.slice(3).trim()]), lines: [] });
    else groups.at(-1)?.lines.push(line);
  }
  return groups;
}

const knownOf = (head: Omit<OwnHead, 'header'>) => ({
  people: [...head.chairs, ...head.minuteTakers, ...head.participants.map(({ name }) => name)],
  organisations: head.participants.flatMap(({ organisation }) => (organisation ? [organisation] : [])),
  meetingDate: head.date,
});

/** Sections in the order in which they were met, each under its first label. */
function layoutOf(items: readonly OwnItem[]): Layout {
  const all = items.flatMap(({ sections }) => sections);
  const sections = SectionKind.options
    .flatMap((kind) => all.find((one) => one.kind === kind) ?? [])
    .sort((a, b) => all.indexOf(a) - all.indexOf(b))
    .flatMap(({ kind, label }) => (kind === 'addendum' ? [] : [{ kind, label }]));
  const numbered = items.some(({ numbered }) => numbered);
  return sections.length === 0 ? usualLayout : { sections, points: numbered ? 'numbers' : 'bullets' };
}
