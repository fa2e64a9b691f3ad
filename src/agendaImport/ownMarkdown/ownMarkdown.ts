import type { Language, Layout } from '../../meeting/agenda.ts';
import { minutesTexts } from '../../wording/minutesTexts.ts';
import { type ImportedAgenda, usualLayout } from '../contract.ts';
import { headOf, type OwnHead } from './ownHead.ts';
import { contextOfDraft, itemOf, type OwnItem } from './ownItem.ts';

/** A heading of the second level, and the lines below it. */
interface Group {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * Reads what `punkt minutes --format md` writes (src/minutesExport/markdown.ts) back by its own rules, not by those
 * for foreign documents. Null for any other text. What the draft does not print (the role that a person holds, what
 * was struck, an end without a beginning) can't come back.
 */
export function readOwnMarkdown(lines: readonly string[]): ImportedAgenda | null {
  const [title = '', ...rest] = lines.filter((line) => line.trim() !== '');
  const language = (['da', 'en'] as const).find((one) => rest[0]?.trim() === `*${minutesTexts[one].draft}*`);
  if (!language || !title.startsWith('# ')) return null;
  const groups = groupsOf(lines);
  const first = lines.findIndex((line) => line.startsWith('## '));
  const top = lines.slice(0, first < 0 ? lines.length : first);
  const { about, items } = divided(groups, language);
  const head = headOf(title.slice(2).trim(), top, about, language);
  const context = contextOfDraft(knownOf(head));
  const read = items.map(({ heading, lines: below }) => itemOf(heading, below, context, language));
  if (read.length === 0) return null;
  return {
    ...head,
    items: read.map(({ item }) => item),
    warnings: [],
    layout: layoutOf(read),
    ...(language === 'en' ? { language } : {}),
  };
}

function groupsOf(lines: readonly string[]): Group[] {
  const groups: { heading: string; lines: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('## ')) groups.push({ heading: line.slice(3).trim(), lines: [] });
    else groups.at(-1)?.lines.push(line);
  }
  return groups;
}

/** People and attachments stand before the items, tasks (which repeat the decisions) after them. */
function divided(groups: readonly Group[], language: Language) {
  const t = minutesTexts[language];
  const heads = [t.participants, t.apologies, t.attachments];
  let from = 0;
  let next = 0;
  for (const { heading } of groups) {
    const at = heads.indexOf(heading);
    // Each at most once, and in this order: what comes after is an item of that name.
    if (at < next) break;
    next = at + 1;
    from += 1;
  }
  const last = groups.at(-1);
  const tasks =
    last?.heading === t.tasks && /^\*\*.+\*\*$/u.test(last.lines.find((line) => line !== '') ?? '');
  return {
    about: new Map(groups.slice(0, from).map(({ heading, lines }) => [heading, lines])),
    items: groups.slice(from, tasks ? -1 : undefined),
  };
}

const knownOf = (head: OwnHead) => ({
  people: [...head.chairs, ...head.minuteTakers, ...head.participants.map(({ name }) => name)],
  organisations: head.participants.flatMap(({ organisation }) => (organisation ? [organisation] : [])),
  meetingDate: head.date,
});

/** Sections in the order in which they were met, each under its first label. */
function layoutOf(items: readonly OwnItem[]): Layout {
  const met = new Map(
    items
      .flatMap(({ sections }) => sections)
      .reverse()
      .map((one) => [one.kind, one]),
  );
  const inOrder = [...new Set(items.flatMap(({ sections }) => sections.map(({ kind }) => kind)))];
  const sections = inOrder.flatMap((kind) => met.get(kind) ?? []).map(({ kind, label }) => ({ kind, label }));
  const numbered = items.some(({ numbered }) => numbered);
  return sections.length === 0 ? usualLayout : { sections, points: numbered ? 'numbers' : 'bullets' };
}
